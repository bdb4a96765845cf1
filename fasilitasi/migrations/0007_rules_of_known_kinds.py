"""Portals installed before the rules had columns get those of the kinds that came with the portal."""

from typing import Any

from django.db import migrations

RULES: dict[str, dict[str, Any]] = {
    "halal": {"batas_ulang": "tahun", "omzet_terbanyak": 500_000_000},
    "nik-koperasi": {"batas_ulang": "tahun", "berlaku_tahun": 1},
    "nib": {"batas_ulang": "sekali"},
    "pirt": {"batas_ulang": "produk", "berlaku_tahun": 5},
    "bpom": {"batas_ulang": "produk", "berlaku_tahun": 5},
    "merek": {"batas_ulang": "merek", "berlaku_tahun": 10},
    "bantuan-alat": {"batas_ulang": "tahun", "tolak_aparatur": True},
    "kur": {"batas_ulang": "tahun", "tolak_aparatur": True},
    "kemasan": {"batas_ulang": "produk"},
    "e-katalog": {"batas_ulang": "tahun"},
}


def give_rules(apps: Any, schema_editor: Any) -> None:
    kinds = apps.get_model("fasilitasi", "JenisFasilitasi").objects
    for slug, rules in RULES.items():
        kinds.filter(slug=slug).update(**rules)


class Migration(migrations.Migration):
    dependencies = [("fasilitasi", "0006_rules_of_kinds")]

    # Going back takes the columns along.
    operations = [migrations.RunPython(give_rules, migrations.RunPython.noop)]

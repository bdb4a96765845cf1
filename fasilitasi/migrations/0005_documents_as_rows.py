"""Each line of what a kind asked for becomes a row of its own, and back."""

from typing import Any

from django.db import migrations


def lines_to_rows(apps: Any, schema_editor: Any) -> None:
    kinds, rows = apps.get_model("fasilitasi", "JenisFasilitasi"), apps.get_model("fasilitasi", "BerkasJenis")
    for kind in kinds.objects.exclude(documents=""):
        lines = dict.fromkeys(line.strip()[:120] for line in kind.documents.splitlines() if line.strip())
        rows.objects.bulk_create(
            [rows(jenis=kind, name=line, position=position) for position, line in enumerate(lines, 1)]
        )


def rows_to_lines(apps: Any, schema_editor: Any) -> None:
    kinds, rows = apps.get_model("fasilitasi", "JenisFasilitasi"), apps.get_model("fasilitasi", "BerkasJenis")
    for kind in kinds.objects.all():
        lines = rows.objects.filter(jenis=kind).order_by("position", "id").values_list("name", flat=True)
        kinds.objects.filter(pk=kind.pk).update(documents="\n".join(lines))


class Migration(migrations.Migration):
    dependencies = [("fasilitasi", "0004_stages_documents_batches")]

    operations = [migrations.RunPython(lines_to_rows, rows_to_lines)]

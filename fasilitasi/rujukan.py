"""The kinds of facilitation that come with the portal. What the office has made of them since stays as it is."""

from collections import defaultdict
from pathlib import Path
from typing import Any

from django.db import models

from common.audit import events_of
from common.reference import read_rows
from fasilitasi.models import BerkasJenis, IsianHasil, JenisFasilitasi, TahapJenis

DATA = Path(__file__).parent / "data"
_NUMBERS = ("usual_days", "berlaku_tahun", "omzet_terbanyak")


def load_kinds() -> int:
    """Missing kinds, and the stages, documents and results of kinds that never had any."""
    rows = [_kind(row) for row in read_rows(DATA / "jenis_fasilitasi.csv")]
    JenisFasilitasi.objects.bulk_create([JenisFasilitasi(**row) for row in rows], ignore_conflicts=True)
    kinds = JenisFasilitasi.objects.in_bulk(field_name="slug")
    _load_details(TahapJenis, "tahap_jenis.csv", kinds)
    _load_details(BerkasJenis, "berkas_jenis.csv", kinds)
    _load_details(IsianHasil, "isian_hasil.csv", kinds)
    return len(kinds)


def _load_details(model: type[models.Model], name: str, kinds: dict[str, JenisFasilitasi]) -> None:
    # The trail knows of rows that the office took out again.
    touched = set(events_of(model).values_list("jenis_id", flat=True))
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read_rows(DATA / name):
        found[row.pop("jenis")].append(row)
    model._base_manager.bulk_create(
        model(jenis=kinds[slug], position=position, **_flags(row))
        for slug, rows in found.items()
        if slug in kinds and kinds[slug].pk not in touched
        for position, row in enumerate(rows, 1)
    )


def _kind(row: dict[str, str]) -> dict[str, Any]:
    return _flags(row) | {name: row[name] or None for name in _NUMBERS}


def _flags(row: dict[str, str]) -> dict[str, Any]:
    yes_no = ("tolak_aparatur", "is_required", "is_personal", "nomor_per_satuan")
    return row | {name: bool(row[name]) for name in yes_no if name in row}

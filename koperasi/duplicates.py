"""Which cooperative may already be registered. Hints for the officer; nothing is merged by itself."""

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import F, Func, QuerySet, Value
from django.db.models.functions import Upper

from common.admin.duplicates import Duplicate, merged
from common.identifiers import normalise_nik_koperasi
from common.text import fold, fold_spelling
from koperasi.choices import Kelompok
from koperasi.models import Koperasi
from umkm.duplicates import SIMILAR, likeness

# One desa has a handful of cooperatives, so names are compared here and not in the database.
MOST_IN_A_DESA = 40
_MERAH_PUTIH = re.compile(r"\b(?:kdmp|kkmp|kopdes|kopkel|kopdeskel|merah putih)\b")
# What cooperatives are called by their kind; the name proper is what is left.
_KINDS = {
    "koperasi", "kop", "primer", "unit", "desa", "kelurahan", "serba", "usaha", "simpan", "pinjam", "produsen",
    "konsumen", "jasa", "pemasaran", "syariah", "pembiayaan", "pegawai", "negeri", "republik", "indonesia",
    "kud", "ksu", "ksp", "kspps", "kpri", "kopkar", "kopwan", "koppontren", "merah", "putih",
    "kdmp", "kkmp", "kopdes", "kopkel", "kopdeskel",
}  # fmt: skip
_NOT_ALPHANUMERIC = "[^0-9A-Za-z]"


def of_koperasi(values: dict[str, Any], *, exclude: int | None = None) -> list[Duplicate]:
    """Cooperatives with the NIK Koperasi, the badan hukum number or nearly the name of `values`."""
    cooperatives = Koperasi.objects.with_place()
    if exclude:
        cooperatives = cooperatives.exclude(pk=exclude)
    found: list[Duplicate] = []
    if nik := normalise_nik_koperasi(values.get("nik_koperasi") or ""):
        found += _told(cooperatives.filter(nik_koperasi=nik), "NIK Koperasi sama")
    if number := compact_number(values.get("nomor_badan_hukum") or ""):
        same = with_compact_number(cooperatives).filter(compact_number=number)
        found += _told(same[:5], "nomor badan hukum sama")
    if desa := values.get("desa"):
        neighbours = list(cooperatives.filter(desa=desa)[:MOST_IN_A_DESA])
        if name := values.get("name"):
            found += _told(_namesakes(neighbours, name), "nama mirip di desa yang sama")
        if values.get("kelompok") == Kelompok.KDMP:
            merah_putih = [row for row in neighbours if row.kelompok == Kelompok.KDMP]
            found += _told(merah_putih, "Koperasi Merah Putih lain di desa yang sama")
    return merged(found)


def comparable_koperasi(name: str) -> str:
    """A cooperative's name without words of kind: "KDMP Sansarino", "Koperasi Desa Merah Putih Sansarino"."""
    folded = fold(name)
    words = [word for word in folded.split() if word not in _KINDS] or folded.split()
    marked = ["merahputih", *words] if _MERAH_PUTIH.search(folded) else words
    return fold_spelling(" ".join(marked))


def _namesakes(rows: Iterable[Koperasi], name: str) -> list[Koperasi]:
    wanted = comparable_koperasi(name)
    close = [(likeness(wanted, comparable_koperasi(row.name)), row) for row in rows]
    return [row for near, row in sorted(close, key=lambda pair: -pair[0]) if near >= SIMILAR][:5]


def with_compact_number(rows: QuerySet) -> QuerySet:
    """`compact_number`: the deed's number is free text, so spaces, dots and case are left out."""
    pattern, nothing, everywhere = Value(_NOT_ALPHANUMERIC), Value(""), Value("g")
    stripped = Func(F("nomor_badan_hukum"), pattern, nothing, everywhere, function="regexp_replace")
    return rows.annotate(compact_number=Upper(stripped))


def compact_number(number: str) -> str:
    return re.sub(_NOT_ALPHANUMERIC, "", number).upper()


def _told(rows: Iterable[Koperasi], reason: str) -> list[Duplicate]:
    return [Duplicate(row, reason, detail(row)) for row in rows]


def detail(row: Koperasi) -> str:
    parts = [str(row.desa)] if row.desa else []
    if row.nik_koperasi:
        parts.append(f"NIK Koperasi {row.nik_koperasi}")
    if row.archived_at:
        parts.append("diarsipkan")
    return ", ".join(parts)

"""Recap of facilitation: a row per kind, a column per year (domain 9.4)."""

from collections import defaultdict
from typing import Any

from django.db.models import Sum

from laporan.drill import leading, linked, list_of_cases, opening_totals_list
from laporan.period import Period
from laporan.report import NUMBER, Column, Report, Row
from laporan.reports.counting import (
    finished,
    kinds,
    opening_notes,
    opening_totals,
    people_notes,
    result_notes,
)
from laporan.scope import Scope
from spreadsheets.sheet import Kind, Value

WITHOUT_NAMES = "di antaranya tanpa nama (rekap awal)"

Counts = dict[tuple[int, int], int]  # (kind's id, year) → units


def build(period: Period, scope: Scope) -> Report:
    """All years with data, or those of the period. Totals without names are counted in, and shown apart below."""
    totals = opening_totals(period, scope)
    named = _named(period, scope)
    nameless = _nameless(totals)
    years = sorted({year for _, year in (*named, *nameless)}) or _years_of(period)
    parts = [*map(period.in_year, years), period]

    def cell(year: int | None, jenis: Any = None) -> Value:
        """A count with and without names; None stands for all years and kinds. It leads to its named rows."""
        part = period if year is None else period.in_year(year)
        return linked(
            _sum(named, year, jenis) + _sum(nameless, year, jenis),
            list_of_cases(part, scope, jenis=jenis.slug if jenis else ""),
            named=_sum(named, year, jenis),
        )

    rows: list[Row] = []
    for number, jenis in enumerate(kinds(scope), 1):
        unit = jenis.get_satuan_display()
        rows.append((number, jenis.name, unit, *(cell(year, jenis) for year in years), cell(None, jenis)))
        apart = [_sum(nameless, year, jenis) for year in (*years, None)]
        if any(apart):
            urls = (opening_totals_list(part, scope, of=[jenis]) for part in parts)
            rows.append((None, WITHOUT_NAMES, unit, *map(leading, apart, urls)))
    return Report(
        name=scope.file_name("rekap-fasilitasi", period),
        title="Rekapitulasi fasilitasi menurut jenis dan tahun",
        subtitles=(str(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("jenis", "Jenis fasilitasi", weight=4),
            Column("satuan", "Satuan"),
            *(Column(str(year), str(year), Kind.NUMBER) for year in years),
            Column("jumlah", "Jumlah", Kind.NUMBER),
        ),
        rows=rows,
        totals=("JUMLAH", None, None, *(cell(year) for year in years), cell(None)),
        notes=(
            "Dihitung menurut tahun hasil (tanggal terbit), bukan tahun anggaran.",
            "Baris JUMLAH menjumlahkan satuan yang berbeda; baris “di antaranya tanpa nama” tidak dijumlahkan lagi.",
            *people_notes(period, scope),
            *result_notes(period, scope),
            *opening_notes(period, scope),
        ),
    )


def _named(period: Period, scope: Scope) -> Counts:
    rows = (
        finished(period, scope)
        .order_by()
        .values_list("jenis_id", "result_on__year")
        .annotate(Sum("jumlah_unit"))
    )
    return defaultdict(int, {(jenis, year): count for jenis, year, count in rows})


def _sum(counts: Counts, year: int | None, jenis: Any) -> int:
    return sum(
        n for (kind, of), n in counts.items() if year in (None, of) and (not jenis or kind == jenis.pk)
    )


def _nameless(totals: object) -> Counts:
    counts: Counts = defaultdict(int)
    for total in totals:  # type: ignore[attr-defined]
        counts[total.jenis_id, total.tahun] += total.jumlah
    return counts


def _years_of(period: Period) -> list[int]:
    if not period.start or not period.end:
        return []
    return list(range(period.start.year, period.end.year + 1))

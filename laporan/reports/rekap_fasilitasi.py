"""Recap of facilitation: a row per kind, a column per year (domain 9.4)."""

from collections import defaultdict

from django.db.models import Sum

from laporan.period import Period
from laporan.report import NUMBER, Column, Report, Row
from laporan.reports.counting import finished, kinds, opening_notes, opening_totals, people_notes
from laporan.scope import Scope
from spreadsheets.sheet import Kind

WITHOUT_NAMES = "di antaranya tanpa nama (rekap awal)"

Counts = dict[tuple[int, int], int]  # (kind's id, year) → units


def build(period: Period, scope: Scope) -> Report:
    """All years with data, or those of the period. Totals without names are counted in, and shown apart below."""
    totals = opening_totals(period, scope)
    named = _named(period, scope)
    nameless = _nameless(totals)
    years = sorted({year for _, year in (*named, *nameless)}) or _years_of(period)
    rows: list[Row] = []
    for number, jenis in enumerate(kinds(scope), 1):
        counts = [named[jenis.pk, year] + nameless[jenis.pk, year] for year in years]
        rows.append((number, jenis.name, jenis.get_satuan_display(), *counts, sum(counts)))
        apart = [nameless[jenis.pk, year] for year in years]
        if any(apart):
            rows.append((None, WITHOUT_NAMES, jenis.get_satuan_display(), *apart, sum(apart)))
    per_year = [sum(c for (_, y), c in (*named.items(), *nameless.items()) if y == year) for year in years]
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
        totals=("JUMLAH", None, None, *per_year, sum(per_year)),
        notes=(
            "Dihitung menurut tahun hasil (tanggal terbit), bukan tahun anggaran.",
            "Baris JUMLAH menjumlahkan satuan yang berbeda; baris “di antaranya tanpa nama” tidak dijumlahkan lagi.",
            *people_notes(period, scope),
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


def _nameless(totals: object) -> Counts:
    counts: Counts = defaultdict(int)
    for total in totals:  # type: ignore[attr-defined]
        counts[total.jenis_id, total.tahun] += total.jumlah
    return counts


def _years_of(period: Period) -> list[int]:
    if not period.start or not period.end:
        return []
    return list(range(period.start.year, period.end.year + 1))

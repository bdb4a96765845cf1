"""Recap of facilitation per kecamatan: all of them, zeros shown (domain 9.4)."""

from collections import defaultdict

from django.db.models import Sum
from django.db.models.functions import Coalesce

from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, Row
from laporan.reports.counting import finished, kecamatan_in, kinds, opening_notes, opening_totals
from laporan.scope import Scope
from spreadsheets.sheet import Kind

WITHOUT_PLACE = "Tanpa rincian kecamatan (rekap awal)"


def build(period: Period, scope: Scope) -> Report:
    """Cases by the kecamatan of their business or cooperative, opening totals where their kecamatan is known."""
    totals = opening_totals(period, scope)
    counts: dict[tuple[int | None, int], int] = defaultdict(int)
    for place, jenis, count in (
        finished(period, scope)
        .order_by()
        .annotate(place=Coalesce("usaha__desa__kecamatan", "koperasi__desa__kecamatan"))
        .values_list("place", "jenis")
        .annotate(Sum("jumlah_unit"))
    ):
        counts[place, jenis] += count
    for total in totals:
        counts[total.kecamatan_id, total.jenis_id] += total.jumlah

    columns = [jenis for jenis in kinds(scope) if any(key[1] == jenis.pk for key in counts)] or list(
        kinds(scope)
    )
    rows: list[Row] = []
    for number, kecamatan in enumerate(kecamatan_in(scope), 1):
        values = [counts[kecamatan.pk, jenis.pk] for jenis in columns]
        rows.append((number, kecamatan.name, *values, sum(values)))
    without_place = [counts[None, jenis.pk] for jenis in columns]
    if any(without_place):
        rows.append((None, WITHOUT_PLACE, *without_place, sum(without_place)))
    sums = [sum(c for (_, kind), c in counts.items() if kind == jenis.pk) for jenis in columns]
    return Report(
        name=scope.file_name("rekap-kecamatan", period),
        title="Rekapitulasi fasilitasi per kecamatan",
        subtitles=(str(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("kecamatan", "Kecamatan", weight=3),
            *(Column(jenis.slug, jenis.name, Kind.NUMBER) for jenis in columns),
            Column("jumlah", "Jumlah", Kind.NUMBER),
        ),
        rows=rows,
        totals=("JUMLAH", None, *sums, sum(sums)),
        notes=("Dihitung menurut tahun hasil (tanggal terbit).", *opening_notes(period, scope)),
        orientation=Orientation.LANDSCAPE,
    )

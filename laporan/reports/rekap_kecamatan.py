"""Recap of facilitation per kecamatan: all of them, zeros shown (domain 9.4)."""

from laporan.drill import leading, linked, list_of_cases, opening_totals_list
from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, Row
from laporan.reports.counting import (
    count_by_place,
    kecamatan_in,
    kinds,
    nameless_by_place,
    opening_notes,
)
from laporan.scope import Scope
from spreadsheets.sheet import Kind

WITHOUT_PLACE = "Tanpa rincian kecamatan (rekap awal)"


def build(period: Period, scope: Scope) -> Report:
    """Cases by the kecamatan of their business or cooperative, opening totals where their kecamatan is known."""
    named = count_by_place(period, scope)
    counts = named + nameless_by_place(period, scope)
    columns = [jenis for jenis in kinds(scope) if any(key[1] == jenis.pk for key in counts)] or list(
        kinds(scope)
    )
    rows: list[Row] = []
    for number, kecamatan in enumerate(kecamatan_in(scope), 1):
        cells = [
            linked(
                counts[kecamatan.pk, jenis.pk],
                list_of_cases(period, scope, kecamatan=kecamatan.code, jenis=jenis.slug),
                named=named[kecamatan.pk, jenis.pk],
            )
            for jenis in columns
        ]
        whole = linked(
            sum(counts[kecamatan.pk, jenis.pk] for jenis in columns),
            list_of_cases(period, scope, kecamatan=kecamatan.code),
            named=sum(named[kecamatan.pk, jenis.pk] for jenis in columns),
        )
        rows.append((number, kecamatan.name, *cells, whole))
    # Whoever has a name has a place: what has none are totals, which lead to their sources.
    without_place = [counts[None, jenis.pk] for jenis in columns]
    if any(without_place):
        urls = [
            opening_totals_list(period, scope, of=of, is_placeless=True)
            for of in (*([jenis] for jenis in columns), columns if scope.kinds else ())
        ]
        rows.append((None, WITHOUT_PLACE, *map(leading, (*without_place, sum(without_place)), urls)))
    sums = [
        linked(
            sum(count for (_, kind), count in counts.items() if kind == jenis.pk),
            list_of_cases(period, scope, jenis=jenis.slug),
            named=sum(count for (_, kind), count in named.items() if kind == jenis.pk),
        )
        for jenis in columns
    ]
    everything = linked(counts.total(), list_of_cases(period, scope), named=named.total())
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
        totals=("JUMLAH", None, *sums, everything),
        notes=("Dihitung menurut tahun hasil (tanggal terbit).", *opening_notes(period, scope)),
        orientation=Orientation.LANDSCAPE,
    )

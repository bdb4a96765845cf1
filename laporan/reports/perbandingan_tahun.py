"""A period beside the same part of the year before: per kecamatan, and per kind of facilitation."""

from collections import Counter
from collections.abc import Iterator

from laporan.drill import leading, linked, list_of_cases, opening_totals_list
from laporan.hari_ini import today
from laporan.period import Period
from laporan.report import NUMBER, Column, Report, Row
from laporan.reports.counting import (
    count_by_place,
    kecamatan_in,
    kinds,
    nameless_by_place,
    opening_notes,
)
from laporan.reports.rekap_kecamatan import WITHOUT_PLACE
from laporan.scope import Scope
from spreadsheets.sheet import Kind, Section, Value


def build(period: Period, scope: Scope) -> Report:
    """Of a period without a beginning or an end, this year is shown beside the last."""
    if period.start is None or period.end is None:
        period = Period.year(today().year)
    before = period.year_before()
    named = tuple(count_by_place(each, scope) for each in (before, period))
    counted = tuple(
        found + nameless_by_place(each, scope) for found, each in zip(named, (before, period), strict=True)
    )

    def line(
        label: str, place: int | None = None, kind: int | None = None, **narrowing: str
    ) -> tuple[Value, ...]:
        old, new = (_sum(counts, place, kind) for counts in counted)
        old_named, new_named = (_sum(counts, place, kind) for counts in named)
        return (
            label,
            linked(old, list_of_cases(before, scope, **narrowing), named=old_named),
            linked(new, list_of_cases(period, scope, **narrowing), named=new_named),
            *_change(old, new),
        )

    def rows() -> Iterator[Row]:
        yield Section("Menurut kecamatan")
        for number, kecamatan in enumerate(kecamatan_in(scope), 1):
            yield (number, *line(kecamatan.name, place=kecamatan.pk, kecamatan=kecamatan.code))
        nowhere = [sum(n for (place, _), n in counts.items() if place is None) for counts in counted]
        if any(nowhere):
            of = list(kinds(scope)) if scope.kinds else ()
            urls = (opening_totals_list(each, scope, of=of, is_placeless=True) for each in (before, period))
            yield (None, WITHOUT_PLACE, *map(leading, nowhere, urls), *_change(*nowhere))
        yield Section("Menurut jenis fasilitasi")
        for number, jenis in enumerate(kinds(scope), 1):
            yield (number, *line(jenis.name, kind=jenis.pk, jenis=jenis.slug))

    return Report(
        name=scope.file_name("perbandingan-tahun", period),
        title="Perbandingan fasilitasi dengan tahun sebelumnya",
        subtitles=(f"{period} dibandingkan dengan {before}", *scope.subtitles),
        columns=(
            NUMBER,
            Column("uraian", "Kecamatan/jenis", weight=3),
            Column("sebelum", before.text, Kind.NUMBER),
            Column("sekarang", period.text, Kind.NUMBER),
            Column("selisih", "Selisih", Kind.NUMBER),
            Column("perubahan", "Perubahan", Kind.PERCENT),
        ),
        rows=list(rows()),
        totals=("JUMLAH", None, *line("")[1:]),
        notes=(
            "Dihitung menurut tanggal hasil. Kedua bagian tabel menghitung fasilitasi yang sama.",
            "Perubahan terhadap 0 ditulis “-”.",
            *opening_notes(before, scope),
            *opening_notes(period, scope),
        ),
    )


def _sum(counts: Counter[tuple[int | None, int]], place: int | None, kind: int | None) -> int:
    """None stands for all."""
    return sum(n for (at, of), n in counts.items() if place in (None, at) and kind in (None, of))


def _change(old: int, new: int) -> tuple[Value, Value]:
    return new - old, (100 * (new - old) / old if old else None)

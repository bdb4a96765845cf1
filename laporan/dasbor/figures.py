"""The figures of a year, each as a table that says it all and, where it helps, a chart of the same."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.utils import timezone

from common import charts
from common.templatetags.indonesia import angka, persen
from fasilitasi.models import Indikator
from laporan.capaian import capaian
from laporan.dasbor import pengaruh, terlambat
from laporan.dasbor.counts import Counts
from laporan.dasbor.panel import Panel, more, titled
from laporan.dasbor.peta import coloured
from laporan.drill import about_indicator, leading, linked, list_of_cases, opening_totals_list, report_page
from laporan.period import Period
from laporan.realisasi import realised
from laporan.report import Column, Link, Row
from laporan.reports.counting import (
    finished,
    kecamatan_in,
    kinds,
    opening_notes,
)
from laporan.reports.penerima_unik import RECIPIENTS
from laporan.reports.rekap_kecamatan import WITHOUT_PLACE
from laporan.scope import Scope
from spreadsheets.sheet import Kind, Value

_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Tile:
    number: str
    label: str
    url: str = ""
    is_urgent: bool = False


@dataclass(frozen=True)
class Dasbor:
    year: int
    place: str  # "Kecamatan Togean", where one was chosen
    tiles: tuple[Tile, ...]
    target: Panel
    quarters: Panel
    kinds: Panel
    places: Panel
    late: Panel
    effect: Panel
    notes: tuple[str, ...]

    @property
    def panels(self) -> tuple[Panel, ...]:
        return (self.target, self.quarters, self.kinds, self.places, self.late, self.effect)


def build(year: int, scope: Scope) -> Dasbor:
    """A fixed number of statements, whatever the number of rows."""
    counts = Counts(year, scope)
    late, waiting = terlambat.waiting(scope)
    return Dasbor(
        year=year,
        place=f"Kecamatan {scope.kecamatan_label}" if scope.kecamatan_label else "",
        tiles=tuple(_tiles(year, scope, counts, waiting)),
        target=_target(year, scope, counts),
        quarters=_quarters(year, scope, counts),
        kinds=_kinds(year, scope, counts),
        places=_places(year, scope, counts),
        late=late,
        effect=pengaruh.compared(year, scope),
        notes=(
            "Fasilitasi dihitung menurut tanggal hasil, dalam satuan jenisnya.",
            *opening_notes(Period.year(year), scope),
        ),
    )


def _tiles(year: int, scope: Scope, counts: Counts, waiting: int) -> list[Tile]:
    period = Period.year(year)
    reached = finished(period, scope).aggregate(**{noun: Count(noun, distinct=True) for noun in RECIPIENTS})
    named, nameless = counts.whole(year)
    return [
        Tile(
            angka(named + nameless),
            "satuan fasilitasi selesai" + (f", {angka(nameless)} tanpa nama" if nameless else ""),
            list_of_cases(period, scope) if named else "",
        ),
        *(
            Tile(
                angka(reached[noun]),
                f"{noun} terfasilitasi",
                report_page("penerima-unik", period, kecamatan=scope.kecamatan, jenis=noun)
                if reached[noun]
                else "",
            )
            for noun in RECIPIENTS
        ),
        *([] if scope.kecamatan else [_reached_places(year, scope, counts)]),
        Tile(
            angka(waiting),
            "fasilitasi terlambat hari ini",
            terlambat.late_url() if waiting else "",
            bool(waiting),
        ),
    ]


def _reached_places(year: int, scope: Scope, counts: Counts) -> Tile:
    places = {at for (y, *_, at), _ in counts.named.items() if y == year and at is not None}
    return Tile(
        f"{len(places)} dari {kecamatan_in(scope).count()}",
        "kecamatan terjangkau",
        more("rekap-kecamatan", year, scope),
    )


def _target(year: int, scope: Scope, counts: Counts) -> Panel:
    indicators = Indikator.objects.in_use().prefetch_related("jenis")
    rows: list[Row] = []
    lines: list[tuple[str, float, str]] = []
    for found in realised(indicators, year, scope, counts=counts.kinds_by_quarter(year)):
        reached = capaian(found.year, found.target[-1])
        row = found.indikator
        url = about_indicator(row, Period.year(year), scope)
        value: Value = None if found.year is None else round(found.year, 2)
        by_quarter = (
            _against(done, wanted) for done, wanted in zip(found.cumulative, found.target, strict=True)
        )
        whole = Link(value, url) if value and url else value
        rows.append((row.name, row.satuan, *by_quarter, found.target[-1], whole, reached))
        if reached is not None:
            lines.append((row.name, min(float(reached), 120), persen(reached, 0)))
    return Panel(
        titled(
            f"Target dan realisasi tahun {year}",
            (
                Column("indikator", "Indikator", weight=3),
                Column("satuan", "Satuan"),
                *(
                    Column(f"tw{number}", roman, group="Realisasi / target s.d. triwulan")
                    for number, roman in enumerate(_ROMAN, 1)
                ),
                Column("target", "Target", Kind.NUMBER),
                Column("realisasi", "Realisasi", Kind.NUMBER),
                Column("capaian", "Capaian", Kind.PERCENT),
            ),
            rows,
            "Garis tegak adalah target (100 %). Realisasi dihitung s.d. hari ini untuk tahun berjalan.",
        ),
        charts.bars("target", f"Capaian target {year}", lines, full=100, has_mark=True) if lines else None,
        more=more("target-realisasi", year, scope),
    )


def _against(done: Any, wanted: Any) -> str | None:
    """ "3 / 5"; nothing of a quarter that has not begun and has no target."""
    if done is None and wanted is None:
        return None
    return " / ".join("-" if number is None else angka(round(number, 2)) for number in (done, wanted))


def _quarters(year: int, scope: Scope, counts: Counts) -> Panel:
    today = timezone.localdate()
    rows: list[Row] = []
    groups: list[tuple[str, tuple[int | None, int | None]]] = []
    for quarter, roman in enumerate(_ROMAN, 1):
        period = Period.quarter(year, quarter)
        old = counts.by_quarter(year - 1, quarter)
        has_begun = period.start is not None and period.start <= today
        new = counts.by_quarter(year, quarter) if has_begun else None
        rows.append(
            (
                f"Triwulan {roman}",
                linked(old, list_of_cases(Period.quarter(year - 1, quarter), scope), named=old),
                None if new is None else linked(new, list_of_cases(period, scope), named=new),
            )
        )
        groups.append((f"TW {roman}", (old, new)))
    series = (("before", str(year - 1)), ("now", str(year)))
    return Panel(
        titled(
            "Fasilitasi setiap triwulan",
            (Column("triwulan", "Triwulan"), *_two_years(year)),
            rows,
            *(
                ["Rekap awal tanpa nama tidak diketahui triwulannya, jadi tidak ada di sini."]
                if counts.whole(year)[1] + counts.whole(year - 1)[1]
                else []
            ),
        ),
        charts.columns(
            "triwulan", f"Fasilitasi setiap triwulan {year - 1} dan {year}", groups, series=series
        ),
    )


def _kinds(year: int, scope: Scope, counts: Counts) -> Panel:
    rows: list[Row] = []
    lines = []
    for jenis in kinds(scope):
        (old, old_nameless), (new, nameless) = (
            counts.of_kind(year - 1, jenis.pk),
            counts.of_kind(year, jenis.pk),
        )
        if not old + old_nameless + new + nameless:
            continue
        old_url, new_url = (
            list_of_cases(Period.year(each), scope, jenis=jenis.slug) for each in (year - 1, year)
        )
        rows.append(
            (
                jenis.name,
                jenis.get_satuan_display(),
                linked(old + old_nameless, old_url, named=old),
                linked(new + nameless, new_url, named=new),
            )
        )
        lines.append((jenis.name, new + nameless, angka(new + nameless)))
    return Panel(
        titled(
            "Menurut jenis fasilitasi",
            (Column("jenis", "Jenis"), Column("satuan", "Satuan"), *_two_years(year)),
            rows,
        ),
        charts.bars("jenis", f"Fasilitasi menurut jenis tahun {year}", lines) if lines else None,
        more=more("rekap-fasilitasi", None, scope),
    )


def _places(year: int, scope: Scope, counts: Counts) -> Panel:
    kecamatan = list(kecamatan_in(scope))
    rows: list[Row] = []
    by_code: dict[str, int] = {}
    for row in kecamatan:
        values = []
        for each in (year - 1, year):
            named, nameless = counts.of_place(each, row.pk)
            by_code[row.code] = named + nameless
            url = list_of_cases(Period.year(each), scope, kecamatan=row.code)
            values.append(linked(named + nameless, url, named=named))
        rows.append((row.name, *values))
    nowhere = [sum(counts.of_place(each, None)) for each in (year - 1, year)]
    if any(nowhere):
        urls = (opening_totals_list(Period.year(each), scope, is_placeless=True) for each in (year - 1, year))
        rows.append((WITHOUT_PLACE, *map(leading, nowhere, urls)))
    url_of: Callable[[Any], str] = lambda row: list_of_cases(Period.year(year), scope, kecamatan=row.code)  # noqa: E731
    return Panel(
        titled("Menurut kecamatan", (Column("kecamatan", "Kecamatan"), *_two_years(year)), rows),
        # Of one kecamatan the map of the district is a spot in the sea.
        peta=None if scope.kecamatan else coloured(by_code, kecamatan, url_of),
        more=more("perbandingan-tahun", year, scope),
    )


def _two_years(year: int) -> tuple[Column, Column]:
    return (
        Column("sebelum", str(year - 1), Kind.NUMBER),
        Column("sekarang", str(year), Kind.NUMBER),
    )

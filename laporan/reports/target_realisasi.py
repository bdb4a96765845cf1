"""Targets of a year beside what was reached, quarter by quarter (LKjIP; domain 9.4)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from common.templatetags.indonesia import tanggal
from fasilitasi.models import Indikator
from laporan.capaian import capaian, steps
from laporan.drill import about_indicator
from laporan.hari_ini import today
from laporan.period import Period
from laporan.realisasi import Realisasi, realised
from laporan.report import NUMBER, Column, Link, Orientation, Report, Row
from laporan.reports.counting import opening_notes
from laporan.scope import Scope
from spreadsheets.sheet import Kind

ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Span:
    """The year that is printed, and the quarter it is looked at from; None: the year as a whole."""

    year: int
    quarter: int | None

    @classmethod
    def of(cls, period: Period) -> "Span":
        """A quarter as asked; any other period stands for the year it ends in, which may be this one."""
        day = period.end or today()
        for quarter in (1, 2, 3, 4):
            if period == Period.quarter(day.year, quarter):
                return cls(day.year, quarter)
        return cls(day.year, None)

    @property
    def period(self) -> Period:
        return Period.quarter(self.year, self.quarter) if self.quarter else Period.year(self.year)

    @property
    def shown(self) -> int:
        """Quarters with a realisation: those up to the one asked for."""
        return self.quarter or 4


def build(period: Period, scope: Scope, *, is_cumulative: bool) -> Report:
    """`is_cumulative`: "s.d. triwulan ini", as LKjIP sheets are filled; else each quarter by itself."""
    span = Span.of(period)
    indicators = Indikator.objects.in_use().prefetch_related("jenis")
    # What a report is narrowed to by kind is here the indicator.
    if scope.jenis:
        indicators = indicators.filter(slug=scope.jenis)
    place = replace(scope, jenis="", jenis_label="")
    found = realised(indicators, span.year, place)
    way = "s.d. triwulan" if is_cumulative else "triwulan ini"
    return Report(
        name=scope.file_name("target-realisasi" if is_cumulative else "target-realisasi-triwulan", period),
        title="Target dan realisasi indikator kinerja",
        subtitles=(
            str(span.period),
            "Angka kumulatif (s.d. triwulan)" if is_cumulative else "Angka setiap triwulan (triwulan ini)",
            *scope.subtitles,
        ),
        columns=_columns(span, way),
        rows=[_row(number, each, span, place, is_cumulative) for number, each in enumerate(found, 1)],
        notes=(*_notes(span, found, is_cumulative), *_opening_notes(span, found, place)),
        orientation=Orientation.LANDSCAPE,
    )


def _columns(span: Span, way: str) -> tuple[Column, ...]:
    until = f"s.d. TW {ROMAN[span.quarter - 1]}" if span.quarter else f"Tahun {span.year}"
    return (
        NUMBER,
        Column("indikator", "Indikator", weight=2.5),
        Column("satuan", "Satuan"),
        Column("target", f"Target tahun {span.year}", Kind.NUMBER),
        *(
            Column(f"{key}_{quarter}", label, Kind.NUMBER, group=f"TW {roman}, {way}")
            for quarter, roman in enumerate(ROMAN, 1)
            for key, label in (("target", "Target"), ("realisasi", "Realisasi"))
        ),
        Column("realisasi", "Realisasi", Kind.NUMBER, group=until),
        Column("capaian", "Capaian", Kind.PERCENT, group=until),
        Column("formula", "Formula", weight=2),
        Column("sumber", "Sumber data", weight=1.5),
        Column("keterangan", "Keterangan", weight=1.5),
    )


def _row(number: int, found: Realisasi, span: Span, place: Scope, is_cumulative: bool) -> Row:
    row = found.indikator
    # A share of a register stands at a day: by itself and cumulative it is the same.
    targets: Sequence[Any] = found.target if is_cumulative or row.is_ratio else steps(found.target)
    reached = found.cumulative if is_cumulative else found.alone
    quarters: list[Any] = []
    for quarter in (1, 2, 3, 4):
        period = Period.quarter(span.year, quarter)
        value = reached[quarter - 1] if quarter <= span.shown else None
        url = about_indicator(row, period.cumulative() if is_cumulative else period, place)
        quarters += [_plain(targets[quarter - 1]), _linked(value, url)]
    now, asked = found.reached_by(span.quarter), found.asked_by(span.quarter)
    total = Period.quarter(span.year, span.quarter).cumulative() if span.quarter else span.period
    return (
        number,
        row.name,
        row.satuan,
        _plain(found.target[-1]),
        *quarters,
        _linked(now, about_indicator(row, total, place)),
        capaian(now, asked),
        row.formula,
        row.source,
        "; ".join(filter(None, (row.notes, _ratio_text(found, span)))),
    )


def _plain(value: Any) -> Any:
    """At most two decimals: a share of a register may have endless ones."""
    return None if value is None else round(value, 2)


def _linked(value: Any, url: str) -> Any:
    return Link(_plain(value), url) if value and url else _plain(value)


def _ratio_text(found: Realisasi, span: Span) -> str:
    known = [ratio for ratio in found.ratios[: span.shown] if ratio is not None]
    return str(known[-1]) if known else ""


def _notes(span: Span, found: list[Realisasi], is_cumulative: bool) -> list[str]:
    target = (
        "Target dan realisasi setiap triwulan bersifat kumulatif: nilai dari Januari s.d. akhir triwulan itu."
        if is_cumulative
        else "Target triwulan ini adalah selisih target kumulatif dengan triwulan sebelumnya."
    )
    notes = [
        target,
        "Capaian = realisasi ÷ target s.d. waktu yang sama × 100 %; target 0 atau kosong ditulis “-”.",
        "Fasilitasi dihitung menurut tanggal hasil. Persentase koperasi dan usaha adalah keadaan akhir triwulan.",
    ]
    if span.year == today().year:
        notes.append(f"Triwulan yang masih berjalan dihitung s.d. {tanggal(today())}.")
    if any(each.nameless for each in found) and span.quarter is None:
        notes.append(
            "Realisasi tahun termasuk rekap awal tanpa nama, yang tidak diketahui triwulannya; "
            "kolom triwulan hanya memuat fasilitasi yang tercatat dengan nama."
        )
    return notes


def _opening_notes(span: Span, found: list[Realisasi], place: Scope) -> tuple[str, ...]:
    """Sources of the totals without names that the indicators count, and of those that a quarter cannot hold."""
    kinds = {
        jenis.slug for each in found if not each.indikator.is_ratio for jenis in each.indikator.jenis.all()
    }
    if not kinds:
        return ()
    scope = replace(place, jenis=",".join(sorted(kinds)))
    period = Period.quarter(span.year, span.quarter).cumulative() if span.quarter else span.period
    return opening_notes(period, scope)


by_end_of_quarter = partial(build, is_cumulative=True)
by_single_quarter = partial(build, is_cumulative=False)

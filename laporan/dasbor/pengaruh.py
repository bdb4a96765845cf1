"""What facilitation changed: turnover and workers the year before and the year after the result, against the others.

Only businesses with figures of both years stand in a line, so that the same businesses are compared with themselves.
A comparison, no proof: who asks for help may differ from who does not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Avg, Count, Exists, FilteredRelation, IntegerField, OuterRef, Q
from django.db.models.functions import Cast, Coalesce

from common.templatetags.indonesia import angka, rupiah_singkat
from fasilitasi.models import Fasilitasi
from laporan.dasbor.panel import Panel, titled
from laporan.report import Column, Row
from laporan.reports.counting import narrow
from laporan.scope import Scope
from spreadsheets.sheet import Kind, Value
from umkm.models import Usaha

LEAST = 5  # businesses behind a figure; fewer could be told apart (UU 27/2022; domain §10)
COHORTS = 3


@dataclass(frozen=True)
class Change:
    """Averages of one measure over the same businesses; None where too few stand behind them."""

    businesses: int
    before: float | None
    after: float | None

    @property
    def is_hidden(self) -> bool:
        return 0 < self.businesses < LEAST

    @property
    def percent(self) -> float | None:
        if not self.before or self.after is None:
            return None
        return 100 * (self.after - self.before) / self.before


@dataclass(frozen=True)
class Line:
    """Businesses with a result in `year`, or those without any result up to the year after it."""

    year: int
    is_facilitated: bool
    omzet: Change
    tenaga_kerja: Change


def lines(year: int, scope: Scope) -> list[Line]:
    """The results of the three years before `year`, the newest first; two statements each."""
    return [
        _line(result, is_facilitated, scope)
        for result in range(year - 1, year - 1 - COHORTS, -1)
        for is_facilitated in (True, False)
    ]


def _line(year: int, is_facilitated: bool, scope: Scope) -> Line:
    results = Fasilitasi.objects.finished().filter(usaha__isnull=False)
    rows: Any = narrow(Usaha.objects.active().filter(is_draft=False), scope).order_by()
    if is_facilitated:
        rows = rows.filter(pk__in=results.in_year(year).order_by().values("usaha"))
    else:
        rows = rows.exclude(Exists(results.filter(usaha=OuterRef("pk"), result_on__year__lte=year + 1)))
    found = (
        rows.annotate(
            before=FilteredRelation("datatahunan", condition=Q(datatahunan__tahun=year - 1)),
            after=FilteredRelation("datatahunan", condition=Q(datatahunan__tahun=year + 1)),
        )
        .filter(before__isnull=False, after__isnull=False)
        .aggregate(**_measure("omzet", _omzet), **_measure("tenaga_kerja", _tenaga_kerja))
    )
    return Line(year, is_facilitated, _change(found, "omzet"), _change(found, "tenaga_kerja"))


def _omzet(side: str) -> tuple[Any, Q]:
    return f"{side}__penjualan_tahunan", Q(**{f"{side}__penjualan_tahunan__isnull": False})


def _tenaga_kerja(side: str) -> tuple[Any, Q]:
    """Men and women; an empty box beside a filled one is none."""
    heads = [Cast(Coalesce(f"{side}__tenaga_kerja_{sex}", 0), IntegerField()) for sex in ("l", "p")]
    known = Q(**{f"{side}__tenaga_kerja_l__isnull": False}) | Q(**{f"{side}__tenaga_kerja_p__isnull": False})
    return heads[0] + heads[1], known


def _measure(name: str, of: Any) -> dict[str, Any]:
    (before, had), (after, has) = of("before"), of("after")
    both = had & has
    return {
        f"{name}_n": Count("pk", filter=both),
        f"{name}_before": Avg(before, filter=both),
        f"{name}_after": Avg(after, filter=both),
    }


def _change(found: dict[str, Any], name: str) -> Change:
    count = found[f"{name}_n"]
    if count < LEAST:
        return Change(count, None, None)
    return Change(count, float(found[f"{name}_before"]), float(found[f"{name}_after"]))


# --- as a table ------------------------------------------------------------------------------------


def compared(year: int, scope: Scope) -> Panel:
    return Panel(
        titled(
            "Omzet dan tenaga kerja sebelum dan sesudah fasilitasi",
            (
                Column("tahun", "Tahun hasil"),
                Column("kelompok", "Kelompok usaha"),
                *(
                    Column(f"{key}_{part}", label, kind, group=group)
                    for key, group in (("omzet", "Omzet rata-rata"), ("tk", "Tenaga kerja rata-rata"))
                    for part, label, kind in (
                        ("n", "Usaha", Kind.NUMBER),
                        ("sebelum", "Tahun sebelum", Kind.NUMBER),
                        ("sesudah", "Tahun sesudah", Kind.NUMBER),
                        ("perubahan", "Perubahan", Kind.PERCENT),
                    )
                ),
            ),
            [_effect_row(line) for line in lines(year, scope)],
            "Hanya usaha yang angka kedua tahunnya tercatat: usaha yang sama dibandingkan dengan dirinya sendiri.",
            f"Angka dari kurang {LEAST} usaha disembunyikan dan ditulis “<{LEAST}”.",
            "Perbandingan ini bukan bukti sebab-akibat: usaha yang difasilitasi dapat berbeda dari yang lain.",
        )
    )


def _effect_row(line: Line) -> Row:
    group = "Difasilitasi" if line.is_facilitated else "Tidak difasilitasi"
    return (
        str(line.year),
        group,
        *_cells(line.omzet, rupiah_singkat),
        *_cells(line.tenaga_kerja, lambda value: angka(value, 1)),
    )


def _cells(change: Change, write: Callable[[Any], str]) -> tuple[Value, ...]:
    if change.is_hidden:
        return (f"<{LEAST}", None, None, None)
    if change.before is None or change.after is None:
        return (change.businesses, None, None, None)
    return (change.businesses, write(change.before), write(change.after), change.percent)

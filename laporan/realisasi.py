"""What was reached of each indicator, by quarter of one year: derived from cases and registers, never stored."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from django.db.models import Count, Max, Q, Sum
from django.db.models.functions import ExtractQuarter

from fasilitasi.choices import Ukuran
from fasilitasi.models import Indikator, Target
from koperasi.kepatuhan import is_active_by_rule
from koperasi.kesehatan import HasilKesehatan
from koperasi.kinerja import performs_well, speaks_for
from koperasi.models import Koperasi, PemeriksaanKesehatan
from laporan.capaian import Ratio, running
from laporan.hari_ini import today
from laporan.period import Period
from laporan.reports.counting import finished, narrow, opening_totals
from laporan.scope import Scope
from umkm.models import Usaha

_QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Realisasi:
    """One indicator in one year. Lists have a place for each quarter; None: the quarter has not begun."""

    indikator: Any
    target: tuple[Decimal | None, ...]  # cumulative
    alone: tuple[int | Decimal | None, ...]  # of the quarter by itself; of a ratio its state
    cumulative: tuple[int | Decimal | None, ...]
    year: (
        int | Decimal | None
    )  # cases of the whole year with those of opening totals; of a ratio the newest state
    nameless: int  # of `year`, from opening totals: a year's total has no quarters
    ratios: tuple[Ratio | None, ...] = ()

    def reached_by(self, quarter: int | None) -> int | Decimal | None:
        return self.year if quarter is None else self.cumulative[quarter - 1]

    def asked_by(self, quarter: int | None) -> Decimal | None:
        return self.target[(quarter or 4) - 1]


def realised(
    indicators: Iterable[Indikator], year: int, scope: Scope, *, counts: Any = None
) -> list[Realisasi]:
    """In a fixed number of statements. `counts`: what `count_quarters` found already."""
    rows: list[Any] = list(indicators)
    begun = [quarter for quarter in _QUARTERS if _days(year, quarter)[0] <= today()]
    ends = [min(_days(year, quarter)[1], today()) for quarter in begun]
    targets = _targets(rows, year, scope)
    if counts is None:
        counts = count_quarters(year, scope)
    nameless = dict(
        opening_totals(Period.year(year), scope).order_by().values_list("jenis").annotate(Sum("jumlah"))
    )
    states = _states({row.ukuran for row in rows}, ends, scope)
    return [
        _ratio(row, targets[row.pk], states[row.ukuran])
        if row.is_ratio
        else _counted(row, targets[row.pk], counts, nameless, len(begun))
        for row in rows
    ]


def count_quarters(year: int, scope: Scope) -> dict[tuple[int, int], int]:
    """Units of finished cases by (kind's id, quarter)."""
    rows = finished(Period.year(year), scope).order_by().values_list("jenis", ExtractQuarter("result_on"))
    return defaultdict(int, {(jenis, quarter): n for jenis, quarter, n in rows.annotate(Sum("jumlah_unit"))})


def _days(year: int, quarter: int) -> tuple[datetime.date, datetime.date]:
    period = Period.quarter(year, quarter)
    return cast("tuple[datetime.date, datetime.date]", (period.start, period.end))


def _targets(rows: Sequence[Any], year: int, scope: Scope) -> dict[int, tuple[Decimal | None, ...]]:
    """Of the district, or of the kecamatan looked at; of several kecamatan only numbers add up, percentages do not."""
    targets = Target.objects.filter(indikator__in=[row.pk for row in rows], tahun=year)
    targets = (
        targets.filter(kecamatan__code__in=scope.codes) if scope.codes else targets.filter(kecamatan=None)
    )
    found: dict[int, list[tuple[Decimal | None, ...]]] = defaultdict(list)
    for target in targets.order_by():
        found[target.indikator_id].append(tuple(target.at_end_of(quarter) for quarter in _QUARTERS))
    nothing: tuple[Decimal | None, ...] = (None,) * 4
    return {row.pk: _together(found[row.pk], row.is_ratio) or nothing for row in rows}


def _together(targets: list[tuple[Decimal | None, ...]], is_ratio: bool) -> tuple[Decimal | None, ...]:
    if len(targets) == 1 or not targets or is_ratio:
        return targets[0] if len(targets) == 1 else ()
    return tuple(
        None if None in values else sum((value for value in values if value is not None), Decimal(0))
        for values in zip(*targets, strict=True)
    )


def _counted(
    row: Any, target: tuple[Decimal | None, ...], counts: Any, nameless: dict[int, int], begun: int
) -> Realisasi:
    kinds = [jenis.pk for jenis in row.jenis.all()]
    alone = [sum(counts[kind, quarter] for kind in kinds) for quarter in _QUARTERS]
    apart = sum(nameless.get(kind, 0) for kind in kinds)
    later = (None,) * (4 - begun)
    return Realisasi(
        row,
        target,
        (*alone[:begun], *later),
        (*running(alone)[:begun], *later),
        sum(alone) + apart if begun else None,
        apart,
    )


def _ratio(row: Any, target: tuple[Decimal | None, ...], states: list[Ratio]) -> Realisasi:
    later = (None,) * (4 - len(states))
    values = (*(state.percent for state in states), *later)
    newest = states[-1].percent if states else None
    return Realisasi(row, target, values, values, newest, 0, (*states, *later))


# --- states of the registers, at the end of each quarter ------------------------------------------


def _states(wanted: set[str], ends: list[datetime.date], scope: Scope) -> dict[str, list[Ratio]]:
    found: dict[str, list[Ratio]] = {}
    if wanted & {Ukuran.KOPERASI_AKTIF, Ukuran.KOPERASI_RAT, Ukuran.KOPERASI_BAIK}:
        found |= _cooperatives(ends, scope)
    if Ukuran.USAHA_NIB in wanted:
        found[Ukuran.USAHA_NIB] = _businesses(ends, scope)
    return found


def _cooperatives(ends: list[datetime.date], scope: Scope) -> dict[str, list[Ratio]]:
    """One pass over the register: whether a cooperative is active is a rule of `koperasi/kepatuhan.py`, not of SQL."""
    rows: Any = narrow(Koperasi.objects.active().filter(is_draft=False), scope).order_by()
    names = ["tanggal_badan_hukum", "is_active_declared"]
    for place, day in enumerate(ends):
        names += [f"last_{place}", f"shu_{place}"]
        held = Q(rapatanggota__held_on__lte=day)
        last_year = held & Q(rapatanggota__tahun_buku=day.year - 1)
        rows = rows.annotate(
            **{
                f"last_{place}": Max("rapatanggota__tahun_buku", filter=held),
                f"shu_{place}": Max("rapatanggota__shu", filter=last_year),
            }
        )
    whole, aktif, rat, baik = ([0] * len(ends) for _ in range(4))
    examined = _examined(rows, ends)
    for row in rows.values("pk", *names).iterator(chunk_size=1000) if ends else ():
        for place, day, is_aktif, last in _standings(row, ends):
            has_rat = last is not None and last >= day.year - 1
            whole[place] += 1
            aktif[place] += is_aktif
            rat[place] += has_rat
            baik[place] += performs_well(
                is_aktif=is_aktif,
                kesehatan=examined.get((row["pk"], place)),
                has_rat=has_rat,
                shu=row[f"shu_{place}"],
            )
    parts = {Ukuran.KOPERASI_AKTIF: aktif, Ukuran.KOPERASI_RAT: rat, Ukuran.KOPERASI_BAIK: baik}
    return {
        ukuran: [Ratio(part, of) for part, of in zip(counted, whole, strict=True)]
        for ukuran, counted in parts.items()
    }


def _examined(rows: Any, ends: list[datetime.date]) -> dict[tuple[int, int], HasilKesehatan]:
    """(Cooperative, quarter) → what its newest examination known by then says; the years of those quarters only."""
    found: dict[tuple[int, int], HasilKesehatan] = {}
    if not ends:
        return found
    years = range(ends[0].year - 1, ends[-1].year + 1)
    examinations = PemeriksaanKesehatan.objects.filter(koperasi__in=rows.values("pk"), tahun__in=years)
    for each in examinations.order_by("tahun").iterator(chunk_size=1000):
        for place, day in enumerate(ends):
            if speaks_for(day, tahun=each.tahun, examined_on=each.examined_on):
                found[each.koperasi_id, place] = each.hasil
    return found


def _standings(
    row: dict[str, Any], ends: list[datetime.date]
) -> Iterator[tuple[int, datetime.date, bool, int | None]]:
    founded = row["tanggal_badan_hukum"]
    for place, day in enumerate(ends):
        if founded and founded > day:
            continue
        last, declared = row[f"last_{place}"], row["is_active_declared"]
        by_rule = is_active_by_rule(last_book_year=last, on=day, founded_on=founded)
        yield place, day, by_rule if declared is None else declared, last


def _businesses(ends: list[datetime.date], scope: Scope) -> list[Ratio]:
    if not ends:
        return []
    rows: Any = narrow(Usaha.objects.active().filter(is_draft=False), scope).order_by()
    counts = {}
    for place, day in enumerate(ends):
        known = Q(created_at__date__lte=day)
        issued = ~Q(nib="") & (Q(nib_issued_on=None) | Q(nib_issued_on__lte=day))
        counts[f"whole_{place}"] = Count("pk", filter=known)
        counts[f"part_{place}"] = Count("pk", filter=known & issued)
    found = rows.aggregate(**counts)
    return [Ratio(found[f"part_{place}"], found[f"whole_{place}"]) for place in range(len(ends))]

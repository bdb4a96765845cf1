"""What the programme brought: per OPD and month, from purchases that were confirmed and from what OPD reported.

Everything is counted by the database in one statement for a stretch of months, never row by row.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Case, CharField, F, QuerySet, Sum, Value, When
from django.db.models.functions import Cast, Concat, TruncMonth

from belanja_asn.aturan import Bulan, number_of_asn, participation, reporting_state
from belanja_asn.choices import KeadaanLapor
from belanja_asn.models import Belanja, JumlahAsn, LaporanOpd, Opd

# Of fewer purchases or civil servants no figure is told to the public (UU 27/2022 Pasal 4; domain 10).
SMALLEST_GROUP = 5


@dataclass(frozen=True)
class Angka:
    """Of an OPD in a month, or of several together."""

    ikut: int = 0  # whose purchases together reach the minimum
    kurang: int = 0  # who bought, but less
    belanja: int = 0  # purchases recorded one by one
    nilai: int = 0
    ikut_dilaporkan: int = 0  # by the OPD, of purchases that are not recorded one by one
    nilai_dilaporkan: int = 0

    def __add__(self, other: "Angka") -> "Angka":
        return Angka(*(getattr(self, name) + getattr(other, name) for name in _NAMES))

    @property
    def seluruh_ikut(self) -> int:
        return self.ikut + self.ikut_dilaporkan

    @property
    def seluruh_nilai(self) -> int:
        return self.nilai + self.nilai_dilaporkan


_NAMES = ("ikut", "kurang", "belanja", "nilai", "ikut_dilaporkan", "nilai_dilaporkan")


@dataclass(frozen=True)
class Baris:
    """An OPD in a month."""

    opd: Opd
    month: Bulan
    jumlah_asn: int | None
    angka: Angka
    keadaan: KeadaanLapor

    @property
    def persen(self) -> float | None:
        return participation(self.angka.seluruh_ikut, self.jumlah_asn)

    @property
    def is_silent(self) -> bool:
        """Neither reported nor bought: nothing is known, which is not nought."""
        return self.keadaan == KeadaanLapor.BELUM and self.angka == Angka()


# Each person's purchases of a month first, then how many persons reach the minimum of that month's rule.
_BY_PERSON = """
    WITH person AS ({persons})
    SELECT person.opd_id, person.month::date, count(*) FILTER (WHERE person.amount >= coalesce(rule.nilai_minimum, 0)),
        count(*) FILTER (WHERE person.amount < rule.nilai_minimum), sum(person.receipts), sum(person.amount)
    FROM person LEFT JOIN belanja_asn_aturanbelanja AS rule
        ON rule.valid_from <= person.month::date
            AND (rule.valid_until IS NULL OR rule.valid_until >= person.month::date)
    GROUP BY person.opd_id, person.month::date
"""


def recorded(purchases: QuerySet) -> dict[tuple[int, datetime.date], Angka]:
    """By (OPD, first of the month). A purchase that names nobody is somebody's of its own."""
    persons = (
        purchases.order_by()
        .annotate(
            month=TruncMonth("bought_on"),
            who=Case(
                When(pembeli_index="", then=Concat(Value("#"), Cast("pk", CharField()))),
                default=F("pembeli_index"),
                output_field=CharField(),
            ),
        )
        .values("opd_id", "month", "who")
        .annotate(amount=Sum("nilai"), receipts=Sum(Value(1)))
    )
    statement, parameters = persons.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_BY_PERSON.replace("{persons}", statement), parameters)
        return {
            (opd, month): Angka(ikut=ikut, kurang=kurang, belanja=int(count), nilai=int(amount))
            for opd, month, ikut, kurang, count, amount in cursor.fetchall()
        }


def rows_of(
    months: list[Bulan], *, opds: Iterable[Opd], purchases: QuerySet | None = None, with_reports: bool = True
) -> list[Baris]:
    """Every OPD in every month, months first. `purchases` narrows what is counted; then reports tell too much."""
    if not months:
        return []
    span = {"bought_on__gte": months[0].start, "bought_on__lte": months[-1].end}
    counted = Belanja.objects.counted() if purchases is None else purchases
    found = recorded(counted.filter(**span))
    reports = _reports(months) if with_reports else {}
    numbers = _numbers(months[-1])
    opds = list(opds)
    return [_row(opd, month, found, reports, numbers) for month in months for opd in opds]


def _row(
    opd: Opd, month: Bulan, found: dict[Any, Angka], reports: dict[Any, Angka], numbers: dict[int, Any]
) -> Baris:
    key = (opd.pk, month.start)
    angka = found.get(key, Angka()) + reports.get(key, Angka())
    keadaan = reporting_state(
        has_reported=key in reports, people=angka.seluruh_ikut + angka.kurang, amount=angka.seluruh_nilai
    )
    return Baris(opd, month, number_of_asn(numbers[opd.pk], month), angka, keadaan)


def _reports(months: list[Bulan]) -> dict[tuple[int, datetime.date], Angka]:
    reports = LaporanOpd.objects.filter(bulan__gte=months[0].start, bulan__lte=months[-1].start)
    return {
        (opd, month): Angka(ikut_dilaporkan=people, nilai_dilaporkan=amount)
        for opd, month, people, amount in reports.order_by().values_list(
            "opd", "bulan", "jumlah_ikut", "nilai"
        )
    }


def _numbers(last: Bulan) -> dict[int, dict[datetime.date, int]]:
    numbers: dict[int, dict[datetime.date, int]] = defaultdict(dict)
    for opd, month, number in JumlahAsn.objects.filter(bulan__lte=last.start).values_list(
        "opd", "bulan", "jumlah"
    ):
        numbers[opd][month] = number
    return numbers


def total(rows: Iterable[Baris]) -> Angka:
    return sum((row.angka for row in rows), Angka())


def all_asn(rows: Iterable[Baris]) -> int | None:
    """Of rows of one month; None where no OPD's number is known."""
    known = [row.jumlah_asn for row in rows if row.jumlah_asn is not None]
    return sum(known) if known else None

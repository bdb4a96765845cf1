"""1 ASN 1 Produk in the invented district: ten offices, a rule, half a year of purchases and reports."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from rumah_usaha.demo.days import SEED, TODAY, between
from rumah_usaha.demo.names import person_name

FIRST_MONTH = 7
MONTHS = tuple(date(2026, month, 1) for month in range(FIRST_MONTH, 12))
MINIMUM = 50_000
# Name, what people say, civil servants, how eager they are, in how many months they reported.
OFFICES = (
    ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "BKPSDM", 38, 0.8, 5),
    ("Badan Pendapatan Daerah", "Bapenda", 52, 0.6, 4),
    ("Dinas Kesehatan", "Dinkes", 74, 0.7, 5),
    ("Dinas Komunikasi dan Informatika", "Diskominfo", 29, 0.5, 4),
    ("Dinas Lingkungan Hidup", "DLH", 33, 0.3, 3),
    ("Dinas Perhubungan", "Dishub", 41, 0.0, 3),
    ("Dinas Perikanan", "Dinas Perikanan", 36, 0.6, 4),
    ("Dinas Perindustrian dan Perdagangan", "Disperindag", 44, 0.9, 5),
    ("Kantor Kecamatan Una Una", "Kec. Una Una", 17, 0.4, 2),
    ("Sekretariat Daerah", "Setda", 96, 0.5, 4),
)
# What people buy on one receipt, in thousands.
_AMOUNTS = (20, 35, 50, 60, 75, 75, 90, 100, 120, 150)
_STATES = ("dikonfirmasi",) * 8 + ("menunggu", "ditolak")


@dataclass(frozen=True)
class Purchase:
    office: str
    buyer: str
    bought_on: date
    seller: int  # the seller's place among those that the loader takes
    amount: int
    nota: str
    channel: str
    state: str


@cache
def purchases() -> tuple[Purchase, ...]:
    rng = random.Random(f"{SEED} 1 asn 1 produk")
    return tuple(
        purchase
        for _, office, staff, eager, _ in OFFICES
        for purchase in _of_office(rng, office, staff, eager)
    )


def _of_office(rng: random.Random, office: str, staff: int, eager: float) -> Iterator[Purchase]:
    """About a third of those who buy are written down one by one; the office reports the rest without names."""
    buyers = [person_name(rng, rng.choice("LP")) for _ in range(max(1, staff // 3))]
    for place, month in enumerate(MONTHS):
        grown = eager * (0.5 + 0.12 * place)
        for number, buyer in enumerate(buyers):
            if rng.random() >= grown:
                continue
            last = min(TODAY, date(month.year, month.month, 28))
            day = between(rng, month, last)
            # What is still waiting was bought lately.
            state = rng.choice(_STATES) if month == MONTHS[-1] else rng.choice(_STATES[:8])
            yield Purchase(
                office, buyer, day, rng.randrange(40), rng.choice(_AMOUNTS) * 1_000,
                f"{month.month:02}{place}{number:03}", rng.choice(("ponsel", "rekap", "rekap")), state,
            )  # fmt: skip


@dataclass(frozen=True)
class MonthReport:
    office: str
    month: date
    people: int
    amount: int


@cache
def reports() -> tuple[MonthReport, ...]:
    """The month that runs is not reported yet; an office without eagerness reports that nobody bought."""
    rng = random.Random(f"{SEED} rekap opd")
    found = []
    for _, office, staff, eager, count in OFFICES:
        for place, month in enumerate(MONTHS[: min(count, len(MONTHS) - 1)]):
            people = int(staff * eager * (0.25 + 0.08 * place))
            found.append(MonthReport(office, month, people, people * rng.randrange(50, 95) * 1_000))
    return tuple(found)

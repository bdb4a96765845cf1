"""Money, counts and measures in cells."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError

from common.rupiah import parse_rupiah
from spreadsheets.columns import Column
from spreadsheets.reading.book import Cell
from spreadsheets.reading.problem import CellError, Reading, quoted, warning

_MOST_RUPIAH = 10**18
_MOST_COUNTED = 10**9
_COUNT = re.compile(r"(\d{1,3}(?:[. ]\d{3})+|\d+)(?:[.,]0+)?(?: ?[a-z/ ]{1,20})?")
_MEASURE = re.compile(r"([+-]?)(\d{1,12})(?:[.,](\d{1,15}))?°?")
_PERIOD = re.compile(r"\b(?:per ?)?(hari|minggu|bulan|bln|panen|trip|malam)\b")
_UNDER = re.compile(
    r"(?:<=?|≤|kurang dari|di ?bawah|maks(?:imal|imum)?\.?|hingga|sampai(?: dengan)?|s/?d)(.+)"
)
_OVER = re.compile(r"(?:>=?|≥|lebih dari|di ?atas|min(?:imal|imum)?\.?)(.+)|(.+?)ke atas")
_BETWEEN = re.compile(r"(.+?)(?:-|–|—|s/?d\.?|sampai(?: dengan)?|hingga)(.+)")
# "Rp -", as the accounting format shows nought.
_NO_MONEY = re.compile(r"(?:rp|idr)\.?\s*[-–—]*", re.IGNORECASE)
_UNIT = re.compile(r"[a-z]+\Z")


@dataclass(frozen=True)
class Band:
    """Rupiah from `low` to `high`; an end that is not named is None."""

    low: int | None
    high: int | None


def parse_band(text: str) -> Band | None:
    """ "< 1M", "1 M - 5 M", "di atas 50 juta"; None where it is none."""
    folded = " ".join(text.lower().split())
    if match := _UNDER.fullmatch(folded):
        high = _amount(match[1])
        return None if high is None else Band(None, high)
    if match := _OVER.fullmatch(folded):
        low = _amount(match[1] or match[2])
        return None if low is None else Band(low, None)
    if match := _BETWEEN.fullmatch(folded):
        first, second = match[1].strip(), match[2].strip()
        unit = _UNIT.search(second)
        # "500 - 750 juta": the unit is said once.
        if unit and not _UNIT.search(first):
            first = f"{first} {unit[0]}"
        low, high = _amount(first), _amount(second)
        return Band(low, high) if low is not None and high is not None and low < high else None
    return None


def _amount(text: str) -> int | None:
    try:
        return parse_rupiah(text.strip())
    except ValidationError:
        return None


def read_rupiah(cell: Cell, column: Column) -> Reading:
    if isinstance(cell, str):
        return _read_rupiah_text(cell)
    amount = number_in(cell, "jumlah rupiah")
    if abs(amount) >= _MOST_RUPIAH:
        raise CellError("Jumlah rupiah terlalu besar.", "Periksa banyaknya angka nol.")
    whole = round(amount)
    if abs(amount - whole) > 0.005:
        return whole, [warning("Pecahan rupiah dibulatkan.")]
    return whole, []


def _read_rupiah_text(text: str) -> Reading:
    if _NO_MONEY.fullmatch(text):
        return 0, []
    try:
        return parse_rupiah(text), []
    except ValidationError:
        if parse_band(text):
            return None, [
                warning(
                    f"{quoted(text)} adalah rentang, bukan jumlah, sehingga jumlahnya dikosongkan.",
                    "Isi jumlah rupiahnya jika diketahui.",
                )
            ]
        if found := _PERIOD.search(text.lower()):
            raise CellError(
                f"{quoted(text)} menyebut jumlah per {found[1]}.",
                "Tulis satu jumlah rupiah saja, misalnya 1250000.",
            ) from None
        raise


def read_integer(cell: Cell, column: Column) -> Reading:
    if isinstance(cell, str):
        match = _COUNT.fullmatch(" ".join(cell.lower().split()))
        if not match:
            raise CellError(f"{quoted(cell)} bukan bilangan bulat.", "Tulis angkanya saja, misalnya 3.")
        count = int(re.sub(r"\D", "", match[1]))
    else:
        number = number_in(cell, "bilangan bulat")
        count = round(number)
        if count != number or count < 0:
            raise CellError("Isi sel ini bukan bilangan bulat dari nol ke atas.", "Tulis misalnya 3.")
    if count > _MOST_COUNTED:
        raise CellError("Bilangan ini terlalu besar.", "Periksa banyaknya angka.")
    return count, []


def read_decimal(cell: Cell, column: Column) -> Reading:
    if isinstance(cell, str):
        match = _MEASURE.fullmatch(cell.replace(" ", ""))
        if not match:
            raise CellError(f"{quoted(cell)} bukan bilangan.", "Tulis angkanya saja, misalnya -0,8712.")
        return Decimal(f"{match[1]}{match[2]}.{match[3] or 0}"), []
    number = number_in(cell, "bilangan")
    if abs(number) >= 10**12:
        raise CellError("Bilangan ini terlalu besar.", "Periksa tanda desimalnya.")
    return Decimal(repr(number)), []


def number_in(cell: Cell, what: str) -> int | float:
    if isinstance(cell, bool) or not isinstance(cell, int | float) or not math.isfinite(cell):
        raise CellError(
            f"Isi sel ini {kind_of(cell)}, bukan {what}.",
            "Ubah format selnya menjadi teks, lalu ketik ulang.",
        )
    return cell


def kind_of(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "TRUE atau FALSE"
    if isinstance(cell, str):
        return "teks"
    return "bilangan" if isinstance(cell, int | float) else "tanggal atau jam"

"""Values of a result as people read and write them, one line for a whole result in sheets."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from common.templatetags.indonesia import angka, rupiah, tanggal
from common.text import fold
from fasilitasi.choices import Isian

_BETWEEN = "; "


def choices_in(pilihan: str) -> list[str]:
    """ "Layak; Perlu perbaikan" as its choices, each once."""
    return list(dict.fromkeys(word for part in pilihan.split(";") if (word := part.strip())))


def in_words(isian: str, value: str | Decimal | int | date | None) -> str:
    if isinstance(value, date):
        return tanggal(value)
    if isinstance(value, str):
        return value
    return rupiah(value) if isian == Isian.RUPIAH else angka(value)


def in_one_line(named: Iterable[tuple[str, str]]) -> str:
    """ "Bank penyalur: BRI; Plafon disetujui: Rp25.000.000"; a semicolon of a value becomes a comma."""
    return _BETWEEN.join(f"{name}: {words.replace(';', ',')}" for name, words in named)


def read_line(line: str) -> dict[str, str]:
    """The same read again: by folded name. What has no name in front is kept under "" to be refused."""
    found: dict[str, str] = {}
    for part in line.split(";"):
        name, colon, words = part.partition(":")
        if part.strip():
            found[fold(name) if colon else ""] = words.strip() if colon else part.strip()
    return found

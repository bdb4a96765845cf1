"""What stands on a receipt: its number, and the goods as somebody writes them down."""

import re

from common.identifiers.cleaning import compact
from common.text import tidy_line

MOST_ITEMS, MOST_OF_ONE, LONGEST_NAME = 30, 9_999, 200
# "2 keripik pisang", "2x keripik", "keripik pisang (2)", "keripik x 2".
_BEFORE = re.compile(r"(\d{1,4})\s*(?:x|×|bungkus|buah|pcs|botol|kg|ikat|dus|lembar)?\s+(.+)", re.I)
_BEHIND = re.compile(r"(.+?)\s*(?:\((\d{1,4})\)|[x×]\s*(\d{1,4}))", re.I)
_BULLET = re.compile(r"\A[-–•*]\s*|\A\d{1,2}[.)]\s+")


def normalise_nota(raw: str) -> str:
    """Two ways to write one number are one: "Nota No. 012/A" and "012/a"."""
    return compact(raw, "NOTA", "KWITANSI", "KUITANSI", "FAKTUR", "INVOICE")


def items_of(text: str) -> list[tuple[str, int]]:
    """(goods, how many) of each line or part between semicolons; one where no number is written."""
    found = []
    for part in re.split(r"[\n;]", text):
        line = _BULLET.sub("", tidy_line(part))
        if not line:
            continue
        name, count = line, 1
        if match := _BEFORE.fullmatch(line):
            name, count = match[2], int(match[1])
        elif match := _BEHIND.fullmatch(line):
            name, count = match[1], int(match[2] or match[3])
        found.append((name[:LONGEST_NAME], min(max(count, 1), MOST_OF_ONE)))
    return found[:MOST_ITEMS]

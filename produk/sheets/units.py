"""Prices and units as sellers write them: "Rp15.000/bks", "25rb per kg"."""

import re

from produk.choices import Satuan
from spreadsheets.columns import choice_key

_ALSO = {
    "bks": "bungkus", "bgks": "bungkus", "bungkusan": "bungkus", "pack": "bungkus", "pak": "bungkus",
    "pouch": "bungkus", "sachet": "bungkus", "pc": "pcs", "piece": "pcs", "pieces": "pcs", "kilo": "kg",
    "kilogram": "kg", "ons": "100 gram", "100 gr": "100 gram", "100 g": "100 gram", "ltr": "liter",
    "btl": "botol", "toples": "stoples", "jar": "stoples", "ikatan": "ikat", "lbr": "lembar", "helai": "lembar",
    "karton": "dus", "kardus": "dus", "box": "dus", "kotak": "dus", "porsi": "porsi", "biji": "buah",
    "butir": "buah", "unit": "buah", "psg": "pasang", "stel": "set", "org": "orang", "pax": "orang",
}  # fmt: skip
# Words for a unit, and the same with "per" or "1" in front.
UNITS = {
    f"{before}{word}": unit
    for word, unit in (_ALSO | {value: value for value in Satuan.values}).items()
    for before in ("", "per ", "1 ", "per 1 ")
}
_KNOWN = {choice_key(word): unit for word, unit in UNITS.items()}
_WITH_UNIT = re.compile(
    r"(?P<price>.*\d.*?)\s*(?:/|\bper\b|@|\()\s*(?P<unit>[^\d()/]+|1?\s*\D+|100 ?gr?(?:am)?)\)?",
    re.IGNORECASE,
)
_LONGEST = 60


def split_price(text: str) -> tuple[str, str]:
    """The amount, and the unit behind it as written; without a unit the text stays whole."""
    match = _WITH_UNIT.fullmatch(text) if len(text) <= _LONGEST else None
    if not match or not re.search(r"[a-z]", match["unit"], re.IGNORECASE):
        return text, ""
    return match["price"].strip(), re.sub(r"\Aper\b\s*", "", match["unit"].strip(), flags=re.IGNORECASE)


def unit_of(text: str) -> str:
    """Our unit, or "" where none is meant."""
    return _KNOWN.get(choice_key(text), "")

"""Rupiah as people write it."""

import re
from decimal import Decimal

from django.core.exceptions import ValidationError

_EXAMPLE = "Tulis misalnya 1250000 atau Rp1.250.000."
_UNITS = {
    "rb": 10**3,
    "ribu": 10**3,
    "jt": 10**6,
    "juta": 10**6,
    "m": 10**9,
    "miliar": 10**9,
    "milyar": 10**9,
    "t": 10**12,
    "triliun": 10**12,
}
_PLAIN = re.compile(r"[0-9]+")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3}){2,}|[0-9]{1,3}(?: [0-9]{3})+")
# Sen that are nought: ",00", ",-", ",--" and Excel's ".0" or ".00".
_NO_SEN = re.compile(r"(?:,(?:0{1,2}|-{1,2})|\.0{1,2})\Z|-\Z")
_SHORT = re.compile(r"([0-9]+(?:[.,][0-9]{1,3})?) ?([a-z]+)")
# 18 digits fit a bigint, and are more than the state budget.
_MAX_DIGITS = 18


def parse_rupiah(raw: str) -> int:
    """Whole rupiah from "Rp 1.250.000", "1.250.000,00", "1250000", "15 rb" or "1,5 juta"; "-" stays."""
    text = " ".join(raw.split()).lower().lstrip("'")
    is_negative = text.startswith("-") or (text.startswith("(") and text.endswith(")"))
    text = re.sub(r"\A(?:rp|idr)\.? ?", "", text.strip("()").removeprefix("-").strip())
    if text.startswith("-") and not is_negative:
        is_negative, text = True, text[1:].strip()
    amount = _parse_amount(text)
    return -amount if is_negative else amount


def _parse_amount(text: str) -> int:
    if short := _SHORT.fullmatch(text):
        return _parse_short(*short.groups())
    whole = _NO_SEN.sub("", text).strip()
    if not (_PLAIN.fullmatch(whole) or _GROUPED.fullmatch(whole)):
        raise ValidationError(f"Jumlah rupiah tidak dikenali. {_EXAMPLE}", code="invalid")
    digits = re.sub("[^0-9]", "", whole)
    if len(digits) > _MAX_DIGITS:
        raise ValidationError("Jumlah rupiah terlalu besar. Periksa banyaknya angka nol.", code="too_large")
    return int(digits)


def _parse_short(number: str, unit: str) -> int:
    factor = _UNITS.get(unit)
    if factor is None or len(number) > _MAX_DIGITS - len(str(factor)):
        raise ValidationError(f"Jumlah rupiah tidak dikenali. {_EXAMPLE}", code="invalid")
    # "1.250 jt" is 1,250 million to one reader and 1.25 million to the next.
    if re.search(r"[.,][0-9]{3}\Z", number):
        raise ValidationError(f"Jumlah rupiah dapat dibaca dengan dua cara. {_EXAMPLE}", code="ambiguous")
    amount = Decimal(number.replace(",", ".")) * factor
    return int(amount)

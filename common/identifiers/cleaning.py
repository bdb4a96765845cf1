"""What every number has in common: untidy typing, Excel's habits, counting digits."""

import re
import string
import unicodedata
from collections.abc import Sequence

from django.core.exceptions import ValidationError

# A cell that Excel took for a number. Only ".0" after nothing but digits: a printed NPWP ends in ".000".
_EXCEL_FLOAT = re.compile(r"\s*'?\s*([0-9]+)\.0\s*")
_EXCEL_SCIENTIFIC = re.compile(r"[0-9]+E\+?[0-9]+")
# Spaces, dots, dashes of every width, apostrophes, zero-width characters. Commas and slashes stay: they
# separate two numbers in one cell, and joining those would invent a third.
_SEPARATORS = re.compile(r"[\s.\-_:'\u2018\u2019`\u2010-\u2015\u2212\u200b-\u200f\u2060\ufeff]+")
# str.upper() turns one letter into several in other scripts; only a-z matter here.
_UPPER = str.maketrans(string.ascii_lowercase, string.ascii_uppercase)


def compact(raw: str, *labels: str) -> str:
    """Drop separators, Excel's traces and leading labels such as "NIB" or "No."; letters become capitals."""
    if raw.isascii() and raw.isdigit():
        # Most numbers are so, and a list has a hundred thousand of them.
        return raw
    text = unicodedata.normalize("NFKC", raw)
    if cell := _EXCEL_FLOAT.fullmatch(text):
        text = cell[1]
    text = _SEPARATORS.sub("", text).translate(_UPPER)
    text = unicodedata.normalize("NFKC", text)
    return re.sub(rf"\A(?:{'|'.join((*labels, 'NOMOR', 'NO'))})+", "", text)


def is_digits(value: str, length: int) -> bool:
    """Exactly so many ASCII digits; str.isdigit() also accepts digits of other scripts."""
    return len(value) == length and value.isascii() and value.isdigit()


def require_digits(value: str, lengths: Sequence[int], *, label: str, advice: str) -> None:
    """Raise unless value has one of these numbers of digits. The message never repeats the number itself."""
    if not value or any(is_digits(value, length) for length in lengths):
        return
    expected = " atau ".join(str(length) for length in lengths)
    if _EXCEL_SCIENTIFIC.fullmatch(value):
        problem = (
            f"{label} sudah dibulatkan oleh Excel (bentuk seperti 7,2E+15), sehingga angka aslinya hilang. "
            f"Ubah kolomnya menjadi teks, lalu ketik ulang {expected} angka"
        )
    elif not re.fullmatch("[0-9]+", value):
        problem = f"{label} hanya boleh berisi angka ({expected} angka)"
    else:
        problem = f"{label} harus {expected} angka, yang diisi {len(value)} angka"
    raise ValidationError(f"{problem}. {advice}", code="invalid")

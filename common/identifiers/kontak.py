"""How to reach somebody: phone numbers in E.164 and postal codes."""

import re
import unicodedata

from django.core.exceptions import ValidationError

from common.identifiers.cleaning import compact, is_digits

_COUNTRY = "62"
# Jakarta, Bandung, Semarang, Surabaya, Medan have two digits after the zero; everywhere else it is three.
_SHORT_AREAS = ("21", "22", "24", "31", "61")
# Every field normalises and validates at each door that a number passes.
_USUAL = re.compile(r"\+62[1-9][0-9]{7,11}")
_HIDDEN = "•"


def normalise_phone(raw: str) -> str:
    """ "0812-3456 7890", "62812…", "+62…" and "8…" all become "+62…"; text without a digit becomes empty."""
    if is_usual_phone(raw):
        return raw
    text = unicodedata.normalize("NFKC", raw)
    digits = re.sub("[^0-9]+", "", re.sub(r"\A\s*'?\s*([0-9]+)\.0\s*\Z", r"\1", text))
    # "+62 (0)812" and "00 62 812": zeros before and after the country code mean nothing.
    significant = digits.lstrip("0")
    if not significant:
        return ""
    if text.strip().startswith("+") or digits.startswith("00"):
        is_national = False
    else:
        is_national = digits.startswith("0") or not significant.startswith(_COUNTRY)
    if is_national:
        return f"+{_COUNTRY}{significant}"
    if significant.startswith(_COUNTRY):
        return f"+{_COUNTRY}{significant[2:].lstrip('0')}"
    return f"+{significant}"


def is_usual_phone(value: str) -> bool:
    """An Indonesian number as it is stored: normalised, valid, and nothing odd about it."""
    return _USUAL.fullmatch(value) is not None


def normalise_rt(raw: str) -> str:
    """ "RT 05", "rw. 002" and "05" alike: the number as it was typed, without its label."""
    return compact(raw, "RT", "RW")


def validate_phone(value: str) -> None:
    """Refuse what no telephone in the world can have (E.164: at most 15 digits)."""
    if value and not re.fullmatch(r"\+[0-9]{8,15}", value):
        raise ValidationError(
            "Nomor telepon tidak lengkap atau terlalu panjang. Tulis misalnya 0812-3456-7890.", code="invalid"
        )


def phone_warnings(value: str) -> list[str]:
    """Indonesian numbers have 8 to 12 digits after +62; others are kept with a warning."""
    if not value or re.fullmatch(r"\+62[0-9]{8,12}", value):
        return []
    if value.startswith(f"+{_COUNTRY}"):
        return ["Jumlah angka nomor telepon tidak biasa. Periksa kembali nomornya."]
    return ["Nomor telepon ini bukan nomor Indonesia (+62). Periksa kembali nomornya."]


def format_phone(value: str) -> str:
    """As people read it: "0812-3456-7890", "0464-21234"; a foreign number stays in E.164."""
    phone = normalise_phone(value)
    if not phone.startswith(f"+{_COUNTRY}"):
        return phone
    national = phone[3:]
    if national.startswith("8"):
        groups = ["0" + national[:3], national[3:7], national[7:]]
    else:
        area = 2 if national.startswith(_SHORT_AREAS) else 3
        groups = ["0" + national[:area], national[area:]]
    return "-".join(group for group in groups if group)


def whatsapp_number(value: str) -> str:
    """For https://wa.me/: digits with the country code, no plus. Empty when it cannot be a number."""
    phone = normalise_phone(value)
    try:
        validate_phone(phone)
    except ValidationError:
        return ""
    return phone.removeprefix("+")


def mask_phone(value: str) -> str:
    """The first two and last four digits visible; a fragment shows nothing."""
    phone = normalise_phone(value)
    digits = "0" + phone[3:] if phone.startswith(f"+{_COUNTRY}") else phone
    if len(digits) < 8:
        return _HIDDEN * len(digits)
    return digits[:2] + _HIDDEN * (len(digits) - 6) + digits[-4:]


def normalise_postal_code(raw: str) -> str:
    """Kode pos without separators."""
    return compact(raw)


def validate_postal_code(value: str) -> None:
    """Refuse what cannot be a kode pos at all: letters, or more than five digits."""
    if value and not re.fullmatch("[0-9]{1,5}", value):
        raise ValidationError("Kode pos hanya berisi 5 angka. Tulis misalnya 94683.", code="invalid")


def postal_code_warnings(value: str, *, local_range: tuple[str, str] | None = None) -> list[str]:
    """Five digits, and inside the district's own range where that is given."""
    if not value:
        return []
    if not is_digits(value, 5):
        return ["Kode pos seharusnya 5 angka."]
    if local_range and not local_range[0] <= value <= local_range[1]:
        return [f"Kode pos di luar wilayah kabupaten ini ({local_range[0]} sampai {local_range[1]})."]
    return []

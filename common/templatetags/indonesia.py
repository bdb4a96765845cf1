"""How dates, money and numbers are written in Indonesian: filters for templates, functions for Python."""

import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from urllib.parse import quote

from django import template
from django.utils import timezone

from common.identifiers import (
    format_nip,
    format_phone,
    mask_nik,
    mask_phone,
    normalise_phone,
    whatsapp_number,
)
from common.tanggal import BULAN, BULAN_PENDEK, HARI

register = template.Library()

_SHORT_AMOUNTS = ((10**12, "T"), (10**9, "M"), (10**6, "jt"), (10**3, "rb"))


@register.filter
def angka(value: Any, decimals: int | None = None) -> str:
    """1250000 → "1.250.000", 87.5 → "87,5"; with `decimals` exactly so many after the comma."""
    if value is None or value == "":
        return ""
    number = Decimal(str(value))
    if decimals is not None:
        number = number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    elif number == number.to_integral_value():
        number = number.to_integral_value()
    sign = "-" if number < 0 else ""
    whole, _, fraction = f"{abs(number):,f}".partition(".")
    return sign + whole.replace(",", ".") + (f",{fraction}" if fraction else "")


@register.filter
def rupiah(value: Any) -> str:
    """1250000 → "Rp1.250.000"; sen are rounded away."""
    if value is None or value == "":
        return ""
    text = angka(value, 0)
    return f"-Rp{text[1:]}" if text.startswith("-") else f"Rp{text}"


@register.filter
def rupiah_singkat(value: Any) -> str:
    """1250000 → "Rp1,3 jt", for charts and tiles; the table beside them shows the whole amount."""
    if value is None or value == "":
        return ""
    number = Decimal(str(value))
    for size, unit in _SHORT_AMOUNTS:
        # Rounding decides the unit, or 999.950 would read "Rp1.000 rb".
        short = (abs(number) / size).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
        if short >= 1:
            return f"{'-' if number < 0 else ''}Rp{angka(short)} {unit}"
    return rupiah(number)


@register.filter
def persen(value: Any, decimals: int = 2) -> str:
    """87.5 → "87,50 %"."""
    return "" if value is None or value == "" else f"{angka(value, decimals)} %"


@register.filter
def tanggal(value: datetime.date | None) -> str:
    """ "6 Juli 2022"; a moment is taken in the district's time."""
    day = _local_date(value)
    return f"{day.day} {BULAN[day.month - 1]} {day.year}" if day else ""


@register.filter
def tanggal_pendek(value: datetime.date | None) -> str:
    """ "6 Jul 2022"."""
    day = _local_date(value)
    return f"{day.day} {BULAN_PENDEK[day.month - 1]} {day.year}" if day else ""


@register.filter
def hari_tanggal(value: datetime.date | None) -> str:
    """ "Rabu, 6 Juli 2022"."""
    day = _local_date(value)
    return f"{HARI[day.weekday()]}, {tanggal(day)}" if day else ""


@register.filter
def bulan(value: datetime.date | int | None) -> str:
    """7 → "Juli"; a date → "Juli 2022"."""
    if isinstance(value, int):
        return BULAN[value - 1] if 1 <= value <= 12 else ""
    day = _local_date(value)
    return f"{BULAN[day.month - 1]} {day.year}" if day else ""


@register.filter
def bulan_pendek(value: datetime.date | None) -> str:
    """ "Jul 2022"."""
    day = _local_date(value)
    return f"{BULAN_PENDEK[day.month - 1]} {day.year}" if day else ""


@register.filter
def waktu(value: datetime.datetime | datetime.time | None) -> str:
    """ "09.30 WITA"; a time without a date is taken as the district's own."""
    if not value:
        return ""
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return f"{value:%H.%M} {value.tzname() or timezone.localtime().tzname()}"


@register.filter
def sampai(first: datetime.date | None, last: datetime.date | None = None) -> str:
    """ "Rabu, 6 Juli 2022" for one day, "6–8 Juli 2022" and "30 Juni – 2 Juli 2022" for several."""
    if not first or not last or first == last:
        return hari_tanggal(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{tanggal(last)}"
    begins = tanggal(first) if first.year != last.year else f"{first.day} {BULAN[first.month - 1]}"
    return f"{begins} – {tanggal(last)}"


@register.filter
def sampai_pukul(first: datetime.time | None, last: datetime.time | None = None) -> str:
    """ "09.00–15.00 WITA"; without an end "09.00 WITA s.d. selesai", as invitations say."""
    if not first:
        return ""
    return f"{first:%H.%M}–{waktu(last)}" if last else f"{waktu(first)} s.d. selesai"


@register.filter
def tanggal_waktu(value: datetime.datetime | None) -> str:
    """ "6 Juli 2022 pukul 09.30 WITA"."""
    return f"{tanggal(value)} pukul {waktu(value)}" if value else ""


@register.filter
def sejak(value: datetime.date | None, prefix: str = "diperbarui") -> str:
    """ "diperbarui hari ini", "diperbarui 3 hari lalu"; another `prefix`, or none, may be given."""
    day = _local_date(value)
    return f"{prefix} {_ago((timezone.localdate() - day).days)}".strip() if day else ""


def _ago(days: int) -> str:
    if days <= 0:
        return "hari ini"
    if days == 1:
        return "kemarin"
    for length, unit in ((365, "tahun"), (30, "bulan"), (7, "minggu")):
        # Weeks only from two on: "8 hari lalu" says more than "1 minggu lalu".
        if days >= length * (2 if unit == "minggu" else 1):
            return f"{days // length} {unit} lalu"
    return f"{days} hari lalu"


@register.filter
def telepon(value: str | None) -> str:
    """ "0812-3456-7890"."""
    return format_phone(value or "")


@register.filter
def telepon_link(value: str | None) -> str:
    """ "tel:+6281234567890", or "" without a number."""
    phone = normalise_phone(value or "")
    return f"tel:{phone}" if phone else ""


@register.filter
def whatsapp_link(value: str | None, text: str = "") -> str:
    """ "https://wa.me/6281234567890?text=…", or "" where no number can be made of the value."""
    number = whatsapp_number(value or "")
    if not number:
        return ""
    return f"https://wa.me/{number}" + (f"?text={quote(text, safe='', errors='replace')}" if text else "")


@register.filter
def nip(value: str | None) -> str:
    """ "19751229 199902 2 001"."""
    return format_nip(value or "")


@register.filter
def samar_nik(value: str | None) -> str:
    """Only the last four digits of a NIK KTP."""
    return mask_nik(value or "")


@register.filter
def samar_telepon(value: str | None) -> str:
    """ "08••••••1234"."""
    return mask_phone(value or "")


def _local_date(value: Any) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value if isinstance(value, datetime.date) else None

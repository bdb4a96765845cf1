"""Short secrets at the door, derived from the portal's key: nothing is stored, and a new one makes the old one void."""

import base64

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from kegiatan.models import Kegiatan, Peserta

_LENGTH, _RECEIPT = 12, 8


def door_code(kegiatan: Kegiatan) -> str:
    """In the address behind the QR code at the door; whoever knows it stands there, or was told by somebody."""
    return _code("pintu", f"{kegiatan.pk}-{kegiatan.key_version}", _LENGTH)


def is_door_code(kegiatan: Kegiatan, typed: str) -> bool:
    return constant_time_compare(door_code(kegiatan), typed.upper())


def receipt_code(peserta: Peserta) -> str:
    """What a participant shows instead of a telephone number."""
    return _code("peserta", str(peserta.pk), _RECEIPT)


def is_receipt_code(peserta: Peserta, typed: str) -> bool:
    # Base32 has neither 0 nor 1 nor 8: what looks like a letter is one.
    tidy = typed.upper().replace("-", "").replace(" ", "").translate(str.maketrans("018", "OIB"))
    return constant_time_compare(receipt_code(peserta), tidy)


def _code(use: str, value: str, length: int) -> str:
    digest = salted_hmac(f"kegiatan.{use}", value, secret=settings.SECRET_KEY, algorithm="sha256").digest()
    return base64.b32encode(digest).decode()[:length]

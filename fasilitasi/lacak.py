"""The short secret beside a receipt number, so that nobody reads off other people's cases by counting."""

import base64

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

LENGTH = 8


def code_of(nomor: str) -> str:
    """Derived from the number and the portal's key: nothing is stored, and the same receipt prints the same code."""
    return _code(nomor, settings.SECRET_KEY)


def is_code_of(nomor: str, typed: str) -> bool:
    """However it was typed; receipts printed before the key was changed hold as long as the old key is kept."""
    # Base32 has neither 0 nor 1 nor 8: what looks like a letter is one.
    tidy = typed.upper().replace("-", "").replace(" ", "").translate(str.maketrans("018", "OIB"))
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return any(constant_time_compare(_code(nomor, key), tidy) for key in keys)


def _code(nomor: str, key: str | bytes) -> str:
    digest = salted_hmac("fasilitasi.lacak", nomor, secret=key, algorithm="sha256").digest()
    return base64.b32encode(digest).decode()[:LENGTH]


def shown(code: str) -> str:
    """In two halves, easier to read aloud."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"

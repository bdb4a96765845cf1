"""The short secret beside a receipt number, so that nobody reads off other people's cases by counting."""

import base64

from django import forms
from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from common.formfields import PlainCharFormField

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
    # The salt is older than this module and stands behind codes on paper; every series of numbers has its own letters.
    digest = salted_hmac("fasilitasi.lacak", nomor, secret=key, algorithm="sha256").digest()
    return base64.b32encode(digest).decode()[:LENGTH]


def shown(code: str) -> str:
    """In two halves, easier to read aloud."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


class LacakForm(forms.Form):
    """What stands on a receipt, typed in again."""

    nomor = PlainCharFormField(
        label="Nomor permohonan",
        max_length=30,
        help_text="Misalnya FAS-2026-00001 atau DFT-2026-00001.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    kode = PlainCharFormField(
        label="Kode",
        max_length=20,
        help_text="Delapan huruf atau angka di samping nomor.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def clean_nomor(self) -> str:
        return self.cleaned_data["nomor"].upper().replace(" ", "")

"""What tells a person from a program without asking anybody to solve a puzzle."""

import secrets

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner

FASTEST, LONGEST = 3, 24 * 60 * 60  # seconds
_signer = TimestampSigner(salt="masukan")


def new_moment() -> str:
    """When a form was shown, and its name: signed, so that it cannot be made up."""
    return _signer.sign(secrets.token_urlsafe(9))


def name_of(moment: str) -> str:
    """The form's name, where a person could have filled it in since; else what to do about it."""
    try:
        name = _signer.unsign(moment, max_age=LONGEST)
    except SignatureExpired:
        raise ValidationError(
            "Halaman ini terbuka terlalu lama. Isian Anda masih ada; kirim sekali lagi."
        ) from None
    except BadSignature:
        raise ValidationError(
            "Halaman ini perlu dimuat ulang. Isian Anda masih ada; kirim sekali lagi."
        ) from None
    if _is_younger(moment, FASTEST):
        raise ValidationError("Terlalu cepat untuk kami. Periksa isian Anda, lalu kirim sekali lagi.")
    return name


def _is_younger(moment: str, seconds: int) -> bool:
    try:
        _signer.unsign(moment, max_age=seconds)
    except SignatureExpired:
        return False
    return True


class TrappedForm(forms.Form):
    """A form that anybody may send without signing in. Its page writes `moment` and the box that nobody sees."""

    # No person sees this box; programs fill in every one there is.
    website = forms.CharField(required=False, max_length=500)

    def name_once(self) -> str:
        """The name of a form that a person sent; empty for a program's, or one that is shown again."""
        if not self.is_valid():
            return ""
        try:
            return name_of(self.data.get("moment", ""))
        except ValidationError as error:
            self.add_error(None, error)
            return ""

    @property
    def is_a_programs(self) -> bool:
        return bool(self.data.get("website"))

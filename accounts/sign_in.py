"""The forms that ask for a password, in the words of their pages, so that an error names the field as people see it."""

import re
from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm

from common.identifiers import is_usual_phone, normalise_phone

_LIKE_A_PHONE = re.compile(r"[+\d][\d\s().-]{7,20}")


def tidy_login(typed: str) -> str:
    """A telephone number is one name, however it is typed: "0812-3456 7890" is kept as "+6281234567890"."""
    typed = typed.strip()
    phone = normalise_phone(typed) if _LIKE_A_PHONE.fullmatch(typed) else ""
    return phone if is_usual_phone(phone) else typed


class SignInForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Nama pengguna atau surel"
        self.fields["login"].help_text = "Pemilik usaha boleh memakai nomor HP."
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        self.fields["password"].label = "Kata sandi"
        for field in self.fields.values():
            # The label says it already, in our own words.
            field.widget.attrs.pop("placeholder", None)

    def clean_login(self) -> str:
        return tidy_login(super().clean_login())


class AgainForm(ReauthenticateForm):
    """Before the ways in are changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = "Kata sandi"
        self.fields["password"].widget.attrs.pop("placeholder", None)

"""The sign-in form, in the words of its page, so that an error names the field as people see it."""

from typing import Any

from allauth.account.forms import LoginForm


class SignInForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Nama pengguna atau surel"
        self.fields["password"].label = "Kata sandi"

"""What whoever opened a one-time link chooses: a name to sign in with, and a password or a passkey."""

from typing import Any

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator

from accounts.sign_in import tidy_login
from common.formfields import PlainCharFormField


class KlaimForm(forms.Form):
    username = forms.CharField(
        label="Nama pengguna",
        max_length=150,
        help_text="Untuk masuk nanti. Nomor HP Anda paling mudah diingat.",
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
    )
    name = PlainCharFormField(
        label="Nama Anda", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    password = forms.CharField(
        label="Kata sandi baru",
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Paling sedikit 15 karakter. Kalimat yang mudah diingat lebih baik daripada kata yang rumit.",
    )

    def __init__(
        self, *args: Any, asks_name: bool, has_account: bool, asks_password: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].required = asks_password
        if not asks_name:
            del self.fields["name"]
        if has_account:
            del self.fields["username"]

    def clean_username(self) -> str:
        username = tidy_login(self.cleaned_data["username"])
        UnicodeUsernameValidator()(username)
        return username

"""The form by which the admin role keeps accounts. Superusers are made by command, never here."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.roles import ADMIN
from common.admin import OfficeForm


class UserForm(OfficeForm):
    new_password = forms.CharField(
        label="Kata sandi baru",
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Paling sedikit 15 karakter; kalimat yang mudah diingat lebih baik daripada kata yang rumit.",
    )

    class Meta:
        model = User
        exclude: tuple[str, ...] = ()
        labels = {"groups": "Peran", "email": "Surel", "is_active": "Akun aktif"}
        help_texts = {
            "groups": "Tanpa peran, orang ini tidak dapat membuka kantor.",
            "username": "Dipakai untuk masuk. Huruf, angka, titik, dan garis saja, tanpa spasi.",
            "is_active": "Hapus centang bila orang ini tidak bertugas lagi; riwayatnya tetap terbaca.",
        }
        widgets = {"groups": forms.CheckboxSelectMultiple, "kecamatan": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "new_password" in self.fields:
            self.fields["new_password"].required = self.instance.pk is None
        if self.instance.pk and "new_password" in self.fields:
            self.fields["new_password"].help_text += " Kosongkan bila tidak diganti."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.pk == self.request.user.pk:
            self._keep_own_door_open(cleaned)
        return cleaned

    def _keep_own_door_open(self, cleaned: dict[str, Any]) -> None:
        """Nobody locks themselves out by a slip of the hand."""
        if not cleaned.get("is_active", True):
            self.add_error("is_active", "Anda tidak dapat menonaktifkan akun Anda sendiri.")
        roles = cleaned.get("groups")
        is_admin = self.request.user.groups.filter(name=ADMIN).exists()
        if is_admin and roles is not None and ADMIN not in {role.name for role in roles}:
            self.add_error("groups", "Anda tidak dapat melepas peran Admin dari akun Anda sendiri.")

    def _post_clean(self) -> None:
        super()._post_clean()
        # After the record's own fields: a password must not resemble them.
        password = self.cleaned_data.get("new_password")
        if password:
            try:
                password_validation.validate_password(password, self.instance)
            except ValidationError as error:
                self.add_error("new_password", error)

"""Numbers that are never written into a page: shown masked, replaced by typing a new one."""

from typing import Any

from django import forms
from django.core.validators import EMPTY_VALUES

from common.formfields import IdentifierFormField
from common.identifiers import mask_nik

# What "Hapus nomor ini" sends to the field; no number normalises to it.
_CLEARED = "\u2205"


class SecretInput(forms.TextInput):
    """An empty box beside the masked number; leaving it empty keeps the number."""

    template_name = "admin/widgets/secret_input.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", "inputmode": "numeric", **(attrs or {})})
        self.masked = ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, "" if value == _CLEARED else value, attrs)
        context["widget"] |= {
            "masked": self.masked,
            "clear_name": f"{name}-hapus",
            "is_cleared": value == _CLEARED,
        }
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        typed = super().value_from_datadict(data, files, name)
        return _CLEARED if f"{name}-hapus" in data and not typed else typed


class SecretFormField(IdentifierFormField):
    """For an EncryptedCharField. `resolve` turns what was typed into what is stored."""

    widget = SecretInput

    def hide(self, stored: str) -> None:
        self.widget.masked = mask_nik(stored) if stored else ""

    def clean(self, value: Any) -> Any:
        return value if value == _CLEARED else super().clean(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return data not in EMPTY_VALUES

    def resolve(self, typed: str, stored: str) -> str:
        if typed == _CLEARED:
            return ""
        return typed or stored

"""The form of a staff screen: drafts, masked numbers, choices within the officer's kecamatan, duplicates."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import BLANK_CHOICE_DASH, Q
from django.http import HttpRequest
from django.utils.text import capfirst, get_text_list

from common.admin.choices import hand_over_loaded
from common.admin.duplicates import CONFIRMED, Duplicate
from common.admin.secrets import SecretFormField

DRAFT = "_draft"
_DASHES, _NOTHING_CHOSEN = BLANK_CHOICE_DASH[0][1], "Pilih…"
_TAKEN = "Isian ini sudah dipakai data lain. Periksa apakah datanya sudah tercatat, atau isi yang lain."
ONE_OR_MORE = "Pilihan ini tidak ada, sudah diarsipkan, atau di luar wilayah tugas Anda. Pilih yang lain."


class ScopedForm(forms.ModelForm):
    """Foreign keys offer what the related noun's own admin would show this officer, and the present value.

    `request` and `admin_site` are set on a subclass made for each request.
    """

    request: HttpRequest
    admin_site: admin.AdminSite

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                field.prepare_value = _only_keys(field.prepare_value)  # type: ignore[method-assign, assignment]
                self._limit(name, field)
                hand_over_loaded(self, name, field)
            _name_empty_choice(field)
            if isinstance(field, forms.ModelMultipleChoiceField):
                # A list of boxes to tick is no place to add another noun.
                field.widget.can_add_related = False
            if isinstance(field, SecretFormField):
                field.hide(getattr(self.instance, name, ""))
                self.initial[name] = ""
            field.error_messages["unique"] = _TAKEN

    def _update_errors(self, errors: ValidationError) -> None:
        """Django's Indonesian says of two columns taken together that they "do not exist"."""
        if hasattr(errors, "error_dict"):
            for error in errors.error_dict.get(NON_FIELD_ERRORS, []):
                if error.code == "unique_together":
                    names = (error.params or {})["unique_check"]
                    labels = get_text_list([str(self._label(name)) for name in names], "dan")
                    error.message = f"{capfirst(labels)} ini bersama-sama sudah dipakai data lain."
        super()._update_errors(errors)  # type: ignore[misc]

    def _label(self, name: str) -> Any:
        return self.instance._meta.get_field(name).verbose_name

    def _limit(self, name: str, field: forms.ModelChoiceField) -> None:
        rows: Any = field.queryset
        related = self.admin_site._registry.get(rows.model)
        choices_for = getattr(related, "choices_for", None)
        if not choices_for:
            return
        allowed = Q(pk__in=choices_for(self.request).order_by().values("pk"))
        present = getattr(self.instance, f"{name}_id", None)
        field.queryset = rows.filter(allowed | Q(pk=present) if present else allowed)
        field.error_messages["invalid_choice"] = ONE_OR_MORE
        field.error_messages["invalid_pk_value"] = ONE_OR_MORE

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, field in self.fields.items():
            if isinstance(field, SecretFormField) and name in cleaned:
                cleaned[name] = field.resolve(cleaned[name], getattr(self.instance, name, ""))
        return cleaned


def _name_empty_choice(field: forms.Field) -> None:
    """Nine dashes tell nobody what to do."""
    if isinstance(field, forms.ModelChoiceField) and field.empty_label:
        field.empty_label = _NOTHING_CHOSEN
    elif isinstance(field, forms.TypedChoiceField):
        choices: Any = field.choices
        field.choices = [(value, _NOTHING_CHOSEN if label == _DASHES else label) for value, label in choices]


def _only_keys(prepare: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """What no row can have as its key is not looked up when the box is drawn; a preset or a copied form may hold it."""

    def prepared(value: Any) -> Any:
        found = prepare(value)
        if isinstance(found, (list, tuple)):
            return [key for key in found if _is_key(key)]
        return found if _is_key(found) else None

    return prepared


def _is_key(value: Any) -> bool:
    return str(value).isascii() and str(value).isdecimal()


class OfficeForm(ScopedForm):
    """`office` (the noun's OfficeAdmin) is set on a subclass made for each request."""

    office: Any
    duplicates: list[Duplicate] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in getattr(self.instance, "REQUIRED_UNLESS_DRAFT", ()):
            if name in self.fields:
                self.fields[name].is_needed = True  # type: ignore[attr-defined]
        if self.is_bound and hasattr(self.instance, "is_draft"):
            # Before validation: a draft may have holes, a saved record may not.
            self.instance.is_draft = DRAFT in self.data and not self.instance.verified_at

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for refusal in self.office.refusals(self.request, self.instance):
            self.add_error(None, refusal)
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        # Only a form that could be saved is compared: errors are mended first.
        if not self.errors and self.office.asks_for_duplicates(self):
            self.duplicates = self.office.duplicates_of(self.request, self.cleaned_data, self.instance)
            if self.duplicates and not self.data.get(CONFIRMED):
                self.add_error(
                    None,
                    "Mungkin sudah terdaftar. Periksa daftar di bawah; bila memang berbeda, centang "
                    f"“Ini {self.office.opts.verbose_name} yang berbeda” lalu simpan lagi.",
                )

    def _update_errors(self, errors: ValidationError) -> None:
        """A rule about a field that this form does not show is said on top instead of failing the page.

        What was refused as it was typed is not refused once more for being empty.
        """
        if hasattr(errors, "error_dict"):
            moved: dict[str, list[ValidationError]] = {}
            for name, found in errors.error_dict.items():
                if name in self.errors and name != NON_FIELD_ERRORS:
                    continue
                shown = name == NON_FIELD_ERRORS or name in self.fields
                moved.setdefault(name if shown else NON_FIELD_ERRORS, []).extend(found)
            errors = ValidationError(moved)
        super()._update_errors(errors)

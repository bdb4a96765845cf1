"""Which box a column gets on a staff form."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db import models
from django.forms import DateInput, Field, ModelForm, TimeInput
from django.http import HttpRequest

from common.admin.secrets import SecretFormField, SecretInput
from common.fields import EncryptedCharField
from common.formfields import PlainCharFormField, PlainTextFormField, TolerantDateField, TolerantDecimalField

_PLAIN: dict[type[models.Field], type[Field]] = {
    models.CharField: PlainCharFormField,
    models.TextField: PlainTextFormField,
}
_DATE = {"inputmode": "numeric", "autocomplete": "off", "class": "office-date"}


def field_for(db_field: models.Field, kwargs: dict[str, Any]) -> Any:
    """Our form field for columns that Django's admin would show badly; None for all others."""
    if isinstance(db_field, EncryptedCharField):
        return db_field.formfield(**{"form_class": SecretFormField, "widget": SecretInput(), **kwargs})
    if isinstance(db_field, models.DateField) and not isinstance(db_field, models.DateTimeField):
        # A date is typed as on paper, 6-7-2022; a browser's own box would show it in its own language.
        widget = DateInput(format="%d-%m-%Y", attrs=_DATE)
        return db_field.formfield(**{"form_class": TolerantDateField, "widget": widget, **kwargs})
    if isinstance(db_field, models.URLField):
        # "berita.id/a" is an address too, and a secure one.
        return db_field.formfield(**{"assume_scheme": "https", **kwargs})
    if isinstance(db_field, models.TimeField):
        return db_field.formfield(**{"widget": TimeInput(format="%H.%M", attrs=_DATE), **kwargs})
    if isinstance(db_field, models.DecimalField):
        return db_field.formfield(**{"form_class": TolerantDecimalField, **kwargs})
    if db_field.choices or type(db_field) not in _PLAIN:
        return None
    # Reference data and accounts keep Django's own columns, and are read by as many people.
    kwargs["form_class"] = _PLAIN[type(db_field)]
    return None


def form_for_request(
    form: type[ModelForm], request: HttpRequest, admin_site: admin.AdminSite, **more: Any
) -> type[ModelForm]:
    """A subclass that knows who asks; Django's admin builds form classes for each request anyway."""
    return type(form.__name__, (form,), {"request": request, "admin_site": admin_site, **more})


def without(names: Iterable[Any], hidden: set[str]) -> list[Any]:
    """The fields of a fieldset that are not `hidden`; rows (tuples) keep the rest."""
    kept: list[Any] = []
    for name in names:
        if isinstance(name, (list, tuple)):
            if row := tuple(each for each in name if each not in hidden):
                kept.append(row)
        elif name not in hidden:
            kept.append(name)
    return kept

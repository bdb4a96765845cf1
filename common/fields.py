"""Model fields of the house. Each stores one tidy form whichever door a value comes through."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from django import forms
from django.core import checks
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.lookups import Exact
from django.db.models.query_utils import DeferredAttribute
from django.utils.module_loading import import_string

from common.encryption import DecryptionError, blind_index, decrypt, encrypt
from common.formfields import (
    IdentifierFormField,
    PlainCharFormField,
    PlainTextFormField,
    RupiahFormField,
    TolerantDateField,
)
from common.identifiers import normalise_phone, validate_phone
from common.text import refuse_hidden_characters, refuse_line_breaks, tidy_line, tidy_text

__all__ = [
    "DecryptionError",
    "EncryptedCharField",
    "IdentifierField",
    "PhoneField",
    "PlainCharField",
    "PlainTextField",
    "RupiahField",
    "TolerantDateField",
    "blind_index",
    "opened",
]


class _TidyField(models.Field):
    """Tidies in `to_python`, which full_clean, save, bulk writes, update and exact lookups all call."""

    def tidy(self, value: str) -> str:
        return tidy_line(value)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return self.tidy(text) if isinstance(text, str) else text

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            # The instance in hand must show what the database is about to hold.
            setattr(model_instance, self.attname, self.tidy(value))
        return getattr(model_instance, self.attname)


class PlainCharField(_TidyField, models.CharField):
    """One line of text: NFC, no blanks at the ends, no hidden or reordering characters."""

    default_validators = [refuse_line_breaks]

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": PlainCharFormField, **kwargs})


class PlainTextField(_TidyField, models.TextField):
    """Several lines of text, otherwise as PlainCharField."""

    default_validators = [refuse_hidden_characters]

    def tidy(self, value: str) -> str:
        return tidy_text(value)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": PlainTextFormField, **kwargs})


class IdentifierField(PlainCharField):
    """A number with rules of its own: `normalise` and perhaps `validate`, as functions or dotted paths."""

    def __init__(
        self,
        *args: Any,
        normalise: Callable[[str], str] | str = tidy_line,
        validate: Callable[[str], None] | str | None = None,
        **kwargs: Any,
    ) -> None:
        self.normalise: Callable[[str], str] = _resolve(normalise)
        self.validate_number: Callable[[str], None] | None = _resolve(validate)
        if self.validate_number:
            # Not among the `validators` given: those are frozen into migrations, and the rule is named there already.
            # Before CharField, which settles the list.
            self.default_validators = [*self.default_validators, self.validate_number]
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        if self.normalise is not tidy_line:
            kwargs["normalise"] = _dotted_path(self.normalise)
        if self.validate_number:
            kwargs["validate"] = _dotted_path(self.validate_number)
        return name, path, args, kwargs

    def tidy(self, value: str) -> str:
        return self.normalise(value)

    def formfield(self, **kwargs: Any) -> Any:
        rules = {"normalise": self.normalise, "validate": self.validate_number}
        return super().formfield(**{"form_class": IdentifierFormField, **rules, **kwargs})


class PhoneField(IdentifierField):
    """A telephone number in E.164 ("+62…")."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # "+" and 15 digits, the most that E.164 allows.
        kwargs.setdefault("max_length", 16)
        super().__init__(*args, **{"normalise": normalise_phone, "validate": validate_phone, **kwargs})

    def formfield(self, **kwargs: Any) -> Any:
        widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "off"})
        return super().formfield(**{"widget": widget, **kwargs})


class _Opened(str):
    """Plain text that remembers the token it was read from, or None where that is due for a newer key."""

    token: str | None

    @classmethod
    def from_token(cls, token: str) -> "_Opened":
        text, is_current = decrypt(token)
        opened = cls(text)
        opened.token = token if is_current else None
        return opened

    def __reduce__(self) -> tuple[Any, ...]:
        # Copies that leave the process (cache, session) are plain strings.
        return str, (str(self),)


def opened(token: str) -> str:
    """The text of a token; stored unchanged by an EncryptedCharField it keeps the token and is not encrypted anew."""
    return _Opened.from_token(token)


class _KeepsToken(DeferredAttribute):
    """Setting the same text again keeps its token, or every saved form would look like a new number."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        held = instance.__dict__.get(self.field.attname)
        if not (isinstance(held, _Opened) and held == value and not isinstance(value, _Opened)):
            instance.__dict__[self.field.attname] = value


class EncryptedCharField(IdentifierField):
    """Stored as a token under settings.FIELD_ENCRYPTION_KEYS; in Python the plain text. "" is stored as "".

    A token cannot be searched: keep a `BlindIndexField` beside it.
    """

    descriptor_class = _KeepsToken
    db_index: bool  # The type stubs forget it.

    def get_internal_type(self) -> str:
        # A token is longer than its text: `max_length` limits the text, not the column.
        return "TextField"

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        problems = super().check(**kwargs)
        if self.unique or self.db_index:
            hint = "Two tokens of one value differ. Put the constraint on a BlindIndexField."
            problems.append(
                checks.Error("An encrypted field is never unique or indexed.", hint, self, "common.E001")
            )
        return problems

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return _Opened.from_token(value) if value else value

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if hasattr(value, "as_sql"):
            return value
        text = self.get_prep_value(value)
        if not text:
            return text
        is_unchanged = isinstance(value, _Opened) and value.token and value == text
        return value.token if is_unchanged else encrypt(text)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "exact":
            return _ExactEmpty
        # "df" is how the audit trail's triggers ask whether the stored token itself changed.
        if lookup_name in ("isnull", "df"):
            return super().get_lookup(lookup_name)
        raise FieldError(_not_searchable(self.name, lookup_name))

    def formfield(self, **kwargs: Any) -> Any:
        # Browsers must not offer one person's number while the next person's is typed.
        widget = forms.TextInput(attrs={"autocomplete": "off"})
        return super().formfield(**{"widget": widget, **kwargs})


class _ExactEmpty(Exact):
    """`field=""`, the only value whose stored form is known."""

    def get_prep_lookup(self) -> Any:
        # Django asks for NULL with None here, and turns it into isnull itself.
        if self.rhs is not None and self.rhs != "":
            raise FieldError(_not_searchable(self.lhs.output_field.name, "exact"))
        return self.rhs


def _not_searchable(name: str, lookup: str) -> str:
    return f"{name}__{lookup}: an encrypted field is compared only with ''. Filter on its blind index."


class RupiahField(models.BigIntegerField):
    """Whole rupiah. Never below zero, unless `allow_negative` (a cooperative's SHU)."""

    def __init__(self, *args: Any, allow_negative: bool = False, **kwargs: Any) -> None:
        self.allow_negative = allow_negative
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        if self.allow_negative:
            kwargs["allow_negative"] = True
        return name, path, args, kwargs

    def get_internal_type(self) -> str:
        # Gives the column its CHECK (… >= 0) and the field its range.
        return "BigIntegerField" if self.allow_negative else "PositiveBigIntegerField"

    def formfield(self, **kwargs: Any) -> Any:
        # The admin hands every integer a number box, which swallows "Rp 1.250.000" unread.
        if _is_number_box(kwargs.get("widget")):
            del kwargs["widget"]
        defaults = {"form_class": RupiahFormField, "allow_negative": self.allow_negative}
        return models.Field.formfield(self, **{**defaults, **kwargs})


def _is_number_box(widget: Any) -> bool:
    return isinstance(widget, forms.NumberInput) or (
        isinstance(widget, type) and issubclass(widget, forms.NumberInput)
    )


def _resolve(function: Any) -> Any:
    return import_string(function) if isinstance(function, str) else function


def _dotted_path(function: Callable[..., Any]) -> str:
    """Shortest path that leads to the function: migrations outlive the layout of a package."""
    module, name = function.__module__, function.__qualname__
    while (parent := module.rpartition(".")[0]) and getattr(import_module(parent), name, None) is function:
        module = parent
    return f"{module}.{name}"

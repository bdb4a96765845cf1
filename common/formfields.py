"""Form fields that accept what people type: untidy numbers, "Rp 1.250.000", "6 Juli 2022"."""

import datetime
from collections.abc import Callable
from decimal import InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator

from common.rupiah import parse_rupiah
from common.tanggal import parse_tanggal
from common.templatetags.indonesia import angka
from common.text import refuse_hidden_characters, refuse_line_breaks, tidy_line, tidy_text


class PlainCharFormField(forms.CharField):
    """One line, tidied (NFC, no blanks at the ends), without hidden characters."""

    tidy: Callable[[str], str] = staticmethod(tidy_line)
    refuse: Callable[[str], None] = staticmethod(refuse_line_breaks)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        # `refuse` names every hidden character; Django's own check would say the same twice.
        self.validators = [v for v in self.validators if not isinstance(v, ProhibitNullCharactersValidator)]

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return self.empty_value
        text = self.tidy(str(value))
        self.refuse(text)
        return text or self.empty_value


class PlainTextFormField(PlainCharFormField):
    """Several lines."""

    tidy = staticmethod(tidy_text)
    refuse = staticmethod(refuse_hidden_characters)
    widget = forms.Textarea


class IdentifierFormField(PlainCharFormField):
    """A number typed with dots, spaces or a label; the length counts only after normalising."""

    def __init__(
        self, *, normalise: Callable[[str], str], validate: Callable[[str], None] | None = None, **kwargs: Any
    ) -> None:
        self.normalise, self.validate_number = normalise, validate
        super().__init__(**kwargs)
        if validate:
            # The rule says how many digits there must be, and better than a bare limit would.
            others = [v for v in self.validators if not isinstance(v, MaxLengthValidator)]
            self.validators = [*others, validate]

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text if text in self.empty_values else self.normalise(text) or self.empty_value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        # A browser would cut "0812-3456 7890" off at the length of the tidy form.
        attrs.pop("maxlength", None)
        return attrs

    def has_changed(self, initial: Any, data: Any) -> bool:
        """ "0812-3456-7890" is the same number as "+6281234567890"."""
        if self.disabled:
            return False
        try:
            return self.to_python(data) != self.to_python(initial)
        except ValidationError:
            return True


class RupiahFormField(forms.IntegerField):
    """Whole rupiah from "Rp 1.250.000", "1.250.000,00", "1250000" or "1,5 juta"."""

    # A number box would refuse the dots, and wheel and arrows change amounts unseen.
    widget = forms.TextInput(attrs={"inputmode": "numeric"})

    def __init__(self, *, allow_negative: bool = False, **kwargs: Any) -> None:
        if not allow_negative:
            kwargs["min_value"] = max(kwargs.get("min_value") or 0, 0)
        super().__init__(**kwargs)
        self.error_messages.setdefault("min_value", "Jumlah rupiah tidak boleh negatif.")

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values or isinstance(value, int):
            return None if value in self.empty_values else value
        return parse_rupiah(str(value)) if str(value).strip() else None

    def prepare_value(self, value: Any) -> Any:
        return angka(value) if isinstance(value, int) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """None of IntegerField's min and max: those belong to number boxes."""
        return {}


class TolerantDecimalField(forms.DecimalField):
    """A number with a comma or a point; what is more exact than the column keeps is rounded."""

    # A number box refuses the comma of Indonesian keyboards.
    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.strip().replace("\u2212", "-").replace(",", ".")
        number = super().to_python(value)
        if number is None or self.decimal_places is None or not number.is_finite():
            return number
        try:
            return round(number, self.decimal_places)
        except InvalidOperation:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}


class TolerantDateField(forms.DateField):
    """A date as people write it; day before month. Shown again as DD-MM-YYYY."""

    widget = forms.DateInput(format="%d-%m-%Y")

    def to_python(self, value: Any) -> datetime.date | None:
        if value in self.empty_values or not str(value).strip():
            return None
        if isinstance(value, datetime.datetime):
            return value.date()
        if isinstance(value, datetime.date):
            return value
        return parse_tanggal(str(value))

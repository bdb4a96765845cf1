"""A searched choice in a row beneath a record: the row already holds what it points at, so nothing is asked again."""

from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.db import models
from django.forms import Field, ModelForm


class LoadedChoice(AutocompleteSelect):
    """As AutocompleteSelect, which spends a query on every box it draws."""

    loaded: models.Model | None = None

    def optgroups(self, name: str, value: Any, attrs: dict[str, Any] | None = None) -> list[Any]:
        if self.loaded is None or value != [str(self.loaded.pk)]:
            return super().optgroups(name, value, attrs)
        options = [self.create_option(name, self.loaded.pk, str(self.loaded), True, 0)]
        if not self.is_required:
            options.insert(0, self.create_option(name, "", "", False, 0))
        return [(None, options, 0)]


def hand_over_loaded(form: ModelForm, name: str, field: Field) -> None:
    """Give the box what the instance was fetched with (`select_related`)."""
    widget = field.widget.widget if isinstance(field.widget, RelatedFieldWidgetWrapper) else field.widget
    if isinstance(widget, LoadedChoice):
        widget.loaded = form.instance._state.fields_cache.get(name)

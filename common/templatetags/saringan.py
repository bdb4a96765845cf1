"""Filter boxes of the public lists."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.forms import BoundField
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_SELECTED = mark_safe(" selected")  # nosec B308 # a constant


@register.simple_tag
def options(field: BoundField, counts: Mapping[str, str] | None = None) -> SafeString:
    """The `<option>`s of a choice field, with how many rows each would show where that is known.

    A widget renders a template for every option; a list page with thirty of them would spend more on its filter box
    than on its products.
    """
    chosen = str(field.value() or "")
    offer: Any = field.field
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (value, _SELECTED if str(value) == chosen else "", _counted(label, (counts or {}).get(value)))
            for value, label in offer.choices
        ),
    )


def _counted(label: str, count: str | None) -> str:
    return f"{label} ({count})" if count else label

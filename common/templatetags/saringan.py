"""Filter boxes of the public lists."""

from typing import Any

from django import template
from django.forms import BoundField
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_SELECTED = mark_safe(" selected")  # nosec B308 # a constant


@register.simple_tag
def options(field: BoundField) -> SafeString:
    """The `<option>`s of a choice field.

    A widget renders a template for every option; a list page with thirty of them would spend more on its filter box
    than on its products.
    """
    chosen = str(field.value() or "")
    offer: Any = field.field
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((value, _SELECTED if str(value) == chosen else "", label) for value, label in offer.choices),
    )

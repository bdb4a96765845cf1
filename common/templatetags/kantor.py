"""Words and marks of the staff templates."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from common.admin.columns import BADGES

register = template.Library()


@register.filter
def badge_class(state: str) -> str:
    return BADGES.get(state, "")


@register.filter
def labelled(cells: Iterable[str], headers: list[dict[str, Any]]) -> Iterator[SafeString]:
    """Each cell of a list with its column's name, which a phone shows beside the value."""
    for cell, header in zip(cells, headers, strict=False):
        label = str(header["text"])
        is_plain = str(cell).startswith("<td") and label and "action-checkbox" not in str(cell)[:60]
        attribute = format_html(' data-label="{}"', label[:1].upper() + label[1:])
        # Cells come from Django's own result list, already escaped.
        text = f"<td{attribute}{str(cell)[3:]}" if is_plain else str(cell)
        yield mark_safe(text)  # nosec B308 B703

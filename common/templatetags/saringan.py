"""Filter boxes of the public lists."""

from collections.abc import Mapping
from typing import Any, cast

from django import template
from django.forms import BoundField, ChoiceField
from django.template import Context
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from common.listing import FilterForm, OfferedField
from common.sharing import absolute

register = template.Library()

_SELECTED = SafeString(" selected")


@register.inclusion_tag("_partials/og.html", takes_context=True)
def list_head(context: Context, title: str) -> dict[str, Any]:
    """What search engines and chat programs are told of a list, as it is filtered."""
    form: FilterForm = context["form"]
    address = absolute(context["request"].path + form.canonical)
    return {
        "office": context["office"],
        "title": title,
        "share_url": address if form.is_for_search_engines else "",
        "is_endless": not form.is_for_search_engines,
        "og_image": absolute(static("img/bagikan.jpg")),
    }


@register.simple_tag
def options(field: BoundField, counts: Mapping[str, str] | None = None) -> SafeString:
    """The `<option>`s of a choice field, with how many rows each would show where that is known.

    A widget renders a template for every option; a list page with thirty of them would spend more on its filter box
    than on its products.
    """
    chosen, offer = str(field.value() or ""), cast(ChoiceField, field.field)
    offered = offer.labels().items() if isinstance(offer, OfferedField) else cast(Any, offer.choices)
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (
                value,
                _SELECTED if str(value) == chosen else "",
                _counted(str(label), (counts or {}).get(value)),
            )
            for value, label in offered
        ),
    )


def _counted(label: str, count: str | None) -> str:
    return f"{label} ({count})" if count else label

"""What a page says of itself to search engines: JSON-LD with the words of schema.org."""

import json
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from common.sharing import absolute

Thing = dict[str, Any]
# No name can end the element that the text stands in, or begin another.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def structured(*things: Thing) -> SafeString:
    """The text of a `<script type="application/ld+json">`; what is empty is left out."""
    graph = [_without_empty(thing) for thing in things]
    whole = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPES))  # nosec B308 B703


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_empty(each) for key, each in value.items() if each not in (None, "", [], {})}
    return [_without_empty(each) for each in value] if isinstance(value, list) else value


def breadcrumbs(*steps: tuple[str, str]) -> Thing:
    """The way to a page below the home page: names and paths."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": absolute(path)}
            for number, (name, path) in enumerate((("Beranda", "/"), *steps), start=1)
        ],
    }


def seller(path: str, **facts: Any) -> Thing:
    url = absolute(path)
    return {"@type": "LocalBusiness", "@id": url, "url": url, **facts}


def address(desa: Any, street: str = "") -> Thing:
    return {
        "@type": "PostalAddress",
        "streetAddress": street,
        "addressLocality": f"{desa.name}, {desa.kecamatan.name}",
        "addressRegion": settings.DISTRICT_NAME,
        "postalCode": desa.postal_code,
        "addressCountry": "ID",
    }


def office(**facts: Any) -> Thing:
    """The office that answers for the site."""
    return {"@type": "GovernmentOffice", "name": f"{settings.OFFICE_NAME} {settings.DISTRICT_NAME}", **facts}

"""What a page says of itself to search engines: JSON-LD with the words of schema.org."""

import json
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from common.identifiers import normalise_phone
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


def website(*, search: str) -> Thing:
    """The site, and how to search it."""
    return {
        "@type": "WebSite",
        "name": f"{settings.SITE_NAME} {settings.DISTRICT_SHORT}",
        "url": absolute("/"),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{absolute(search)}?q={{q}}"},
            "query-input": "required name=q",
        },
    }


def office() -> Thing:
    """The office that answers for the site, as far as the settings tell of it."""
    return {
        "@type": "GovernmentOffice",
        "name": f"{settings.OFFICE_NAME} {settings.DISTRICT_NAME}",
        "url": absolute("/"),
        "address": {
            "@type": "PostalAddress",
            "streetAddress": settings.OFFICE_ADDRESS,
            "addressLocality": settings.CAPITAL,
            "addressRegion": settings.DISTRICT_NAME,
            "addressCountry": "ID",
        },
        "telephone": normalise_phone(settings.OFFICE_WHATSAPP),
        "email": settings.OFFICE_EMAIL,
        "areaServed": settings.DISTRICT_NAME,
    }

"""What every page knows about its district. Settings only: a page must not query for its frame."""

from django.conf import settings
from django.http import HttpRequest

_NAMES = (
    "SITE_NAME",
    "DISTRICT_NAME",
    "DISTRICT_SHORT",
    "CAPITAL",
    "OFFICE_NAME",
    "OFFICE_ADDRESS",
    "OFFICE_WHATSAPP",
    "OFFICE_EMAIL",
)


def office(request: HttpRequest) -> dict[str, dict[str, str]]:
    return {"office": {name: getattr(settings, name) for name in _NAMES}}

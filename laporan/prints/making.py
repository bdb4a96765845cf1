"""Poster, cards and labels as PDF, each typeset in a process of its own like every document."""

from typing import Any

from django.conf import settings
from django.utils import timezone

from laporan import people
from laporan.glyphs import printable
from laporan.pdf import typeset


def make(template: str, offers: list[dict[str, Any]], *, tagged: bool = True) -> bytes:
    now = timezone.now()
    content = {"office": _office(now.date()), "offers": offers}
    return typeset(content, template=template, timestamp=int(now.timestamp()), tagged=tagged)


def _office(today: Any) -> dict[str, Any]:
    logo = people.letterhead(today).logo
    return {
        "name": printable(settings.OFFICE_NAME),
        "district": printable(settings.DISTRICT_NAME),
        "site": printable(settings.SITE_NAME),
        "logo": None if logo is None else list(logo),
    }

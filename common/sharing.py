"""Addresses that leave the site: links in messages, previews of them, and pictures beside the previews."""

from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

from common.templatetags.indonesia import whatsapp_link


def absolute(path: str) -> str:
    return urljoin(settings.SITE_URL, path)


def short_url(record: Any) -> str:
    """The address to print and to say, of a noun that has a letter for it."""
    return absolute(reverse("short", args=[record.SHORT_LETTER, record.slug]))


def contact_link(phone: str, *, name: str, path: str) -> str:
    """A WhatsApp message to `name` about its page; empty without a number."""
    text = f"Halo {name}, saya melihat halaman Anda di {settings.SITE_NAME}: {absolute(path)}\n"
    return whatsapp_link(phone, text)


def share_context(path: str, *, text: str, description: str, picture: str = "") -> dict[str, str]:
    """What the head of a page and its share button need; a page without a picture of its own has the site's."""
    return {
        "share_url": absolute(path),
        "share_text": text,
        "og_description": description,
        "og_image": absolute(picture or static("img/bagikan.jpg")),
    }

"""What is sent with a one-time link, ready for WhatsApp."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from common.sharing import absolute


def link_of(token: str) -> str:
    """The token stands in the query: logs keep paths only."""
    return absolute(f"{reverse('akun:claim')}?{urlencode({'kunci': token})}")


def text_for_owner(name: str, link: str) -> str:
    return (
        f"Yth. {name}, kami dari {settings.OFFICE_NAME} {settings.DISTRICT_NAME}. Buka tautan ini untuk mengelola "
        f"usaha Anda di {settings.SITE_NAME}: {link} Tautan berlaku 7 hari, hanya sekali. Jangan diteruskan kepada "
        "orang lain."
    )


def text_for_helper(usaha: str, link: str) -> str:
    return (
        f"Buka tautan ini untuk ikut mengelola {usaha} di {settings.SITE_NAME}: {link} Tautan berlaku 3 hari, hanya "
        "sekali."
    )

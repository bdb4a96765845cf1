"""An announcement as a WhatsApp message, ready to be sent on."""

from urllib.parse import quote

from django.conf import settings
from django.utils.text import Truncator

from common.sharing import absolute
from pengumuman.models import Pengumuman

# Longer ones are cut by phones and by the address that carries them.
_LONGEST = 1500


def whatsapp_text(pengumuman: Pengumuman) -> str:
    body = Truncator(pengumuman.body).chars(_LONGEST)
    parts = [f"*{pengumuman.title}*", body]
    if pengumuman.is_public:
        parts.append(f"Selengkapnya: {absolute(pengumuman.get_absolute_url())}")
    parts.append(f"{settings.OFFICE_NAME} {settings.DISTRICT_NAME}")
    return "\n\n".join(filter(None, parts))


def whatsapp_share(pengumuman: Pengumuman) -> str:
    """Opens WhatsApp with the text; the officer chooses the group."""
    return f"https://wa.me/?text={quote(whatsapp_text(pengumuman), safe='')}"

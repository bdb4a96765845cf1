"""What the office writes to an applicant, ready to be sent by WhatsApp."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from common.receipts import code_of, shown
from common.sharing import absolute
from pendaftaran.models import Pendaftaran

_TEXTS: dict[str, str] = {
    "menunggu": (
        "kami menerima pendaftaran {usaha} ({nomor}). Kami ingin memastikan beberapa hal. Apakah benar Anda yang "
        "mendaftarkannya?"
    ),
    "dikembalikan": "pendaftaran {usaha} ({nomor}) perlu diperbaiki: {reason} Perbaiki di {link}",
    "diterima": (
        "pendaftaran {usaha} ({nomor}) kami terima. Petugas akan memverifikasinya sebelum ditayangkan. Terima kasih "
        "sudah bergabung."
    ),
    "digabung": (
        "pendaftaran {usaha} ({nomor}) kami terima dan kami gabungkan dengan data usaha Anda yang sudah ada. Terima "
        "kasih."
    ),
    "ditolak": "pendaftaran {usaha} ({nomor}) tidak dapat kami terima. Silakan hubungi kantor kami bila ini keliru.",
}


def text_for(asked: Pendaftaran) -> str:
    body = _TEXTS[asked.progress].format(
        usaha=asked.nama_usaha, nomor=asked.nomor, reason=_sentence(asked.reason), link=track_url(asked)
    )
    return f"Yth. {asked.name}, kami dari {settings.OFFICE_NAME} {settings.DISTRICT_NAME}: {body}"


def track_url(asked: Pendaftaran) -> str:
    query = urlencode({"nomor": asked.nomor, "kode": shown(code_of(asked.nomor))})
    return absolute(f"{reverse('pendaftaran:track')}?{query}")


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?")) else f"{text}."

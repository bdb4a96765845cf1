"""An event as it is shown elsewhere: beside a shared link, by search engines, and in people's calendars."""

import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from common.images import ShareCard
from common.sharing import absolute
from common.structured_data import Thing, address, breadcrumbs
from common.templatetags.indonesia import sampai, sampai_pukul, tanggal_pendek, waktu
from kegiatan.ical import Entry
from kegiatan.models import Kegiatan


def where(kegiatan: Kegiatan) -> str:
    """Needs `with_place()`."""
    desa = kegiatan.desa
    return f"{kegiatan.place}, {desa.name}, {desa.kecamatan.name}" if desa else kegiatan.place


def when(kegiatan: Kegiatan) -> str:
    days = sampai(kegiatan.begins_on, kegiatan.ends_on)
    return f"{days}, {sampai_pukul(kegiatan.jam_mulai, kegiatan.jam_selesai)}"


def share_card(kegiatan: Kegiatan) -> ShareCard:
    desa = kegiatan.desa
    return ShareCard(
        name=kegiatan.name,
        lines=(kegiatan.get_jenis_display(), f"Kecamatan {desa.kecamatan.name}" if desa else kegiatan.place),
        price="Dibatalkan" if kegiatan.is_called_off else tanggal_pendek(kegiatan.begins_on),
        unit="" if kegiatan.is_called_off else f"pukul {waktu(kegiatan.jam_mulai)}",
        motif="koperasi",
    )


def structured_data(kegiatan: Kegiatan, picture: str, free: int | None) -> tuple[Thing, Thing]:
    """The event and the way to it; `free` is how many places are left, None where nobody counts."""
    path, every = kegiatan.get_absolute_url(), reverse("kegiatan:list")
    state = "EventCancelled" if kegiatan.is_called_off else "EventScheduled"
    event = {
        "@type": "Event",
        "@id": absolute(path),
        "url": absolute(path),
        "name": kegiatan.name,
        "description": kegiatan.description or kegiatan.sasaran,
        "image": absolute(picture),
        "startDate": timezone.localtime(kegiatan.begins_at).isoformat(),
        "endDate": _end(kegiatan),
        "eventStatus": f"https://schema.org/{state}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "isAccessibleForFree": True,
        "maximumAttendeeCapacity": kegiatan.kuota,
        "remainingAttendeeCapacity": free,
        "location": {
            "@type": "Place",
            "name": kegiatan.place,
            "address": address(kegiatan.desa) if kegiatan.desa else settings.DISTRICT_NAME,
        },
        "organizer": {"@type": "Organization", "name": kegiatan.organiser, "url": absolute("/")},
    }
    return event, breadcrumbs(("Kegiatan", every), (kegiatan.name, path))


def _end(kegiatan: Kegiatan) -> str:
    """A day alone where its hour is not known."""
    if kegiatan.jam_selesai:
        return timezone.localtime(kegiatan.ends_at).isoformat()
    return kegiatan.days[-1].isoformat()


def entry(kegiatan: Kegiatan) -> Entry:
    url = absolute(kegiatan.get_absolute_url())
    first_end = None
    if kegiatan.jam_selesai:
        first_end = timezone.make_aware(datetime.datetime.combine(kegiatan.days[0], kegiatan.jam_selesai))
    return Entry(
        # Never another one, whatever is changed: calendars know an event by it.
        uid=f"kegiatan-{kegiatan.pk}@{urlsplit(settings.SITE_URL).hostname}",
        summary=f"Dibatalkan: {kegiatan.name}" if kegiatan.is_called_off else kegiatan.name,
        begins_at=kegiatan.begins_at,
        ends_at=first_end,
        days=len(kegiatan.days),
        changed_at=kegiatan.updated_at,
        location=where(kegiatan),
        description="\n\n".join(filter(None, (kegiatan.description, url))),
        category=kegiatan.get_jenis_display(),
        url=url,
        is_called_off=kegiatan.is_called_off,
    )

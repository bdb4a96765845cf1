"""What the home page tells of the whole district, counted at most once a minute."""

import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from common.listing import NEWEST
from common.memory import for_a_minute
from legalitas.models import Sertifikat
from pengumuman.models import Pengumuman
from umkm.models import Usaha
from wilayah.models import Kecamatan

_NEWS_FOR = datetime.timedelta(days=30)


@for_a_minute
def figures() -> tuple[dict[str, Any], ...]:
    year = timezone.localdate().year
    businesses = Usaha.objects.active().filter(is_draft=False)
    certificates = Sertifikat.objects.active().verified().filter(issued_on__year=year)
    return (
        {"label": "Usaha tercatat", "value": businesses.count()},
        {"label": f"Sertifikat terbit {year}", "value": certificates.count()},
        {"label": "Kecamatan terjangkau", "value": _reached(businesses).count()},
    )


@for_a_minute
def news() -> tuple[Pengumuman, ...]:
    """The newest announcement for everybody, while it is news."""
    since = timezone.now() - _NEWS_FOR
    listed = Pengumuman.objects.listed().filter(published_at__gte=since)
    return tuple(listed.only("title", "slug").order_by(*NEWEST)[:1])


def _reached(businesses: QuerySet) -> QuerySet:
    return Kecamatan.objects.filter(Exists(businesses.filter(desa__kecamatan=OuterRef("pk"))))

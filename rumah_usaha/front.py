"""What the home page tells of the whole district, counted at most once a minute."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from common.memory import for_a_minute
from legalitas.models import Sertifikat
from umkm.models import Usaha
from wilayah.models import Kecamatan


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


def _reached(businesses: QuerySet) -> QuerySet:
    return Kecamatan.objects.filter(Exists(businesses.filter(desa__kecamatan=OuterRef("pk"))))

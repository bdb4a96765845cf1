"""What the home page tells of the whole district, counted at most once a minute."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from common.memory import for_a_minute
from legalitas.models import Sertifikat
from produk.counts import in_words
from produk.counts import of_kecamatan as counts_of_kecamatan
from umkm.models import Usaha
from wilayah.map import district_map
from wilayah.models import Kecamatan
from wilayah.places import kecamatan_list


@dataclass(frozen=True)
class Place:
    """A kecamatan in the list and on the map."""

    slug: str
    name: str
    count: str
    d: str
    label_x: str
    label_y: str


@for_a_minute
def places() -> tuple[Place, ...]:
    counts = counts_of_kecamatan()
    return tuple(_place(kecamatan, in_words(counts.get(kecamatan.slug, 0))) for kecamatan in kecamatan_list())


def _place(kecamatan: Kecamatan, count: str) -> Place:
    shape = district_map().shapes.get(kecamatan.code)
    if not shape:
        return Place(kecamatan.slug, kecamatan.name, count, d="", label_x="", label_y="")
    # Text: a template would write a thousand units as "1.000".
    x, y = str(shape.label_x), str(shape.label_y)
    return Place(kecamatan.slug, kecamatan.name, count, d=shape.d, label_x=x, label_y=y)


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

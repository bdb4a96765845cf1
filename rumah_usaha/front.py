"""What the home page tells of the whole district, counted at most once a minute."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.utils import timezone

from common.memory import for_a_minute
from common.templatetags.indonesia import angka
from legalitas.models import Sertifikat
from produk.models import Produk
from umkm.models import Usaha
from wilayah.map import district_map
from wilayah.models import Kecamatan

# Beyond this a place simply has "more": counting a million products would slow the page for everybody.
_MOST_COUNTED = 1000


class BoundedCount(Subquery):
    """Rows of a sliced queryset."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


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
    listed = Produk.objects.listed().filter(kecamatan=OuterRef("pk")).order_by().values("pk")
    rows = Kecamatan.objects.annotate(count=BoundedCount(listed[: _MOST_COUNTED + 1])).order_by("name")
    return tuple(_place(kecamatan) for kecamatan in rows)


def _place(kecamatan: Any) -> Place:
    more = kecamatan.count > _MOST_COUNTED
    count = f"{angka(_MOST_COUNTED)}+" if more else angka(kecamatan.count)
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

"""The register of food and drink businesses without a halal certificate (PP 42/2024 Pasal 160)."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from legalitas.choices import JenisSertifikat
from legalitas.models import Sertifikat
from produk.models import Produk
from umkm.choices import BidangUsaha
from umkm.models import Usaha
from umkm.models.usaha import UsahaQuerySet


def must_be_halal() -> UsahaQuerySet:
    """Businesses whose field is food and drink, or that sell something of a category under the duty."""
    under_duty = Produk.objects.active().filter(usaha=OuterRef("pk"), kategori__wajib_halal=True)
    return (
        Usaha.objects.active()
        .filter(is_draft=False)
        .filter(Q(bidang_usaha=BidangUsaha.MAKANAN_MINUMAN) | Q(Exists(under_duty)))
    )


def without_halal(at: date | None = None) -> UsahaQuerySet:
    """Those of them that no halal certificate names; an old one with a printed end still counts as one.

    `at` leaves out what was issued since.
    """
    papers = Sertifikat.objects.active().filter(usaha=OuterRef("pk"), jenis=JenisSertifikat.HALAL)
    if at:
        papers = papers.filter(Q(issued_on=None) | Q(issued_on__lte=at))
    return must_be_halal().exclude(Exists(papers))

"""What an owner is told about a business: whether it is on the site, and how much is asked for."""

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from common.daily import VIEWS, recent, with_recent
from produk.models import Produk
from umkm.choices import TujuanPersetujuan
from umkm.models import Usaha


def why_hidden(usaha: Usaha) -> str:
    """In the words of what to do about it; empty while the business is on the site. Needs `with_consents()`."""
    if usaha.is_listed:
        return ""
    if not usaha.verified_at:
        return "Menunggu verifikasi petugas."
    if not usaha.allows(TujuanPersetujuan.KATALOG):
        return "Anda belum menyetujui usaha ini ditampilkan."
    return "Belum ditayangkan petugas."


def with_counts(rows: QuerySet) -> Any:
    """`products`, and of the last days `views` of the page and `product_views` and `clicks` of all its products."""
    products = Produk.objects.active().filter(usaha=OuterRef("pk")).order_by().values("usaha")
    return with_recent(rows, views=VIEWS).annotate(
        products=Coalesce(Subquery(products.annotate(count=Count("pk")).values("count")), 0),
        product_views=_of_products(VIEWS),
        clicks=_of_products("klikpesan"),
    )


def _of_products(relation: str) -> Coalesce:
    counts = recent(Produk, relation).filter(produk__usaha=OuterRef("pk")).order_by().values("produk__usaha")
    return Coalesce(Subquery(counts.annotate(sum=Sum("jumlah")).values("sum")), 0)

"""What an owner is told about a business: whether it is on the site, and how much is asked for."""

import datetime
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from pesanan.models import KlikPesan
from produk.clicks import DAYS
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
    """`products`, and `clicks` of the last DAYS days; both counted for the rows of this page alone."""
    since = timezone.localdate() - datetime.timedelta(days=DAYS - 1)
    products = Produk.objects.active().filter(usaha=OuterRef("pk")).order_by().values("usaha")
    clicks = KlikPesan.objects.filter(produk__usaha=OuterRef("pk"), clicked_on__gte=since)
    return rows.annotate(
        products=Coalesce(Subquery(products.annotate(count=Count("pk")).values("count")), 0),
        clicks=Coalesce(
            Subquery(clicks.order_by().values("produk__usaha").annotate(sum=Sum("jumlah")).values("sum")), 0
        ),
    )

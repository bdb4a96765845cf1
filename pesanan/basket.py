"""Several products at once, by seller: what a shopping list shows, and the order that one seller gets of it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import QueryDict

from common.images import rendition_url
from common.templatetags.indonesia import rupiah
from koperasi.models import Koperasi
from pesanan.forms import MOST_AT_ONCE
from pesanan.whatsapp import Line
from produk.models import Produk
from umkm.models import Usaha

# As many as a list keeps (static/js/belanja.js).
MOST = 50
_LONGEST_KEY = 18


def read_keys(text: str) -> dict[int, int]:
    """ "3,5,8" → one of each; what is no key is left out."""
    return {int(key): 1 for key in text.split(",")[:MOST] if _is_number(key)}


def read_lines(data: QueryDict) -> dict[int, int]:
    """`butir=3:2`, as often as there are products: two of product 3."""
    found = {}
    for text in data.getlist("butir")[:MOST]:
        key, _, jumlah = text.partition(":")
        if _is_number(key) and _is_number(jumlah) and 1 <= int(jumlah) <= MOST_AT_ONCE:
            found[int(key)] = int(jumlah)
    return found


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST_KEY


def by_seller(wanted: Mapping[int, int]) -> list[tuple[Usaha | Koperasi, list[Line]]]:
    """Those of the wanted products that are on the site, sellers by name. A fixed number of statements."""
    products = list(Produk.objects.listed().filter(pk__in=wanted).with_cover().order_by("name", "id"))
    usaha = Usaha.objects.with_owner().with_consents().in_bulk({each.usaha_id for each in products} - {None})
    koperasi = Koperasi.objects.in_bulk({each.koperasi_id for each in products} - {None})
    found: dict[tuple[str, int], tuple[Usaha | Koperasi, list[Line]]] = {}
    for produk in products:
        produk.usaha, produk.koperasi = usaha.get(produk.usaha_id), koperasi.get(produk.koperasi_id)
        seller = produk.seller
        _, lines = found.setdefault((seller._meta.label, seller.pk), (seller, []))
        lines.append(Line(produk, wanted[produk.pk]))
    return sorted(found.values(), key=lambda each: each[0].name.casefold())


def told(seller: Usaha | Koperasi, lines: list[Line]) -> dict[str, Any]:
    """What the browser is told of a seller: nothing that the public pages do not show, and no number."""
    asks = "penjual" if seller.public_phone else "kantor" if settings.OFFICE_WHATSAPP else ""
    return {
        "name": seller.name,
        "url": seller.get_absolute_url(),
        "asks": asks,
        "goods": [_good(line.produk) for line in lines],
    }


def _good(produk: Produk) -> dict[str, Any]:
    image = produk.cover and produk.cover.image
    return {
        "id": produk.pk,
        "name": produk.name,
        "url": produk.get_absolute_url(),
        "price": produk.price,
        "price_text": f"{rupiah(produk.price)} per {produk.satuan}",
        "is_available": produk.is_available,
        "photo": rendition_url(image, "card") if image else "",
    }

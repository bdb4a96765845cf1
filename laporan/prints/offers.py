"""What is printed about a product or a seller, as plain data for the templates."""

from collections.abc import Iterable
from typing import Any

from common import qr
from common.images import rendition_name
from common.listing import AS_PLACED
from common.sharing import short_url
from common.templatetags.indonesia import rupiah
from koperasi.models import Koperasi
from laporan.glyphs import printable
from laporan.layout import breakable
from produk.models import Produk
from umkm.models import Usaha

# A longer word may break anywhere; in em, so that it holds for every size of letters.
_LONGEST_WORD = 11
_MOST_GOODS = 4


def offer_of_produk(produk: Produk, seller: Usaha | Koperasi, *, photo_size: str = "") -> dict[str, Any]:
    """`produk` as `with_halal()` and `with_cover()` fetch it; without `photo_size` no photo is read."""
    cover = produk.cover if photo_size else None
    return {
        **_common(produk),
        "price": rupiah(produk.price),
        "unit": f"per {produk.satuan}" if produk.satuan else "",
        "seller": _words(seller.name),
        "place": _place(seller),
        "is_halal": produk.is_halal,
        "photo": _content(cover and cover.image, photo_size),
        "tagline": "",
        "goods": [],
    }


def offer_of_seller(seller: Usaha | Koperasi, *, photo_size: str) -> dict[str, Any]:
    """`seller` as its public page fetches it: a photo waits for consent there too."""
    goods = seller.produk_set.listed().order_by(*AS_PLACED).only("name", "price")[:_MOST_GOODS]
    tagline = (
        seller.kegiatan_utama
        if isinstance(seller, Usaha)
        else f"Koperasi {seller.get_jenis_display().lower()}"
    )
    return {
        **_common(seller),
        "price": "",
        "unit": "",
        "seller": "",
        "place": _place(seller),
        "is_halal": False,
        "photo": _content(seller.public_photo, photo_size),
        "tagline": _words(tagline),
        "goods": [{"name": _words(good.name), "price": rupiah(good.price)} for good in goods],
    }


def label_of(produk: Produk) -> dict[str, Any]:
    """As `with_seller()` and `with_halal()` fetch it. A code that leads nowhere is not printed."""
    offer = offer_of_produk(produk, produk.seller)
    return offer if produk.is_listed else offer | {"qr": ""}


def labels_of(products: Iterable[Produk]) -> list[dict[str, Any]]:
    return [label_of(produk) for produk in products]


def _common(record: Produk | Usaha | Koperasi) -> dict[str, Any]:
    address = short_url(record)
    return {"name": _words(record.name), "address": _words(address), "qr": qr.svg(address)}


def _place(seller: Usaha | Koperasi) -> str:
    return _words(f"{seller.desa.name}, Kecamatan {seller.desa.kecamatan.name}") if seller.desa else ""


def _words(text: str) -> str:
    return breakable(printable(text), _LONGEST_WORD, bold=True)


def _content(image: Any, size: str) -> list[int] | None:
    """The picture's bytes; None where there is none, or its file is gone: a poster is made all the same."""
    if not image:
        return None
    name = rendition_name(image.name, size, "jpg") if size != "whole" else image.name
    try:
        with image.storage.open(name) as file:
            return list(file.read())
    except OSError:
        return None

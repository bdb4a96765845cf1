"""A product as it is shown elsewhere: beside a shared link, and by search engines."""

from typing import cast

from django.urls import reverse

from common.images import ShareCard, rendition_url
from common.sharing import absolute
from common.structured_data import Thing, breadcrumbs, seller
from common.templatetags.indonesia import rupiah
from produk.models import Kategori, Produk


def share_card(produk: Produk) -> ShareCard:
    """Needs the seller with its place, `with_halal()` and the photos."""
    by = produk.seller
    return ShareCard(
        name=produk.name,
        lines=(by.name, f"Kecamatan {by.desa.kecamatan.name}"),  # type: ignore[union-attr]
        price=rupiah(produk.price),
        unit=f"per {produk.satuan}",
        seal="Halal" if produk.is_halal else "",
        photo=produk.cover and produk.cover.image,
        motif=_kategori(produk).slug,
    )


def structured_data(produk: Produk, picture: str) -> tuple[Thing, Thing]:
    """The product with its offer, and the way to it; `picture` stands in where it has no photo."""
    by, path, kategori = produk.seller, produk.get_absolute_url(), _kategori(produk)
    photos = [rendition_url(foto.image, "page") for foto in produk.foto_set.all()]
    product = {
        "@type": "Product",
        "name": produk.name,
        "description": produk.description,
        "sku": str(produk.pk),
        "category": kategori.name,
        "image": [absolute(photo) for photo in photos or [picture]],
        "brand": {"@type": "Brand", "name": by.name},
        "offers": {
            "@type": "Offer",
            "url": absolute(path),
            "price": str(produk.price),
            "priceCurrency": "IDR",
            "availability": f"https://schema.org/{'InStock' if produk.is_available else 'OutOfStock'}",
            "itemCondition": "https://schema.org/NewCondition",
            "seller": seller(by.get_absolute_url(), name=by.name),
        },
    }
    every = reverse("produk:list")
    of_its_kind = (kategori.name, f"{every}?kategori={kategori.slug}")
    return product, breadcrumbs(("Produk", every), of_its_kind, (produk.name, path))


def _kategori(produk: Produk) -> Kategori:
    # A listed product is no draft, so it has its category.
    return cast(Kategori, produk.kategori)

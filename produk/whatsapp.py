"""The order that a visitor sends to a seller."""

from django.conf import settings

from common.sharing import absolute
from common.templatetags.indonesia import rupiah, whatsapp_link
from produk.models import Produk


def order_text(produk: Produk) -> str:
    """Product, price and address, so that the seller knows at once what is asked for."""
    return (
        f"Halo {produk.seller.name}, saya ingin memesan {produk.name} "
        f"({rupiah(produk.price)} per {produk.satuan}) yang saya lihat di {settings.SITE_NAME}:\n"
        f"{absolute(produk.get_absolute_url())}"
    )


def order_link(produk: Produk, phone: str) -> str:
    """ "https://wa.me/62…?text=…"; empty without a number."""
    return whatsapp_link(phone, order_text(produk))

"""The seller of a product as its public pages need it."""

from koperasi.models import Koperasi
from produk.models import Produk
from umkm.models import Usaha


def seller_of(produk: Produk) -> Usaha | Koperasi:
    """With all that a card and an order need: the place, and what the owner allows to be shown."""
    if produk.usaha_id:
        businesses = Usaha.objects.with_place().with_owner().with_consents()
        produk.usaha = businesses.get(pk=produk.usaha_id)
    elif produk.koperasi_id:
        produk.koperasi = Koperasi.objects.with_place().get(pk=produk.koperasi_id)
    return produk.seller

"""What products are described by below this layer, carrying the triggers that keep products in step with it."""

from koperasi.models import Koperasi
from produk.triggers import carries, touch_products
from umkm.models import Usaha
from wilayah.models import Desa, Kecamatan


class SellingUsaha(Usaha):
    Meta = carries(touch_products("is_listed", "name", "desa", where="usaha_id = NEW.id"))


class SellingKoperasi(Koperasi):
    Meta = carries(touch_products("is_listed", "name", "desa", where="koperasi_id = NEW.id"))


_OF_DESA = """
    usaha_id IN (SELECT seller.id FROM umkm_usaha AS seller WHERE seller.desa_id = NEW.id)
    OR koperasi_id IN (SELECT seller.id FROM koperasi_koperasi AS seller WHERE seller.desa_id = NEW.id)
"""


class SellingDesa(Desa):
    Meta = carries(touch_products("name", "kecamatan", where=_OF_DESA))


class SellingKecamatan(Kecamatan):
    Meta = carries(touch_products("name", where="kecamatan_id = NEW.id"))

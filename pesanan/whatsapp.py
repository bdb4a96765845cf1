"""The order that a visitor sends to a seller, or to the office where the seller shows no number."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from common.sharing import absolute
from common.templatetags.indonesia import angka, rupiah, whatsapp_link
from koperasi.models import Koperasi
from produk.models import Produk
from umkm.models import Usaha


@dataclass(frozen=True)
class Line:
    """One product of an order. Only listed products are ordered, so price and unit are known."""

    produk: Produk
    jumlah: int

    @property
    def total(self) -> int:
        return (self.produk.price or 0) * self.jumlah

    def __str__(self) -> str:
        price = f"{rupiah(self.produk.price)} per {self.produk.satuan}"
        amount = f"{angka(self.jumlah)} × {self.produk.name} ({price})"
        return f"{amount} = {rupiah(self.total)}" if self.jumlah > 1 else amount


def order_text(seller: Usaha | Koperasi, lines: Sequence[Line], *, note: str = "") -> str:
    """Products, quantities, prices, total and addresses, so that the seller knows at once what is asked for."""
    if seller.public_phone:
        opening = f"Halo {seller.name}, saya ingin memesan dari {settings.SITE_NAME}:"
    else:
        opening = f"Halo, saya ingin memesan dari {seller.name} lewat {settings.SITE_NAME}:"
    told = [f"- {line}\n{absolute(line.produk.get_absolute_url())}" for line in lines]
    if len(lines) > 1:
        told.append(f"Jumlah: {rupiah(sum(line.total for line in lines))}")
    if note:
        told.append(f"Catatan: {note}")
    return "\n".join([opening, *told])


def order_link(seller: Usaha | Koperasi, text: str) -> str:
    """ "https://wa.me/62…?text=…" to the seller who agreed to it, else to the office; empty where neither has one."""
    return whatsapp_link(seller.public_phone or settings.OFFICE_WHATSAPP, text)

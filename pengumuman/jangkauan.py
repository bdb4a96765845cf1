"""How many an announcement addresses, and how many of those have read it."""

from dataclasses import dataclass

from common.templatetags.indonesia import angka
from pengumuman.models import Pengumuman, Terbaca
from umkm.models import Pemilik


@dataclass(frozen=True)
class Jangkauan:
    usaha: int
    pemilik: int
    berakun: int
    dibaca: int

    def __str__(self) -> str:
        told = f"Dituju {angka(self.usaha)} usaha milik {angka(self.pemilik)} orang."
        if not self.berakun:
            return f"{told} Belum ada yang punya akun: kirim lewat WhatsApp."
        return f"{told} Dibaca {angka(self.dibaca)} dari {angka(self.berakun)} pemilik yang punya akun."


def reach_of(pengumuman: Pengumuman) -> Jangkauan:
    businesses = pengumuman.addressed().order_by()
    owners = Pemilik.objects.filter(pk__in=businesses.values("pemilik"))
    with_account = owners.exclude(account=None)
    readers = Terbaca.objects.filter(
        pengumuman=pengumuman, user__in=with_account.order_by().values("account")
    )
    return Jangkauan(businesses.count(), owners.count(), with_account.count(), readers.count())

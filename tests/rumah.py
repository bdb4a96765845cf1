"""Records of the house itself for tests: guests, announcements, goods on the shelf and what their owner is due."""

import datetime
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from accounts.models import User
from etalase.actions import record, take_in
from etalase.models import BukuTamu, MutasiTitipan, Penyelesaian, Titipan
from koperasi.models import Koperasi
from pengumuman.models import Pengumuman
from produk.models import Produk
from tests.factories import ProdukFactory, PublishableFactory, UserFactory


class BukuTamuFactory(DjangoModelFactory):
    """A guest; `reachable=True` leaves a number and the yes to it."""

    class Meta:
        model = BukuTamu

    class Params:
        reachable = factory.Trait(
            phone="+6281234567890",
            phone_consented_at=factory.LazyFunction(timezone.now),
            text_version="2026-11",
        )

    name = factory.Sequence(lambda n: f"Tamu Uji {n}")
    asal = "Desa Bailo"
    keperluan = "belanja"


class PengumumanFactory(PublishableFactory):
    """For everybody; `kecamatan=[…]` and `koperasi=[…]` narrow it."""

    class Meta:
        model = Pengumuman
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Pengumuman Uji {n}")
    slug = factory.Sequence(lambda n: f"pengumuman-uji-{n}")
    body = "Pelatihan dibuka.\n\nDaftar di kantor."

    @factory.post_generation
    def kecamatan(self, create: bool, kecamatan: Any, **kwargs: Any) -> None:
        self.kecamatan.set(kecamatan or ())

    @factory.post_generation
    def koperasi(self, create: bool, koperasi: Any, **kwargs: Any) -> None:
        self.koperasi.set(koperasi or ())


def meant_for_members(koperasi: Koperasi) -> Any:
    """What ties an announcement to a cooperative."""
    return PengumumanFactory(koperasi=[koperasi]).koperasi.through.objects.get(koperasi=koperasi)


def on_shelf(
    produk: Produk | None = None, *, jumlah: int = 10, by: User | None = None, **terms: Any
) -> Titipan:
    """Goods brought to the shelf as a clerk does it."""
    terms = {"harga_titip": 20_000, "harga_jual": 25_000} | terms
    line = take_in(
        produk=produk or ProdukFactory(listed=True), jumlah=jumlah, by=by or UserFactory(), **terms
    )
    line.titipan.refresh_from_db()
    return line.titipan


def sold(titipan: Titipan, jumlah: int = 1, *, by: User | None = None, **told: Any) -> MutasiTitipan:
    return record(titipan=titipan, jenis="terjual", jumlah=jumlah, by=by or UserFactory(), **told)


def settlement_of(**seller: Any) -> Penyelesaian:
    """One that was paid, of `usaha=` or `koperasi=`."""
    end = datetime.date(2026, 11, 30)
    days = {"started_on": datetime.date(2026, 11, 1), "ended_on": end, "paid_on": end}
    paid = {"paid_at": timezone.now(), "paid_by": UserFactory()}
    return Penyelesaian.objects.create(tahun=2026, number=1, **days, **paid, **seller)

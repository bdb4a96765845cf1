"""Registrations for tests, as `tests/factories.py` makes other records."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from pendaftaran.models import Pendaftaran
from tests.factories import DesaFactory
from umkm.choices import BidangUsaha, StatusUsaha


class PendaftaranFactory(DjangoModelFactory):
    """Sent and waiting for the office; `as_draft=True` is still the applicant's own, with every step answered."""

    class Meta:
        model = Pendaftaran

    class Params:
        as_draft = factory.Trait(nomor="", submitted_at=None)

    key_index = factory.Sequence(lambda n: f"{n:064d}")
    nomor = factory.Sequence(lambda n: f"DFT-2026-{n + 50_000:05d}")
    answered = ["pemilik", "usaha", "produk", "persetujuan"]
    phone = factory.Sequence(lambda n: f"+62813{n % 10**8:08d}")
    name = factory.Sequence(lambda n: f"Pendaftar Uji {n}")
    nama_usaha = factory.Sequence(lambda n: f"Usaha Terdaftar {n}")
    status_usaha = StatusUsaha.PERSEORANGAN
    bidang_usaha = BidangUsaha.MAKANAN_MINUMAN
    desa = factory.SubFactory(DesaFactory)
    text_version = "2026-11"
    submitted_at = factory.LazyFunction(timezone.now)

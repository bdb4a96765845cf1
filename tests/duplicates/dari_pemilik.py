"""Rows that owners send to the office or that hand them access, and views of their pages, for merges."""

import datetime
import uuid

from django.utils import timezone

from akun.models import PermintaanData, Undangan, Usulan
from pesanan.models import KlikPesan, KunjunganHalaman
from tests.duplicates.kembar import officer
from tests.factories import UsahaFactory, UserFactory
from tests.pendaftar import PendaftaranFactory
from umkm.models import Pengelola


def _invited(**about):
    soon = timezone.now() + datetime.timedelta(days=1)
    return Undangan.objects.create(token_index=uuid.uuid4().hex, given_by=officer(), expires_at=soon, **about)


def _proposed(**about):
    return Usulan.objects.create(values={}, proposed_by=officer(), **about)


def _viewed(**page):
    return KunjunganHalaman.objects.create(viewed_on=datetime.date(2026, 11, 28), jumlah=3, **page)


OF_USAHA = {
    "umkm.Pengelola.usaha": lambda usaha: Pengelola.objects.create(
        usaha=usaha, user=UserFactory(), given_by=officer()
    ),
    "akun.Undangan.usaha": lambda usaha: _invited(usaha=usaha),
    "akun.Usulan.usaha": lambda usaha: _proposed(usaha=usaha),
    "pesanan.KunjunganHalaman.usaha": lambda usaha: _viewed(usaha=usaha),
    "pendaftaran.Pendaftaran.usaha": lambda usaha: PendaftaranFactory(pemilik=usaha.pemilik, usaha=usaha),
}
OF_PEMILIK = {
    "akun.Undangan.pemilik": lambda owner: _invited(pemilik=owner),
    "akun.PermintaanData.pemilik": lambda owner: PermintaanData.objects.create(
        pemilik=owner, jenis="perbaikan", description="Uji"
    ),
    "pendaftaran.Pendaftaran.pemilik": lambda owner: PendaftaranFactory(pemilik=owner, usaha=UsahaFactory()),
}
OF_PRODUK = {
    "akun.Usulan.produk": lambda produk: _proposed(usaha=UsahaFactory(), produk=produk),
    "pesanan.KlikPesan.produk": lambda produk: KlikPesan.objects.create(
        produk=produk, clicked_on=datetime.date(2026, 11, 28), jumlah=3
    ),
    "pesanan.KunjunganHalaman.produk": lambda produk: _viewed(produk=produk),
}
OF_KOPERASI = {"pesanan.KunjunganHalaman.koperasi": lambda koperasi: _viewed(koperasi=koperasi)}

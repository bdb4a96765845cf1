"""One row of everything that the office holds of an owner, for tests of “Data saya”."""

import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.utils import timezone

from akun.models import PermintaanData, Undangan, Usulan
from etalase.actions import settle
from fasilitasi.models import BerkasFasilitasi, IsianHasil, NilaiHasil, PembukaanBerkas
from kegiatan.models import Kehadiran
from koperasi.models import Keanggotaan, KerjaSama, Pengurus
from legalitas.models import Pengingat
from pengumuman.models import Terbaca
from produk.models import Foto
from surat.models import JenisSurat, PenerimaSurat, SertifikatHadir, Surat
from tests.acara import KegiatanFactory, PesertaFactory
from tests.belanja import BelanjaFactory, ItemBelanjaFactory, PetugasRekapFactory
from tests.factories import (
    BerkasFasilitasiFactory,
    FasilitasiFactory,
    KoperasiFactory,
    MasukanFactory,
    ProdukFactory,
    SertifikatFactory,
    UsahaFactory,
    UserFactory,
)
from tests.pendaftar import PendaftaranFactory
from tests.rumah import PengumumanFactory, on_shelf, sold
from tests.terbitan import issue_without_typesetting, year
from umkm.models import DataTahunan, PembukaanNik, Pemilik, Pengelola, Persetujuan

BUYER, BUYERS_NIP = "Pembeli Rahasia", "199001012015011001"


def hold(pemilik: Pemilik, number: int) -> Any:
    """Of a business of its own; `number` tells the rows apart. The owner has an account."""
    officer = UserFactory(name="Nuraini")
    usaha = UsahaFactory(name=f"Dapur {number}", pemilik=pemilik, listed=True)
    produk = ProdukFactory(name=f"Abon {number}", usaha=usaha, listed=True)
    Foto.objects.create(produk=produk, image="produk/uji.jpg", width=600, height=600)
    DataTahunan.objects.create(usaha=usaha, tahun=2025, penjualan_tahunan=12_000_000)
    _of_person(pemilik, usaha, officer, number)
    _of_programmes(usaha, officer, number)
    _of_shelf_and_shops(usaha, produk, officer)
    return usaha


def _of_person(pemilik: Pemilik, usaha: Any, officer: Any, number: int) -> None:
    account = pemilik.account
    Authenticator.objects.create(
        user=account, type="webauthn", data={"name": f"HP Oppo {number}", "credential": {}}
    )
    Persetujuan.objects.create(
        pemilik=pemilik,
        purpose="nama",
        channel="formulir",
        withdrawn_at=timezone.now(),
        withdrawn_by=officer,
    )
    PembukaanNik.objects.create(pemilik=pemilik, reason="Mencocokkan", opened_by=officer)
    PendaftaranFactory(pemilik=pemilik, nama_usaha=f"Usaha Dahulu {number}")
    for whose in ({"pemilik": pemilik}, {"usaha": usaha}):
        Undangan.objects.create(
            token_index=f"{number}{next(iter(whose))}",
            given_by=officer,
            expires_at=timezone.now() + datetime.timedelta(1),
            **whose,
        )
    Pengelola.objects.create(usaha=usaha, user=UserFactory(name=f"Anak {number}"), given_by=account)
    Pengelola.objects.create(usaha=UsahaFactory(name=f"Kakak {number}"), user=account, given_by=officer)
    changes = {"name": [usaha.name, f"Dapur Baru {number}"], "desa": [usaha.desa_id, usaha.desa_id]}
    Usulan.objects.create(usaha=usaha, values=changes, proposed_by=account)
    PermintaanData.objects.create(
        pemilik=pemilik, jenis="perbaikan", description=f"Nama keliru {number}", notes="Sudah."
    )
    Pengurus.objects.create(
        koperasi=KoperasiFactory(name=f"Koperasi Jabatan {number}"),
        jabatan="bendahara",
        name=pemilik.name.upper(),
        phone=pemilik.phone,
    )
    Terbaca.objects.create(pengumuman=PengumumanFactory(title=f"Kabar {number}"), user=account)
    PetugasRekapFactory(account=account, opd__name=f"Dinas Rekap {number}")


def _of_programmes(usaha: Any, officer: Any, number: int) -> None:
    sertifikat = SertifikatFactory(usaha=usaha, jenis="pirt", number_on_paper="", penerbit="Dinas Kesehatan")
    Pengingat.objects.create(
        jenis="berakhir", sertifikat=sertifikat, usaha=usaha, channel="telepon", reminded_by=officer
    )
    case = FasilitasiFactory(usaha=usaha, pendamping="Pak Uji")
    amount = IsianHasil.objects.create(jenis=case.jenis, name=f"Plafon uji {number}", isian="rupiah")
    NilaiHasil.objects.create(fasilitasi=case, isian=amount, number=25_000_000)
    received = BerkasFasilitasiFactory(fasilitasi=case, received_by=officer, notes="Jelas.")
    BerkasFasilitasi.objects.filter(pk=received.pk).update(file="fasilitasi/acak.pdf")
    PembukaanBerkas.objects.create(fasilitasi=case, document="KTP", opened_by=officer)
    case.langkahfasilitasi_set.create(
        status="diperiksa", happened_on=datetime.date(2026, 11, 5), recorded_by=officer, notes="Lengkap."
    )
    event = KegiatanFactory(
        name=f"Pelatihan Kemasan {number}", listed=True, begins_on=datetime.date(2026, 11, 3)
    )
    peserta = PesertaFactory(usaha=usaha, kegiatan=event, name="Wakil Uji")
    Kehadiran.objects.create(peserta=peserta, happened_on=datetime.date(2026, 11, 3))
    SertifikatHadir.objects.create(dokumen=_paper(2026 - number), peserta=peserta)
    koperasi = KoperasiFactory(name=f"Koperasi Induk {number}")
    Keanggotaan.objects.create(koperasi=koperasi, usaha=usaha)
    KerjaSama.objects.create(koperasi=koperasi, usaha=usaha, bentuk="membeli", nilai=5_000_000)
    letter = Surat.objects.create(
        dokumen=_paper(2016 - number), jenis=JenisSurat.objects.first(), usaha=usaha, tahun=2026, content={}
    )
    PenerimaSurat.objects.create(surat=letter, usaha=usaha)


def _paper(tahun: int) -> Any:
    """Any paper that went out; each is of another year."""
    return issue_without_typesetting(query=year(tahun))


def _of_shelf_and_shops(usaha: Any, produk: Any, officer: Any) -> None:
    sale = sold(on_shelf(produk, by=officer), by=officer)
    settle(seller=usaha, until=sale.happened_on, by=officer)
    bought = BelanjaFactory(usaha=usaha, pembeli=BUYER, nip=BUYERS_NIP, notes=f"Bukan {BUYER}")
    ItemBelanjaFactory(belanja=bought, name="keripik keladi")
    MasukanFactory(produk=produk, contact="pelapor@contoh.id", contact_consented_at=timezone.now())

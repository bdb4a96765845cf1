"""The list of cooperatives that goes out comes in again unchanged."""

import datetime

import pytest

from koperasi.models import Pengurus
from tests.factories import KoperasiFactory, RapatAnggotaFactory
from tests.kantor import sign_in
from tests.koperasi.lembar_koperasi import desa
from tests.spreadsheets.pulang import came_back, judged
from tests.unduhan import take, take_personal

pytestmark = pytest.mark.django_db
NOUN = "koperasi_koperasi"


@pytest.fixture(autouse=True)
def _cooperatives():
    full = KoperasiFactory(
        listed=True,
        name="KSU Uji, =1+1 & Anak",
        desa=desa(),
        nik_koperasi="7209010000001",
        nib="0220001234567",
        npwp="012345678901000",
        nomor_badan_hukum="518.1/12/BH/III/2012",
        tanggal_badan_hukum=datetime.date(2012, 3, 14),
        pola="syariah",
        kelompok="ksu",
        sektor="Kelapa",
        address="Jalan Pulau Una-Una 7",
        phone="081299991111",
        email="koperasi@contoh.id",
        notes="Baris satu\n\n-Baris dua",
    )
    RapatAnggotaFactory(koperasi=full, tahun_buku=2023)
    RapatAnggotaFactory(
        koperasi=full, hadir=40, calon_anggota=0, manajer=1, karyawan=3, modal_sendiri=125_000_000,
        modal_luar=0, aset=125_000_000, volume_usaha=310_000_000, shu=-2_500_000,
    )  # fmt: skip
    Pengurus.objects.create(koperasi=full, jabatan="ketua", name="Hasan Contoh, S.Pd.")
    KoperasiFactory(name="@KUD Sinar Laut", desa=desa(), is_active_declared=True)
    KoperasiFactory(name="Koperasi Draf", desa=None, is_draft=True, jenis="", bentuk="")
    KoperasiFactory(name="KDMP Uentanaga Bawah", kelompok="kdmp", desa=desa(), bentuk="sekunder_provinsi")


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
def test_the_whole_list_is_the_same(client, berkas):
    by = sign_in(client)
    upload = came_back(take_personal(client, NOUN, berkas), "koperasi", by=by)
    assert judged(upload) == 4


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
def test_the_list_without_people_is_the_same(client, berkas):
    by = sign_in(client)
    upload = came_back(take(client, NOUN, berkas), "koperasi", by=by)
    assert judged(upload) == 4

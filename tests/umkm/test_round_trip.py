"""The list of businesses that goes out comes in again unchanged, in the portal's columns and in the register's."""

import datetime
from decimal import Decimal

import pytest

from tests.factories import DataTahunanFactory, PemilikFactory, ProdukFactory, UsahaFactory
from tests.kantor import sign_in
from tests.spreadsheets.lembar import OPTIONS
from tests.spreadsheets.pulang import came_back, judged
from tests.unduhan import take, take_personal
from umkm.actions import compute_skala
from umkm.models import Kbli, Usaha
from wilayah.models import Desa

pytestmark = pytest.mark.django_db
NOUN = "umkm_usaha"


@pytest.fixture(autouse=True)
def _businesses():
    desa = Desa.objects.get(name="Uentanaga Bawah")
    owner = PemilikFactory(
        name="Hj. Sitti Contoh, S.Pd.", nik="7209990101900010", jenis_kelamin="L", tempat_lahir="Ampana",
        tanggal_lahir=datetime.date(1990, 1, 1), pendidikan="sma", is_aparatur=True, phone="+6281299991111",
        email="sitti@contoh.id", address="Jalan Rumah 7", rt="001", rw="002", desa=desa,
    )  # fmt: skip
    full = UsahaFactory(
        listed=True, name="=Dapur Sitti", pemilik=owner, desa=desa, kbli=Kbli.objects.filter(edition=2025).first(),
        nib="1234567890123", nib_issued_on=datetime.date(2024, 5, 2), npwp="7209990101900010", tahun_mulai=2019,
        is_perikanan=True, whatsapp="+6281399992222", address="Gang Usaha 8", rt="003", rw="004",
        latitude=Decimal("-0.87654"), longitude=Decimal("121.56789"), skala_dinyatakan="mikro",
        notes="Baris satu\n\n-Baris dua",
    )  # fmt: skip
    DataTahunanFactory(usaha=full, tahun=2022)
    DataTahunanFactory(usaha=full, tahun=2024, modal_usaha=5_000_000, skala_penjualan="mikro")
    ProdukFactory(usaha=full, name="Keripik, manis")
    ProdukFactory(usaha=full, name="Abon")
    other = UsahaFactory(
        name="Bengkel Anoa", desa=desa, kegiatan_utama="Bengkel", pemilik__name="Hasan Contoh"
    )
    ProdukFactory(usaha=other, name="Ganti oli")
    UsahaFactory(name="Usaha Draf", desa=None, is_draft=True, status_usaha="", pemilik__name="Dewi Contoh")
    for usaha in Usaha.objects.all():
        compute_skala(usaha=usaha)


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
def test_the_whole_list_is_the_same(client, berkas):
    by = sign_in(client)
    answer = take_personal(client, NOUN, berkas)
    assert judged(came_back(answer, "usaha", by=by, options=OPTIONS)) == 3


def test_the_list_without_people_is_the_same(client):
    by = sign_in(client)
    assert judged(came_back(take(client, NOUN), "usaha", by=by, options=OPTIONS)) == 3


def test_the_registers_columns_come_back_the_same(client):
    by = sign_in(client)
    Usaha.objects.filter(name="=Dapur Sitti").update(kbli=Kbli.objects.get(edition=2020, code="10794"))
    answer = take_personal(client, NOUN, susunan="sidt")
    upload = came_back(answer, "usaha", by=by, options={"tahun": 2024, "edition": 2020}, knows_all=False)
    assert judged(upload) == 3

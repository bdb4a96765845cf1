"""Cooperatives as a file: numbers, the newest meeting's figures, and the people left out without a reason."""

import datetime

import pytest

from koperasi.models import PemeriksaanKesehatan, Pengurus
from tests.factories import KoperasiFactory, RapatAnggotaFactory
from tests.kantor import sign_in
from tests.unduhan import lines, statements, table, take, take_personal

pytestmark = pytest.mark.django_db
NOUN = "koperasi_koperasi"


@pytest.fixture
def koperasi():
    koperasi = KoperasiFactory(
        name="KSU Uji",
        nik_koperasi="0720901000001",
        nib="0220001234567",
        phone="081299991111",
        email="rahasia@contoh.id",
        tanggal_badan_hukum=datetime.date(2010, 5, 2),
    )
    RapatAnggotaFactory(koperasi=koperasi, tahun_buku=2023, shu=1)
    RapatAnggotaFactory(koperasi=koperasi, tahun_buku=2024, shu=-2500000, anggota_l=11)
    RapatAnggotaFactory(koperasi=koperasi, tahun_buku=2025, held_on=None, shu=9)
    Pengurus.objects.create(koperasi=koperasi, jabatan="ketua", name="Ketua Lama", ended_on="2020-01-01")
    Pengurus.objects.create(koperasi=koperasi, jabatan="ketua", name="Ketua Kini")
    return koperasi


def test_a_cooperative_stands_with_its_newest_meeting_that_was_held(client, koperasi):
    sign_in(client)
    (row,) = table(take(client, NOUN, "xlsx"))
    assert (row["NIK Koperasi"], row["NIB koperasi"]) == ("0720901000001", "0220001234567")
    assert row["Tanggal badan hukum"] == datetime.datetime(2010, 5, 2)
    assert (row["RAT tahun buku"], row["SHU"], row["Anggota laki-laki"]) == ("2024", -2500000, 11)


def test_people_and_their_numbers_need_a_reason(client, koperasi):
    sign_in(client)
    private = ("Ketua Kini", "0812-9999-1111", "rahasia@contoh.id")
    plain = str(lines(take(client, NOUN)))
    full = str(lines(take_personal(client, NOUN)))
    assert not [value for value in private if value in plain]
    assert not [value for value in private if value not in full]
    assert "Ketua Lama" not in full


def test_a_cooperative_without_any_meeting_has_a_row_too(client):
    sign_in(client)
    KoperasiFactory(name="KSU Baru")
    (row,) = table(take_personal(client, NOUN, "xlsx"))
    assert (row["Nama koperasi"], row["RAT tahun buku"], row["Ketua"]) == ("KSU Baru", None, None)


def test_health_and_readiness_are_told(client, koperasi):
    sign_in(client)
    for tahun, skor in ((2024, 50), (2025, 80)):
        PemeriksaanKesehatan.objects.create(koperasi=koperasi, tahun=tahun, skor=skor)
    (row,) = table(take(client, NOUN, "xlsx"))
    assert (row["Hasil kesehatan"], row["Kesiapan sertifikat NIK"]) == ("Sehat (2025)", "Belum siap")


def test_fifty_cooperatives_take_as_many_statements_as_one(client, koperasi):
    sign_in(client)
    lines(take_personal(client, NOUN))
    one = statements(lambda: take_personal(client, NOUN))
    for _ in range(49):
        RapatAnggotaFactory()
    assert statements(lambda: take_personal(client, NOUN)) == one

"""Cooperatives that may be registered already."""

import pytest
from django.utils import timezone

from koperasi.duplicates import comparable_koperasi, of_koperasi
from tests.factories import DesaFactory, KoperasiFactory, UserFactory

DB = pytest.mark.django_db


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KDMP Sansarino", "Koperasi Desa Merah Putih Sansarino"),
        ("Kopdes Merah Putih Sansarino", "KOPERASI DESA MERAH PUTIH SANSARINO"),
        ("KUD Tani Makmur", "Koperasi Unit Desa Tani Makmur"),
        ("KSP Soekarno", "Koperasi Simpan Pinjam Sukarno"),
    ],
)
def test_words_of_kind_do_not_tell_cooperatives_apart(one, other):
    assert comparable_koperasi(one) == comparable_koperasi(other)


def test_a_merah_putih_cooperative_is_not_the_old_one_of_its_village():
    assert comparable_koperasi("KDMP Sansarino") != comparable_koperasi("KUD Sansarino")


def test_a_name_of_nothing_but_kinds_still_compares():
    assert comparable_koperasi("Koperasi Serba Usaha") == "koperasi serba usaha"


@DB
def test_the_number_of_the_deed_is_compared_without_dots_and_case():
    old = KoperasiFactory(nomor_badan_hukum="AHU-0001234.AH.01.26.TAHUN 2018")
    found = of_koperasi({"nomor_badan_hukum": "ahu 0001234 ah 01 26 tahun 2018"})
    assert [(each.record, each.reason) for each in found] == [(old, "nomor badan hukum sama")]


@DB
def test_a_second_merah_putih_cooperative_in_a_desa_is_pointed_out():
    old = KoperasiFactory(name="KDMP Malenge", kelompok="kdmp")
    found = of_koperasi({"name": "Koperasi Bahari", "kelompok": "kdmp", "desa": old.desa})
    assert [each.reason for each in found] == ["Koperasi Merah Putih lain di desa yang sama"]


@DB
def test_a_namesake_in_another_desa_is_nobodys_double():
    KoperasiFactory(name="KUD Tani Makmur")
    assert of_koperasi({"name": "KUD Tani Makmur", "desa": DesaFactory()}) == []


@DB
def test_several_reasons_stand_on_one_line():
    old = KoperasiFactory(name="KUD Tani Makmur", nik_koperasi="7209030220001")
    found = of_koperasi({"name": "KUD Tani Makmur", "desa": old.desa, "nik_koperasi": "7209030220001"})
    assert [each.reason for each in found] == ["NIK Koperasi sama; nama mirip di desa yang sama"]


@DB
def test_a_record_is_not_its_own_double():
    old = KoperasiFactory(name="KUD Tani Makmur")
    assert of_koperasi({"name": old.name, "desa": old.desa}, exclude=old.pk) == []


@DB
def test_a_twin_tells_its_number_and_that_it_is_archived():
    old = KoperasiFactory(
        nik_koperasi="7209990000123",
        archived_at=timezone.now(),
        archived_by=UserFactory(),
        desa=DesaFactory(),
    )
    (found,) = of_koperasi({"nik_koperasi": "7209990000123"})
    assert found.detail == f"{old.desa}, NIK Koperasi 7209990000123, diarsipkan"


@DB
def test_a_desa_alone_makes_no_twin():
    desa = KoperasiFactory().desa
    assert of_koperasi({"desa": desa}) == []

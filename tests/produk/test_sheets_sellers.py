"""Whose product a row is: by NIB, by name with owner or place; never a guess among several."""

import pytest

from common.states import archive
from produk.models import Produk
from tests.factories import DesaFactory, KoperasiFactory, UserFactory
from tests.produk.lembar_produk import checked, desa, row, saved, seller, states
from tests.spreadsheets.lembar import messages_of, officer
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db


def told(upload):
    return " ".join(messages_of(upload))


def test_a_nib_finds_the_seller_whatever_the_place():
    usaha = seller(nib="1234567890123")
    saved([row(NIB="1234567890123", Nama_Usaha="", Desa="")])
    assert Produk.objects.get().usaha == usaha


def test_a_nib_of_several_businesses_needs_the_name():
    seller(nib="1234567890123")
    usaha = seller("Bengkel Anoa", nib="1234567890123")
    assert "Ada 2 penjual yang cocok" in told(checked([row(NIB="1234567890123", Nama_Usaha="")]))
    saved([row(NIB="1234567890123", Nama_Usaha="Bengkel Anoa")])
    assert Produk.objects.get().usaha == usaha


def test_a_nib_of_another_name_is_refused():
    seller("Warung Hasan", nib="1234567890123")
    upload = checked([row(NIB="1234567890123")])
    assert states(upload) == ["ditolak"]
    assert "NIB ini milik Warung Hasan, bukan Dapur Sitti." in told(upload)


def test_a_nib_nobody_has_leaves_the_name_to_tell():
    seller()
    upload = checked([row(NIB="1234567890123")])
    assert states(upload) == ["baru"]
    assert "NIB penjual belum tercatat" in told(upload)


def test_a_name_and_its_owner_find_the_seller():
    seller(desa=desa("Uentanaga Atas"), pemilik__name="Hasan Basri")
    usaha = seller()
    saved([row(Desa="", Pemilik="Hj. SITTI CONTOH")])
    assert Produk.objects.get().usaha == usaha


def test_a_name_and_its_kecamatan_find_the_seller():
    seller(desa=DesaFactory())
    usaha = seller()
    saved([row(Desa="", Kecamatan="Kec. Ratolindo")])
    assert Produk.objects.get().usaha == usaha


def test_a_legal_form_makes_no_other_seller():
    usaha = seller("UD. Sinar Laut")
    saved([row(Nama_Usaha="Sinar Laut")])
    assert Produk.objects.get().usaha == usaha


def test_a_cooperative_sells_too():
    koperasi = KoperasiFactory(name="Koperasi Desa Merah Putih Bailo", desa=desa())
    saved([row(Nama_Usaha="KDMP Bailo")])
    assert Produk.objects.get().koperasi == koperasi


def test_the_kind_of_seller_tells_a_business_from_a_cooperative_of_one_name():
    seller("Maju Bersama")
    koperasi = KoperasiFactory(name="Maju Bersama", desa=desa())
    assert states(checked([row(Nama_Usaha="Maju Bersama")])) == ["ditolak"]
    saved([row(Nama_Usaha="Maju Bersama", Jenis_penjual="Koperasi")])
    assert Produk.objects.get().koperasi == koperasi


def test_several_sellers_are_named_and_the_row_is_refused():
    seller(pemilik__name="Hasan Basri"), seller(desa=desa("Uentanaga Atas"))
    upload = checked([row(Desa="")])
    assert states(upload) == ["ditolak"]
    assert "Ada 2 penjual yang cocok" in told(upload)
    assert "Hasan Basri" in told(upload)


def test_a_lone_name_is_taken_with_a_warning():
    seller()
    upload = checked([row(Desa="")])
    assert states(upload) == ["baru"]
    assert "hanya dikenali dari namanya" in told(upload)


def test_an_unknown_seller_is_refused_with_what_resembles_it():
    seller()
    upload = checked([row(Nama_Usaha="Dapur Sitta")])
    assert states(upload) == ["ditolak"]
    assert "Penjual “Dapur Sitta” tidak ditemukan di" in told(upload)
    assert "Yang mirip: Dapur Sitti milik Sitti Contoh" in told(upload)


def test_a_row_without_any_seller_is_refused():
    assert "Penjual tidak ditulis." in told(checked([row(Nama_Usaha="-")]))


def test_an_archived_seller_is_refused():
    archive(record=seller(), by=UserFactory())
    assert "sudah ada di arsip" in told(checked([row()]))


def test_a_seller_outside_the_officers_kecamatan_is_refused_and_not_named():
    seller("Dapur Sitti", pemilik__name="Rahasia Orang")
    away = officer(kecamatan=[Kecamatan.objects.get(name="Togean")])
    upload = checked([row()], by=away)
    assert states(upload) == ["ditolak"]
    assert "di luar wilayah tugas Anda" in told(upload)
    assert "Rahasia" not in told(checked([row(Nama_Usaha="Dapur Sitta")], by=away))


def test_a_seller_inside_it_is_found():
    seller()
    here = officer(kecamatan=[Kecamatan.objects.get(name="Ratolindo")])
    assert saved([row()], by=here).state == "selesai"

"""Rows of the office's sheets become products of registered sellers, by the same rules as the form."""

import datetime

import pghistory
import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.states import archive, verify
from produk.models import Produk
from spreadsheets.actions import decide
from spreadsheets.models import ImportRow
from tests.factories import ProdukFactory
from tests.produk.lembar_produk import checked, received, row, saved, seller, states
from tests.spreadsheets.lembar import check, messages_of, officer, rows_of, save, undone

pytestmark = pytest.mark.django_db


# --- writing ----------------------------------------------------------------------------------


def test_a_row_becomes_a_product_of_its_seller():
    usaha = seller()
    upload = saved([row()])
    assert upload.state == "selesai", (upload.failure, messages_of(upload))
    produk = Produk.objects.get()
    assert (produk.name, produk.usaha, produk.price, produk.satuan) == ("Sambal Roa", usaha, 35_000, "botol")
    assert (produk.kategori.name, produk.is_available, produk.is_draft) == ("Makanan", True, False)


def test_a_new_product_is_neither_verified_nor_published():
    seller(listed=True)
    saved([row()])
    produk = Produk.objects.get()
    assert (produk.verified_at, produk.published_at, produk.is_listed) == (None, None, False)


def test_rows_without_what_the_form_asks_for_become_drafts():
    seller()
    upload = saved([row(Harga="", Kategori="Barang antik")])
    assert Produk.objects.get().is_draft
    assert any("Kategori “Barang antik” tidak dikenal" in text for text in messages_of(upload))
    assert any("dicatat sebagai draf" in text for text in messages_of(upload))


def test_a_draft_made_whole_is_registered():
    seller()
    saved([row(Harga="")])
    saved([row()])
    assert not Produk.objects.get().is_draft


@pytest.mark.parametrize(("written", "meant"), [("habis", False), ("Ready stock", True), ("", True)])
def test_availability_is_read_from_a_sellers_words(written, meant):
    seller()
    saved([row(Stok=written)])
    assert Produk.objects.get().is_available is meant


@time_machine.travel("2026-07-06 10:00+08:00")
def test_a_price_without_a_day_is_confirmed_today():
    ProdukFactory(name="Sambal Roa", usaha=seller(), price=30_000, satuan="botol", refreshed_on="2025-01-01")
    saved([row()])
    assert Produk.objects.get().refreshed_on == datetime.date(2026, 7, 6)


@time_machine.travel("2026-07-06 10:00+08:00")
def test_a_day_to_come_is_refused():
    seller()
    assert states(checked([row(Tanggal_harga="07-07-2026")])) == ["ditolak"]


def test_an_older_day_never_makes_a_price_less_fresh():
    ProdukFactory(name="Sambal Roa", usaha=seller(), price=30_000, satuan="botol", refreshed_on="2026-03-01")
    upload = saved([row(Tanggal_harga="01-01-2026")])
    assert Produk.objects.get().refreshed_on == datetime.date(2026, 3, 1)
    assert any("lebih lama daripada yang tercatat" in text for text in messages_of(upload))


def test_rules_of_the_form_hold_for_rows_too():
    seller()
    assert states(checked([row(Nama_Produk="x" * 201)])) == ["ditolak"]
    assert states(checked([row(Harga="tiga puluh")])) == ["ditolak"]


def test_a_price_far_too_high_is_warned_about():
    seller()
    assert any("lebih dari Rp100 juta" in text for text in messages_of(checked([row(Harga="200 juta")])))


def test_two_sellers_may_offer_products_of_one_name():
    seller(), seller("Warung Hasan")
    saved([row(), row(Nama_Usaha="Warung Hasan")])
    assert len(set(Produk.objects.values_list("slug", flat=True))) == 2


# --- matching ---------------------------------------------------------------------------------


def test_the_same_rows_again_change_nothing():
    seller()
    rows = [row(), row(Nama_Produk="Abon Tuna", Harga="", Stok="habis"), row(Nama_Produk="Kue", Kategori="x")]
    saved(rows)
    assert states(checked(rows)) == ["sama"] * 3


def test_a_blank_cell_empties_nothing():
    seller()
    saved([row()])
    assert states(saved([row(Harga="-", Deskripsi="", Kategori="")])) == ["sama"]


def test_what_differs_is_shown_old_and_new_and_then_written():
    seller()
    saved([row()])
    upload = checked([row(Nama_Produk="SAMBAL  ROA", Harga="40rb")])
    assert states(upload) == ["berubah"]
    assert rows_of(upload)[0].changes == [{"label": "Produk: harga", "old": "Rp35.000", "new": "Rp40.000"}]
    save(upload)
    assert (Produk.objects.get().name, Produk.objects.get().price) == ("Sambal Roa", 40_000)


def test_a_similar_name_of_the_same_seller_is_left_to_the_clerk():
    ProdukFactory(name="Sambal Rowa", usaha=seller())
    upload = checked([row()])
    assert rows_of(upload)[0].twin["reason"] == "nama mirip dari penjual yang sama"
    decide(upload=upload, decision="pakai")
    save(upload)
    assert Produk.objects.get().name == "Sambal Rowa"


def test_a_variant_is_another_product():
    ProdukFactory(name="Keripik Pisang Manis", usaha=seller())
    assert states(checked([row(Nama_Produk="Keripik Pisang Pedas")])) == ["baru"]


def test_of_two_products_with_one_name_the_one_in_the_rows_unit_is_meant():
    usaha = seller()
    ProdukFactory(name="Sambal Roa", usaha=usaha, satuan="dus", price=300_000)
    ProdukFactory(name="Sambal Roa", usaha=usaha, satuan="botol", price=30_000)
    saved([row()])
    assert {each.satuan: each.price for each in Produk.objects.all()} == {"dus": 300_000, "botol": 35_000}


def test_an_archived_product_is_not_brought_back_unseen():
    seller()
    saved([row()])
    archive(record=Produk.objects.get(), by=officer())
    upload = checked([row()])
    assert states(upload) == ["ditolak"]
    assert any("arsip" in text for text in messages_of(upload))


def test_the_same_product_twice_in_a_file_is_told_with_its_first_row():
    seller()
    upload = checked([row(), row(Nama_Produk="sambal roa")])
    assert states(upload) == ["baru", "ditolak"]
    assert any("sudah ada di baris 2" in text for text in messages_of(upload))


# --- undo -------------------------------------------------------------------------------------


def kept(upload):
    return list(ImportRow.objects.filter(upload=upload, fate="tetap").values_list("number", flat=True))


def test_what_was_made_is_removed_and_what_was_changed_is_as_before():
    seller()
    saved([row()])
    before = list(Produk.objects.values())
    upload = undone(saved([row(Harga="1000"), row(Nama_Produk="Abon Tuna")]))
    assert upload.state == "diurungkan", upload.failure
    assert list(Produk.objects.values()) == before
    assert not kept(upload)


def test_a_product_that_somebody_verified_since_is_kept_and_named():
    seller()
    upload = saved([row(), row(Nama_Produk="Abon Tuna")])
    with pghistory.context(url="/kantor/"):
        verify(record=Produk.objects.get(name="Sambal Roa"), by=officer())
    assert kept(undone(upload)) == [2]
    assert [produk.name for produk in Produk.objects.all()] == ["Sambal Roa"]


# --- cost -------------------------------------------------------------------------------------

NAMES = [
    "Abon",
    "Bagea",
    "Cakalang",
    "Dange",
    "Emping",
    "Fermipan",
    "Gula",
    "Halua",
    "Ikan",
    "Jagung",
    "Kenari",
    "Lalampa",
    "Madu",
    "Nasi",
]


def test_a_batch_costs_the_same_number_of_statements_whatever_its_length():
    seller()
    # The header is remembered from here on.
    saved([row()])
    few, many = ([row(Nama_Produk=name) for name in names] for names in (NAMES[:3], NAMES[3:]))
    assert statements(few) == statements(many)
    # The same again, now that all of it is on record.
    assert statements(few) == statements(many)


def statements(rows):
    """How many it takes to check these rows, to save them, and to take them back."""
    counted = []
    upload = received(rows)
    for step in (lambda upload: check(upload, options={}), save, undone):
        with CaptureQueriesContext(connection) as seen:
            upload = step(upload)
        counted.append(len(seen))
    saved(rows)
    return counted

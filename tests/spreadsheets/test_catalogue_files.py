"""Public lists as files: the rows of the list, in its order, and nothing that the list does not show."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from common import listing
from produk.vocabulary import refresh
from spreadsheets.export import catalogue
from tests.factories import (
    DesaFactory,
    KecamatanFactory,
    KoperasiFactory,
    PemilikFactory,
    ProdukFactory,
    SertifikatFactory,
    UsahaFactory,
)
from tests.unduhan import columns, head, lines, statements, table

pytestmark = pytest.mark.django_db
LISTS = {"produk": "produk:list", "usaha": "umkm:list", "koperasi": "koperasi:list"}
MADE_BY = {"produk": ProdukFactory, "usaha": UsahaFactory, "koperasi": KoperasiFactory}
NOUNS = pytest.mark.parametrize("noun", LISTS)


def take(client, noun, kind="csv", **query):
    return client.get(reverse(LISTS[noun]), {"format": kind, **query})


def many(noun, number):
    for count in range(number):
        MADE_BY[noun](name=f"{noun} {count:03}", listed=True)


@NOUNS
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_holds_the_rows_of_every_page_in_the_order_of_the_list(client, noun, kind):
    many(noun, listing.PAGE_SIZE + 3)
    MADE_BY[noun](name="tersembunyi")
    rows = table(take(client, noun, kind, urut="nama"))
    assert [row[f"Nama {noun}"] for row in rows] == [
        f"{noun} {count:03}" for count in range(listing.PAGE_SIZE + 3)
    ]


@NOUNS
def test_long_lists_are_read_piece_by_piece(client, noun, monkeypatch):
    monkeypatch.setattr(listing, "_ROWS_AT_ONCE", 4)
    many(noun, 9)
    assert len(table(take(client, noun))) == 9


@NOUNS
def test_a_filter_holds_for_the_file_and_is_written_in_it(client, noun):
    togean = KecamatanFactory(slug="uji-togean", name="Uji Togean")
    place = (
        {"usaha__desa__kecamatan": togean} if noun == "produk" else {"desa": DesaFactory(kecamatan=togean)}
    )
    MADE_BY[noun](name="Di sini", listed=True, **place)
    MADE_BY[noun](name="Di sana", listed=True)
    with time_machine.travel(datetime.datetime(2026, 7, 6, 1, 5, tzinfo=datetime.UTC)):
        # A file is read once, while it leaves.
        title, told, taken = head(take(client, noun, kecamatan="uji-togean"))
        rows = table(take(client, noun, kecamatan="uji-togean"))
    assert [row[f"Nama {noun}"] for row in rows] == ["Di sini"]
    assert title == f"Daftar {noun} Kabupaten Tojo Una-Una"
    assert told == "Saringan: Kecamatan Uji Togean"
    assert taken.startswith("Diunduh 6 Juli 2026, 09.05 WITA, dari http")


def test_a_misspelt_search_gives_the_file_that_it_gives_as_a_page(client):
    for name in ("Keripik Pisang", "Sambal Roa"):
        ProdukFactory(name=name, listed=True)
    refresh()
    assert [row["Nama produk"] for row in table(take(client, "produk", q="kripik"))] == ["Keripik Pisang"]
    assert "dicari “kripik”" in head(take(client, "produk", q="kripik"))[1]


def test_a_name_that_only_resembles_is_in_the_file_as_on_the_page(client):
    UsahaFactory(name="Dapur Sitti", listed=True)
    UsahaFactory(name="Bengkel Hasan", listed=True)
    assert [row["Nama usaha"] for row in table(take(client, "usaha", q="dapur siti"))] == ["Dapur Sitti"]


@pytest.mark.parametrize("noun", ["usaha", "koperasi"])
def test_a_page_asks_nothing_for_a_file_that_nobody_wants(client, noun):
    many(noun, 1)
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse(LISTS[noun]), {"q": noun})
    assert [query["sql"] for query in queries if query["sql"].startswith("SELECT 1 AS")] == []


def test_a_search_stands_by_best_match_as_on_the_page(client):
    ProdukFactory(name="Kue Kering", description="Cocok dengan kopi.", listed=True)
    ProdukFactory(name="Kopi Togean", listed=True)
    refresh()
    names = [row["Nama produk"] for row in table(take(client, "produk", q="kopi"))]
    assert names == ["Kopi Togean", "Kue Kering"]


def test_products_tell_whether_they_are_certified(client):
    halal, plain = (ProdukFactory(name=name, listed=True) for name in ("A", "B"))
    SertifikatFactory(usaha=halal.usaha, verified=True).produk.add(halal)
    rows = table(take(client, "produk", urut="nama"))
    assert [(row["Nama produk"], row["Halal"]) for row in rows] == [("A", "Ya"), ("B", "Tidak")]
    assert rows[1]["Alamat halaman"].endswith(plain.get_absolute_url())


@NOUNS
def test_nothing_about_a_person_goes_along(client, noun):
    usaha = UsahaFactory(
        listed=True, address="Lorong Rahasia 9", whatsapp="+6281234567890",
        pemilik=PemilikFactory(name="Sitti Rahasia", phone="+6281234567891"),
    )  # fmt: skip
    ProdukFactory(usaha=usaha, listed=True)
    KoperasiFactory(listed=True, phone="+6281234567892", address="Lorong Rahasia 9")
    content = take(client, noun).getvalue().decode()
    assert "Rahasia" not in content
    assert "812345678" not in content


@NOUNS
def test_fifty_rows_take_as_many_statements_as_one(client, noun):
    many(noun, 1)
    lines(take(client, noun))
    one = statements(lambda: take(client, noun))
    for count in range(49):
        MADE_BY[noun](name=f"lagi {count}", listed=True)
    assert statements(lambda: take(client, noun)) == one


@NOUNS
def test_more_than_excel_is_given_is_told_on_the_page_and_csv_has_it_all(client, noun, monkeypatch):
    monkeypatch.setattr(catalogue, "MOST_XLSX", 2)
    many(noun, 3)
    page = take(client, noun, "xlsx")
    assert page["Content-Type"].startswith("text/html")
    assert "Daftar ini lebih dari 2 baris. Unduh CSV" in page.content.decode()
    assert len(table(take(client, noun, "csv"))) == 3


@NOUNS
def test_a_list_that_just_fits_is_given(client, noun, monkeypatch):
    monkeypatch.setattr(catalogue, "MOST_XLSX", 3)
    many(noun, 3)
    assert len(table(take(client, noun, "xlsx"))) == 3


@NOUNS
def test_an_unknown_kind_of_file_is_the_page(client, noun):
    many(noun, 1)
    page = take(client, noun, "pdf")
    assert page["Content-Type"].startswith("text/html")
    assert "Daftar ini lebih dari" not in page.content.decode()


@NOUNS
def test_the_page_offers_its_files_with_its_filter(client, noun):
    many(noun, 1)
    page = client.get(reverse(LISTS[noun]), {"q": f"{noun} 000", "urut": "nama"}).content.decode()
    assert "format=xlsx" in page
    assert "format=csv" in page


def test_a_formula_in_a_name_is_defused(client):
    UsahaFactory(name="=1+1", listed=True)
    assert "'=1+1" in lines(take(client, "usaha"))[5]
    assert "Nama usaha" in columns(take(client, "usaha"))

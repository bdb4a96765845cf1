"""The files as a program takes them: whole as CSV, page by page as JSON, and not at all where nothing changed."""

import csv
import datetime
import io
import json

import pytest
import time_machine

from data_terbuka import data_set as paging
from data_terbuka.sets import DATA_SETS
from koperasi.models import Koperasi
from produk.models import Produk
from tests.factories import (
    FasilitasiFactory,
    KoperasiFactory,
    ProdukFactory,
    RapatAnggotaFactory,
    SertifikatFactory,
    UsahaFactory,
)
from umkm import actions
from umkm.models import Kbli

pytestmark = pytest.mark.django_db
SLUGS = list(DATA_SETS)


def csv_text(client, slug):
    response = client.get(f"/data/v1/{slug}.csv")
    assert response.status_code == 200
    return response.getvalue().decode()


def csv_rows(client, slug):
    return list(csv.DictReader(io.StringIO(csv_text(client, slug), newline="")))


def json_page(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return json.loads(response.content)


def json_rows(client, slug):
    return json_page(client, f"/data/v1/{slug}.json")["baris"]


# --- what stands in them ---------------------------------------------------------------------------


def test_a_product_comes_back_from_csv_as_it_was_recorded(client):
    name = 'Abon "Ibu", pedas; ñ\nbaris dua'
    produk = ProdukFactory(
        listed=True, name=name, price=1_250_000, is_available=False, refreshed_on=datetime.date(2026, 7, 6)
    )
    SertifikatFactory(usaha=produk.usaha, verified=True, produk=[produk])
    (row,) = csv_rows(client, "produk")
    usaha, desa = produk.usaha, produk.usaha.desa
    assert row == {
        "kode": produk.slug,
        "nama": produk.name,
        "kode_kategori": produk.kategori.slug,
        "kategori": produk.kategori.name,
        "harga": "1250000",
        "satuan": "bungkus",
        "tersedia": "false",
        "dipastikan_pada": "2026-07-06",
        "halal": "true",
        "kode_usaha": usaha.slug,
        "kode_koperasi": "",
        "penjual": usaha.name,
        "kode_desa": desa.code,
        "desa": desa.name,
        "kode_kecamatan": desa.kecamatan.code,
        "kecamatan": desa.kecamatan.name,
        "tayang_sejak": row["tayang_sejak"],
        "alamat_halaman": f"http://127.0.0.1:8000{produk.get_absolute_url()}",
    }


def test_a_product_of_a_cooperative_lies_where_the_cooperative_does(client):
    produk = ProdukFactory(listed=True, of_koperasi=True)
    (row,) = json_rows(client, "produk")
    koperasi = produk.koperasi
    assert (row["kode_usaha"], row["kode_koperasi"], row["penjual"]) == (None, koperasi.slug, koperasi.name)
    assert (row["kode_desa"], row["kecamatan"]) == (koperasi.desa.code, koperasi.desa.kecamatan.name)


def test_a_business_shows_its_trade_and_place(client):
    kbli = Kbli.objects.get(edition=2020, code="10219")
    usaha = UsahaFactory(listed=True, kbli=kbli, tahun_mulai=2016, kegiatan_utama="")
    (row,) = json_rows(client, "usaha")
    shown = {
        name: row[name]
        for name in ("kode", "bidang_usaha", "kegiatan_utama", "kbli", "kbli_edisi", "tahun_mulai")
    }
    assert shown == {
        "kode": usaha.slug, "bidang_usaha": "makanan_minuman", "kegiatan_utama": None, "kbli": "10219",
        "kbli_edisi": 2020, "tahun_mulai": 2016,
    }  # fmt: skip


def test_a_cooperative_shows_the_newest_book_year_whose_meeting_was_held(client):
    koperasi = KoperasiFactory(listed=True, nik_koperasi="7209010010001")
    for tahun, held_on in ((2023, "2024-03-01"), (2024, "2025-03-01"), (2025, None)):
        RapatAnggotaFactory(koperasi=koperasi, tahun_buku=tahun, held_on=held_on)
    (row,) = csv_rows(client, "koperasi")
    assert (row["nik_koperasi"], row["tahun_buku_rat_terakhir"]) == ("7209010010001", "2024")


def test_a_day_is_the_day_of_the_office(client):
    at = datetime.datetime(2026, 7, 5, 17, tzinfo=datetime.UTC)  # one in the morning in Ampana
    UsahaFactory(listed=True, published_at=at)
    assert json_rows(client, "usaha")[0]["tayang_sejak"] == "2026-07-06"


def test_csv_is_the_international_kind(client):
    KoperasiFactory(listed=True, name="Satu, Dua")
    raw = client.get("/data/v1/koperasi.csv").getvalue()
    assert raw.startswith(b"kode,nama,nik_koperasi,")
    assert raw.endswith(b"\r\n")
    assert b'"Satu, Dua"' in raw


@pytest.mark.parametrize("name", ["=1+1", "+62", "-abon", "@rumus"])
def test_a_formula_is_defused_in_csv_and_stays_as_it_is_in_json(client, name):
    produk = ProdukFactory(listed=True)
    Produk.objects.filter(pk=produk.pk).update(name=name)
    assert csv_rows(client, "produk")[0]["nama"] == f"'{name}"
    assert json_rows(client, "produk")[0]["nama"] == name


@pytest.mark.parametrize("slug", SLUGS)
def test_csv_and_json_hold_the_same_rows(client, slug):
    ProdukFactory(listed=True)
    ProdukFactory(listed=True, of_koperasi=True)
    FasilitasiFactory(finished=True)

    def as_text(value):
        return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)

    rows = json_rows(client, slug)
    assert rows
    assert csv_rows(client, slug) == [{name: as_text(value) for name, value in row.items()} for row in rows]


# --- pages ---------------------------------------------------------------------------------------------


def pages(client, slug, between=lambda: None):
    url = f"/data/v1/{slug}.json"
    while url:
        page = json_page(client, url)
        yield page["baris"]
        between()
        url = page["berikutnya"]


def test_pages_hold_every_row_once_while_records_are_added_and_changed(client, monkeypatch):
    monkeypatch.setattr(paging, "PAGE_SIZE", 3)
    first = KoperasiFactory.create_batch(7, listed=True)

    def change():
        KoperasiFactory(listed=True)
        Koperasi.objects.filter(pk=first[0].pk).update(name="Zzz", slug="zzz")

    found = [row["nama"] for page in pages(client, "koperasi", change) for row in page]
    assert found[:7] == [koperasi.name for koperasi in first]
    # Two came after the first and the second page; the third was not followed by another.
    assert len(found) == len(set(found)) == 9


def test_a_row_that_is_withdrawn_between_pages_moves_no_other(client, monkeypatch):
    monkeypatch.setattr(paging, "PAGE_SIZE", 2)
    first = KoperasiFactory.create_batch(6, listed=True)

    def withdraw():
        Koperasi.objects.filter(pk__in=[first[0].pk, first[3].pk]).update(
            published_at=None, published_by=None
        )

    found = [row["nama"] for page in pages(client, "koperasi", withdraw) for row in page]
    assert found == [first[number].name for number in (0, 1, 2, 4, 5)]


def test_counts_have_pages_too(client, monkeypatch):
    monkeypatch.setattr(paging, "PAGE_SIZE", 2)
    for year in range(2020, 2025):
        FasilitasiFactory(finished=True, result_on=datetime.date(year, 5, 1))
    found = [row["tahun"] for page in pages(client, "fasilitasi") for row in page]
    assert found == [2020, 2021, 2022, 2023, 2024]


def test_a_whole_file_is_read_in_pieces(client, monkeypatch):
    monkeypatch.setattr(paging, "_ROWS_AT_ONCE", 2)
    KoperasiFactory.create_batch(5, listed=True)
    assert len(csv_rows(client, "koperasi")) == 5


def test_the_next_page_is_also_named_in_a_header(client, monkeypatch):
    monkeypatch.setattr(paging, "PAGE_SIZE", 1)
    KoperasiFactory.create_batch(2, listed=True)
    response = client.get("/data/v1/koperasi.json")
    assert f'<{response.json()["berikutnya"]}>; rel="next"' in response["Link"]
    last = client.get(response.json()["berikutnya"])
    assert 'rel="next"' not in last["Link"]


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize(
    "cursor",
    ["x", "%00", "bm8", "'; DROP TABLE", "WyJuIiwiOTk5OTk5OTk5OTk5OTk5OTk5OTk5Il0", "W10", "a" * 5000],
)
def test_a_hostile_cursor_is_refused_in_words(client, slug, cursor):
    response = client.get(f"/data/v1/{slug}.json", {"hal": cursor})
    assert response.status_code == 400
    assert "Mulailah dari alamat tanpa penanda" in response.json()["galat"]


def test_an_unknown_set_is_not_found(client):
    for address in (
        "/data/v1/pemilik.csv",
        "/data/v1/pemilik.json",
        "/data/v1/x.skema.json",
        "/data/kamus/x/",
    ):
        assert client.get(address).status_code == 404


# --- cost -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("ending", ["csv", "json"])
def test_many_rows_take_as_many_statements_as_few(
    client, slug, ending, django_assert_max_num_queries, same_minute
):
    def fill(number):
        ProdukFactory.create_batch(number, listed=True)
        ProdukFactory.create_batch(number, listed=True, of_koperasi=True)
        FasilitasiFactory.create_batch(number, finished=True)

    def statements():
        with django_assert_max_num_queries(8) as captured:
            client.get(f"/data/v1/{slug}.{ending}").getvalue()
        return len(captured)

    fill(1)
    few = statements()
    fill(6)
    assert statements() == few


def test_asking_about_a_file_does_not_make_it(client, django_assert_num_queries, same_minute):
    ProdukFactory(listed=True)
    with django_assert_num_queries(2):
        response = client.head("/data/v1/produk.csv")
    assert response["ETag"]
    assert not response.has_header("Content-Length")


# --- who is in them -------------------------------------------------------------------------------------


def test_what_is_withdrawn_is_gone(client):
    produk = ProdukFactory(listed=True)
    consent = produk.usaha.pemilik.persetujuan_set.get()
    assert json_rows(client, "usaha")
    assert json_rows(client, "produk")
    actions.withdraw_consent(consent=consent, by=produk.verified_by)
    assert json_rows(client, "usaha") == json_rows(client, "produk") == []


def test_what_is_not_on_the_site_is_not_in_the_files(client):
    UsahaFactory()
    UsahaFactory(verified=True)
    usaha = UsahaFactory(listed=True, archived_at=None)
    ProdukFactory(usaha=usaha)
    KoperasiFactory()
    assert [row["nama"] for row in json_rows(client, "usaha")] == [usaha.name]
    assert json_rows(client, "produk") == json_rows(client, "koperasi") == []


def test_a_certificate_that_has_ended_makes_no_product_halal(client):
    produk = ProdukFactory(listed=True)
    SertifikatFactory(
        usaha=produk.usaha, verified=True, produk=[produk], valid_until=datetime.date(2026, 12, 31)
    )
    with time_machine.travel("2026-12-31T10:00:00+08:00", tick=False):
        first = client.get("/data/v1/produk.json")
    with time_machine.travel("2027-01-01T10:00:00+08:00", tick=False):
        second = client.get("/data/v1/produk.json")
    assert [first.json()["baris"][0]["halal"], second.json()["baris"][0]["halal"]] == [True, False]
    assert first["ETag"] != second["ETag"]

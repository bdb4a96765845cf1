"""Any staff list as a file: exactly its rows, in its order, and what the file says about itself."""

import datetime
from types import SimpleNamespace

import pytest
import time_machine
from django.contrib.admin import site
from django.urls import reverse

from spreadsheets.export import ExportColumn, Exporting, Layout
from spreadsheets.export import admin as export_admin
from spreadsheets.sheet import Kind
from tests.factories import DesaFactory, KecamatanFactory, PemilikFactory, ProdukFactory, UsahaFactory
from tests.kantor import sign_in, url, words
from tests.unduhan import address, columns, head, lines, statements, table, take

pytestmark = pytest.mark.django_db
NOUNS = [
    "umkm_pemilik",
    "umkm_usaha",
    "koperasi_koperasi",
    "produk_produk",
    "legalitas_sertifikat",
    "fasilitasi_fasilitasi",
    "fasilitasi_rekapawal",
    "etalase_bukutamu",
    "etalase_mutasititipan",
    "kegiatan_kegiatan",
    "kegiatan_peserta",
    "belanja_asn_belanja",
]


@pytest.fixture
def _at_noon():
    with time_machine.travel(datetime.datetime(2026, 11, 23, 4, tzinfo=datetime.UTC), tick=False):
        yield


def names(response):
    return [row["Nama usaha"] for row in table(response)]


# --- every noun ---------------------------------------------------------------------------------


def test_these_nouns_have_an_export():
    found = {
        f"{model._meta.app_label}_{model._meta.model_name}"
        for model, office in site._registry.items()
        if isinstance(office, Exporting)
    }
    assert found == set(NOUNS)


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
@pytest.mark.parametrize("noun", NOUNS)
def test_an_empty_list_gives_a_file_with_its_columns(client, noun, berkas):
    sign_in(client, "Admin")
    response = take(client, noun, berkas, q="tidak ada yang bernama begini")
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert table(response) == []


@pytest.mark.parametrize("noun", NOUNS)
def test_every_list_links_to_its_files_and_keeps_the_address(client, noun):
    sign_in(client, "Admin")
    page = client.get(url(noun, "changelist"), {"q": "kopi", "o": "-1", "p": "0"})
    links = [link["url"] for link in page.context["downloads"]]
    assert f"{address(noun)}?q=kopi&o=-1&susunan=portal&berkas=xlsx" in links
    assert f"{address(noun)}?q=kopi&o=-1&susunan=portal&berkas=csv" in links
    assert all(link.replace("&", "&amp;") in page.content.decode() for link in links)


def test_no_two_columns_share_a_name():
    for office in site._registry.values():
        for layout in getattr(office, "layouts", ()):
            labels = [column.label for column in layout.columns]
            assert len(labels) == len(set(labels))


# --- exactly the rows of the list -----------------------------------------------------------------


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
def test_search_and_filters_of_the_list_choose_the_rows(client, berkas):
    sign_in(client)
    near = KecamatanFactory(name="Ampana Uji")
    desa = DesaFactory(kecamatan=near)
    UsahaFactory(name="Kopi Sahabat", desa=desa, is_draft=True)
    UsahaFactory(name="Kopi Jauh", is_draft=True)
    UsahaFactory(name="Kopi Lengkap", desa=desa)
    UsahaFactory(name="Abon Roa", desa=desa, is_draft=True)
    response = take(client, "umkm_usaha", berkas, q="kopi", keadaan="draf", kecamatan=near.pk)
    assert names(response) == ["Kopi Sahabat"]


@pytest.mark.parametrize("order", ["1", "-1", "2.-1"])
def test_the_file_keeps_the_order_of_the_list(client, order):
    sign_in(client)
    for name, owner in (("Cakra", "Budi"), ("Abadi", "Citra"), ("Bahari", "Budi")):
        UsahaFactory(name=name, pemilik__name=owner)
    page = client.get(url("umkm_usaha", "changelist"), {"o": order})
    shown = [usaha.name for usaha in page.context["cl"].result_list]
    assert names(take(client, "umkm_usaha", o=order)) == shown


def test_a_file_holds_all_pages_of_the_list(client):
    sign_in(client)
    for number in range(57):
        UsahaFactory(name=f"Usaha {number:03d}")
    found = names(take(client, "umkm_usaha", p="2"))
    assert found == [f"Usaha {number:03d}" for number in range(57)]


def test_archived_rows_stay_out_unless_asked_for(client):
    officer = sign_in(client)
    UsahaFactory(
        name="Arsip", archived_at=datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC), archived_by=officer
    )
    UsahaFactory(name="Dipakai")
    assert names(take(client, "umkm_usaha")) == ["Dipakai"]
    assert names(take(client, "umkm_usaha", keadaan="arsip")) == ["Arsip"]


def test_a_row_is_written_once_however_often_the_search_meets_it(client):
    sign_in(client)
    owner = PemilikFactory(name="Kopi Uji")
    UsahaFactory(name="Kopi Uji", pemilik=owner)
    UsahaFactory(name="Kopi Uji Dua", pemilik=owner)
    assert names(take(client, "umkm_usaha", q="kopi uji")) == ["Kopi Uji", "Kopi Uji Dua"]


def test_an_officer_takes_only_rows_of_the_own_kecamatan(client):
    near = KecamatanFactory()
    UsahaFactory(name="Dekat", desa=DesaFactory(kecamatan=near))
    UsahaFactory(name="Jauh")
    sign_in(client, kecamatan=[near])
    assert names(take(client, "umkm_usaha")) == ["Dekat"]


# --- what the file says about itself --------------------------------------------------------------


@pytest.mark.usefixtures("_at_noon")
def test_filter_time_and_person_stand_above_the_table(client):
    near = KecamatanFactory(name="Ampana Uji")
    officer = sign_in(client, kecamatan=[near])
    response = take(client, "umkm_usaha", q="kopi", keadaan="draf", bidang_usaha__exact="jasa")
    assert head(response) == [
        "Daftar usaha",
        "Saringan: keadaan Draf; bidang usaha Jasa; dicari “kopi”; wilayah tugas Ampana Uji",
        f"Diunduh 23 November 2026, 12.00 WITA, oleh {officer}",
    ]


def test_a_filter_that_is_always_on_is_told_too(client):
    sign_in(client)
    assert head(take(client, "umkm_usaha"))[1] == "Saringan: keadaan Semua kecuali arsip"


def test_a_list_without_any_filter_says_so(client):
    sign_in(client, "Admin")
    assert head(take(client, "fasilitasi_rekapawal"))[1] == "Tanpa saringan: seluruh daftar"


def test_a_condition_that_only_the_address_carries_is_told(client):
    sign_in(client)
    usaha = UsahaFactory(name="Milik Orang Itu")
    UsahaFactory()
    response = take(client, "umkm_usaha", pemilik__id__exact=usaha.pemilik_id)
    assert names(response) == ["Milik Orang Itu"]
    told = head(take(client, "umkm_usaha", pemilik__id__exact=usaha.pemilik_id))[1]
    assert told.endswith(f"pemilik__id__exact = {usaha.pemilik_id}")


@pytest.mark.usefixtures("_at_noon")
@pytest.mark.parametrize(
    ("query", "name"),
    [
        ({"berkas": "csv"}, "usaha-2026-11-23.csv"),
        ({"berkas": "xlsx"}, "usaha-2026-11-23.xlsx"),
        ({"berkas": "xlsx", "susunan": "sidt"}, "usaha-sidt-2026-11-23.xlsx"),
    ],
)
def test_the_file_is_named_after_list_layout_and_day(client, query, name):
    sign_in(client)
    response = client.get(address("umkm_usaha"), query)
    assert lines(response)
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'


# --- values -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
@pytest.mark.parametrize("name", ["=1+1", "+62", "-Una", "@Kopi", "＝1"])
def test_no_name_becomes_a_formula(client, berkas, name):
    sign_in(client)
    UsahaFactory(name=name)
    assert names(take(client, "umkm_usaha", berkas)) == [f"'{name}"]


def test_a_search_that_looks_like_a_formula_is_defused_in_the_head(client):
    sign_in(client)
    found = lines(take(client, "umkm_usaha", q="=cmd|' /C calc'!A0"))
    assert not [cell for line in found for cell in line if cell.startswith("=")]


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
def test_emoji_quotes_and_line_ends_arrive_as_they_were(client, berkas):
    sign_in(client)
    UsahaFactory(name='Kopi ☕ "Uji"; 👩‍🌾', notes="satu\ndua")
    (row,) = table(take(client, "umkm_usaha", berkas))
    assert row["Nama usaha"] == 'Kopi ☕ "Uji"; 👩‍🌾'
    assert row["Catatan petugas"] == "satu\ndua"


# --- addresses that make no sense -------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    [
        {"berkas": "exe"},
        {"berkas": "csv", "susunan": "tidak-ada"},
        {"berkas": "csv", "tidak_ada": "1"},
        {"berkas": "csv", "q": "7209990101900001"},
        {"berkas": "csv", "q": "a\x00b"},
        {"berkas": "csv", "desa__kecamatan__id__exact": "x"},
    ],
)
def test_no_file_is_made_of_an_address_that_was_not_understood(client, query):
    sign_in(client)
    response = client.get(address("umkm_usaha"), query)
    assert response.status_code in (302, 400)
    assert "Content-Disposition" not in response


def test_the_list_says_why_a_nik_is_not_searched(client):
    sign_in(client)
    response = client.get(address("umkm_pemilik"), {"berkas": "csv", "q": "7209990101900001"}, follow=True)
    assert response.redirect_chain[-1][0] == url("umkm_pemilik", "changelist")
    assert "NIK KTP dan NPWP tidak dicari di sini" in words(response)


def test_a_list_too_long_for_excel_is_offered_as_csv(client, monkeypatch):
    sign_in(client)
    monkeypatch.setattr(export_admin, "_MOST_XLSX", 1)
    UsahaFactory()
    UsahaFactory()
    response = client.get(address("umkm_usaha"), {"berkas": "xlsx"}, follow=True)
    assert "Unduh CSV, atau persempit daftarnya" in words(response)
    assert len(names(take(client, "umkm_usaha"))) == 2


# --- cost -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
@pytest.mark.parametrize("susunan", ["portal", "sidt"])
def test_fifty_rows_take_as_many_statements_as_one(client, berkas, susunan):
    sign_in(client)
    _business()
    lines(take(client, "umkm_usaha", berkas, susunan))
    one = statements(lambda: take(client, "umkm_usaha", berkas, susunan))
    for _ in range(49):
        _business()
    assert statements(lambda: take(client, "umkm_usaha", berkas, susunan)) == one


def _business():
    usaha = UsahaFactory(pemilik__desa=DesaFactory())
    usaha.datatahunan_set.create(tahun=2025)
    ProdukFactory(usaha=usaha)


def test_rows_are_fetched_a_chunk_at_a_time(monkeypatch):
    asked = []

    class Rows:
        def iterator(self, chunk_size):
            asked.append(chunk_size)
            yield SimpleNamespace(name="Satu")
            raise AssertionError("The second row was fetched before it was asked for")

        def defer(self, *names):
            return self

    layout = Layout("portal", "Kolom portal", (ExportColumn("Nama", lambda row: row.name),))
    rows = layout.rows(Rows(), layout.columns, personal=False)
    assert asked == []
    assert next(rows) == ("Satu",)
    assert asked == [500]


# --- columns ----------------------------------------------------------------------------------------


def _labels(layout, **wanted):
    return [column.label for column in layout.chosen(**wanted)]


def test_a_layout_gives_each_reader_the_columns_of_their_right():
    layout = Layout(
        "portal",
        "Kolom portal",
        (
            ExportColumn("Nama", lambda row: ""),
            ExportColumn("Telepon", lambda row: "", is_personal=True),
            ExportColumn("NIK", lambda row: "", Kind.IDENTIFIER, is_secret=True),
        ),
    )
    assert _labels(layout, personal=False, secret=True) == ["Nama"]
    assert _labels(layout, personal=True, secret=False) == ["Nama", "Telepon"]
    assert _labels(layout, personal=True, secret=True) == ["Nama", "Telepon", "NIK"]


def test_a_cell_may_say_more_where_personal_data_goes_along():
    column = ExportColumn("Nomor", lambda row: "disembunyikan", read_personal=lambda row: "123")
    assert column.holds_personal_data
    assert column.reader(personal=False)(None) == "disembunyikan"
    assert column.reader(personal=True)(None) == "123"


def test_a_visitor_is_led_to_sign_in(client):
    response = take(client, "umkm_usaha")
    assert response.status_code == 302
    assert reverse("account_login") in response["Location"] or "masuk" in response["Location"]


def test_the_file_has_the_columns_that_the_layout_declares(client):
    sign_in(client)
    (layout, _) = next(
        office.layouts for model, office in site._registry.items() if model.__name__ == "Usaha"
    )
    assert columns(take(client, "umkm_usaha")) == _labels(layout, personal=False, secret=True)

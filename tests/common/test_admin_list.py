"""Lists of the staff door: what they show, what they hide, and that nonsense never breaks them."""

from urllib.parse import urlencode, urljoin

import pytest

from tests.factories import DataTahunanFactory, DesaFactory, KecamatanFactory, PemilikFactory, UsahaFactory
from tests.kantor import filled, query_count, sign_in, url, words

pytestmark = pytest.mark.django_db
LIST = "/kantor/umkm/usaha/"
LISTS = [
    ("umkm", "pemilik"), ("umkm", "usaha"), ("umkm", "kbli"), ("umkm", "batasskala"), ("umkm", "pembukaannik"),
    ("wilayah", "desa"), ("wilayah", "kecamatan"), ("accounts", "user"), ("auth", "group"),
    ("accounts", "unduhandatapribadi"),
    ("koperasi", "koperasi"), ("produk", "produk"), ("produk", "kategori"), ("legalitas", "sertifikat"),
    ("fasilitasi", "fasilitasi"), ("fasilitasi", "jenisfasilitasi"), ("fasilitasi", "rekapawal"),
]  # fmt: skip


def names(client, **query):
    page = words(client.get(LIST, query))
    return {name for name in ("Draf Uji", "Baru Uji", "Arsip Uji", "Situs Uji") if name in page}


@pytest.fixture
def four(client):
    sign_in(client)
    UsahaFactory(name="Draf Uji", is_draft=True)
    UsahaFactory(name="Baru Uji")
    UsahaFactory(name="Situs Uji", listed=True)
    archived = UsahaFactory(name="Arsip Uji")
    client.post(url("umkm_usaha", "state", archived.pk), {"deed": "archive", "confirmed": "1"})
    client.get(LIST)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, {"Draf Uji", "Baru Uji", "Situs Uji"}),
        ({"keadaan": "draf"}, {"Draf Uji"}),
        ({"keadaan": "menunggu"}, {"Baru Uji"}),
        ({"keadaan": "tayang"}, {"Situs Uji"}),
        ({"keadaan": "arsip"}, {"Arsip Uji"}),
        ({"keadaan": "tidak-ada"}, {"Draf Uji", "Baru Uji", "Situs Uji"}),
        ({"q": "baru"}, {"Baru Uji"}),
    ],
)
def test_a_list_shows_the_wanted_state_and_no_archive_unasked(client, four, query, shown):
    assert names(client, **query) == shown


def test_my_drafts_are_those_that_i_registered(client):
    sign_in(client)
    UsahaFactory(name="Draf Orang Lain", is_draft=True)
    data = filled(client.get(url("umkm_usaha", "add")))
    client.post(
        url("umkm_usaha", "add"),
        data | {"name": "Draf Saya Uji", "pemilik": PemilikFactory().pk, "_draft": "1"},
    )
    page = words(client.get(LIST, {"keadaan": "draf-saya"}))
    assert "Draf Saya Uji" in page
    assert "Draf Orang Lain" not in page


def test_filters_tell_how_many_rows_each_choice_has(client, four):
    page = words(client.get(LIST))
    assert "Menunggu verifikasi (1)" in page
    assert "Arsip (1)" in page


def test_the_kecamatan_filter_counts_and_narrows(client):
    sign_in(client)
    near, far = DesaFactory(kecamatan__name="Dekat Uji"), DesaFactory(kecamatan__name="Jauh Uji")
    UsahaFactory(name="Usaha Dekat", desa=near), UsahaFactory(name="Usaha Jauh", desa=far)
    page = words(client.get(LIST, {"kecamatan": near.kecamatan_id}))
    assert "Dekat Uji (1)" in page
    assert "Usaha Dekat" in page
    assert "Usaha Jauh" not in page


def test_every_cell_names_its_column_for_the_phone(client):
    sign_in(client)
    UsahaFactory()
    page = client.get(LIST).content.decode()
    for label in ("Pemilik", "Desa/kelurahan", "Bidang usaha", "Skala", "Keadaan"):
        assert f'data-label="{label}"' in page


def test_an_empty_list_says_what_next(client):
    sign_in(client)
    assert "Belum ada usaha. Catat usaha dari halaman pemiliknya" in words(client.get(LIST))


def test_a_search_without_result_offers_a_way_out(client):
    sign_in(client)
    UsahaFactory()
    page = words(client.get(LIST, {"q": "tidak ada"}))
    assert "Tidak ada usaha yang cocok. Hapus pencarian dan saringan" in page


@pytest.mark.parametrize("noun", ["pemilik", "usaha"])
def test_a_longer_list_costs_no_more_queries(client, noun, django_assert_max_num_queries):
    sign_in(client)
    page = url(f"umkm_{noun}", "changelist")
    DataTahunanFactory()
    client.get(page)
    with django_assert_max_num_queries(40) as few:
        client.get(page)
    allowed = len(few)
    for _ in range(12):
        DataTahunanFactory()
    with django_assert_max_num_queries(allowed):
        client.get(page)


NONSENSE = [
    {"q": "a\x00b"}, {"q": "%_\\'\""}, {"q": "x" * 5000}, {"q": "a " * 3000}, {"p": "-1"}, {"p": "999999"}, {"p": "x"},
    {"p": "9" * 40}, {"o": "x.-9.99"}, {"all": "x"}, {"keadaan": "\x00"}, {"keadaan": "x" * 3000},
    {"kecamatan": "9" * 40},
    {"kecamatan": "x"}, {"desa__kecamatan__id__exact": "9" * 40}, {"desa__id__exact": "x"}, {"tidak_ada": "1"},
    {"e": "1"}, {"_facets": "x"}, {"_popup": "1"}, {"_to_field": "id"}, {"nib__isempty": "x"},
    {"tahun_mulai__gte": "9" * 30},
    {"created_at__gte": "kemarin"}, {"id__in": "1,x"}, {"\x00": "1"},
]  # fmt: skip


@pytest.mark.parametrize(("app", "noun"), LISTS)
def test_nonsense_in_an_address_never_breaks_a_list(client, app, noun):
    sign_in(client, "Admin")
    page = url(f"{app}_{noun}", "changelist")
    for query in NONSENSE:
        answer = client.get(page, query)
        assert answer.status_code in (200, 302, 400), query


@pytest.mark.parametrize("key", ["x", "0", "-1", "9" * 40, "1%00", "a%2Fb", "1_5F", "é"])
def test_nonsense_instead_of_a_record_is_not_found(client, key):
    sign_in(client, "Admin")
    for page in ("change", "history", "state"):
        path = url("umkm_usaha", page, 1).replace("/1/", f"/{key}/", 1)
        assert client.get(path).status_code == 404
        assert client.post(path, {"deed": "archive"}).status_code in (403, 404)


@pytest.mark.parametrize(
    "query",
    [
        {"term": "a\x00", "app_label": "umkm", "model_name": "usaha", "field_name": "desa"},
        {"term": "a" * 5000, "app_label": "umkm", "model_name": "usaha", "field_name": "desa"},
        {"term": "a", "page": "x", "app_label": "umkm", "model_name": "usaha", "field_name": "desa"},
        {"term": "a", "app_label": "x", "model_name": "y", "field_name": "z"},
        {},
    ],
)
def test_nonsense_in_a_choice_box_is_answered_calmly(client, query):
    sign_in(client)
    assert client.get("/kantor/autocomplete/", query).status_code in (200, 302, 403, 404)


@pytest.mark.parametrize("name", ["O'Brien d'Uji", "الحاج أحمد", "Kopi ☕ Uji", "x" * 200])
def test_odd_names_survive_lists_forms_and_history(client, name):
    sign_in(client)
    usaha = UsahaFactory(name=name)
    assert name in words(client.get(LIST))
    assert name in client.get(url("umkm_usaha", "change", usaha.pk)).context["adminform"].form["name"].value()
    assert client.get(url("umkm_usaha", "history", usaha.pk)).status_code == 200


@pytest.mark.parametrize("value", ["a\x00b", "x" * 5000, "\u202eabc", "satu\ndua"])
def test_broken_text_is_refused_at_its_field_and_kept(client, value):
    sign_in(client)
    data = filled(client.get(url("umkm_pemilik", "add"))) | {"name": value, "phone": "0812 3456 7890"}
    answer = client.post(url("umkm_pemilik", "add"), data)
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors.keys() == {"name"}
    assert filled(answer)["phone"] == "0812 3456 7890"


def test_huge_numbers_are_refused_at_their_fields(client):
    sign_in(client)
    usaha = UsahaFactory()
    page = url("umkm_usaha", "change", usaha.pk)
    data = filled(client.get(page)) | {"tahun_mulai": "9" * 40, "latitude": "1e400", "pemilik": "9" * 40}
    answer = client.post(page, data)
    assert answer.context["adminform"].form.errors.keys() >= {"tahun_mulai", "latitude", "pemilik"}


def test_pages_of_the_office_are_never_kept_by_a_browser(client):
    sign_in(client)
    usaha = UsahaFactory()
    for page in (
        "/kantor/",
        LIST,
        url("umkm_usaha", "change", usaha.pk),
        url("umkm_usaha", "history", usaha.pk),
        "/kantor/jsi18n/",
    ):
        assert client.get(page)["Cache-Control"] == "private, no-store"


def test_a_choice_box_offers_only_what_is_in_use_and_in_reach(client):
    near = KecamatanFactory()
    UsahaFactory(name="Usaha Dekat", desa=DesaFactory(kecamatan=near))
    UsahaFactory(name="Usaha Jauh")
    sign_in(client, kecamatan=[near])
    gone = UsahaFactory(name="Usaha Lama", desa=DesaFactory(kecamatan=near))
    client.post(url("umkm_usaha", "state", gone.pk), {"deed": "archive", "confirmed": "1"})
    query = {"term": "usaha", "app_label": "produk", "model_name": "produk", "field_name": "usaha"}
    offered = client.get("/kantor/autocomplete/", query).json()["results"]
    assert [row["text"].split(",")[0] for row in offered] == ["Usaha Dekat"]


def test_a_choice_box_tells_two_of_one_name_apart_at_a_fixed_price(client):
    sign_in(client)
    query = {"term": "nama", "app_label": "produk", "model_name": "produk", "field_name": "usaha"}
    address = f"/kantor/autocomplete/?{urlencode(query)}"
    UsahaFactory(name="Nama Sama")
    price_of_one = query_count(client, address)
    for _ in range(5):
        UsahaFactory(name="Nama Sama")
    assert query_count(client, address) == price_of_one
    offered = client.get(address).json()["results"]
    assert len({row["text"] for row in offered}) == 6
    assert "milik Pemilik Uji" in offered[0]["text"]


@pytest.mark.parametrize(
    "rows",
    [
        {"datatahunan_set-TOTAL_FORMS": "x"},
        {"datatahunan_set-TOTAL_FORMS": "-1"},
        {"datatahunan_set-TOTAL_FORMS": None, "datatahunan_set-INITIAL_FORMS": None},
        {"datatahunan_set-TOTAL_FORMS": "9" * 30},
        {
            "datatahunan_set-TOTAL_FORMS": "1",
            "datatahunan_set-INITIAL_FORMS": "1",
            "datatahunan_set-0-id": "9" * 30,
        },
        {
            "datatahunan_set-TOTAL_FORMS": "1",
            "datatahunan_set-0-tahun": "2025",
            "datatahunan_set-0-usaha": "x",
        },
        {"_version": "kemarin"},
        {"_version": "2026-99-99T99:99"},
        {"_once": "\x00" * 100},
    ],
)
def test_tampered_rows_beneath_a_record_store_nothing_and_break_nothing(client, rows):
    sign_in(client)
    usaha = UsahaFactory(name="Nama Lama")
    page = url("umkm_usaha", "change", usaha.pk)
    answer = client.post(page, filled(client.get(page), name="Nama Baru", **rows))
    assert answer.status_code in (200, 302)
    assert answer.status_code == 302 or filled(answer)["name"] == "Nama Baru"


def test_a_row_of_another_business_cannot_be_written(client):
    sign_in(client)
    foreign = DataTahunanFactory(penjualan_tahunan=5)
    usaha = UsahaFactory()
    page = url("umkm_usaha", "change", usaha.pk)
    row = {
        "datatahunan_set-TOTAL_FORMS": "1",
        "datatahunan_set-INITIAL_FORMS": "1",
        "datatahunan_set-0-id": foreign.pk,
        "datatahunan_set-0-usaha": usaha.pk,
        "datatahunan_set-0-tahun": "2025",
        "datatahunan_set-0-penjualan_tahunan": "9",
    }
    client.post(page, filled(client.get(page)) | row)
    foreign.refresh_from_db()
    assert foreign.penjualan_tahunan == 5
    assert not usaha.datatahunan_set.exists()


@pytest.mark.parametrize(
    "name", ["_popup", "_to_field", "_saveasnew", "_continue", "is_draft", "verified_at", "slug"]
)
def test_names_that_the_form_does_not_offer_change_nothing(client, name):
    sign_in(client)
    usaha = UsahaFactory(slug="alamat-lama")
    page = url("umkm_usaha", "change", usaha.pk)
    answer = client.post(page, filled(client.get(page)) | {name: "x"})
    assert answer.status_code in (200, 302, 400)
    usaha.refresh_from_db()
    assert (usaha.slug, usaha.is_draft, usaha.verified_at) == ("alamat-lama", False, None)


@pytest.mark.parametrize("query", ["phone__startswith=%2B62812", "phone__exact=x", "address__contains=Dusun"])
def test_nobody_finds_out_a_number_through_an_address(client, query):
    PemilikFactory(name="Pemilik Rahasia", phone="+6281234567890", address="Dusun III")
    sign_in(client, role="Pejabat")
    assert client.get(f"/kantor/umkm/pemilik/?{query}").status_code == 400


def test_those_who_may_see_numbers_may_ask_by_them(client):
    PemilikFactory(name="Pemilik Terbuka", phone="+6281234567890")
    sign_in(client)
    page = client.get("/kantor/umkm/pemilik/?phone__startswith=%2B62812")
    assert "Pemilik Terbuka" in words(page)


def test_yes_and_no_are_words_and_not_signs_with_english_names(client):
    sign_in(client, "Admin")
    island = KecamatanFactory(is_island=True)
    answer = client.get(url("wilayah_kecamatan", "changelist"))
    assert f"{island.code}ya" in words(answer)
    assert 'alt="True"' not in answer.content.decode()


def test_a_reader_gets_yes_and_no_in_words_too(client):
    sign_in(client, "Pejabat")
    answer = client.get(url("umkm_usaha", "change", UsahaFactory(is_perikanan=True).pk)).content.decode()
    assert '<div class="readonly">ya</div>' in answer
    assert 'alt="True"' not in answer


@pytest.mark.parametrize("page", ["", "add/", "../../fasilitasi/fasilitasi/add/"])
def test_an_empty_choice_says_what_to_do(client, page):
    sign_in(client)
    UsahaFactory()
    answer = client.get(urljoin(LIST, page)).content.decode()
    assert ">Pilih…<" in answer
    assert "---------" not in answer

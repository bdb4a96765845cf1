"""The list of products as a visitor uses it."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from produk.vocabulary import refresh
from tests.factories import KategoriFactory, KecamatanFactory, ProdukFactory, SertifikatFactory, UsahaFactory

pytestmark = pytest.mark.django_db
URL = reverse("produk:list")


def listed(name, **values):
    return ProdukFactory(listed=True, name=name, **values)


def names(response):
    return [produk.name for produk in response.context["page"]]


def get(client, **query):
    response = client.get(URL, query)
    assert response.status_code == 200
    return response


@pytest.fixture
def wares():
    makanan, minuman = (
        KategoriFactory(slug="uji-a", name="Uji A"),
        KategoriFactory(slug="uji-b", name="Uji B"),
    )
    togean = KecamatanFactory(slug="uji-togean", name="Uji Togean")
    return {
        "abon": listed("Abon Tuna", kategori=makanan, price=50_000, usaha__desa__kecamatan=togean),
        "jus": listed("Jus Pala", kategori=minuman, price=10_000),
        "kopi": listed("Kopi", kategori=minuman, price=30_000, of_koperasi=True),
    }


def test_the_newest_product_stands_first(client, wares):
    assert names(get(client)) == ["Kopi", "Jus Pala", "Abon Tuna"]


def test_unlisted_products_are_not_shown(client):
    ProdukFactory(name="Rahasia", usaha=UsahaFactory())
    assert names(get(client)) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"kategori": "uji-b"}, ["Kopi", "Jus Pala"]),
        ({"kecamatan": "uji-togean"}, ["Abon Tuna"]),
        ({"harga_min": "30000"}, ["Kopi", "Abon Tuna"]),
        ({"harga_maks": "Rp 30.000"}, ["Kopi", "Jus Pala"]),
        ({"harga_min": "20 rb", "harga_maks": "40rb"}, ["Kopi"]),
        ({"penjual": "koperasi"}, ["Kopi"]),
        ({"penjual": "usaha"}, ["Jus Pala", "Abon Tuna"]),
        ({"kategori": "uji-b", "penjual": "usaha"}, ["Jus Pala"]),
        ({"q": "abn"}, ["Abon Tuna"]),
        ({"q": "kopi", "kategori": "uji-a"}, []),
        ({"urut": "termurah"}, ["Jus Pala", "Kopi", "Abon Tuna"]),
        ({"urut": "termahal"}, ["Abon Tuna", "Kopi", "Jus Pala"]),
        ({"urut": "nama"}, ["Abon Tuna", "Jus Pala", "Kopi"]),
        ({"urut": "termurah", "kategori": "uji-b"}, ["Jus Pala", "Kopi"]),
    ],
)
def test_filters_and_sorting_combine(client, wares, query, expected):
    assert names(get(client, **query)) == expected


def test_halal_shows_products_named_by_a_verified_certificate_in_force(client, wares):
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    SertifikatFactory(verified=True, produk=[wares["abon"]])
    SertifikatFactory(produk=[wares["jus"]])
    SertifikatFactory(verified=True, valid_until=yesterday, produk=[wares["kopi"]])
    assert names(get(client, halal="1")) == ["Abon Tuna"]


@pytest.mark.parametrize(
    "query",
    [
        {"kategori": "tidak-ada"},
        {"kecamatan": "' OR 1=1"},
        {"penjual": "siapa"},
        {"urut": "acak"},
        {"hal": "rusak"},
        {"hal": "0.rusak"},
        {"halal": "entahlah"},
        {"persis": "1"},
        {"apa": "saja"},
        {"kategori": ["", "x\x00"]},
    ],
)
def test_what_an_address_has_wrong_is_ignored(client, wares, query):
    assert len(names(get(client, **query))) == 3


@pytest.mark.parametrize("price", ["abc", "-5", "9" * 30, "1.2.3", "\x00"])
def test_a_mistyped_price_is_explained_and_filters_nothing(client, wares, price):
    response = get(client, harga_min=price)
    assert len(names(response)) == 3
    assert response.context["form"].errors["harga_min"]
    assert "<title>Galat:" in response.text


def test_prices_the_wrong_way_round_are_explained(client, wares):
    response = get(client, harga_min="10000", harga_maks="5000")
    assert response.context["form"].errors == {
        "harga_maks": ["Harga ini di bawah harga paling rendah. Tukar kedua harga itu."]
    }


@pytest.mark.parametrize("text", ["%", "_", "%%%%", "*", "\\", "'", '"><xyz>', "a" * 5000, "% " * 2500])
def test_wildcards_and_endless_searches_are_harmless(client, wares, text):
    response = get(client, q=text)
    assert names(response) == []
    assert "<xyz>" not in response.text


def test_a_correction_is_told_and_can_be_refused(client, wares):
    response = get(client, q="abn", urut="termurah")
    correction = response.context["correction"]
    assert correction["query"] == "abon"
    assert "Menampilkan hasil untuk “abon”" in response.text
    assert names(client.get(URL + correction["literal_url"])) == []


def test_a_known_word_is_not_called_a_correction(client, wares):
    assert "correction" not in get(client, q="abon").context


def test_each_filter_has_a_chip_that_takes_off_nothing_else(client, wares):
    response = get(client, q="kopi", kategori="uji-b", harga_min="5000", penjual="koperasi", urut="nama")
    chips = {chip["label"]: chip["url"] for chip in response.context["chips"]}
    assert list(chips) == ["Uji B", "Mulai Rp5.000", "Koperasi"]
    assert chips["Uji B"] == "?q=kopi&harga_min=5000&penjual=koperasi&urut=nama"


def test_all_chips_together_leave_the_search(client, wares):
    assert get(client, q="kopi", kategori="uji-b").context["clear_url"] == "?q=kopi"


def test_sorting_keeps_the_filters(client, wares):
    links = {link["label"]: link for link in get(client, kategori="uji-b").context["sort_links"]}
    assert links["Termurah"]["url"] == "?kategori=uji-b&urut=termurah"
    assert links["Terbaru"]["active"]
    assert "Paling sesuai" not in links


def test_a_search_is_sorted_by_best_match(client):
    listed("Sambal", description="Dengan abon.")
    abon = listed("Abon")
    listed("Kerupuk", description="Dengan abon.")
    response = get(client, q="abon")
    assert response.context["sort_links"][0]["label"] == "Paling sesuai"
    assert names(response)[0] == abon.name


@pytest.mark.parametrize("query", [{}, {"q": "abon"}, {"urut": "termurah"}, {"q": "abon", "urut": "nama"}])
def test_every_product_is_on_exactly_one_page(client, query):
    seller = UsahaFactory(listed=True)
    for number in range(50):
        listed(f"Abon {number}", usaha=seller, price=number % 3)
    seen, url = [], URL
    response = client.get(URL, query)
    while True:
        seen += names(response)
        url = response.context["next_url"]
        if not url:
            break
        response = client.get(URL + url)
    assert sorted(seen) == sorted(f"Abon {number}" for number in range(50))


def test_the_second_page_leads_back_to_the_first(client):
    seller = UsahaFactory(listed=True)
    for number in range(25):
        listed(f"Abon {number}", usaha=seller)
    first = get(client)
    second = client.get(URL + first.context["next_url"])
    assert names(client.get(URL + second.context["previous_url"])) == names(first)


@pytest.mark.parametrize(("count", "text"), [(0, ""), (1, "1 produk"), (25, "25 produk")])
def test_the_number_of_products_is_told(client, count, text):
    seller = UsahaFactory(listed=True)
    for number in range(count):
        listed(f"Abon {number}", usaha=seller)
    assert get(client).context["count_text"] == text


def test_counting_stops_at_a_bound(client, monkeypatch):
    monkeypatch.setattr("common.listing.MOST_COUNTED", 24)
    seller = UsahaFactory(listed=True)
    for number in range(25):
        listed(f"Abon {number}", usaha=seller)
    assert get(client).context["count_text"] == "Lebih dari 24 produk"


def test_a_common_word_is_counted_by_estimate(client, monkeypatch):
    monkeypatch.setattr("produk.forms.MOST_COUNTED", 24)
    seller = UsahaFactory(listed=True)
    for number in range(30):
        listed(f"Abon {number}", usaha=seller)
    refresh()
    first = get(client, q="abon")
    assert re.fullmatch(r"Sekitar \d\d produk", first.context["count_text"])
    assert get(client, q="abon", urut="termurah", harga_maks="1").context["count_text"] == ""


@pytest.mark.parametrize(
    "query", [{}, {"q": "abn tuna"}, {"q": "abon", "urut": "termurah", "halal": "1"}, {"kategori": "makanan"}]
)
@pytest.mark.parametrize("count", [1, 24, 30])
def test_a_list_costs_at_most_four_statements(
    client, django_assert_max_num_queries, same_minute, count, query
):
    get(client)
    seller = UsahaFactory(listed=True)
    for number in range(count):
        listed(f"Abon Tuna {number}", usaha=seller)
    with django_assert_max_num_queries(4):
        get(client, **query)


def test_the_name_of_a_product_cannot_carry_code(client):
    listed("<script>alert(1)</script>")
    assert "<script>alert" not in get(client).text

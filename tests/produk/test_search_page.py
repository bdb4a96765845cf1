"""A search beside its products: sellers of that name, the other groups, and what to try where nothing was found."""

import pytest
from django.urls import reverse

from tests.factories import KategoriFactory, KecamatanFactory, KoperasiFactory, ProdukFactory, UsahaFactory

pytestmark = pytest.mark.django_db
URL = reverse("produk:list")


def get(client, **query):
    response = client.get(URL, query)
    assert response.status_code == 200
    return response


def beside(client, text):
    return [found.name for found in get(client, q=text).context["beside"]]


@pytest.mark.parametrize(
    "typed",
    [
        "Warung Lukman",
        "warng lukman",
        "waroeng loekman",
        "warung lukmn",
        "lukman warung",
        "waung lukmann",
        "luk",
    ],
)
def test_a_seller_stands_beside_the_products_misspelt_or_not(client, typed):
    UsahaFactory(listed=True, name="Warung Lukman")
    assert beside(client, typed) == ["Warung Lukman"]


@pytest.mark.parametrize(
    ("name", "typed"),
    [("KUD Batu Daka", "batudaka"), ("Koperasi Batudaka", "batu daka"), ("Koperasi Oena-Oena", "unauna")],
)
def test_two_words_of_a_name_may_be_one(client, name, typed):
    KoperasiFactory(listed=True, name=name)
    assert beside(client, typed) == [name]


@pytest.mark.parametrize("typed", ["warna lautan", "lukisan", "gudang", "%", "🐟", "w" * 500])
def test_another_name_is_not_taken_for_it(client, typed):
    UsahaFactory(listed=True, name="Warung Lukman")
    assert beside(client, typed) == []


def test_at_most_three_stand_there_and_both_kinds_among_them(client):
    for number in range(4):
        UsahaFactory(listed=True, name=f"Mutiara {number}")
    KoperasiFactory(listed=True, name="Koperasi Mutiara")
    found = get(client, q="mutiara").context["beside"]
    assert [each.label for each in found] == ["Usaha", "Koperasi", "Usaha"]


def test_names_to_the_letter_leave_out_those_that_resemble(client):
    UsahaFactory(listed=True, name="Mutiara")
    UsahaFactory(listed=True, name="Mutiarra")
    assert beside(client, "mutiarra") == ["Mutiarra"]


def test_who_is_off_the_site_stands_nowhere(client):
    UsahaFactory(name="Warung Lukman")
    KoperasiFactory(name="Koperasi Lukman")
    assert beside(client, "lukman") == []


def test_only_the_first_page_has_them(client):
    UsahaFactory(listed=True, name="Abon Lukman")
    seller = UsahaFactory(listed=True)
    for number in range(25):
        ProdukFactory(listed=True, usaha=seller, name=f"Abon {number}")
    first = get(client, q="abon")
    assert first.context["beside"]
    assert "beside" not in client.get(URL + first.context["next_url"]).context


@pytest.mark.parametrize("place", ["produk:list", "umkm:list", "koperasi:list", "kegiatan:list"])
def test_every_group_leads_to_the_same_search_in_the_others(client, place):
    response = client.get(reverse(place), {"q": "abon ikan"})
    tabs = {tab["label"]: tab["url"] for tab in response.context["tabs"]}
    assert tabs == {
        "Produk": "/produk/?q=abon+ikan",
        "Usaha": "/usaha/?q=abon+ikan",
        "Koperasi": "/koperasi/?q=abon+ikan",
        "Kegiatan": "/kegiatan/?q=abon+ikan",
    }
    assert response.text.count('aria-current="page">') == 2


def test_a_list_without_a_search_has_no_groups(client):
    assert get(client).context["tabs"] == []


# --- nothing found --------------------------------------------------------------------------


@pytest.fixture
def wares():
    makanan = KategoriFactory(slug="uji-makanan", name="Uji Makanan")
    KategoriFactory(slug="uji-kosong", name="Uji Kosong")
    togean = KecamatanFactory(slug="uji-togean", name="Uji Togean")
    seller = UsahaFactory(listed=True, name="Dapur", desa__kecamatan=togean)
    names = ("Keripik Pisang", "Keripik Talas", "Abon Tuna", "Sarung Tenun")
    return [ProdukFactory(listed=True, usaha=seller, kategori=makanan, name=name) for name in names]


def offered(client, **query):
    response = get(client, **query)
    assert not response.context["page"].object_list
    return {offer.label: offer.url for kind in ("words", "wider") for offer in response.context[kind]}


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ({"q": "keramik"}, ["“keripik”"]),
        ({"q": "keramik pisang"}, ["“keripik pisang”", "“pisang”"]),
        ({"q": "pisang tuna"}, ["“tuna”", "“pisang”"]),
        ({"q": "pisang", "kategori": "uji-kosong"}, ["“pisang” tanpa saringan"]),
        ({"q": "durian", "kategori": "uji-makanan"}, ["Semua dengan saringan ini"]),
        ({"q": "kripik", "persis": "1"}, []),
        ({"q": "zzqqxx"}, []),
        ({"harga_maks": "1"}, []),
    ],
)
def test_what_comes_near_is_offered(client, wares, query, labels):
    assert list(offered(client, **query)) == labels


@pytest.mark.parametrize(
    "query",
    [
        {"q": "keramik"},
        {"q": "keramik tlas ungu durian", "kecamatan": "uji-togean"},
        {"q": "pisang tuna sarung", "harga_min": "1"},
        {"q": "pisang", "kategori": "uji-kosong", "penjual": "koperasi"},
    ],
)
def test_no_offer_leads_to_nothing(client, wares, query):
    urls = offered(client, **query).values()
    assert urls
    assert all(client.get(URL + url).context["page"].object_list for url in urls)


def test_categories_that_hold_something_are_offered(client, wares):
    response = get(client, q="zzqqxx")
    assert [kategori.name for kategori in response.context["popular"]] == ["Uji Makanan"]
    assert "Uji Makanan" in response.text


@pytest.mark.parametrize(
    "query", [{"q": "keramik tlas"}, {"q": "zzqq", "kategori": "uji-makanan"}, {"q": "a b c d e f g"}]
)
def test_finding_nothing_costs_at_most_four_statements(
    client, wares, django_assert_max_num_queries, same_minute, query
):
    get(client, q="zzqqxx")
    with django_assert_max_num_queries(4):
        offered(client, **query)

"""Products by the distance of their kecamatan, and how many each option would show."""

import pytest
from django.urls import reverse

from produk.models import Kategori
from tests.factories import DesaFactory, KecamatanFactory, ProdukFactory, UsahaFactory
from wilayah.places import nearest_first

pytestmark = pytest.mark.django_db
URL = reverse("produk:list")


@pytest.fixture
def places():
    """Along one parallel, a degree apart, and one that nobody has measured."""
    names = ("uji-a", "uji-b", "uji-c", "uji-d")
    found = {
        name: KecamatanFactory(slug=name, name=name, latitude=60, longitude=10 + number)
        for number, name in enumerate(names)
    }
    return {**found, "uji-x": KecamatanFactory(slug="uji-x", name="uji-x")}


@pytest.fixture
def wares(places):
    for name, place in places.items():
        seller = UsahaFactory(listed=True, desa=DesaFactory(kecamatan=place))
        for number in range(12):
            ProdukFactory(listed=True, usaha=seller, name=f"{name} {number}")


def walk(client, **query):
    response, names = client.get(URL, query), []
    while True:
        names += [produk.name for produk in response.context["page"]]
        if not response.context["next_url"]:
            return names
        response = client.get(URL + response.context["next_url"])


def order(names):
    return list(dict.fromkeys(name.split()[0] for name in names))


def test_the_kecamatan_itself_comes_first_and_one_without_a_place_last(places):
    found = [each.slug for each in nearest_first(places["uji-c"]) if each.slug.startswith("uji-")]
    assert found == ["uji-c", "uji-b", "uji-d", "uji-a", "uji-x"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"dari": "uji-a"}, ["uji-a", "uji-b", "uji-c", "uji-d", "uji-x"]),
        ({"dari": "uji-d"}, ["uji-d", "uji-c", "uji-b", "uji-a", "uji-x"]),
        ({"dari": "uji-d", "kecamatan": "uji-a"}, ["uji-a"]),
        ({"dari": "uji-d", "q": "uji"}, ["uji-d", "uji-c", "uji-b", "uji-a", "uji-x"]),
        ({"dari": "tidak-ada"}, ["uji-x", "uji-d", "uji-c", "uji-b", "uji-a"]),
        ({"dari": "uji-a", "urut": "terbaru"}, ["uji-x", "uji-d", "uji-c", "uji-b", "uji-a"]),
    ],
)
def test_nearer_products_come_first_through_all_pages(client, wares, query, expected):
    names = walk(client, **query)
    assert order(names) == expected
    assert len(names) == len(set(names)) == 12 * len(expected)


def test_in_a_kecamatan_the_newest_comes_first(client, wares):
    assert walk(client, dari="uji-b")[:12] == [f"uji-b {number}" for number in reversed(range(12))]


def test_the_pages_lead_back(client, wares):
    first = client.get(URL, {"dari": "uji-a"})
    second = client.get(URL + first.context["next_url"])
    back = client.get(URL + second.context["previous_url"])
    assert [each.pk for each in back.context["page"]] == [each.pk for each in first.context["page"]]


def test_the_origin_is_a_chip_that_can_be_taken_off(client, wares):
    response = client.get(URL, {"dari": "uji-a"})
    assert response.context["chips"] == [{"label": "Terdekat dari uji-a", "url": "?"}]
    assert response.context["sort_links"][0] == {"label": "Terdekat", "url": "?dari=uji-a", "active": True}


@pytest.mark.parametrize("query", [{"dari": "uji-a"}, {"dari": "uji-a", "q": "uij"}])
def test_it_costs_at_most_four_statements(client, wares, django_assert_max_num_queries, query):
    client.get(URL)
    with django_assert_max_num_queries(4):
        client.get(URL, query)


# --- counts beside the options --------------------------------------------------------------


def option(client, text, **query):
    return f">{text}</option>" in client.get(URL, query).text


def test_options_tell_how_many_they_would_show(client, wares):
    kategori = Kategori.objects.get(slug="makanan")
    ProdukFactory(listed=True, kategori=kategori, usaha=UsahaFactory(listed=True))
    assert option(client, "uji-a (12)")
    assert option(client, f"{kategori.name} (1)")


@pytest.mark.parametrize(
    ("query", "told"), [({"kecamatan": "uji-b"}, True), ({"q": "uji"}, False), ({"halal": "1"}, False)]
)
def test_a_count_that_would_not_be_true_of_this_list_is_not_told(client, wares, query, told):
    assert option(client, "uji-a (12)", **query) == told


def test_counting_stops_at_a_bound(client, wares, monkeypatch):
    monkeypatch.setattr("produk.counts.MOST_COUNTED", 10)
    assert option(client, "uji-a (10+)")

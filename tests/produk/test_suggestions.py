"""What is suggested while somebody types."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from produk.models import Kategori
from tests.factories import KoperasiFactory, ProdukFactory, UsahaFactory

pytestmark = pytest.mark.django_db
URL = reverse("suggest")


@pytest.fixture
def wares():
    seller = UsahaFactory(listed=True, name="Dapur Mutiara")
    KoperasiFactory(listed=True, name="Koperasi Keripik Maju")
    makanan = Kategori.objects.get(slug="makanan")
    for name in ("Keripik Pisang", "Keripik Talas", "Keripik Talas", "Kerupuk Udang", "Minyak Kelapa"):
        ProdukFactory(listed=True, usaha=seller, kategori=makanan, name=name, description="Kerabat yang dan.")
    call_command("refresh_search")


def suggested(client, text):
    return [(text, note) for text, _, note in client.get(URL, {"q": text}).json()]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("mak", ("Makanan dan camilan", "Kategori")),
        ("ker", ("keripik", "")),
        ("krip", ("keripik", "")),
        ("kelpa", ("Minyak Kelapa", "Produk")),
        ("keripik tal", ("Keripik Talas", "Produk")),
        ("dapur mutiarra", ("Dapur Mutiara", "Usaha")),
        ("koperasi ker", ("Koperasi Keripik Maju", "Koperasi")),
    ],
)
def test_what_is_typed_leads_somewhere(client, wares, typed, first):
    kategori = Kategori.objects.get(slug="makanan").name
    assert suggested(client, typed)[0] == (kategori if first[1] == "Kategori" else first[0], first[1])


@pytest.mark.parametrize("typed", ["", "k", " ", "zzqq", "%_", "\x00\x00", "🐟🐟", "x" * 5000])
def test_what_leads_nowhere_suggests_nothing(client, wares, typed):
    assert suggested(client, typed) == []


def test_small_words_and_words_of_stories_are_not_suggested(client, wares):
    assert "kerabat" not in dict(suggested(client, "kera"))
    assert "dan" not in dict(suggested(client, "da"))


def test_a_name_that_several_sell_stands_once(client, wares):
    assert [text for text, _ in suggested(client, "keripik tal")].count("Keripik Talas") == 1


def test_at_most_eight_are_suggested_and_sellers_among_them(client, wares):
    found = suggested(client, "ke")
    assert len(found) <= 8
    assert ("Koperasi Keripik Maju", "Koperasi") in found


def test_every_suggestion_leads_to_something(client, wares):
    for _, url, _ in client.get(URL, {"q": "ker"}).json():
        response = client.get(url)
        assert response.status_code == 200
        assert "page" not in response.context or response.context["page"].object_list


def test_who_is_off_the_site_is_not_suggested(client):
    ProdukFactory(name="Rahasia", usaha=UsahaFactory(name="Rahasia Jaya"))
    assert suggested(client, "rahasia") == []


def test_caches_may_keep_them_for_a_minute(client, wares):
    response = client.get(URL, {"q": "ker"})
    assert response["Cache-Control"] == "public, max-age=60"
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


def test_they_cost_four_statements_at_most(client, wares, django_assert_max_num_queries):
    client.get(URL, {"q": "ker"})
    with django_assert_max_num_queries(4):
        client.get(URL, {"q": "keripik"})

"""The public pages as a whole: home, about, privacy, and what holds for all of them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import KecamatanFactory, KoperasiFactory, ProdukFactory, SertifikatFactory, UsahaFactory

pytestmark = pytest.mark.django_db
FIXED = ["home", "about", "privacy", "robots", "produk:list", "umkm:list", "koperasi:list"]


@pytest.fixture
def addresses():
    produk = ProdukFactory(listed=True)
    koperasi = KoperasiFactory(listed=True)
    pages = (produk, produk.usaha, koperasi)
    return [*(reverse(name) for name in FIXED), *(page.get_absolute_url() for page in pages)]


def test_every_public_page_opens_without_a_cookie_and_asks_for_none(client, addresses):
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        assert not response.cookies, address
        assert "Cookie" not in response.get("Vary", ""), address


def test_no_public_page_writes(client, addresses):
    for address in addresses:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(address)
        assert not [
            query["sql"] for query in queries if not query["sql"].startswith(("SELECT", "(SELECT", "\nWITH"))
        ]


def test_a_public_page_is_only_read(client, addresses):
    for address in addresses:
        assert client.head(address).status_code == 200
        for method in (client.post, client.put, client.delete):
            assert method(address).status_code == 405, address


def test_no_public_page_counts_a_whole_table_or_skips_rows(client, addresses):
    for address in addresses:
        if address == "/":
            continue
        with CaptureQueriesContext(connection) as queries:
            client.get(address, {"q": "uji"})
        for query in queries:
            assert "OFFSET" not in query["sql"]
            assert "COUNT(" not in query["sql"] or "LIMIT" in query["sql"]


def test_the_home_page_shows_the_eight_newest_products(client):
    usaha = UsahaFactory(listed=True)
    wares = [ProdukFactory(listed=True, usaha=usaha) for _ in range(9)]
    assert list(client.get("/").context["newest"]) == wares[:0:-1]


def test_the_home_page_counts_products_by_kecamatan(client):
    kecamatan = KecamatanFactory(name="Uji Laut")
    usaha = UsahaFactory(listed=True, desa__kecamatan=kecamatan)
    for _ in range(2):
        ProdukFactory(listed=True, usaha=usaha)
    ProdukFactory(usaha=usaha)
    counts = {place.name: place.count for place in client.get("/").context["map_paths"]}
    assert counts["Uji Laut"] == "2"
    assert counts["Togean"] == "0"


def test_counting_by_kecamatan_stops_at_a_bound(client, monkeypatch):
    monkeypatch.setattr("produk.counts.MOST_COUNTED", 1)
    usaha = UsahaFactory(listed=True, desa__kecamatan=KecamatanFactory(name="Uji Laut"))
    for _ in range(3):
        ProdukFactory(listed=True, usaha=usaha)
    counts = {place.name: place.count for place in client.get("/").context["map_paths"]}
    assert counts["Uji Laut"] == "1+"


def test_every_kecamatan_is_drawn(client):
    context = client.get("/").context
    assert len([place for place in context["map_paths"] if place.d]) == 12


def test_the_figures_are_businesses_certificates_and_kecamatan(client, time_machine):
    time_machine.move_to("2026-11-24 12:00+08:00")
    usaha = UsahaFactory()
    UsahaFactory(desa=usaha.desa)
    UsahaFactory(is_draft=True, desa=None)
    SertifikatFactory(verified=True, usaha=usaha, issued_on="2026-02-01")
    SertifikatFactory(verified=True, usaha=usaha, issued_on="2025-12-31")
    SertifikatFactory(usaha=usaha, issued_on="2026-02-01")
    figures = {figure["label"]: figure["value"] for figure in client.get("/").context["figures"]}
    assert figures == {"Usaha tercatat": 2, "Sertifikat terbit 2026": 1, "Kecamatan terjangkau": 1}


def test_the_home_page_is_one_statement_once_it_is_warm(client, django_assert_num_queries, same_minute):
    ProdukFactory(listed=True)
    client.get("/")
    with django_assert_num_queries(1):
        client.get("/")


def test_robots_are_kept_out_of_the_office(client):
    text = client.get("/robots.txt").text
    assert "Disallow: /kantor/" in text
    assert "Disallow: /produk/" not in text

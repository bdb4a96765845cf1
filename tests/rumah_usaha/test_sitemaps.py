"""The addresses that search engines are told: all that are public, in parts that the protocol allows."""

import xml.etree.ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from rumah_usaha import sitemaps
from tests.factories import KoperasiFactory, ProdukFactory, UsahaFactory
from tests.rumah import PengumumanFactory

pytestmark = pytest.mark.django_db
NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = "https://usaha.contoh.go.id"
# Of the protocol: addresses and bytes in one file.
MOST_URLS, MOST_BYTES = 50_000, 50 * 1024 * 1024


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = SITE


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr(sitemaps, "_KEYS", 10)


def read(client, path):
    response = client.get(path.removeprefix(SITE))
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/xml")
    assert not response.cookies
    return ET.fromstring(response.getvalue())


def parts(client):
    return [each.text for each in read(client, reverse("sitemap")).iterfind(f"{NS}sitemap/{NS}loc")]


def everything(client):
    return [loc.text for part in parts(client) for loc in read(client, part).iterfind(f"{NS}url/{NS}loc")]


def test_every_listed_record_is_named_once_by_an_absolute_address(client):
    produk, koperasi = ProdukFactory(listed=True), KoperasiFactory(listed=True)
    ProdukFactory()
    found = everything(client)
    assert len(found) == len(set(found))
    for record in (produk, produk.usaha, koperasi):
        assert f"{SITE}{record.get_absolute_url()}" in found
    assert len([address for address in found if address.startswith(f"{SITE}/produk/produk-")]) == 1


def test_an_announcement_to_the_public_is_named_and_one_to_owners_alone_is_not(client):
    public = PengumumanFactory(listed=True)
    hidden = PengumumanFactory(listed=True, is_public=False)
    found = everything(client)
    assert f"{SITE}{public.get_absolute_url()}" in found
    assert f"{SITE}{hidden.get_absolute_url()}" not in found


def test_pages_of_no_record_are_named_too(client):
    found = everything(client)
    for page in (
        "/",
        "/tentang/",
        "/produk/",
        "/usaha/",
        "/produk/?kategori=makanan",
        "/produk/?kecamatan=togean",
    ):
        assert f"{SITE}{page}" in found


def test_every_address_named_opens(client):
    ProdukFactory(listed=True, of_koperasi=True)
    for address in everything(client):
        assert client.get(address.removeprefix(SITE)).status_code == 200, address


def test_nothing_private_is_named(client):
    assert not [address for address in everything(client) if "/kantor" in address or "/akun" in address]


def test_a_record_tells_when_it_changed(client):
    produk = ProdukFactory(listed=True)
    (part,) = [each for each in parts(client) if "/sitemap-produk-" in each]
    told = read(client, part).findtext(f"{NS}url/{NS}lastmod")
    assert parse_datetime(told) == produk.updated_at.replace(microsecond=0)


def test_records_are_shared_out_by_their_keys(client, small_parts):
    usaha = UsahaFactory(listed=True)
    wares = [ProdukFactory(listed=True, usaha=usaha) for _ in range(23)]
    found = [each for each in parts(client) if "/sitemap-produk-" in each]
    assert found == [
        f"{SITE}/sitemap-produk-{n}.xml" for n in sorted({(row.pk - 1) // 10 + 1 for row in wares})
    ]
    sizes = [len(read(client, part).findall(f"{NS}url")) for part in found]
    assert sum(sizes) == 23
    assert max(sizes) <= 10


def test_parts_without_a_listed_record_are_left_out(client, small_parts):
    usaha = UsahaFactory(listed=True)
    near = ProdukFactory(listed=True, usaha=usaha)
    hidden = ProdukFactory(usaha=usaha, pk=near.pk + 100)
    far = ProdukFactory(listed=True, usaha=usaha, pk=near.pk + 100_000_000)
    numbers = [(row.pk - 1) // 10 + 1 for row in (near, far)]
    wanted = [f"{SITE}/sitemap-produk-{number}.xml" for number in numbers]
    assert [each for each in parts(client) if "/sitemap-produk-" in each] == wanted
    assert client.get(f"/sitemap-produk-{(hidden.pk - 1) // 10 + 1}.xml").status_code == 404


def test_no_part_can_outgrow_the_protocol(client):
    assert sitemaps._KEYS <= MOST_URLS
    usaha = UsahaFactory(listed=True)
    ProdukFactory(listed=True, usaha=usaha, slug="s" * 220)
    (part,) = [each for each in parts(client) if "/sitemap-produk-" in each]
    assert len(client.get(part.removeprefix(SITE)).getvalue()) * MOST_URLS < MOST_BYTES


@pytest.mark.parametrize(
    "path",
    ["/sitemap-produk-0.xml", "/sitemap-produk-999.xml", "/sitemap-pemilik-1.xml", "/sitemap-halaman-2.xml",
     f"/sitemap-usaha-{10**30}.xml"],
)  # fmt: skip
def test_a_part_that_is_none_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_the_index_costs_the_same_with_one_part_or_many(
    client, small_parts, django_assert_num_queries, same_minute, count
):
    usaha = UsahaFactory(listed=True)
    for _ in range(count):
        ProdukFactory(listed=True, usaha=usaha)
    # One for each noun.
    with django_assert_num_queries(5):
        client.get(reverse("sitemap")).getvalue()


def test_a_part_is_one_statement_that_neither_counts_nor_skips(client):
    produk = ProdukFactory(listed=True)
    with CaptureQueriesContext(connection) as queries:
        client.get(f"/sitemap-produk-{(produk.pk - 1) // 50_000 + 1}.xml").getvalue()
    (query,) = [each["sql"] for each in queries if "produk_produk" in each["sql"]]
    assert "OFFSET" not in query
    assert "COUNT(" not in query


def test_robots_are_told_where_it_is(client):
    assert f"\nSitemap: {SITE}/sitemap.xml\n" in client.get("/robots.txt").text


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-halaman-1.xml"])
def test_a_sitemap_is_only_read(client, path):
    assert client.post(path).status_code == 405

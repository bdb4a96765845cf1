"""What pages say of themselves to search engines, and under which address they want to be known."""

import html
import json
import re

import pytest
from django.urls import reverse

from produk.models import Foto
from tests.factories import (
    KategoriFactory,
    KecamatanFactory,
    KoperasiFactory,
    PemilikFactory,
    ProdukFactory,
    UsahaFactory,
)

pytestmark = pytest.mark.django_db
SITE = "https://usaha.contoh.go.id"
# What schema.org's readers (Google's rich results among them) require or ask for of each kind.
REQUIRED = {
    "Product": {"name", "image", "description", "sku", "brand", "category", "offers"},
    "Offer": {"price", "priceCurrency", "availability", "url", "seller", "itemCondition"},
    "Brand": {"name"},
    "LocalBusiness": {"@id", "name", "url"},
    "PostalAddress": {"addressLocality", "addressRegion", "addressCountry"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "GeoCoordinates": {"latitude", "longitude"},
    "WebSite": {"name", "url", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "GovernmentOffice": {"name", "url", "address"},
}


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = SITE


def graph(client, path):
    text = client.get(path).text
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    data = json.loads(found)
    assert data["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in data["@graph"]}


def things(value):
    """Every thing in a graph, however deep."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for each in value.values():
            yield from things(each)
    elif isinstance(value, list):
        for each in value:
            yield from things(each)


def agreed(*consents, **values):
    pemilik = PemilikFactory(name="Sitti Aminah", phone="+6281234567890", consents=("katalog", *consents))
    place = {"latitude": "-0.87111", "longitude": "121.58222", "address": "Dusun Melati Nomor 14"}
    return UsahaFactory(listed=True, pemilik=pemilik, **place, **values)


@pytest.fixture(params=["produk", "produk of koperasi", "usaha", "koperasi", "home", "about"])
def path(request):
    if request.param in ("home", "about"):
        return reverse(request.param)
    record = {
        "produk": lambda: ProdukFactory(listed=True, description="Gurih."),
        "produk of koperasi": lambda: ProdukFactory(listed=True, description="Gurih.", of_koperasi=True),
        "usaha": lambda: agreed("lokasi"),
        "koperasi": lambda: KoperasiFactory(listed=True),
    }[request.param]()
    return record.get_absolute_url()


def test_every_thing_has_what_its_kind_requires(client, path):
    found = list(things(list(graph(client, path).values())))
    assert found
    for thing in found:
        assert REQUIRED[thing["@type"]] <= thing.keys(), thing


def test_every_address_in_it_is_absolute(client, path):
    for thing in things(list(graph(client, path).values())):
        for name in ("url", "@id", "item", "image"):
            values = thing.get(name, [])
            for value in values if isinstance(values, list) else [values]:
                assert value.startswith(f"{SITE}/"), thing


def test_nothing_in_it_is_empty(client, path):
    for thing in things(list(graph(client, path).values())):
        assert all(value not in (None, "", [], {}) for value in thing.values()), thing


def test_a_product_states_its_offer(client):
    produk = ProdukFactory(listed=True, name="Abon Tuna", price=25_000)
    product = graph(client, produk.get_absolute_url())["Product"]
    assert product["name"] == "Abon Tuna"
    assert (product["offers"]["price"], product["offers"]["priceCurrency"]) == ("25000", "IDR")
    assert product["offers"]["availability"] == "https://schema.org/InStock"
    assert product["offers"]["seller"]["name"] == produk.usaha.name
    assert product["image"][0].startswith(f"{SITE}{produk.get_absolute_url()}bagikan-")


def test_a_product_that_is_sold_out_says_so(client):
    produk = ProdukFactory(listed=True, is_available=False)
    offer = graph(client, produk.get_absolute_url())["Product"]["offers"]
    assert offer["availability"] == "https://schema.org/OutOfStock"


def test_a_products_photos_are_named(client):
    produk = ProdukFactory(listed=True)
    Foto.objects.bulk_create([Foto(produk=produk, image="produk/x.jpg", width=800, height=800)])
    assert graph(client, produk.get_absolute_url())["Product"]["image"] == [f"{SITE}/media/produk/x.page.jpg"]


def test_the_way_to_a_product_leads_over_its_category(client):
    produk = ProdukFactory(listed=True, kategori=KategoriFactory(slug="uji-a", name="Uji A"))
    steps = graph(client, produk.get_absolute_url())["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3, 4]
    assert [step["name"] for step in steps] == ["Beranda", "Produk", "Uji A", produk.name]
    for step in steps:
        assert client.get(step["item"].removeprefix(SITE)).status_code == 200


def test_a_business_tells_of_its_owner_only_what_was_agreed(client):
    plain = graph(client, agreed().get_absolute_url())["LocalBusiness"]
    assert not plain.keys() & {"telephone", "geo", "hasMap"}
    assert "streetAddress" not in plain["address"]
    business = graph(client, agreed("telepon", "lokasi").get_absolute_url())["LocalBusiness"]
    assert business["telephone"] == "+6281234567890"
    assert business["address"]["streetAddress"] == "Dusun Melati Nomor 14"
    assert (business["geo"]["latitude"], business["geo"]["longitude"]) == ("-0.87111", "121.58222")


def test_a_cooperatives_number_waits_for_its_yes(client):
    koperasi = KoperasiFactory(listed=True, phone="+6281234567890")
    assert "telephone" not in graph(client, koperasi.get_absolute_url())["LocalBusiness"]


@pytest.mark.parametrize(
    "name", ["</script><script>alert(1)</script>", "<!-- <script>", "A & B \u2028 \"C\" 'D'"]
)
def test_no_name_leaves_its_element(client, name):
    produk = ProdukFactory(listed=True, name=name, description=name)
    text = client.get(produk.get_absolute_url()).text
    assert graph(client, produk.get_absolute_url())["Product"]["name"] == name
    assert "<script>" not in text


def test_the_home_page_tells_how_to_search(client):
    found = graph(client, "/")["WebSite"]
    assert found["potentialAction"]["target"]["urlTemplate"] == f"{SITE}/produk/?q={{q}}"


# --- which address a list wants to be known by -----------------------------------------------------------


def head(client, path, query):
    text = client.get(path, query_params=query).text
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', text)
    return html.unescape(
        canonical[1]
    ) if canonical else "", '<meta name="robots" content="noindex,follow">' in text


@pytest.fixture
def filters():
    KategoriFactory(slug="uji-a")
    KecamatanFactory(slug="uji-togean")


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", "/produk/"),
        ("?kecamatan=uji-togean&kategori=uji-a", "/produk/?kategori=uji-a&kecamatan=uji-togean"),
        ("?kategori=uji-a&kecamatan=uji-togean", "/produk/?kategori=uji-a&kecamatan=uji-togean"),
        ("?urut=termurah", "/produk/"),
        ("?kategori=uji-a&dari=uji-togean", "/produk/?kategori=uji-a"),
        ("?utm_source=wa&kategori=tidak-ada", "/produk/"),
    ],
)
def test_however_an_address_is_written_one_is_canonical(client, filters, query, canonical):
    text = client.get(f"/produk/{query}").text
    found = re.search(r'<link rel="canonical" href="([^"]+)"', text)
    assert html.unescape(found[1]) == f"{SITE}{canonical}"
    assert "noindex" not in text


@pytest.mark.parametrize("path", ["/produk/", "/usaha/", "/koperasi/"])
def test_every_list_has_a_canonical_address_and_the_houses_picture(client, path):
    text = client.get(path).text
    assert f'<link rel="canonical" href="{SITE}{path}">' in text
    assert f'<meta property="og:image" content="{SITE}/static/img/bagikan.jpg">' in text


@pytest.mark.parametrize("query", [{"q": "abon"}, {"harga_min": "5000"}, {"hal": "apa saja"}])
def test_what_has_no_end_is_not_indexed(client, query):
    assert head(client, "/produk/", query) == ("", True)


def test_a_later_page_of_a_list_is_followed_and_not_indexed(client):
    usaha = UsahaFactory(listed=True)
    for _ in range(25):
        ProdukFactory(listed=True, usaha=usaha)
    following = client.get("/produk/").context["next_url"]
    text = client.get(f"/produk/{following}").text
    assert '<meta name="robots" content="noindex,follow">' in text
    assert 'rel="canonical"' not in text

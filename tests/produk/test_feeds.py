"""New products as an Atom feed, and the whole catalogue as Google's and Meta's shops fetch it."""

import datetime
import xml.etree.ElementTree as ET

import pytest
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from produk import merchant
from produk.models import Foto, Kategori, Produk
from tests.factories import KategoriFactory, KecamatanFactory, PemilikFactory, ProdukFactory, UsahaFactory

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
G = "{http://base.google.com/ns/1.0}"
NEWEST, CATALOGUE = reverse("produk:newest"), reverse("produk:feed")
# RFC 4287: what a feed and an entry must have, each exactly once.
ATOM_FEED, ATOM_ENTRY = ("id", "title", "updated"), ("id", "title", "updated")
# Required of every product by Google's product data specification and by Meta's catalogue fields, and the longest
# value that both take; brand and identifier_exists say together that there is no GTIN.
REQUIRED = {
    "id": 50, "title": 150, "description": 5000, "link": 2000, "image_link": 2000, "availability": 20, "price": 20,
    "condition": 11, "brand": 70, "identifier_exists": 3,
}  # fmt: skip


@pytest.fixture(autouse=True)
def site(settings, tmp_path):
    settings.SITE_URL = "https://usaha.contoh.go.id"
    settings.MEDIA_ROOT = tmp_path


def listed(**values):
    return ProdukFactory(listed=True, **values)


def with_photo(**values):
    produk = listed(**values)
    Foto.objects.bulk_create([Foto(produk=produk, image=f"produk/{produk.pk}.jpg", width=800, height=800)])
    return produk


def feed(client, **query):
    response = client.get(NEWEST, query)
    assert response.status_code == 200
    return ET.fromstring(response.content)


def titles(tree):
    return [entry.findtext(f"{ATOM}title") for entry in tree.iter(f"{ATOM}entry")]


def items(client):
    response = client.get(CATALOGUE)
    assert response.status_code == 200
    return [
        {child.tag: child.text for child in item}
        for item in ET.fromstring(response.getvalue()).iterfind("./channel/item")
    ]


# --- Atom --------------------------------------------------------------------------------------------


def test_the_feed_has_all_that_atom_asks_for(client):
    produk = listed(name="Abon Tuna", usaha__name="Dapur Sitti", price=25_000)
    tree = feed(client)
    assert tree.tag == f"{ATOM}feed"
    for name in ATOM_FEED:
        assert len(tree.findall(f"{ATOM}{name}")) == 1
    assert tree.findtext(f"{ATOM}author/{ATOM}name")
    links = {link.get("rel"): link.get("href") for link in tree.findall(f"{ATOM}link")}
    assert links["self"] == f"https://usaha.contoh.go.id{NEWEST}"
    (entry,) = tree.findall(f"{ATOM}entry")
    for name in ATOM_ENTRY:
        assert len(entry.findall(f"{ATOM}{name}")) == 1
    address = f"https://usaha.contoh.go.id{produk.get_absolute_url()}"
    assert entry.findtext(f"{ATOM}id") == entry.find(f"{ATOM}link").get("href") == address
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Dapur Sitti"
    assert parse_datetime(entry.findtext(f"{ATOM}updated")).utcoffset() is not None
    assert "Rp25.000 per bungkus" in entry.findtext(f"{ATOM}summary")


def test_it_is_sent_as_atom_and_found_from_the_list(client):
    kategori = KategoriFactory(slug="uji-a")
    assert client.get(NEWEST)["Content-Type"].startswith("application/atom+xml")
    text = client.get(reverse("produk:list"), {"kategori": kategori.slug, "harga_min": "5"}).text
    assert f'type="application/atom+xml" title="Produk terbaru" href="{NEWEST}?kategori=uji-a"' in text


def test_the_fifty_newest_come_newest_first(client):
    usaha = UsahaFactory(listed=True)
    rows = [listed(usaha=usaha) for _ in range(52)]
    assert titles(feed(client)) == [row.name for row in rows[:1:-1]]


def test_only_what_the_public_may_see_is_told(client):
    ProdukFactory(name="Rahasia")
    produk = listed(usaha__pemilik=PemilikFactory(name="Sitti", consents=("katalog", "nama")))
    response = client.get(NEWEST)
    assert titles(ET.fromstring(response.content)) == [produk.name]
    assert "Sitti" not in response.text


def test_a_feed_may_be_of_one_category_or_kecamatan(client):
    a, togean = KategoriFactory(slug="uji-a"), KecamatanFactory(slug="uji-togean")
    listed(name="Satu", kategori=a)
    listed(name="Dua", kategori=a, usaha__desa__kecamatan=togean)
    listed(name="Tiga")
    assert titles(feed(client, kategori="uji-a")) == ["Dua", "Satu"]
    assert titles(feed(client, kategori="uji-a", kecamatan="uji-togean")) == ["Dua"]
    assert len(titles(feed(client, kategori="tidak-ada", q="satu"))) == 3


def test_each_filtered_feed_is_a_feed_of_its_own(client):
    KategoriFactory(slug="uji-a", name="Uji A")
    one, all_of_them = feed(client, kategori="uji-a"), feed(client)
    assert one.findtext(f"{ATOM}id") != all_of_them.findtext(f"{ATOM}id")
    assert "Uji A" in one.findtext(f"{ATOM}title")


def test_an_unchanged_feed_is_not_sent_again(client):
    produk = listed()
    tag = client.get(NEWEST)["ETag"]
    again = client.get(NEWEST, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    produk.price = 1
    produk.save()
    assert client.get(NEWEST, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("count", [1, 20])
def test_the_feed_is_two_statements(client, django_assert_max_num_queries, same_minute, count):
    for _ in range(count):
        with_photo()
    # Categories and kecamatan are asked for once a minute.
    client.get(NEWEST)
    with django_assert_max_num_queries(2):
        client.get(NEWEST)


@pytest.mark.parametrize("name", ["<b>& \"'</b>", "Abon\x0bTuna", "]]>", "Kopi \ufffe"])
def test_no_name_breaks_a_feed(client, name):
    produk = with_photo(description=name)
    # Past the checks of forms, as a restored backup might be.
    Produk.objects.filter(pk=produk.pk).update(name=name)
    expected = name.replace("\x0b", "").replace("\ufffe", "")
    assert titles(feed(client)) == [expected]
    assert items(client)[0][f"{G}title"] == expected


# --- the shops' catalogue ------------------------------------------------------------------------------


def test_every_product_has_what_google_and_meta_require(client):
    with_photo(name="n" * 200, description="d" * 9000, usaha__name="p" * 200)
    with_photo(description="", of_koperasi=True, is_available=False)
    rows = items(client)
    assert len(rows) == 2
    for row in rows:
        for name, longest in REQUIRED.items():
            assert 0 < len(row[f"{G}{name}"]) <= longest, name


def test_values_are_written_as_the_shops_read_them(client):
    produk = with_photo(
        name="Abon Tuna", price=15_000, description="Gurih.", usaha__name="Dapur Sitti",
        kategori=Kategori.objects.get(slug="hasil-laut"),
    )  # fmt: skip
    (row,) = items(client)
    assert row[f"{G}id"] == str(produk.pk)
    assert row[f"{G}price"] == "15000.00 IDR"
    assert row[f"{G}availability"] == "in stock"
    assert row[f"{G}condition"] == "new"
    assert row[f"{G}brand"] == "Dapur Sitti"
    assert row[f"{G}identifier_exists"] == "no"
    assert row[f"{G}link"] == f"https://usaha.contoh.go.id{produk.get_absolute_url()}"
    assert row[f"{G}image_link"] == f"https://usaha.contoh.go.id/media/produk/{produk.pk}.jpg"
    assert row[f"{G}product_type"] == "Hasil laut"
    assert row[f"{G}google_product_category"].endswith("> Seafood")
    assert row[f"{G}description"].startswith("Gurih.\nSatuan: bungkus. Dari Dapur Sitti, Kecamatan ")


def test_what_is_sold_out_says_so(client):
    with_photo(is_available=False)
    assert items(client)[0][f"{G}availability"] == "out of stock"


def test_a_category_that_google_divides_otherwise_is_left_to_google(client):
    with_photo(kategori=Kategori.objects.get(slug="kerajinan"))
    assert f"{G}google_product_category" not in items(client)[0]


def test_whatever_a_shop_would_refuse_is_left_out(client):
    listed(name="Tanpa foto")
    with_photo(name="Gratis", price=0)
    hidden = Foto(produk=ProdukFactory(name="Tidak tayang"), image="produk/x.jpg", width=8, height=8)
    Foto.objects.bulk_create([hidden])
    assert items(client) == []


def test_the_channel_has_what_rss_asks_for(client):
    tree = ET.fromstring(client.get(CATALOGUE).getvalue())
    assert (tree.tag, tree.get("version")) == ("rss", "2.0")
    for name in ("title", "link", "description"):
        assert tree.findtext(f"./channel/{name}")


def test_the_first_photo_is_the_one_shown(client):
    produk = listed()
    for position, name in ((2, "b"), (1, "a")):
        foto = Foto(produk=produk, image=f"produk/{name}.jpg", position=position, width=8, height=8)
        Foto.objects.bulk_create([foto])
    assert items(client)[0][f"{G}image_link"].endswith("/a.jpg")


def test_the_other_photos_follow_in_their_order(client):
    produk = listed()
    for position, name in enumerate("bca"):
        foto = Foto(produk=produk, image=f"produk/{name}.jpg", position=position, width=8, height=8)
        Foto.objects.bulk_create([foto])
    tree = ET.fromstring(client.get(CATALOGUE).getvalue())
    assert [each.text[-6:] for each in tree.iter(f"{G}additional_image_link")] == ["/c.jpg", "/a.jpg"]


def test_any_number_of_products_is_sent_a_few_at_a_time(
    client, monkeypatch, django_assert_max_num_queries, same_minute
):
    monkeypatch.setattr(merchant, "_ROWS_AT_ONCE", 3)
    usaha = UsahaFactory(listed=True)
    wanted = [str(with_photo(usaha=usaha).pk) for _ in range(7)]
    # Two for each of three handfuls, and one that finds no more.
    with django_assert_max_num_queries(7):
        assert [row[f"{G}id"] for row in items(client)] == wanted


@pytest.mark.parametrize("address", [NEWEST, CATALOGUE])
def test_feeds_set_no_cookie_and_are_only_read(client, address):
    assert not client.get(address).cookies
    assert client.post(address).status_code == 405


def test_a_changed_price_is_told_as_new(client, time_machine):
    time_machine.move_to("2026-11-24 12:00+08:00")
    produk = listed()
    time_machine.move_to("2026-11-25 12:00+08:00")
    produk.save()
    updated = parse_datetime(feed(client).findtext(f"{ATOM}entry/{ATOM}updated"))
    assert updated.date() == datetime.date(2026, 11, 25)

"""The shopping list: what the browser is told of the products it keeps, and one message for each seller."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache
from django.urls import reverse

from pesanan.basket import MOST
from pesanan.models import KlikPesan
from produk.models import Foto
from tests.factories import KoperasiFactory, PemilikFactory, ProdukFactory, UsahaFactory

pytestmark = pytest.mark.django_db
PHONE = "+6281234567890"
ADDRESS = reverse("pesanan:order_many")


def told(client, *products, **extra):
    keys = extra.get("keys") or ",".join(str(produk.pk) for produk in products)
    response = client.get(reverse("pesanan:goods"), {"produk": keys})
    assert response.status_code == 200
    assert not response.cookies
    return response.json()["sellers"]


def seller(*consents, **values):
    pemilik = PemilikFactory(name="Sitti Aminah", phone=PHONE, consents=("katalog", *consents))
    return UsahaFactory(listed=True, pemilik=pemilik, **values)


def message(response):
    (text,) = parse_qs(urlsplit(response.context["whatsapp_url"]).query)["text"]
    return text


# --- what the browser is told ------------------------------------------------------------------------


def test_products_come_by_seller(client):
    usaha, koperasi = seller(name="Warung B"), KoperasiFactory(listed=True, name="Koperasi A")
    first = ProdukFactory(listed=True, usaha=usaha, name="Sambal")
    second = ProdukFactory(listed=True, usaha=usaha, name="Abon")
    third = ProdukFactory(listed=True, usaha=None, koperasi=koperasi, name="Minyak")
    found = told(client, first, second, third)
    assert [(each["name"], [good["name"] for good in each["goods"]]) for each in found] == [
        ("Koperasi A", ["Minyak"]),
        ("Warung B", ["Abon", "Sambal"]),
    ]


def test_a_product_is_told_as_its_page_tells_it_today(client):
    produk = ProdukFactory(listed=True, price=1_250_000, is_available=False)
    Foto.objects.bulk_create([Foto(produk=produk, image="produk/x.jpg", width=8, height=8)])
    (good,) = told(client, produk)[0]["goods"]
    assert good == {
        "id": produk.pk,
        "name": produk.name,
        "url": produk.get_absolute_url(),
        "price": 1_250_000,
        "price_text": "Rp1.250.000 per bungkus",
        "is_available": False,
        "photo": "/media/produk/x.card.jpg",
    }


@pytest.mark.parametrize("consents", [(), ("telepon", "nama", "lokasi")])
def test_nothing_about_a_person_is_told(client, consents):
    produk = ProdukFactory(listed=True, usaha=seller(*consents, address="Jalan Pelabuhan 3"))
    text = client.get(reverse("pesanan:goods"), {"produk": produk.pk}).text
    for secret in ("1234567890", "Sitti", "Pelabuhan"):
        assert secret not in text


@pytest.mark.parametrize(
    ("consents", "office", "asks"),
    [(("telepon",), "", "penjual"), ((), "081100001111", "kantor"), ((), "", "")],
)
def test_whom_an_order_would_reach_is_told_without_the_number(client, settings, consents, office, asks):
    settings.OFFICE_WHATSAPP = office
    assert told(client, ProdukFactory(listed=True, usaha=seller(*consents)))[0]["asks"] == asks


def test_what_has_left_the_site_is_not_named(client):
    shown, hidden = ProdukFactory(listed=True), ProdukFactory(name="Rahasia")
    assert [good["id"] for each in told(client, shown, hidden) for good in each["goods"]] == [shown.pk]


@pytest.mark.parametrize("keys", ["", "x", "1;drop", "²", "-1", "9" * 30, "," * 9000, "0x1"])
def test_nonsense_finds_nothing(client, keys):
    assert told(client, keys=keys or " ") == []


def test_no_more_is_read_than_a_list_can_keep(client):
    usaha = seller()
    products = ProdukFactory.create_batch(MOST + 5, listed=True, usaha=usaha)
    assert len(told(client, *products)[0]["goods"]) == MOST


@pytest.mark.parametrize("count", [1, 12])
def test_it_costs_four_statements_at_most(client, django_assert_max_num_queries, same_minute, count):
    products = [ProdukFactory(listed=True) for _ in range(count)]
    products += [ProdukFactory(listed=True, of_koperasi=True) for _ in range(count)]
    with django_assert_max_num_queries(4):
        assert len(told(client, *products)) == 2 * count


# --- the message ---------------------------------------------------------------------------------------


def test_one_seller_gets_one_message_about_all(client):
    cache.clear()
    usaha = seller("telepon", name="Dapur Sitti")
    abon = ProdukFactory(listed=True, usaha=usaha, name="Abon", price=35_000)
    sambal = ProdukFactory(listed=True, usaha=usaha, name="Sambal", price=40_000)
    response = client.post(ADDRESS, {"butir": [f"{abon.pk}:2", f"{sambal.pk}:1"], "catatan": "diambil Sabtu"})
    text = message(response)
    for part in ("2 × Abon", "1 × Sambal", "Jumlah: Rp110.000", "Catatan: diambil Sabtu"):
        assert part in text
    assert response.context["whatsapp_url"].startswith("https://wa.me/6281234567890?")
    assert sorted(KlikPesan.objects.values_list("produk__name", "jumlah")) == [("Abon", 1), ("Sambal", 1)]


def test_another_sellers_products_are_not_told_to_this_one(client):
    mine = ProdukFactory(listed=True, usaha=seller("telepon", name="A"), name="Abon")
    other = ProdukFactory(listed=True, usaha=seller("telepon", name="B"), name="Sambal")
    assert "Sambal" not in message(client.post(ADDRESS, {"butir": [f"{mine.pk}:1", f"{other.pk}:1"]}))


@pytest.mark.parametrize("butir", ["", "x:1", "1:0", "1:1000", "1:-1", "1", "9999999:1", "1:1:1"])
def test_an_order_of_nothing_leads_back_to_the_list(client, butir):
    response = client.post(ADDRESS, {"butir": butir})
    assert (response.status_code, response["Location"]) == (302, reverse("pesanan:basket"))
    assert not KlikPesan.objects.exists()


def test_a_note_that_cannot_be_sent_is_left_out(client):
    produk = ProdukFactory(listed=True, usaha=seller("telepon"))
    response = client.post(ADDRESS, {"butir": f"{produk.pk}:1", "catatan": "\u202erusak"})
    assert "Catatan" not in message(response)


def test_without_javascript_the_page_explains_itself(client):
    text = client.get(reverse("pesanan:basket")).text
    assert "<noscript>" in text
    assert "JavaScript" in text

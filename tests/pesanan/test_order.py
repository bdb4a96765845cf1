"""From the button on a product's page to the seller's WhatsApp, and what is counted on the way."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client, RequestFactory
from django.urls import reverse

from pesanan.actions import count_clicks
from pesanan.models import KlikPesan
from tests.factories import PemilikFactory, ProdukFactory, UsahaFactory

PHONE = "+6281234567890"
NOON = datetime.datetime(2026, 11, 28, 4, 0, tzinfo=datetime.UTC)


@pytest.fixture
def produk(db):
    pemilik = PemilikFactory(phone=PHONE, consents=("katalog", "telepon"))
    return ProdukFactory(listed=True, usaha=UsahaFactory(listed=True, pemilik=pemilik), name="Abon Tuna")


def address(produk):
    return reverse("pesanan:order", args=[produk.slug])


def order(client, produk, **data):
    return client.post(address(produk), {"jumlah": "1", **data})


def message(response):
    (text,) = parse_qs(urlsplit(response.context["whatsapp_url"]).query)["text"]
    return text


def counted():
    return list(KlikPesan.objects.values_list("produk__name", "jumlah"))


# --- the message ---------------------------------------------------------------------------------


def test_an_order_of_three_tells_the_seller_three(client, produk):
    response = order(client, produk, jumlah="3", catatan=" pedas ")
    assert "3 × Abon Tuna (Rp25.000 per bungkus) = Rp75.000" in message(response)
    assert message(response).endswith("Catatan: pedas")
    assert response.context["whatsapp_url"].startswith("https://wa.me/6281234567890?text=")


def test_whatsapp_opens_by_itself_and_by_a_button(client, produk):
    text = order(client, produk).text
    assert '<meta http-equiv="refresh" content="0; url=https://wa.me/6281234567890?text=' in text
    assert "Buka WhatsApp" in text


def test_the_product_page_itself_holds_no_number(client, produk):
    assert "81234567890" not in client.get(produk.get_absolute_url()).text


@pytest.mark.django_db
def test_without_the_owners_yes_the_office_is_asked(client, settings):
    settings.OFFICE_WHATSAPP = "081100001111"
    produk = ProdukFactory(listed=True, usaha__pemilik__phone=PHONE)
    assert "Pesan lewat kantor kami" in client.get(produk.get_absolute_url()).text
    response = order(client, produk)
    assert response.context["whatsapp_url"].startswith("https://wa.me/6281100001111?")
    assert "81234567890" not in response.text


@pytest.mark.parametrize("jumlah", ["0", "-2", "seribu", "1000", "", "9" * 400])
def test_an_impossible_quantity_is_asked_again_with_the_note_kept(client, produk, jumlah):
    response = order(client, produk, jumlah=jumlah, catatan="rasa original")
    assert response.context["form"].errors
    assert "rasa original" in response.text
    assert "wa.me" not in response.text
    assert counted() == []


def test_what_the_visitor_writes_is_kept_by_nobody(client, produk):
    response = order(client, produk, catatan="untuk Ibu Rahma")
    assert response["Cache-Control"] == "private, no-store"
    assert not response.cookies


@pytest.mark.django_db
def test_a_product_off_the_site_is_not_ordered(client):
    assert order(client, ProdukFactory()).status_code == 404
    assert counted() == []


# --- the count -----------------------------------------------------------------------------------


def test_reading_orders_nothing(client, produk, django_assert_num_queries, same_minute):
    with django_assert_num_queries(1):
        response = client.get(address(produk), {"jumlah": "3"})
    assert response["Location"] == produk.get_absolute_url()
    assert counted() == []


def test_orders_are_counted_by_product_and_day(client, produk):
    cache.clear()
    for minutes in (0, 5, 24 * 60):
        with time_machine.travel(NOON + datetime.timedelta(minutes=minutes)):
            order(client, produk)
    found = KlikPesan.objects.order_by("clicked_on").values_list("clicked_on", "jumlah")
    assert list(found) == [(datetime.date(2026, 11, 28), 2), (datetime.date(2026, 11, 29), 1)]


def test_a_double_tap_is_one_wish(client, produk):
    with time_machine.travel(NOON, tick=False):
        for _ in range(3):
            assert order(client, produk).context["whatsapp_url"]
    assert counted() == [("Abon Tuna", 1)]


def test_two_visitors_in_one_moment_are_two(produk):
    with time_machine.travel(NOON, tick=False):
        for number in (1, 2):
            order(Client(REMOTE_ADDR=f"10.0.0.{number}"), produk)
    assert counted() == [("Abon Tuna", 2)]


def test_one_address_in_a_frenzy_stops_counting_but_still_orders(client, produk, monkeypatch):
    monkeypatch.setattr("pesanan.actions._MOST_AN_HOUR", 2)
    with time_machine.travel(NOON, tick=False) as time:
        for _ in range(4):
            response = order(client, produk)
            time.shift(60)
    assert response.context["whatsapp_url"]
    assert counted() == [("Abon Tuna", 2)]


def test_another_sites_form_counts_nothing(client, produk):
    client.post(address(produk), {"jumlah": "1"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert counted() == []


def test_what_is_kept_of_a_visitor_tells_no_address(produk):
    order(Client(REMOTE_ADDR="10.9.8.7"), produk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM django_cache")
        assert not [row for row in cursor.fetchall() if "10.9.8.7" in str(row)]


@pytest.mark.django_db(transaction=True)
def test_twelve_buyers_at_once_are_twelve():
    produk = ProdukFactory(listed=True)

    def tap(number):
        try:
            request = RequestFactory().post("/", REMOTE_ADDR=f"10.0.0.{number}")
            count_clicks(request=request, products=[produk])
        finally:
            connection.close()

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(tap, range(12)))
    assert counted() == [(produk.name, 12)]

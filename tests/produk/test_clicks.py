"""What the office sees of how often a product was looked at and asked for."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from common.daily import DAYS
from pesanan.models import KlikPesan, KunjunganHalaman
from produk.clicks import clicks_of
from tests.factories import KoperasiFactory, ProdukFactory, UsahaFactory
from tests.kantor import query_count, sign_in, url, words

pytestmark = pytest.mark.django_db
NOUN = "produk_produk"


def asked(produk, days_ago, jumlah):
    on = timezone.localdate() - datetime.timedelta(days=days_ago)
    KlikPesan.objects.create(produk=produk, clicked_on=on, jumlah=jumlah)


def test_the_product_page_tells_the_last_thirty_days(client):
    sign_in(client)
    produk = ProdukFactory()
    asked(produk, 0, 3)
    asked(produk, DAYS - 1, 4)
    asked(produk, DAYS, 50)
    asked(ProdukFactory(), 0, 9)
    assert "30 hari terakhir: 7" in words(client.get(url(NOUN, "change", produk.pk)))


def test_the_highest_day_fills_the_drawing_and_a_single_tap_still_shows():
    produk = ProdukFactory()
    asked(produk, 1, 1000)
    asked(produk, 0, 1)
    *_, yesterday, today = clicks_of(produk).days
    assert (yesterday.height, today.height) == (60, 2)


def test_days_are_the_districts():
    """Two in the morning in Ampana is still yesterday in London."""
    produk = ProdukFactory()
    with time_machine.travel(datetime.datetime(2026, 11, 27, 18, 0, tzinfo=datetime.UTC)):
        asked(produk, 0, 1)
        assert clicks_of(produk).days[-1].on == datetime.date(2026, 11, 28)


def test_the_list_can_be_sorted_by_it(client):
    sign_in(client)
    rows = {name: ProdukFactory(name=name) for name in ("Sedikit", "Tidak ada", "Banyak")}
    asked(rows["Sedikit"], 2, 1)
    asked(rows["Banyak"], 2, 12)
    asked(rows["Banyak"], 3, 12)
    response = client.get(url(NOUN, "changelist"), {"o": "-6"})
    assert [row.name for row in response.context["cl"].result_list] == ["Banyak", "Sedikit", "Tidak ada"]
    assert [row.clicks for row in response.context["cl"].result_list] == [24, 1, 0]


def test_the_list_costs_the_same_for_one_row_and_for_ten(client):
    sign_in(client)
    asked(ProdukFactory(), 0, 1)
    one = query_count(client, url(NOUN, "changelist"))
    for _ in range(9):
        asked(ProdukFactory(), 0, 1)
    assert query_count(client, url(NOUN, "changelist")) == one


# --- views -----------------------------------------------------------------------------------------------


def looked_at(jumlah, **page):
    KunjunganHalaman.objects.create(viewed_on=timezone.localdate(), jumlah=jumlah, **page)


def test_the_product_page_and_the_list_tell_the_views_beside_the_orders(client):
    sign_in(client)
    produk = ProdukFactory()
    asked(produk, 0, 3)
    looked_at(41, produk=produk)
    text = words(client.get(url(NOUN, "change", produk.pk)))
    assert "Halaman dilihat 30 hari terakhir: 41" in text
    assert "Klik “Pesan” 30 hari terakhir: 3" in text
    (row,) = client.get(url(NOUN, "changelist")).context["cl"].result_list
    assert (row.clicks, row.views) == (3, 41)


@pytest.mark.parametrize("noun", ["usaha", "koperasi"])
def test_the_form_of_a_seller_tells_the_views_of_its_page(client, noun):
    sign_in(client)
    record = {"usaha": UsahaFactory, "koperasi": KoperasiFactory}[noun]()
    looked_at(1234, **{noun: record})
    folder = {"usaha": "umkm_usaha", "koperasi": "koperasi_koperasi"}[noun]
    assert "1.234 kali dalam 30 hari terakhir" in words(client.get(url(folder, "change", record.pk)))

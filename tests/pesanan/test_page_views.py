"""How often pages are looked at: told by their script, counted by page and day, with nothing about who looked."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from common.throttle import OF_WORKER
from pesanan.actions import count_view
from pesanan.models import KunjunganHalaman
from produk.models import Produk
from tests.factories import KoperasiFactory, ProdukFactory, UsahaFactory, UserFactory

NOON = datetime.datetime(2026, 11, 28, 4, 0, tzinfo=datetime.UTC)
NOUNS = {"produk": ProdukFactory, "usaha": UsahaFactory, "koperasi": KoperasiFactory}


@pytest.fixture(autouse=True)
def _nobody_looked_yet():
    OF_WORKER.clear()


@pytest.fixture
def produk(db):
    return ProdukFactory(listed=True)


def look(client, record, **extra):
    return client.post(f"{record.get_absolute_url()}dilihat/", **extra)


def counted():
    return list(KunjunganHalaman.objects.values_list("jumlah", flat=True))


@pytest.mark.django_db
@pytest.mark.parametrize("noun", NOUNS)
def test_every_view_of_a_listed_page_is_one_more_today(client, noun):
    record = NOUNS[noun](listed=True)
    for _ in range(2):
        response = look(client, record)
    assert (response.status_code, response.content) == (204, b"")
    row = KunjunganHalaman.objects.get()
    assert (row.subject, row.viewed_on, row.jumlah) == (record, timezone.localdate(), 2)


@pytest.mark.django_db
@pytest.mark.parametrize("noun", NOUNS)
def test_a_page_that_is_not_on_the_site_is_not_counted(client, noun):
    assert look(client, NOUNS[noun]()).status_code == 204
    assert counted() == []


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["tidak-ada", "-", "a" * 2000, "1" * 400])
@pytest.mark.parametrize("noun", NOUNS)
def test_an_address_of_nothing_is_answered_like_any_other(client, noun, slug):
    body = b"\x00\xff{[" * 100
    response = client.post(f"/{noun}/{slug}/dilihat/", body, content_type="multipart/form-data")
    assert response.status_code == 204
    assert counted() == []


@pytest.mark.django_db
def test_days_are_the_districts(client, produk):
    for hours in (0, 11, 13):
        with time_machine.travel(NOON + datetime.timedelta(hours=hours)):
            look(client, produk)
    found = KunjunganHalaman.objects.order_by("viewed_on").values_list("viewed_on", "jumlah")
    assert list(found) == [(datetime.date(2026, 11, 28), 2), (datetime.date(2026, 11, 29), 1)]


def test_a_view_costs_one_statement(client, produk, django_assert_num_queries):
    look(client, produk)
    with django_assert_num_queries(1):
        look(client, produk)


def test_reading_the_page_writes_nothing(client, produk):
    client.get(produk.get_absolute_url())
    refused = client.get(f"{produk.get_absolute_url()}dilihat/")
    assert (refused.status_code, refused["Cache-Control"]) == (405, "private, no-store")
    assert counted() == []


def test_no_token_is_asked_for_and_no_cookie_set(produk):
    response = look(Client(enforce_csrf_checks=True), produk)
    assert (response.status_code, dict(response.cookies)) == (204, {})
    assert response["Cache-Control"] == "private, no-store"
    assert counted() == [1]


@pytest.mark.parametrize("kind", ["owner", "officer"])
def test_whoever_is_signed_in_is_no_visitor(client, produk, kind):
    user = UserFactory(is_staff=kind == "officer")
    produk.usaha.pemilik.account = None if kind == "officer" else user
    produk.usaha.pemilik.save()
    client.force_login(user)
    assert settings.SESSION_COOKIE_NAME in client.cookies
    assert look(client, produk).status_code == 204
    assert counted() == []


def test_another_sites_program_counts_nothing(client, produk):
    look(client, produk, headers={"Sec-Fetch-Site": "cross-site"})
    assert counted() == []


def test_one_address_in_a_frenzy_stops_counting_for_one_page(client, produk, monkeypatch):
    monkeypatch.setattr("pesanan.actions._MOST_VIEWS_OF_A_PAGE", 2)
    for _ in range(4):
        assert look(client, produk).status_code == 204
    look(Client(REMOTE_ADDR="10.0.0.2"), produk)
    look(client, produk.usaha)
    assert sorted(counted()) == [1, 3]


def test_one_address_in_a_frenzy_stops_counting_over_all_pages(client, produk, monkeypatch):
    monkeypatch.setattr("pesanan.actions._MOST_VIEWS_AN_HOUR", 2)
    for _ in range(2):
        look(client, produk)
    look(client, produk.usaha)
    assert counted() == [2]


def test_what_a_worker_keeps_of_a_visitor_tells_no_address(produk):
    look(Client(REMOTE_ADDR="10.9.8.7"), produk)
    assert OF_WORKER._cache
    assert not [key for key in OF_WORKER._cache if "10.9.8.7" in key or produk.slug in key]


@pytest.mark.parametrize("about", [set(), {"produk", "usaha"}])
def test_a_count_is_about_one_page(produk, about):
    pages = {"produk": produk, "usaha": produk.usaha}
    with pytest.raises(IntegrityError), transaction.atomic():
        KunjunganHalaman.objects.create(viewed_on=NOON.date(), **{name: pages[name] for name in about})


@pytest.mark.django_db
@pytest.mark.parametrize("noun", NOUNS)
def test_the_address_lies_beneath_the_page(noun):
    """The script puts it together from the page's own."""
    record = NOUNS[noun](listed=True)
    assert reverse(f"pesanan:{noun}_viewed", args=[record.slug]) == f"{record.get_absolute_url()}dilihat/"
    assert " data-dilihat>" in Client().get(record.get_absolute_url()).text


@pytest.mark.django_db(transaction=True)
def test_twelve_visitors_at_once_are_twelve():
    produk = ProdukFactory(listed=True)

    def view(number):
        try:
            request = RequestFactory().post("/", REMOTE_ADDR=f"10.0.0.{number}")
            count_view(request=request, model=Produk, slug=produk.slug)
        finally:
            connection.close()

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(view, range(12)))
    assert counted() == [12]

"""“Laporkan”: a visitor's remark reaches the office once, a program's never, and nothing is lost on the way."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from common.traps import new_moment
from masukan.models import Masukan
from tests.factories import KoperasiFactory, ProdukFactory, UsahaFactory

NEW = reverse("masukan:new")
THANKS = reverse("masukan:thanks")
START = datetime.datetime(2026, 11, 28, 2, 0, tzinfo=datetime.UTC)


@pytest.fixture
def clock(db):
    cache.clear()
    with time_machine.travel(START, tick=False) as clock:
        yield clock


def send(client, clock, about="", *, after=10, moment=None, **data):
    moment = moment or new_moment()
    clock.shift(after)
    address = f"{NEW}?tentang={about}" if about else NEW
    return client.post(address, {"jenis": "harga", "moment": moment, **data})


@pytest.mark.parametrize(
    ("make", "name"), [(ProdukFactory, "produk"), (UsahaFactory, "usaha"), (KoperasiFactory, "koperasi")]
)
def test_a_remark_is_about_the_page_it_was_made_on(client, clock, make, name):
    record = make(listed=True)
    path = record.get_absolute_url()
    assert f'href="{NEW}?tentang={path}"' in client.get(path).text
    assert record.name in client.get(NEW, {"tentang": path}).text
    response = send(client, clock, path, description=" Sekarang tiga puluh ribu. ")
    assert response["Location"] == THANKS
    masukan = Masukan.objects.get()
    assert masukan.subject == getattr(masukan, name) == record
    assert (masukan.jenis, masukan.description) == ("harga", "Sekarang tiga puluh ribu.")


@pytest.mark.parametrize(
    "about",
    ["", "/", "/tentang/", "/kantor/", "https://lain.example/produk/x/", "/produk/%00/", "//[", "a" * 900],
)
def test_a_remark_about_no_record_is_about_the_site(client, clock, about):
    assert client.get(NEW, {"tentang": about}).status_code == 200
    assert send(client, clock, about, jenis="lainnya", description="Bagus.")["Location"] == THANKS
    assert Masukan.objects.get().subject is None


def test_a_record_off_the_site_is_not_told_by_its_address(client, clock):
    hidden = ProdukFactory(name="Produk Rahasia", slug="produk-rahasia")
    assert "Produk Rahasia" not in client.get(NEW, {"tentang": hidden.get_absolute_url()}).text


def test_the_page_is_kept_by_nobody(client, db):
    assert client.get(NEW)["Cache-Control"] == "private, no-store"


def test_without_the_forms_token_nothing_is_stored(clock):
    assert send(Client(enforce_csrf_checks=True), clock).status_code == 403
    assert not Masukan.objects.exists()


# --- what is asked ---------------------------------------------------------------------------------


def test_a_contact_is_stored_with_the_yes_to_it(client, clock):
    send(client, clock, contact="0812-3456-7890", agreed="on")
    masukan = Masukan.objects.get()
    assert masukan.contact == "0812-3456-7890"
    assert masukan.contact_consented_at
    assert masukan.text_version


def test_a_contact_without_a_yes_is_asked_about(client, clock):
    response = send(client, clock, contact="0812-3456-7890")
    assert "agreed" in response.context["form"].errors
    assert "0812-3456-7890" in response.text
    assert not Masukan.objects.exists()


def test_something_else_needs_words(client, clock):
    assert "description" in send(client, clock, jenis="lainnya").context["form"].errors


@pytest.mark.parametrize(
    "data", [{"jenis": ""}, {"jenis": "apa"}, {"description": "a" * 1001}, {"description": "\u202e"}]
)
def test_what_cannot_be_stored_is_asked_again(client, clock, data):
    assert send(client, clock, **data).context["form"].errors
    assert not Masukan.objects.exists()


# --- programs --------------------------------------------------------------------------------------


def test_a_program_is_thanked_and_forgotten(client, clock):
    assert send(client, clock, website="https://iklan.example")["Location"] == THANKS
    assert not Masukan.objects.exists()


@pytest.mark.parametrize(("after", "words"), [(1, "Terlalu cepat"), (25 * 3600, "terlalu lama")])
def test_too_quick_or_too_late_is_asked_once_more_with_everything_kept(client, clock, after, words):
    response = send(client, clock, after=after, description="Harga lama.")
    assert words in response.text
    assert "Harga lama." in response.text
    assert not Masukan.objects.exists()
    again = send(client, clock, moment=response.context["moment"], description="Harga lama.")
    assert again["Location"] == THANKS


@pytest.mark.parametrize("moment", ["", "palsu", "a:b:c", "\x00"])
def test_a_moment_that_is_made_up_stores_nothing(client, clock, moment):
    client.post(NEW, {"jenis": "harga", "moment": moment})
    assert not Masukan.objects.exists()


def test_one_address_in_a_frenzy_waits(client, clock, monkeypatch):
    monkeypatch.setattr("masukan.views._MOST_AN_HOUR", 2)
    assert [send(client, clock).status_code for _ in range(3)] == [302, 302, 200]
    assert Masukan.objects.count() == 2
    assert send(Client(REMOTE_ADDR="10.0.0.9"), clock).status_code == 302


def test_a_form_sent_twice_is_stored_once(client, clock):
    moment = new_moment()
    assert [send(client, clock, moment=moment)["Location"] for _ in range(2)] == [THANKS, THANKS]
    assert Masukan.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_form_sent_twelve_times_at_once_is_stored_once():
    with time_machine.travel(START, tick=False):
        moment = new_moment()

    def press(_):
        try:
            return Client().post(NEW, {"jenis": "harga", "moment": moment}).status_code
        finally:
            connection.close()

    with time_machine.travel(START + datetime.timedelta(seconds=30)), ThreadPoolExecutor(12) as pool:
        assert set(pool.map(press, range(12))) == {302}
    assert Masukan.objects.count() == 1

"""The visitor book: a guest signs once, a program never, and a number is kept for half a year at most."""

import datetime
from io import StringIO

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from common.traps import new_moment
from etalase.models import BukuTamu
from tests.kantor import query_count, sign_in, url, words
from tests.rumah import BukuTamuFactory

NEW, THANKS = reverse("etalase:guest"), reverse("etalase:thanks")
START = datetime.datetime(2026, 11, 28, 2, 0, tzinfo=datetime.UTC)
NOUN = "etalase_bukutamu"


@pytest.fixture
def clock(db):
    cache.clear()
    with time_machine.travel(START, tick=False) as clock:
        yield clock


def send(client, clock, *, desk=False, moment=None, after=10, **data):
    moment = moment or new_moment()
    clock.shift(after)
    told = {
        "name": "Rina",
        "asal": "Desa Bailo",
        "jumlah_tamu": "2",
        "keperluan": "belanja",
        "moment": moment,
    }
    return client.post(f"{NEW}?meja=1" if desk else NEW, {**told, **data})


def test_a_guest_signs_the_book_and_is_thanked(client, clock):
    assert send(client, clock)["Location"] == THANKS
    tamu = BukuTamu.objects.get()
    assert (tamu.name, tamu.asal, tamu.keperluan, tamu.jumlah_tamu) == ("Rina", "Desa Bailo", "belanja", 2)


def test_on_the_tablet_the_next_guest_finds_an_empty_form(client, clock):
    page = client.get(send(client, clock, desk=True)["Location"])
    assert "siap untuk tamu berikutnya" in words(page)
    assert "Rina" not in page.text


def test_a_number_needs_a_yes(client, clock):
    refused = send(client, clock, phone="0812-3456-7890")
    assert "agreed" in refused.context["form"].errors
    assert not BukuTamu.objects.exists()
    send(client, clock, phone="0812-3456-7890", agreed="on")
    tamu = BukuTamu.objects.get()
    assert (tamu.phone, tamu.phone_consented_at, tamu.text_version) == (
        "+6281234567890",
        timezone.now(),
        "2026-11",
    )


def test_the_database_keeps_no_number_without_a_yes(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        BukuTamuFactory(phone="+6281234567890")


@pytest.mark.parametrize(
    "data",
    [{"name": ""}, {"asal": ""}, {"keperluan": "apa"}, {"jumlah_tamu": "0"}, {"jumlah_tamu": "101"},
     {"jumlah_tamu": "dua"}, {"name": "\u202eRina"}, {"phone": "123", "agreed": "on"}],
)  # fmt: skip
def test_what_cannot_be_stored_is_asked_again(client, clock, data):
    assert send(client, clock, **data).context["form"].errors
    assert not BukuTamu.objects.exists()


def test_a_form_sent_twice_is_stored_once(client, clock):
    moment = new_moment()
    for _ in range(2):
        assert send(client, clock, moment=moment)["Location"] == THANKS
    assert BukuTamu.objects.count() == 1


def test_a_program_is_thanked_and_forgotten(client, clock):
    assert send(client, clock, website="https://iklan.example")["Location"] == THANKS
    assert not BukuTamu.objects.exists()


def test_what_comes_too_quickly_is_asked_once_more(client, clock):
    assert "Terlalu cepat" in send(client, clock, after=1).text


def test_one_address_in_a_frenzy_waits(client, clock, monkeypatch):
    monkeypatch.setattr("etalase.views.guests._MOST_AN_HOUR", 2)
    assert [send(client, clock).status_code for _ in range(3)] == [302, 302, 200]


def test_the_page_is_kept_by_nobody_and_needs_its_token(client, clock):
    assert client.get(NEW)["Cache-Control"] == "private, no-store"
    assert send(Client(enforce_csrf_checks=True), clock).status_code == 403


@pytest.mark.parametrize(("days", "kept"), [(183, True), (184, False)])
def test_a_number_is_erased_half_a_year_after_the_visit(db, days, kept):
    tamu = BukuTamuFactory(reachable=True)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=days) - datetime.timedelta(minutes=1)):
        call_command("erase_guest_phones", stdout=StringIO())
    tamu.refresh_from_db()
    assert bool(tamu.phone) is kept


# --- at the office -----------------------------------------------------------------------------------


def test_who_may_not_see_personal_data_reads_no_name(client, db):
    sign_in(client, "Pejabat")
    BukuTamuFactory(name="Rina Rahasia", asal="Desa Bailo", reachable=True)
    page = words(client.get(url(NOUN, "changelist")))
    assert "Desa Bailo" in page
    assert "Rina" not in page


def test_a_clerk_finds_the_guests_of_today(client, db):
    sign_in(client)
    old = BukuTamuFactory(name="Tamu Lama")
    BukuTamu.objects.filter(pk=old.pk).update(created_at=timezone.now() - datetime.timedelta(days=40))
    BukuTamuFactory(name="Tamu Baru")
    page = words(client.get(url(NOUN, "changelist"), {"kunjungan": "hari-ini"}))
    assert "Tamu Baru" in page
    assert "Tamu Lama" not in page


def test_the_book_is_taken_along_without_names_unless_asked_with_a_reason(client, db):
    sign_in(client)
    BukuTamuFactory(name="Rina Rahasia")
    file = b"".join(client.get(url(NOUN, "export"), {"berkas": "csv"}).streaming_content).decode()
    assert "Desa Bailo" in file
    assert "Rina" not in file


def test_the_list_costs_the_same_for_one_guest_and_for_ten(client, db):
    sign_in(client)
    BukuTamuFactory()
    one = query_count(client, url(NOUN, "changelist"))
    BukuTamuFactory.create_batch(9)
    assert query_count(client, url(NOUN, "changelist")) == one

"""“Daftarkan usaha”: short steps, a draft that waits for its applicant, a receipt that tells of no person."""

import datetime
import io
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from PIL import Image

from common.receipts import code_of
from common.traps import new_moment
from pendaftaran.models import Pendaftaran
from tests.factories import DesaFactory, UserFactory
from tests.pendaftar import PendaftaranFactory
from umkm.models import Pemilik, Persetujuan

START = datetime.datetime(2026, 11, 28, 2, 0, tzinfo=datetime.UTC)
BEGIN, CHECK, RECEIPT, TRACK = (
    reverse(f"pendaftaran:{name}") for name in ("begin", "check", "receipt", "track")
)


def page(step):
    return reverse(f"pendaftaran:step_{step}")


@pytest.fixture
def clock(db):
    cache.clear()
    with time_machine.travel(START, tick=False) as clock:
        yield clock


@pytest.fixture
def desa(db):
    return DesaFactory()


def begin(client, clock, phone="0812-3456-7890", *, after=10, moment=None, **data):
    moment = moment or new_moment()
    clock.shift(after)
    return client.post(BEGIN, {"phone": phone, "moment": moment, **data})


def photo(name="abon.jpg"):
    buffer = io.BytesIO()
    Image.new("RGB", (800, 600), "teal").save(buffer, "JPEG")
    return SimpleUploadedFile(name, buffer.getvalue(), "image/jpeg")


def usaha(desa, **data):
    return {
        "nama_usaha": "Abon Tuna Ampana",
        "bidang_usaha": "makanan_minuman",
        "status_usaha": "perseorangan",
        "desa": desa.pk,
        **data,
    }


def fill(client, clock, desa, *, consents=("katalog",), produk=None):
    begin(client, clock)
    client.post(page("pemilik"), {"name": "Sitti Uji", "nik": "7209 9901 0190 0001"})
    client.post(page("usaha"), usaha(desa))
    client.post(page("produk"), produk or {})
    return client.post(page("persetujuan"), dict.fromkeys(consents, "on"))


# --- step by step ----------------------------------------------------------------------------------


def test_a_registration_goes_step_by_step_to_a_number(client, clock, desa):
    assert begin(client, clock)["Location"] == page("pemilik")
    answers = [
        ("pemilik", {"name": "Sitti Uji", "nik": "", "jenis_kelamin": "P"}, page("usaha")),
        ("usaha", usaha(desa), page("produk")),
        ("produk", {}, page("persetujuan")),
        ("persetujuan", {"katalog": "on", "telepon": "on"}, CHECK),
    ]
    for step, data, following in answers:
        assert client.get(page(step)).status_code == 200
        assert client.post(page(step), data)["Location"] == following
    assert "Abon Tuna Ampana" in client.get(CHECK).text
    assert client.post(CHECK)["Location"] == RECEIPT
    asked = Pendaftaran.objects.get()
    assert asked.nomor == "DFT-2026-00001"
    assert asked.nomor in client.get(RECEIPT).text
    assert (asked.phone, asked.tujuan, asked.text_version) == (
        "+6281234567890",
        ["katalog", "telepon"],
        "2026-11",
    )


def test_nothing_is_ticked_for_the_applicant(client, clock, desa):
    begin(client, clock)
    client.post(page("pemilik"), {"name": "Sitti Uji"})
    client.post(page("usaha"), usaha(desa))
    client.post(page("produk"), {})
    text = client.get(page("persetujuan")).text
    assert text.count('type="checkbox"') == 5
    assert "checked" not in text


def test_nobody_jumps_over_a_question(client, clock):
    begin(client, clock)
    for address in (page("usaha"), page("persetujuan"), CHECK):
        assert client.get(address)["Location"] == page("pemilik")


def test_an_answer_can_be_mended_before_it_is_sent(client, clock, desa):
    fill(client, clock, desa)
    assert client.post(page("pemilik"), {"name": "Sitti Aminah Uji", "nik": ""})["Location"] == CHECK
    draft = Pendaftaran.objects.get()
    assert draft.name == "Sitti Aminah Uji"
    assert draft.nik == "7209990101900001"


def test_a_draft_shows_no_number_in_full(client, clock, desa):
    fill(client, clock, desa)
    for address in (page("pemilik"), CHECK):
        assert "7209990101900001" not in client.get(address).text


def test_a_lost_signal_loses_nothing(client, clock, desa):
    fill(client, clock, desa)
    clock.shift(7 * 24 * 3600)
    assert CHECK in client.get(BEGIN).text
    assert "Abon Tuna Ampana" in client.get(CHECK).text


@pytest.mark.parametrize("phone", ["", "123", "abc", "+1 202 555 0100"])
def test_a_number_that_nobody_here_can_have_is_asked_again(client, clock, phone):
    assert begin(client, clock, phone).context["form"].errors
    assert not Pendaftaran.objects.exists()


@pytest.mark.parametrize(
    ("step", "data"),
    [
        ("pemilik", {"name": ""}),
        ("pemilik", {"name": "Sitti", "nik": "12"}),
        ("pemilik", {"name": "a" * 201}),
        ("pemilik", {"name": "\x00"}),
        ("usaha", {"nama_usaha": "Abon"}),
        ("usaha", {"nama_usaha": "Abon", "desa": "999999999999999999999"}),
        ("produk", {"price": "25000"}),
        ("produk", {"nama_produk": "Abon", "price": "-1"}),
        ("produk", {"nama_produk": "Abon", "kategori": "x"}),
    ],
)
def test_what_cannot_be_stored_is_asked_again(client, clock, desa, step, data):
    fill(client, clock, desa)
    assert client.post(page(step), data).context["form"].errors


# --- the photo -------------------------------------------------------------------------------------


def test_a_photo_stays_off_the_site_until_the_office_accepts(client, clock, desa, settings):
    fill(client, clock, desa, produk={"nama_produk": "Abon", "new_photo": photo()})
    draft = Pendaftaran.objects.get()
    assert draft.photo.storage.location == str(settings.PRIVATE_ROOT)
    assert client.get(f"/media/{draft.photo.name}").status_code == 404


@pytest.mark.parametrize(
    ("name", "content"),
    [("x.jpg", b"%PDF-1.7"), ("x.jpg", b"<svg onload=alert(1)>"), ("x.php", b"<?php"), ("x.jpg", b"")],
)
def test_a_hostile_file_is_refused_kindly(client, clock, desa, name, content):
    fill(client, clock, desa)
    response = client.post(
        page("produk"), {"nama_produk": "Abon", "new_photo": SimpleUploadedFile(name, content)}
    )
    assert response.status_code == 200
    assert "new_photo" in response.context["form"].errors


def test_another_photo_takes_the_first_ones_place(client, clock, desa, django_capture_on_commit_callbacks):
    fill(client, clock, desa, produk={"nama_produk": "Abon", "new_photo": photo()})
    first = Pendaftaran.objects.get().photo
    with django_capture_on_commit_callbacks(execute=True):
        client.post(page("produk"), {"nama_produk": "Abon", "new_photo": photo()})
    assert not first.storage.exists(first.name)
    assert Pendaftaran.objects.get().photo.name != first.name


# --- whose draft it is -----------------------------------------------------------------------------


def test_another_browser_cannot_open_the_draft(client, clock, desa):
    fill(client, clock, desa)
    stranger = Client()
    for address in (page("pemilik"), CHECK, RECEIPT):
        assert stranger.get(address)["Location"] == BEGIN


def test_the_key_is_out_of_reach_of_scripts_and_other_pages(client, clock):
    cookie = begin(client, clock).cookies["pendaftaran"]
    assert cookie["httponly"]
    assert cookie["path"] == BEGIN
    assert cookie["samesite"] == "Lax"


def test_the_table_does_not_hold_the_key(client, clock):
    key = begin(client, clock).cookies["pendaftaran"].value.split(":")[0]
    assert Pendaftaran.objects.get().key_index != key


def test_a_made_up_key_opens_nothing(client, clock, desa):
    fill(client, clock, desa)
    stranger = Client()
    stranger.cookies["pendaftaran"] = "palsu:palsu:palsu"
    assert stranger.get(CHECK)["Location"] == BEGIN


def test_an_applicant_may_throw_the_draft_away(client, clock, desa):
    fill(client, clock, desa)
    client.post(reverse("pendaftaran:discard"))
    assert not Pendaftaran.objects.exists()
    assert client.get(CHECK)["Location"] == BEGIN


def test_what_was_sent_can_neither_be_changed_nor_thrown_away(client, clock, desa):
    fill(client, clock, desa)
    client.post(CHECK)
    assert client.post(page("pemilik"), {"name": "Orang Lain"})["Location"] == RECEIPT
    client.post(reverse("pendaftaran:discard"))
    assert Pendaftaran.objects.get().name == "Sitti Uji"


@pytest.mark.parametrize("address", [BEGIN, TRACK])
def test_the_pages_are_kept_by_nobody(client, db, address):
    assert "no-store" in client.get(address)["Cache-Control"]


# --- once ------------------------------------------------------------------------------------------


def test_the_first_page_sent_twice_begins_one_draft(client, clock):
    moment = new_moment()
    for _ in range(2):
        assert begin(client, clock, moment=moment)["Location"] == page("pemilik")
    assert Pendaftaran.objects.count() == 1


def test_a_registration_sent_twice_has_one_number(client, clock, desa):
    fill(client, clock, desa)
    assert [client.post(CHECK)["Location"] for _ in range(2)] == [RECEIPT, RECEIPT]
    assert Pendaftaran.objects.get().nomor == "DFT-2026-00001"


@pytest.mark.django_db(transaction=True)
def test_twelve_registrations_sent_at_once_have_twelve_numbers():
    drafts = PendaftaranFactory.create_batch(12, as_draft=True)

    def send(draft):
        from pendaftaran.actions import submit

        try:
            return submit(pendaftaran=draft).nomor
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        numbers = list(pool.map(send, drafts))
    assert sorted(int(number[-5:]) for number in numbers) == list(range(1, 13))


# --- programs --------------------------------------------------------------------------------------


def test_a_program_begins_nothing(client, clock):
    assert begin(client, clock, website="https://iklan.example").status_code == 302
    assert not Pendaftaran.objects.exists()


def test_too_quick_is_asked_once_more_with_the_number_kept(client, clock):
    response = begin(client, clock, after=1)
    assert "Terlalu cepat" in response.text
    assert "0812-3456-7890" in response.text


def test_one_address_in_a_frenzy_waits(client, clock, monkeypatch):
    monkeypatch.setattr("pendaftaran.views._MOST_BEGUN", 2)
    assert [begin(client, clock).status_code for _ in range(3)] == [302, 302, 200]
    assert Pendaftaran.objects.count() == 2


# --- tracking --------------------------------------------------------------------------------------


def track(client, asked, **data):
    address = f"{TRACK}?nomor={asked.nomor}&kode={code_of(asked.nomor)}"
    return client.post(address, data) if data else client.get(address)


def test_the_tracking_page_tells_nothing_of_a_person(client, clock):
    asked = PendaftaranFactory(name="Rahmatia Rahasia", nama_usaha="Abon Rahasia", phone="+6281299998888")
    text = track(client, asked).text
    assert "Sedang kami periksa" in text
    for secret in ("Rahmatia", "Abon Rahasia", "9998888", "9999-8888"):
        assert secret not in text


def test_a_wrong_code_finds_nothing(client, clock):
    asked = PendaftaranFactory()
    assert "tidak cocok" in client.get(TRACK, {"nomor": asked.nomor, "kode": "AAAABBBB"}).text


def test_who_guesses_codes_is_held_off(client, clock, monkeypatch):
    monkeypatch.setattr("pendaftaran.views._MOST_LOOKED_UP", 2)
    assert [track(client, PendaftaranFactory()).status_code for _ in range(3)] == [200, 200, 429]


def returned(**extra):
    return PendaftaranFactory(
        returned_at=START, returned_by=UserFactory(), reason="Nama desa keliru.", **extra
    )


def test_what_was_sent_back_is_mended_on_any_phone_with_receipt_and_number(client, clock):
    asked = returned(phone="+6281234567890")
    assert "Nama desa keliru." in track(client, asked).text
    assert track(client, asked, phone="0812 3456 7890")["Location"] == CHECK
    assert "Nama desa keliru." in client.get(CHECK).text
    client.post(page("pemilik"), {"name": "Nama Benar"})
    client.post(CHECK)
    asked.refresh_from_db()
    assert (asked.progress, asked.name) == ("menunggu", "Nama Benar")


def test_a_wrong_number_does_not_open_what_was_sent_back(client, clock):
    asked = returned(phone="+6281234567890")
    assert "bukan nomor yang didaftarkan" in track(client, asked, phone="0812 3456 7891").text
    assert client.get(CHECK)["Location"] == BEGIN


def test_numbers_cannot_be_tried_one_after_another(client, clock, monkeypatch):
    monkeypatch.setattr("pendaftaran.views._MOST_NUMBERS", 1)
    asked = returned(phone="+6281234567890")
    track(client, asked, phone="0812 3456 7891")
    assert "mencari banyak kali" in track(client, asked, phone="0812 3456 7890").text


def test_what_is_waiting_is_not_opened_by_the_number(client, clock):
    asked = PendaftaranFactory(phone="+6281234567890")
    assert track(client, asked, phone="0812 3456 7890").status_code == 200
    assert client.get(CHECK)["Location"] == BEGIN


def test_a_registration_registers_nobody_by_itself(client, clock, desa):
    fill(client, clock, desa)
    client.post(CHECK)
    assert not Pemilik.objects.exists()
    assert not Persetujuan.objects.exists()

"""At the door: whoever scans the code says that they are there, and learns nothing about others."""

import datetime

import pytest
from django.urls import reverse

from kegiatan import actions
from kegiatan.kode import door_code, receipt_code
from kegiatan.models import Kehadiran
from tests.acara import KegiatanFactory, PesertaFactory
from tests.factories import PemilikFactory, UsahaFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_the_door(clock):
    clock.move_to(datetime.datetime.fromisoformat("2026-12-10T08:45:00+08:00"))


def door(kegiatan):
    return reverse("kegiatan:arrive", args=[kegiatan.slug, door_code(kegiatan)])


def arrive(client, peserta, **data):
    return client.post(door(peserta.kegiatan), data, follow=True)


@pytest.fixture
def peserta():
    owner = PemilikFactory(name="Sitti Aminah", phone="+6281234567890")
    return PesertaFactory(usaha=UsahaFactory(pemilik=owner))


@pytest.mark.parametrize("typed", ["0812-3456-7890", "+62 812 3456 7890", "6281234567890"])
def test_a_number_however_typed_is_enough(client, peserta, typed):
    response = arrive(client, peserta, told=typed)
    assert "sudah tercatat" in response.text
    assert "Sitti" not in response.text
    assert Kehadiran.objects.get().peserta == peserta


def test_the_code_of_the_receipt_is_enough(client, peserta):
    arrive(client, peserta, told=receipt_code(peserta).lower())
    assert Kehadiran.objects.get().peserta == peserta


@pytest.mark.parametrize("typed", ["0812-0000-0000", "ABCDEFGH", "", "\x00", "x" * 500])
def test_whoever_is_unknown_is_sent_to_the_desk(client, peserta, typed):
    assert arrive(client, peserta, told=typed).status_code == 200
    assert not Kehadiran.objects.exists()


def test_an_owner_who_is_signed_in_types_nothing(client, peserta):
    peserta.usaha.pemilik.account = UserFactory()
    peserta.usaha.pemilik.save()
    client.force_login(peserta.usaha.pemilik.account)
    assert peserta.usaha.name in client.get(door(peserta.kegiatan)).text
    arrive(client, peserta)
    assert Kehadiran.objects.get().peserta == peserta


def test_two_stands_under_one_number_arrive_together(client):
    kegiatan, owner = KegiatanFactory(listed=True, jenis="bazar"), PemilikFactory(phone="+6281234567890")
    first, _ = (PesertaFactory(kegiatan=kegiatan, usaha=UsahaFactory(pemilik=owner)) for _ in range(2))
    arrive(client, first, told="081234567890")
    assert Kehadiran.objects.count() == 2


def test_a_code_that_was_renewed_holds_no_more(client, peserta):
    old = door(peserta.kegiatan)
    actions.renew_key(kegiatan=peserta.kegiatan)
    response = client.post(old, {"told": "081234567890"})
    assert response.status_code == 410
    assert not Kehadiran.objects.exists()


def test_on_another_day_nothing_is_noted(client, peserta, clock):
    clock.move_to(datetime.datetime.fromisoformat("2026-12-11T08:45:00+08:00"))
    assert "hanya dicatat pada hari kegiatan" in client.get(door(peserta.kegiatan)).text
    arrive(client, peserta, told="081234567890")
    assert not Kehadiran.objects.exists()


def test_nobody_tries_all_numbers_of_a_town(client, peserta, monkeypatch):
    monkeypatch.setattr("kegiatan.arrival_views._MOST_AN_HOUR", 2)
    for _ in range(2):
        arrive(client, peserta, told="0812-0000-0000")
    assert "Terlalu banyak percobaan" in arrive(client, peserta, told="081234567890").text
    assert not Kehadiran.objects.exists()

"""Owners sign up with their own business, see where they stand, and take their name back in time."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from kegiatan.models import Kehadiran
from surat.models import SertifikatHadir
from tests.acara import KegiatanFactory, PesertaFactory
from tests.factories import UsahaFactory, UserFactory
from tests.terbitan import issue_without_typesetting

pytestmark = pytest.mark.django_db
MINE = reverse("kegiatan_owner:list")


def signed_in(client, *names):
    """An owner with businesses of these names."""
    usaha = UsahaFactory(name=names[0])
    usaha.pemilik.account = UserFactory()
    usaha.pemilik.save()
    client.force_login(usaha.pemilik.account)
    return [usaha, *(UsahaFactory(name=name, pemilik=usaha.pemilik) for name in names[1:])]


def page(kegiatan):
    return reverse("kegiatan_owner:event", args=[kegiatan.slug])


def test_an_owner_signs_up_and_sees_where_they_stand(client):
    (usaha,) = signed_in(client, "Dapur Rica")
    kegiatan = KegiatanFactory(listed=True, name="Pelatihan Kemasan")
    assert "Pelatihan Kemasan" in client.get(MINE).text
    text = client.post(page(kegiatan), {"usaha": usaha.pk}, follow=True).text
    assert "Dapur Rica terdaftar di Pelatihan Kemasan" in text
    assert kegiatan.peserta_set.get().registered_by == usaha.pemilik.account


def test_behind_a_full_event_one_waits_and_is_told_so(client):
    (usaha,) = signed_in(client, "Dapur Rica")
    kegiatan = PesertaFactory(kegiatan=KegiatanFactory(listed=True, kuota=1)).kegiatan
    assert "masuk daftar tunggu" in client.post(page(kegiatan), {"usaha": usaha.pk}, follow=True).text


@pytest.mark.django_db(transaction=True)
def test_of_six_owners_who_press_at_once_one_gets_the_last_place():
    kegiatan = KegiatanFactory(listed=True, kuota=1)
    owners = []
    for number in range(6):
        client = Client()
        owners.append((client, *signed_in(client, f"Usaha {number}")))

    def press(owner):
        client, usaha = owner
        try:
            return client.post(page(kegiatan), {"usaha": usaha.pk}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(press, owners)) == {302}
    found = kegiatan.peserta_set.values_list("status", flat=True)
    assert sorted(found) == ["menunggu"] * 5 + ["terdaftar"]


def test_of_several_businesses_one_is_chosen(client):
    _, second = signed_in(client, "Dapur Rica", "Anyaman Rica")
    kegiatan = KegiatanFactory(listed=True)
    assert "Pilih usaha yang ikut" in client.post(page(kegiatan), {}).text
    client.post(page(kegiatan), {"usaha": second.pk})
    assert kegiatan.peserta_set.get().usaha == second


def test_nobody_signs_another_owners_business_up(client):
    signed_in(client, "Dapur Rica")
    kegiatan = KegiatanFactory(listed=True)
    for wrong in (UsahaFactory().pk, "x", "9" * 40):
        assert client.post(page(kegiatan), {"usaha": wrong}).status_code == 200
    assert not kegiatan.peserta_set.exists()


def test_an_event_that_refuses_a_business_says_why_and_keeps_what_was_typed(client):
    (usaha,) = signed_in(client, "Dapur Rica")
    kegiatan = KegiatanFactory(listed=True, bidang_usaha="jasa")
    text = client.post(page(kegiatan), {"usaha": usaha.pk, "name": "Ani Uji"}).text
    assert "untuk bidang usaha lain" in text
    assert "Ani Uji" in text


def test_an_owner_takes_the_name_back_until_it_begins(client, clock):
    (usaha,) = signed_in(client, "Dapur Rica")
    peserta = PesertaFactory(usaha=usaha)
    leave = reverse("kegiatan_owner:leave", args=[peserta.pk])
    clock.move_to(datetime.datetime.fromisoformat("2026-12-10T09:00:00+08:00"))
    client.force_login(usaha.pemilik.account)
    assert "sudah dimulai" in client.post(leave, follow=True).text
    clock.move_to(datetime.datetime.fromisoformat("2026-12-10T08:59:00+08:00"))
    client.post(leave)
    peserta.refresh_from_db()
    assert peserta.status == "batal"


def test_another_owners_place_is_not_found(client):
    signed_in(client, "Dapur Rica")
    peserta = PesertaFactory()
    assert client.post(reverse("kegiatan_owner:leave", args=[peserta.pk])).status_code == 404
    assert peserta.usaha.name not in client.get(page(peserta.kegiatan)).text


def past_event(usaha, name, *, came=False):
    kegiatan = KegiatanFactory(listed=True, name=name, begins_on=datetime.date(2026, 11, 3))
    peserta = PesertaFactory(usaha=usaha, kegiatan=kegiatan)
    if came:
        Kehadiran.objects.create(peserta=peserta, happened_on=kegiatan.begins_on)
    return peserta


def test_events_joined_are_told_with_who_came_and_the_certificate(client):
    (usaha,) = signed_in(client, "Dapur Rica")
    certified = past_event(usaha, "Pelatihan Kemasan", came=True)
    paper = SertifikatHadir.objects.create(dokumen=issue_without_typesetting(), peserta=certified).dokumen
    past_event(usaha, "Pelatihan Foto", came=True)
    past_event(usaha, "Rapat Bazar")
    past_event(UsahaFactory(), "Pelatihan Orang Lain", came=True)
    _, _, past = client.get(MINE).text.partition("Yang sudah lewat")
    rows = {name: row for row in past.split("<li>") if (name := row[11:].partition("</strong>")[0])}
    assert "3 November 2026 · Dapur Rica · Hadir<" in rows["Pelatihan Kemasan"]
    assert reverse("my_certificate", args=[paper.code]) in rows["Pelatihan Kemasan"]
    assert "· Hadir<" in rows["Pelatihan Foto"]
    assert "Unduh sertifikat" not in rows["Pelatihan Foto"]
    assert "· Tidak tercatat hadir<" in rows["Rapat Bazar"]
    assert "Pelatihan Orang Lain" not in past


def test_the_certificate_opens_for_its_owner_and_for_nobody_else(client):
    (usaha,) = signed_in(client, "Dapur Rica")
    peserta = past_event(usaha, "Pelatihan Kemasan", came=True)
    paper = SertifikatHadir.objects.create(dokumen=issue_without_typesetting(), peserta=peserta).dokumen
    address = reverse("my_certificate", args=[paper.code])
    answer = client.get(address)
    assert answer["Content-Type"] == "application/pdf"
    signed_in(client, "Usaha Lain")
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("count", [1, 8])
def test_the_page_of_an_owner_costs_the_same_for_few_and_many(client, django_assert_max_num_queries, count):
    businesses = signed_in(client, *(f"Usaha {number}" for number in range(count)))
    for usaha in businesses:
        PesertaFactory(usaha=usaha)
        PesertaFactory(
            usaha=usaha, kegiatan=KegiatanFactory(listed=True, begins_on=datetime.date(2026, 11, 3))
        )
    client.get(MINE)
    with django_assert_max_num_queries(12):
        client.get(MINE)

"""Two officers at one record, forms sent twice, and races: nothing is lost, nothing is stored twice."""

import threading

import pytest
from django.db import connection
from django.test import Client

from tests.factories import DataTahunanFactory, DesaFactory, PemilikFactory, UsahaFactory, UserFactory
from tests.kantor import filled, sign_in, url, words
from umkm.models import Pemilik, Usaha

pytestmark = pytest.mark.django_db
NIK = "7209995203900001"


def other_officer(name="Petugas Lain"):
    client = Client()
    client.force_login(UserFactory(role="Petugas", name=name))
    return client


# --- two officers -----------------------------------------------------------------------------


def test_the_second_editor_learns_who_changed_what_and_keeps_the_input(client):
    sign_in(client)
    usaha = UsahaFactory(name="Nama Lama")
    page = url("umkm_usaha", "change", usaha.pk)
    mine, theirs = client.get(page), other_officer("Rekan Uji")
    theirs.post(page, filled(theirs.get(page), name="Nama Rekan"))
    answer = client.post(page, filled(mine, name="Nama Saya"))
    usaha.refresh_from_db()
    assert usaha.name == "Nama Rekan"
    told = words(answer)
    assert "Rekan Uji mengubah Nama usaha dari “Nama Lama” menjadi “Nama Rekan”" in told
    assert filled(answer)["name"] == "Nama Saya"


def test_saving_again_overwrites_knowingly(client):
    sign_in(client)
    usaha = UsahaFactory(name="Nama Lama")
    page = url("umkm_usaha", "change", usaha.pk)
    mine, theirs = client.get(page), other_officer()
    theirs.post(page, filled(theirs.get(page), name="Nama Rekan"))
    conflict = client.post(page, filled(mine, name="Nama Saya"))
    client.post(page, filled(conflict))
    usaha.refresh_from_db()
    assert usaha.name == "Nama Saya"


def test_a_third_change_between_is_noticed_again(client):
    sign_in(client)
    usaha = UsahaFactory(name="Nama Lama")
    page = url("umkm_usaha", "change", usaha.pk)
    mine, theirs = client.get(page), other_officer()
    theirs.post(page, filled(theirs.get(page), name="Nama Kedua"))
    conflict = client.post(page, filled(mine, name="Nama Saya"))
    theirs.post(page, filled(theirs.get(page), name="Nama Ketiga"))
    client.post(page, filled(conflict))
    usaha.refresh_from_db()
    assert usaha.name == "Nama Ketiga"


def test_a_change_beneath_the_record_counts_too(client):
    sign_in(client)
    figures = DataTahunanFactory(penjualan_tahunan=60_000_000)
    page = url("umkm_usaha", "change", figures.usaha_id)
    mine, theirs = client.get(page), other_officer("Rekan Uji")
    row = {"datatahunan_set-0-penjualan_tahunan": "70.000.000"}
    theirs.post(page, filled(theirs.get(page)) | row)
    answer = words(client.post(page, filled(mine, name="Nama Saya")))
    assert "Rekan Uji mengubah data tahunan 2025 Hasil penjualan tahunan" in answer
    assert "Rp70.000.000" in answer


def test_what_the_database_derives_is_no_ones_edit(client):
    sign_in(client)
    usaha = UsahaFactory(listed=True)
    page = url("umkm_usaha", "change", usaha.pk)
    mine = client.get(page)
    usaha.pemilik.persetujuan_set.get().delete()
    assert client.post(page, filled(mine, name="Nama Saya")).status_code == 302


def test_a_record_without_times_is_guarded_as_well(client):
    sign_in(client, "Admin")
    person = UserFactory(name="Nama Lama")
    page = url("accounts_user", "change", person.pk)
    mine, theirs = client.get(page), Client()
    theirs.force_login(UserFactory(role="Admin", name="Admin Lain"))
    theirs.post(page, filled(theirs.get(page), name="Nama Rekan"))
    answer = client.post(page, filled(mine, name="Nama Saya"))
    person.refresh_from_db()
    assert person.name == "Nama Rekan"
    assert "Admin Lain mengubah Nama dari “Nama Lama” menjadi “Nama Rekan”" in words(answer)


# --- sent twice ---------------------------------------------------------------------------------


def test_a_form_sent_twice_is_stored_once(client):
    sign_in(client)
    data = filled(client.get(url("umkm_pemilik", "add"))) | {"name": "Pemilik Uji"}
    first = client.post(url("umkm_pemilik", "add"), data)
    second = client.post(url("umkm_pemilik", "add"), data, follow=True)
    assert Pemilik.objects.count() == 1
    assert second.redirect_chain[0][0] == first.url
    assert "tidak disimpan dua kali" in words(second)


def test_a_form_mended_after_an_error_is_stored(client):
    sign_in(client)
    data = filled(client.get(url("umkm_pemilik", "add"))) | {"name": ""}
    again = client.post(url("umkm_pemilik", "add"), data)
    client.post(url("umkm_pemilik", "add"), filled(again, name="Pemilik Uji"))
    assert Pemilik.objects.get().name == "Pemilik Uji"


@pytest.mark.django_db(transaction=True)
def test_twelve_copies_at_once_are_stored_once():
    officer = UserFactory(role="Petugas")
    page = url("umkm_pemilik", "add")
    client = Client()
    client.force_login(officer)
    data = filled(client.get(page)) | {"name": "Pemilik Uji"}
    answers = at_once([(officer, page, data)] * 12)
    assert {answer.status_code for answer in answers} == {302}
    assert Pemilik.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_nik_registered_by_twelve_at_once_is_stored_once_and_the_others_are_told():
    officers = [UserFactory(role="Petugas") for _ in range(12)]
    page = url("umkm_pemilik", "add")
    jobs = []
    for number, officer in enumerate(officers):
        client = Client()
        client.force_login(officer)
        jobs.append((officer, page, filled(client.get(page)) | {"name": f"Pemilik {number}", "nik": NIK}))
    answers = at_once(jobs)
    assert sorted(answer.status_code for answer in answers) == [200] * 11 + [302]
    assert Pemilik.objects.count() == 1
    refused = [answer for answer in answers if answer.status_code == 200]
    # Who was a moment later already finds the other owner among the possible duplicates.
    told = ("NIK KTP ini sudah terdaftar", "NIK KTP sama")
    assert all(any(sentence in words(answer) for sentence in told) for answer in refused)
    assert all(filled(answer)["nik"] == NIK for answer in refused)


@pytest.mark.django_db(transaction=True)
def test_businesses_of_one_name_at_once_all_find_an_address():
    owner, desa = PemilikFactory(), DesaFactory()
    officer = UserFactory(role="Petugas")
    page = url("umkm_usaha", "add")
    jobs = []
    for _ in range(4):
        client = Client()
        client.force_login(officer)
        whole = {"status_usaha": "ud", "bidang_usaha": "jasa", "desa": desa.pk, "pemilik": owner.pk}
        data = filled(client.get(page)) | whole | {"name": "Nama Sama", "_berbeda": "1"}
        jobs.append((officer, page, data))
    answers = at_once(jobs)
    assert {answer.status_code for answer in answers} == {302}
    assert Usaha.objects.values("slug").distinct().count() == 4


def at_once(jobs):
    """Every (user, page, data) is posted by a thread of its own; all start together."""
    gate = threading.Barrier(len(jobs))
    answers = []

    def post(user, page, data):
        try:
            client = Client()
            client.force_login(user)
            gate.wait()
            answers.append(client.post(page, data))
        finally:
            connection.close()

    threads = [threading.Thread(target=post, args=job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


# --- what the database refuses --------------------------------------------------------------------


def test_a_broken_constraint_speaks_in_the_models_words(client, monkeypatch):
    """As in a race: validation saw nothing, the database did."""
    PemilikFactory(nik=NIK)
    sign_in(client)
    monkeypatch.setattr(Pemilik, "_refuse_second_owner", lambda self: None)
    monkeypatch.setattr(Pemilik, "validate_constraints", lambda self, exclude=None: None)
    data = filled(client.get(url("umkm_pemilik", "add"))) | {
        "name": "Pemilik Uji",
        "nik": NIK,
        "_berbeda": "1",
    }
    answer = client.post(url("umkm_pemilik", "add"), data)
    assert "NIK KTP ini sudah terdaftar atas nama pemilik lain" in words(answer)
    assert filled(answer)["name"] == "Pemilik Uji"
    assert Pemilik.objects.count() == 1


def test_a_full_disk_is_a_clear_message_and_leaves_no_record(client, monkeypatch):
    sign_in(client)

    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Pemilik, "save", full)
    data = filled(client.get(url("umkm_pemilik", "add"))) | {"name": "Pemilik Uji"}
    answer = client.post(url("umkm_pemilik", "add"), data)
    assert "ruang penyimpanan bermasalah" in words(answer)
    assert not Pemilik.objects.exists()

"""The history page: who changed what from what to what, with numbers of people masked."""

import pytest

from tests.factories import DataTahunanFactory, DesaFactory, PemilikFactory, UsahaFactory, UserFactory
from tests.kantor import filled, sign_in, url, words

pytestmark = pytest.mark.django_db
NIK, OTHER_NIK = "7209995203900001", "7209995203900002"


def history(client, noun, record):
    return client.get(url(noun, "history", record.pk)).context["entries"]


def beneath(client, noun, record):
    """Entries of rows beneath the record; in a test all of them bear the time at which it began."""
    return [entry for entry in history(client, noun, record) if entry.subject]


def change(client, noun, record, **values):
    page = url(noun, "change", record.pk)
    answer = client.post(page, filled(client.get(page)) | values)
    assert answer.status_code == 302, answer.context["errors"]


def test_a_change_is_told_old_to_new_with_its_author(client):
    officer = sign_in(client)
    old, new = DesaFactory(), DesaFactory()
    usaha = UsahaFactory(desa=old)
    change(client, "umkm_usaha", usaha, desa=new.pk, bidang_usaha="jasa")
    newest = history(client, "umkm_usaha", usaha)[0]
    assert (newest.deed, newest.who) == ("Diubah", officer.name)
    assert {(each.label, each.old, each.new) for each in newest.changes} == {
        ("Desa/kelurahan", str(old), str(new)),
        ("Bidang usaha", "Makanan/Minuman", "Jasa"),
    }


def test_saving_without_a_change_tells_nothing(client):
    sign_in(client)
    usaha = UsahaFactory()
    before = len(history(client, "umkm_usaha", usaha))
    change(client, "umkm_usaha", usaha)
    assert len(history(client, "umkm_usaha", usaha)) == before


def test_one_save_is_one_entry_though_the_class_is_computed_after_it(client):
    sign_in(client)
    usaha = UsahaFactory()
    DataTahunanFactory(usaha=usaha)
    before = len(history(client, "umkm_usaha", usaha))
    change(client, "umkm_usaha", usaha, name="Nama Baru")
    found = history(client, "umkm_usaha", usaha)
    assert len(found) == before + 1
    assert {each.label for each in found[0].changes} == {"Nama usaha", "Skala terhitung", "Dasar perhitungan"}


def test_a_changed_nik_is_told_masked(client):
    sign_in(client)
    owner = PemilikFactory(nik=NIK)
    change(client, "umkm_pemilik", owner, nik=OTHER_NIK)
    page = words(client.get(url("umkm_pemilik", "history", owner.pk)))
    assert "NIK KTP••••••••••••0001••••••••••••0002" in page
    assert NIK not in page
    assert OTHER_NIK not in page


def test_rows_beneath_are_told_by_their_name(client):
    sign_in(client)
    figures = DataTahunanFactory(tahun=2024)
    change(client, "umkm_usaha", figures.usaha, **{"datatahunan_set-0-penjualan_tahunan": "75.000.000"})
    newest = beneath(client, "umkm_usaha", figures.usaha)[0]
    assert newest.subject == "data tahunan 2024"
    assert [str(each) for each in newest.changes] == [
        "Hasil penjualan tahunan dari “Rp60.000.000” menjadi “Rp75.000.000”"
    ]


def test_a_row_taken_out_is_told(client):
    sign_in(client)
    figures = DataTahunanFactory(tahun=2024)
    change(client, "umkm_usaha", figures.usaha, **{"datatahunan_set-0-DELETE": "on"})
    told = {(entry.deed, entry.subject) for entry in beneath(client, "umkm_usaha", figures.usaha)}
    assert ("Dihapus", "data tahunan 2024") in told


def test_consents_belong_to_the_owners_history(client):
    sign_in(client)
    owner = PemilikFactory()
    change(client, "umkm_pemilik", owner, setuju_katalog="on", saluran="lisan")
    newest = beneath(client, "umkm_pemilik", owner)[0]
    assert newest.subject == "persetujuan Menampilkan usaha dan produknya di situs"


def test_verifying_shows_up_with_its_author(client):
    officer = sign_in(client, "Verifikator")
    usaha = UsahaFactory()
    client.post(url("umkm_usaha", "state", usaha.pk), {"deed": "verify"})
    newest = history(client, "umkm_usaha", usaha)[0]
    assert (newest.who, [each.label for each in newest.changes]) == (officer.name, ["Diverifikasi"])


def test_officials_read_the_history_without_personal_data(client):
    owner = PemilikFactory(phone="+6281234567890", nik=NIK)
    sign_in(client, "Pejabat")
    page = words(client.get(url("umkm_pemilik", "history", owner.pk)))
    assert "7890" not in page
    assert "0001" not in page


def test_roles_and_regions_belong_to_a_persons_history(client):
    sign_in(client, "Admin")
    person = UserFactory(role="Petugas")
    from django.contrib.auth.models import Group

    role, _ = Group.objects.get_or_create(name="Verifikator")
    change(client, "accounts_user", person, groups=[role.pk])
    told = {(entry.deed, entry.subject) for entry in history(client, "accounts_user", person)}
    assert ("Dicatat", "peran Verifikator") in told
    assert ("Dihapus", "peran Petugas") in told


def test_the_history_costs_the_same_for_many_events(client, django_assert_max_num_queries):
    sign_in(client)
    usaha = UsahaFactory()
    page = url("umkm_usaha", "history", usaha.pk)
    for number in range(2):
        change(client, "umkm_usaha", usaha, name=f"Nama {number}")
    with django_assert_max_num_queries(40) as few:
        client.get(page)
    allowed = len(few)
    for number in range(6):
        change(client, "umkm_usaha", usaha, name=f"Nama lain {number}")
    with django_assert_max_num_queries(allowed):
        client.get(page)

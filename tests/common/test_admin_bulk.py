"""Verify, publish, withdraw, archive and restore: many from the list, one from its own page."""

import pytest
from django.utils import timezone

from tests.factories import KoperasiFactory, SertifikatFactory, UsahaFactory
from tests.kantor import filled, sign_in, url, words
from umkm.models import Usaha

pytestmark = pytest.mark.django_db
LIST = "/kantor/umkm/usaha/"
CERTIFICATE = "legalitas_sertifikat"


def run(client, name, *records, **more):
    data = {"action": name, "index": "0", "_selected_action": [record.pk for record in records], **more}
    return client.post(LIST, data, follow=True)


def states():
    return {usaha.name: usaha.state for usaha in Usaha.objects.all()}


def test_many_are_verified_at_once_and_counted(client):
    sign_in(client, "Verifikator")
    answer = run(client, "verify", UsahaFactory(name="A"), UsahaFactory(name="B"))
    assert states() == {"A": "terverifikasi", "B": "terverifikasi"}
    assert "2 usaha diverifikasi." in words(answer)


def test_one_that_fails_is_named_with_its_reason_and_the_others_are_done(client):
    sign_in(client, "Verifikator")
    whole, draft = UsahaFactory(name="Utuh"), UsahaFactory(name="Belum", is_draft=True)
    answer = words(run(client, "verify", whole, draft))
    assert states() == {"Utuh": "terverifikasi", "Belum": "draf"}
    assert "Usaha “Utuh” diverifikasi." in answer
    assert "1 usaha tidak diverifikasi: Belum masih draf" in answer


def test_publishing_asks_for_the_owners_consent(client):
    sign_in(client, "Verifikator")
    agreed = UsahaFactory(name="Setuju", pemilik__consents=("katalog",))
    silent = UsahaFactory(name="Diam")
    answer = words(run(client, "publish", agreed, silent))
    assert states() == {"Setuju": "tayang", "Diam": "menunggu"}
    assert "Diam belum dapat ditayangkan: persetujuan pemilik" in answer


def test_withdrawing_takes_a_record_from_the_site(client):
    sign_in(client, "Verifikator")
    usaha = UsahaFactory(listed=True)
    run(client, "unpublish", usaha)
    usaha.refresh_from_db()
    assert (usaha.is_listed, usaha.state) == (False, "terverifikasi")


def test_archiving_asks_once_with_the_count(client):
    sign_in(client)
    records = [UsahaFactory(name="A"), UsahaFactory(name="B")]
    page = words(run(client, "archive", *records))
    assert "Arsipkan 2 usaha?" in page
    assert "arsip" not in states().values()
    run(client, "archive", *records, confirmed="1")
    assert set(states().values()) == {"arsip"}


def test_the_confirmation_page_keeps_the_choice(client):
    sign_in(client)
    usaha = UsahaFactory()
    page = run(client, "archive", usaha).content.decode()
    assert f'name="_selected_action" value="{usaha.pk}"' in page
    assert 'name="confirmed" value="1"' in page


def test_everything_the_filter_shows_can_be_chosen(client):
    sign_in(client, "Verifikator")
    UsahaFactory(name="A"), UsahaFactory(name="B"), UsahaFactory(name="C", is_draft=True)
    chosen = {
        "action": "verify",
        "index": "0",
        "select_across": "1",
        "_selected_action": Usaha.objects.first().pk,
    }
    client.post(f"{LIST}?keadaan=menunggu", chosen)
    assert states() == {"A": "terverifikasi", "B": "terverifikasi", "C": "draf"}


def test_restoring_brings_a_record_back(client):
    sign_in(client)
    usaha = UsahaFactory()
    run(client, "archive", usaha, confirmed="1")
    client.post(f"{LIST}?keadaan=arsip", {"action": "restore", "index": "0", "_selected_action": usaha.pk})
    assert Usaha.objects.get().archived_at is None


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        ("Petugas", {"archive", "restore"}),
        ("Verifikator", {"verify", "publish", "unpublish", "archive", "restore", "invite"}),
        # Officials change nothing, but write letters.
        ("Pejabat", {"invite"}),
    ],
)
def test_a_role_is_offered_only_its_own_deeds(client, rf, role, offered):
    from django.contrib import admin

    request = rf.get("/")
    request.user = sign_in(client, role)
    assert set(admin.site._registry[Usaha].get_actions(request)) == offered


def test_a_deed_sent_by_hand_is_refused_without_the_right(client):
    sign_in(client, "Petugas")
    usaha = UsahaFactory()
    client.post(LIST, {"action": "verify", "index": "0", "_selected_action": usaha.pk})
    page = url("umkm_usaha", "state", usaha.pk)
    assert client.post(page, {"deed": "verify"}).status_code == 403
    assert states() == {usaha.name: "menunggu"}


def test_nobody_deletes(client):
    sign_in(client, "Admin")
    usaha = UsahaFactory()
    assert "delete_selected" not in client.get(LIST).content.decode()
    assert client.post(url("umkm_usaha", "delete", usaha.pk), {"post": "yes"}).status_code == 403
    assert Usaha.objects.exists()


@pytest.mark.parametrize("keys", [["x"], ["-1"], ["9" * 40], ["1\x00"], [""]])
def test_nonsense_instead_of_keys_does_nothing(client, keys):
    sign_in(client, "Verifikator")
    UsahaFactory(name="A")
    answer = client.post(LIST, {"action": "verify", "index": "0", "_selected_action": keys})
    assert answer.status_code == 302
    assert states() == {"A": "menunggu"}


def test_an_archived_record_is_read_only_until_it_is_restored(client):
    sign_in(client)
    usaha = UsahaFactory()
    page = url("umkm_usaha", "change", usaha.pk)
    state = url("umkm_usaha", "state", usaha.pk)
    assert "Arsipkan usaha" in words(client.post(state, {"deed": "archive"}))
    client.post(state, {"deed": "archive", "confirmed": "1"})
    shown = words(client.get(page))
    assert "Diarsipkan" in shown
    assert client.post(page, {"name": "Lain"}).status_code == 403
    client.post(state, {"deed": "restore"})
    assert 'name="_save"' in client.get(page).content.decode()


def test_saving_and_verifying_is_one_button(client):
    officer = sign_in(client, "Verifikator")
    usaha = UsahaFactory()
    page = url("umkm_usaha", "change", usaha.pk)
    client.post(page, filled(client.get(page), name="Nama Baru", _verify="1"))
    usaha.refresh_from_db()
    assert (usaha.name, usaha.verified_by) == ("Nama Baru", officer)


def test_saving_and_publishing_keeps_what_was_typed_when_publishing_fails(client):
    sign_in(client, "Verifikator")
    usaha = UsahaFactory()
    page = url("umkm_usaha", "change", usaha.pk)
    answer = client.post(page, filled(client.get(page), name="Nama Baru", _publish="1"), follow=True)
    usaha.refresh_from_db()
    assert (usaha.name, usaha.published_at) == ("Nama Baru", None)
    assert "Isian tersimpan." in words(answer)
    assert "belum dapat ditayangkan" in words(answer)


def test_buttons_pressed_by_hand_without_the_right_change_nothing(client):
    sign_in(client, "Petugas")
    usaha = UsahaFactory()
    page = url("umkm_usaha", "change", usaha.pk)
    shown = client.get(page)
    assert 'name="_verify"' not in shown.content.decode()
    client.post(page, filled(shown, _verify="1"))
    usaha.refresh_from_db()
    assert usaha.verified_at is None


def test_cooperatives_share_the_same_deeds(client):
    sign_in(client, "Verifikator")
    koperasi = KoperasiFactory()
    client.post(url("koperasi_koperasi", "state", koperasi.pk), {"deed": "verify"})
    koperasi.refresh_from_db()
    assert koperasi.state == "terverifikasi"


@pytest.mark.parametrize("from_list", [True, False])
def test_a_record_whose_number_was_given_away_stays_archived_and_the_reason_is_told(client, from_list):
    officer = sign_in(client, "Verifikator")
    number = {"jenis": "halal", "number_on_paper": "ID72110000012345678"}
    old = SertifikatFactory(**number, archived_at=timezone.now(), archived_by=officer)
    SertifikatFactory(**number)
    if from_list:
        data = {"action": "restore", "index": "0", "_selected_action": [old.pk]}
        answer = client.post(url(CERTIFICATE, "changelist") + "?keadaan=arsip", data, follow=True)
    else:
        answer = client.post(url(CERTIFICATE, "state", old.pk), {"deed": "restore"}, follow=True)
    old.refresh_from_db()
    assert old.archived_at
    assert f"{old}: Nomor ini sudah tercatat untuk jenis sertifikat yang sama" in words(answer)

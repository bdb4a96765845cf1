"""What waits for an official: asked for in a preview, seen on the desk and the list, gone once it is approved."""

import datetime

import pytest

from laporan.actions import approve, request_approval
from laporan.models import UsulanTerbit
from tests.factories import KecamatanFactory, UserFactory
from tests.kantor import sign_in, words
from tests.terbitan import issue_without_typesetting, proposal

pytestmark = pytest.mark.django_db
QUARTER, PAGE = "tahun=2026&triwulan=2", "/laporan/menunggu/"
PREVIEW = f"/laporan/rekap-fasilitasi/terbitan/?{QUARTER}"


@pytest.fixture(autouse=True)
def _in_november(time_machine):
    time_machine.move_to(datetime.datetime(2026, 11, 28, 9, 0, tzinfo=datetime.UTC))


def asked(by=None, **kwargs):
    return request_approval(
        proposal=proposal(query=QUARTER, **kwargs), by=by or UserFactory(role="Verifikator")
    )


def test_who_may_not_approve_asks_for_it_in_the_preview(client):
    verifier = sign_in(client, "Verifikator")
    page = client.get(PREVIEW)
    assert "Ajukan untuk disetujui" in words(page)
    answer = client.post(page.context["ask_url"], follow=True)
    assert "Laporan ini menunggu persetujuan pejabat" in words(answer)
    assert [usulan.proposed_by for usulan in UsulanTerbit.objects.open()] == [verifier]


def test_asking_twice_is_asking_once():
    assert asked() == asked()
    assert UsulanTerbit.objects.count() == 1


def test_an_official_finds_it_on_the_desk_the_menu_and_the_list(client):
    usulan = asked()
    sign_in(client, "Pejabat")
    assert "Laporan menunggu persetujuan Anda" in words(client.get("/kantor/"))
    assert "Menunggu persetujuan (1)" in words(client.get("/laporan/"))
    assert [*client.get(PAGE).context["proposed"]] == [usulan]
    assert "Setujui angka ini" in words(client.get(usulan.get_absolute_url()))


def test_what_is_approved_no_longer_waits_for_approval_but_for_its_number(client):
    asked()
    official = sign_in(client, "Pejabat")
    approval = approve(proposal=proposal(query=QUARTER), by=official)
    page = client.get(PAGE)
    assert [*page.context["proposed"]] == []
    assert [*page.context["approved"]] == [approval]
    assert "Laporan disetujui, belum terbit" in words(client.get("/kantor/"))


def test_who_asked_may_put_it_aside_and_another_may_not(client):
    usulan = asked()
    sign_in(client, "Verifikator")
    assert client.post(f"/laporan/usulan/{usulan.pk}/tutup/").status_code == 404
    mine = sign_in(client, "Verifikator")
    UsulanTerbit.objects.update(proposed_by=mine)
    client.post(f"/laporan/usulan/{usulan.pk}/tutup/")
    assert not UsulanTerbit.objects.open().exists()
    assert "Tidak ada yang menunggu" in words(client.get(PAGE))


def test_a_correction_waits_by_itself(client):
    sign_in(client, "Verifikator")
    old = issue_without_typesetting(query=QUARTER)
    page = client.get(f"{old.get_absolute_url()}perbaikan/")
    client.post(page.context["ask_url"])
    (usulan,) = UsulanTerbit.objects.open()
    assert usulan.replaces == old
    assert f"perbaikan atas {old.nomor}" in words(client.get(PAGE))


def test_an_officer_of_another_kecamatan_does_not_see_it(client):
    asked()
    user = sign_in(client, "Pejabat")
    user.kecamatan.set([KecamatanFactory()])
    assert [*client.get(PAGE).context["proposed"]] == []

"""No account without the office's yes: a helper without one waits for it, whatever way in was chosen."""

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import PEJABAT, PETUGAS
from akun import actions
from tests.factories import KecamatanFactory, UsahaFactory, UserFactory
from tests.house.people import owner_of
from umkm.models import Pengelola, Usaha

pytestmark = pytest.mark.django_db
NAME, PASSWORD = "+6281311112222", "kelapa muda di tepi pantai"
QUEUE = reverse("admin:umkm_pengelola_changelist") + "?keadaan=menunggu"


@pytest.fixture(autouse=True)
def _nothing_counted():
    cache.clear()


@pytest.fixture
def usaha():
    usaha = UsahaFactory(listed=True, name="Dapur Dibantu")
    owner_of(usaha.pemilik)
    return usaha


def open_link(usaha):
    token = actions.invite_helper(usaha=usaha, by=usaha.pemilik.account)
    body = {"username": "0813-1111-2222", "name": "Anak Pemilik", "password": PASSWORD}
    client = Client()
    return client, client.post(reverse("akun:claim"), body, query_params={"kunci": token})


def sign_in():
    client = Client()
    client.post(reverse("account_login"), {"login": NAME, "password": PASSWORD})
    return client


def desk(role=PETUGAS, **extra):
    client = Client()
    client.force_login(UserFactory(role=role, **extra))
    return client


def decide(client, deed):
    page = reverse("admin:umkm_pengelola_state", args=[Pengelola.objects.get().pk])
    return client.post(page, {"deed": deed}, follow=True)


def reaches(client):
    return client.get(reverse("akun:home")).status_code == 200


def test_a_new_helper_is_told_to_wait_and_is_not_signed_in(usaha):
    client, answer = open_link(usaha)
    assert "Tinggal menunggu petugas" in answer.text
    assert NAME in answer.text
    assert not reaches(client)
    assert not reaches(waiting := sign_in())
    assert "menunggu persetujuan petugas" in waiting.get(reverse("account_inactive")).text
    assert not Usaha.objects.looked_after_by(User.objects.get(username=NAME)).exists()


def test_the_offices_yes_opens_the_account(usaha):
    open_link(usaha)
    officer = desk()
    assert "Anak Pemilik" in officer.get(QUEUE).text
    page = officer.get(reverse("admin:umkm_pengelola_change", args=[Pengelola.objects.get().pk])).text
    assert "Setujui akun" in page
    assert "Tolak akun" in page
    assert 'value="Simpan"' not in page
    decide(officer, "allow")
    assert "Anak Pemilik" not in officer.get(QUEUE).text
    assert "Dapur Dibantu" in sign_in().get(reverse("akun:home")).text


def test_a_refused_account_never_opens_and_gives_its_name_free(usaha):
    open_link(usaha)
    decide(desk(), "refuse")
    assert not reaches(sign_in())
    _, answer = open_link(usaha)
    assert "Tinggal menunggu petugas" in answer.text
    decided = Pengelola.objects.exclude(ended_at=None).get()
    assert not decided.user.is_active


def test_it_is_decided_once(usaha):
    open_link(usaha)
    access, officer = Pengelola.objects.get(), UserFactory(role=PETUGAS)
    actions.allow_helper(pengelola=access, by=officer)
    with pytest.raises(ValidationError):
        actions.refuse_helper(pengelola=access, by=officer)
    assert Usaha.objects.looked_after_by(access.user).get() == usaha


def test_an_owner_who_takes_the_invitation_back_leaves_nothing_to_decide(usaha):
    open_link(usaha)
    owner = Client()
    owner.force_login(usaha.pemilik.account)
    access = Pengelola.objects.get()
    owner.post(reverse("akun:helper_end", args=[usaha.slug, access.pk]))
    with pytest.raises(ValidationError):
        actions.allow_helper(pengelola=access, by=UserFactory(role=PETUGAS))
    assert not User.objects.get(pk=access.user_id).is_active


def test_a_helper_who_chose_a_passkey_waits_too(usaha, monkeypatch):
    monkeypatch.setattr("accounts.passkeys.keep", lambda **told: None)
    token = actions.invite_helper(usaha=usaha, by=usaha.pemilik.account)
    user = actions.claim_with_passkey(
        undangan=actions.find(token), account=987_654, username=NAME, label="HP", credential={}, name="Anak"
    )
    assert not user.is_active
    assert Pengelola.objects.waiting().get().user == user


def test_whoever_had_an_account_before_need_not_wait(usaha):
    neighbour = owner_of(UsahaFactory().pemilik)
    undangan = actions.find(actions.invite_helper(usaha=usaha, by=usaha.pemilik.account))
    actions.accept(undangan=undangan, user=neighbour)
    assert usaha in Usaha.objects.looked_after_by(neighbour)


def test_only_an_officer_of_the_kecamatan_decides(usaha):
    open_link(usaha)
    for client in (desk(PEJABAT), desk(kecamatan=[KecamatanFactory()])):
        decide(client, "allow")
        assert Pengelola.objects.get().is_waiting


def test_what_waits_stands_on_the_desk(usaha):
    open_link(usaha)
    assert "Akun pembantu menunggu persetujuan" in desk().get(reverse("admin:index")).text

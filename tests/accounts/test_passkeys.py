"""Passkeys without a browser: what is asked of a device, what a made-up answer gets, and the last way in."""

import json
import time

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
SIGN_IN, BY_PASSKEY = reverse("account_login"), reverse("mfa_login_webauthn")
ADD, MINE = reverse("mfa_add_webauthn"), reverse("mfa_list_webauthn")
GARBLED = [
    "",
    "[]",
    "5",
    "null",
    '"x"',
    "{}",
    "{broken",
    json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}),
    json.dumps({"id": "AA", "rawId": "AA", "response": {"userHandle": 7, "clientDataJSON": "AA"}}),
    json.dumps(
        {
            "id": "AA",
            "rawId": "AA",
            "type": "public-key",
            "response": {
                "clientDataJSON": "e30",
                "authenticatorData": "AA",
                "attestationObject": "oA",
                "signature": "AA",
                "userHandle": "MQ",
            },
        }
    ),
]


@pytest.fixture(autouse=True)
def _nobody_has_tried_yet(db):
    cache.clear()


@pytest.fixture
def owner():
    return UserFactory()


def inside(user, *, confirmed=True):
    """Signed in, and asked again a moment ago."""
    client = Client()
    client.force_login(user)
    if confirmed:
        session = client.session
        session["account_authentication_methods"] = [
            {"method": "password", "at": time.time(), "reauthenticated": True}
        ]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()
    return client


def passkey(user, name="HP saya"):
    return Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data={"name": name, "credential": {}}
    )


def without_password(user):
    user.set_unusable_password()
    user.save()
    return user


def test_a_device_is_asked_for_its_owners_proof_and_for_no_name(client):
    asked = client.get(BY_PASSKEY).json()["request_options"]["publicKey"]
    assert asked["userVerification"] == "required"
    assert not asked.get("allowCredentials")


def test_every_new_passkey_can_open_the_door_by_itself(owner):
    asked = inside(owner).get(ADD).context["js_data"]["creation_options"]["publicKey"]
    assert asked["authenticatorSelection"]["residentKey"] == "required"
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert asked["rp"] == {"id": "testserver", "name": "Rumah Usaha"}


@pytest.mark.parametrize("answer", GARBLED)
def test_a_made_up_answer_opens_nothing_and_is_told_so(client, owner, answer):
    client.get(BY_PASSKEY)
    response = client.post(BY_PASSKEY, {"credential": answer, "next": "/akun/izin/"})
    assert response.status_code == 200
    assert "Passkey ini tidak dikenal" in response.text
    assert 'value="/akun/izin/"' in response.text
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("answer", GARBLED)
def test_a_made_up_answer_is_kept_as_nobodys_passkey(owner, answer):
    client = inside(owner)
    client.get(ADD)
    assert client.post(ADD, {"name": "HP", "credential": answer}).status_code == 200
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("answer", GARBLED)
def test_a_made_up_second_proof_is_refused(owner, answer):
    Authenticator.objects.create(user=owner, type="totp", data={"secret": ""})
    client = Client()
    client.post(SIGN_IN, {"login": owner.username, "password": PASSWORD})
    page = reverse("mfa_authenticate")
    client.get(page)
    assert client.post(page, {"credential": answer}).status_code == 200
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("page", [ADD, reverse("account_set_password")])
def test_how_one_signs_in_changes_only_after_a_new_proof(owner, page):
    passkey(owner)
    answer = inside(without_password(owner), confirmed=False).get(page)
    assert answer.status_code == 302
    assert "/konfirmasi/" in answer["Location"]


def remove(client, authenticator):
    return client.post(reverse("mfa_remove_webauthn", args=[authenticator.pk]), follow=True)


def test_the_only_way_in_is_not_removed(owner):
    only = passkey(without_password(owner))
    assert "satu-satunya cara Anda masuk" in remove(inside(owner), only).text
    assert Authenticator.objects.filter(pk=only.pk).exists()


def test_with_a_password_the_last_passkey_may_go(owner):
    only = passkey(owner)
    remove(inside(owner), only)
    assert not Authenticator.objects.filter(pk=only.pk).exists()


def test_of_two_passkeys_one_may_go(owner):
    first, second = passkey(without_password(owner)), passkey(owner, "Tablet")
    remove(inside(owner), first)
    assert list(Authenticator.objects.all()) == [second]


def test_another_persons_passkey_is_not_found(owner):
    other = passkey(UserFactory())
    assert remove(inside(owner), other).status_code == 404


def test_a_passkey_gets_another_name(owner):
    mine = passkey(owner)
    client = inside(owner)
    client.post(reverse("mfa_edit_webauthn", args=[mine.pk]), {"name": "Tablet toko"})
    assert "Tablet toko" in client.get(MINE).text


def test_whoever_came_in_by_passkey_alone_makes_a_password(owner):
    passkey(without_password(owner))
    client = inside(owner)
    assert client.get(reverse("account_change_password"))["Location"] == reverse("account_set_password")
    client.post(reverse("account_set_password"), {"password1": PASSWORD, "password2": PASSWORD})
    assert User.objects.get(pk=owner.pk).check_password(PASSWORD)


def test_the_page_of_sign_ins_offers_no_spare_codes_without_a_password(owner):
    page = reverse("mfa_index")
    assert "Kode cadangan" not in inside(without_password(owner)).get(page).text

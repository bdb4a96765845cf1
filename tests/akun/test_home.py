"""The owners' door: what is theirs, and nobody else's."""

import pytest
from django.urls import reverse

from tests.factories import PASSWORD, UsahaFactory, UserFactory
from tests.house.people import owner_of

pytestmark = pytest.mark.django_db


def test_an_owner_sees_the_own_businesses_only(client):
    mine, other = UsahaFactory(name="Dapur Uji Satu"), UsahaFactory(name="Dapur Uji Dua")
    client.force_login(owner_of(mine.pemilik))
    page = client.get(reverse("akun:home")).content.decode()
    assert mine.name in page
    assert other.name not in page


def test_whoever_looks_after_no_business_is_refused(client):
    client.force_login(UserFactory())
    assert client.get(reverse("akun:home")).status_code == 403


def test_after_signing_in_an_owner_is_led_to_the_own_door(client):
    owner = owner_of(UsahaFactory().pemilik)
    answer = client.post(reverse("account_login"), {"login": owner.username, "password": PASSWORD})
    assert answer.url == reverse("akun:home")

"""The owners' door: what is theirs, and nobody else's."""

import pytest
from django.urls import reverse

from accounts.roles import PEJABAT
from tests.belanja import PetugasRekapFactory
from tests.factories import PASSWORD, UsahaFactory, UserFactory
from tests.house.people import account, owner_of

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


@pytest.mark.parametrize("page", ["akun:home", "laporan:index", "mfa_index", "belanja_asn:recap"])
def test_whoever_is_signed_in_is_not_asked_to_sign_in_at_the_foot(client, page):
    user = owner_of(UsahaFactory().pemilik)
    PetugasRekapFactory(account=user)
    if page == "laporan:index":
        user = account(PEJABAT)
    client.force_login(user)
    _, _, foot = client.get(reverse(page)).text.partition("<footer>")
    assert "Keluar" in foot
    assert reverse("account_login") not in foot


def test_a_visitor_finds_the_way_in_at_the_foot(client):
    _, _, foot = client.get(reverse("account_login")).text.partition("<footer>")
    assert reverse("account_login") in foot

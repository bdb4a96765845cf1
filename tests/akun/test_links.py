"""One-time links: shown once, used once, over in time, and never a way into an officer's account."""

import datetime
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.roles import PEJABAT, PETUGAS
from akun import actions
from akun.models import Undangan
from tests.factories import PASSWORD, KecamatanFactory, PemilikFactory, UsahaFactory, UserFactory
from tests.house.people import add_second_factor, owner_of
from umkm.models import Pengelola

pytestmark = pytest.mark.django_db
CLAIM, HOME = reverse("akun:claim"), reverse("akun:home")
NEW = "kelapa muda di tepi pantai"


@pytest.fixture(autouse=True)
def _nothing_counted():
    cache.clear()


@pytest.fixture
def usaha():
    return UsahaFactory(name="Dapur Uji", pemilik__phone="+6281234567890")


def link(usaha, by=None):
    return {"kunci": actions.invite(pemilik=usaha.pemilik, by=by or UserFactory(role=PETUGAS))}


def claim(client, query, **data):
    return client.post(CLAIM, {"username": "0812-3456-7890", "password": NEW, **data}, query_params=query)


# --- made at the office ------------------------------------------------------------------------------


def test_an_officer_makes_a_link_with_code_and_message(client, usaha):
    client.force_login(UserFactory(role=PETUGAS))
    page = reverse("invite_owner", args=[usaha.pemilik.pk])
    assert "kunci=" not in client.get(page).text
    text = client.post(page).text
    assert "<svg" in text
    token = re.search(r"kunci=([\w-]{43})", text)[1]
    assert actions.find(token).pemilik == usaha.pemilik
    assert not Undangan.objects.filter(token_index=token).exists()
    assert "kunci=" not in client.get(page).text


@pytest.mark.parametrize("method", ["get", "post"])
def test_officials_make_no_links(client, usaha, method):
    client.force_login(UserFactory(role=PEJABAT))
    assert getattr(client, method)(reverse("invite_owner", args=[usaha.pemilik.pk])).status_code == 403


def test_an_owner_of_another_kecamatan_is_not_found(client, usaha):
    client.force_login(UserFactory(role=PETUGAS, kecamatan=[KecamatanFactory()]))
    assert client.post(reverse("invite_owner", args=[usaha.pemilik.pk])).status_code == 404


# --- used ----------------------------------------------------------------------------------------------


def test_an_owner_opens_the_link_and_is_inside(client, usaha):
    query = link(usaha)
    assert "Dapur Uji" in client.get(CLAIM, query).text
    assert claim(client, query)["Location"] == HOME
    usaha.pemilik.refresh_from_db()
    assert usaha.pemilik.account.username == "+6281234567890"
    assert "Dapur Uji" in client.get(HOME).text


@pytest.mark.parametrize("typed", ["081234567890", "0812-3456-7890", "62812 3456 7890", "+6281234567890"])
def test_an_owner_signs_in_with_the_number_however_it_is_typed(client, usaha, typed):
    claim(client, link(usaha))
    answer = Client().post(reverse("account_login"), {"login": typed, "password": NEW})
    assert answer.url == HOME


def test_opening_the_link_uses_nothing(client, usaha):
    """Chat programs open every address before people do."""
    query = link(usaha)
    for _ in range(3):
        assert client.get(CLAIM, query).status_code == 200


def test_a_link_works_once(client, usaha):
    query = link(usaha)
    claim(client, query)
    again = Client()
    assert again.get(CLAIM, query).status_code == 404
    assert claim(again, query, password="kata sandi penyusup").status_code == 404
    assert User.objects.get(username="+6281234567890").check_password(NEW)


def test_a_link_is_over_after_a_week(client, usaha):
    query = link(usaha)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=7, minutes=1), tick=False):
        assert client.get(CLAIM, query).status_code == 404


def test_a_new_link_ends_the_earlier_one(client, usaha):
    first = link(usaha)
    link(usaha)
    assert client.get(CLAIM, first).status_code == 404


@pytest.mark.parametrize("key", ["", "palsu", "a" * 5000, "\x00"])
def test_a_made_up_link_opens_nothing(client, db, key):
    assert client.get(CLAIM, {"kunci": key}).status_code == 404


def test_who_tries_many_links_is_held_off(client, monkeypatch):
    monkeypatch.setattr("akun.views.undangan._MOST_AN_HOUR", 2)
    assert [client.get(CLAIM, {"kunci": "x"}).status_code for _ in range(3)] == [404, 404, 429]


@pytest.mark.parametrize("password", ["pendek", "123456789012345", "a" * 200])
def test_a_weak_password_is_asked_again_at_its_field(client, usaha, password):
    response = claim(client, link(usaha), password=password)
    assert "password" in response.context["form"].errors
    assert not User.objects.filter(username="+6281234567890").exists()


def test_a_name_that_somebody_has_is_asked_again(client, usaha):
    UserFactory(username="+6281234567890")
    assert "username" in claim(client, link(usaha)).context["form"].errors


@pytest.mark.django_db(transaction=True)
def test_of_many_who_press_at_once_one_gets_the_account():
    query = link(UsahaFactory())

    def press(number):
        try:
            return claim(Client(), query, username=f"pemilik{number}")
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(press, range(8)))
    assert max(answer.status_code for answer in answers) < 500
    assert [answer["Location"] for answer in answers if answer.status_code == 302] == [HOME]
    assert User.objects.filter(username__startswith="pemilik").count() == 1


# --- a lost password -----------------------------------------------------------------------------------


def test_a_lost_password_is_replaced_and_every_session_ends(client, usaha):
    user = owner_of(usaha.pemilik)
    add_second_factor(user)
    elsewhere = Client()
    elsewhere.post(reverse("account_login"), {"login": user.username, "password": PASSWORD})
    query = link(usaha)
    assert user.username in client.get(CLAIM, query).text
    claim(client, query)
    user.refresh_from_db()
    assert user.check_password(NEW)
    assert elsewhere.get(HOME).status_code == 302
    assert not Authenticator.objects.filter(user=user).exists()


def test_an_officers_account_is_reset_by_no_link(client, usaha):
    usaha.pemilik.account = officer = UserFactory(role=PETUGAS)
    usaha.pemilik.save()
    with pytest.raises(ValidationError, match="akun petugas"):
        link(usaha)
    client.force_login(UserFactory(role=PETUGAS))
    assert "admin kantor" in client.post(reverse("invite_owner", args=[usaha.pemilik.pk]), follow=True).text
    assert officer.check_password(PASSWORD)


def test_whoever_became_an_officer_since_is_not_reset_either(client, usaha):
    user = owner_of(usaha.pemilik)
    query = link(usaha)
    user.is_staff = True
    user.save()
    assert "akun petugas" in claim(client, query).text
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


# --- helpers ---------------------------------------------------------------------------------------------


def helpers_link(usaha):
    return {"kunci": actions.invite_helper(usaha=usaha, by=owner_of(usaha.pemilik))}


def test_a_helper_gets_an_account_for_that_business_only(client, usaha):
    other = UsahaFactory(pemilik=usaha.pemilik, name="Usaha Kedua")
    claim(client, helpers_link(usaha), username="0813-1111-2222", name="Anak Pemilik")
    access = actions.allow_helper(pengelola=Pengelola.objects.get(), by=UserFactory(role=PETUGAS))
    client.force_login(access.user)
    text = client.get(HOME).text
    assert usaha.name in text
    assert other.name not in text


def test_a_helper_with_an_account_accepts_with_it(client, usaha):
    mine = UsahaFactory(name="Usaha Sendiri")
    client.force_login(user := owner_of(mine.pemilik))
    query = helpers_link(usaha)
    assert "Dapur Uji" in client.get(CLAIM, query).text
    assert client.post(CLAIM, query_params=query)["Location"] == HOME
    assert Pengelola.objects.active().get().user == user
    assert client.get(CLAIM, query).status_code == 404


def test_an_owners_link_is_not_taken_over_by_somebody_signed_in(client, usaha):
    client.force_login(UserFactory())
    query = link(usaha)
    undangan = actions.find(query["kunci"])
    with pytest.raises(ValidationError):
        actions.accept(undangan=undangan, user=UserFactory())


# --- two registrations of one owner become one ---------------------------------------------------------------


def test_the_account_goes_with_a_merged_owner():
    from tests.duplicates.kembar import fresh, merged

    survivor, loser = PemilikFactory.create_batch(2)
    user = owner_of(loser)
    merged(survivor, loser)
    assert fresh(survivor).account == user
    assert fresh(loser).account is None


def test_of_two_accounts_the_survivors_stays():
    from tests.duplicates.kembar import fresh, merged

    survivor, loser = PemilikFactory.create_batch(2)
    mine, theirs = owner_of(survivor), owner_of(loser)
    merged(survivor, loser)
    assert fresh(survivor).account == mine
    assert fresh(loser).account == theirs
    assert not list(UsahaFactory._meta.model.objects.looked_after_by(theirs))

"""Sign-in: who gets in, how often one may try, when a session ends, and the second factor."""

import datetime
import time

import pytest
import time_machine
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.models import Group, Permission
from django.contrib.auth.password_validation import validate_password
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.factories import PASSWORD, UsahaFactory, UserFactory
from tests.house.people import SECRET, add_second_factor

pytestmark = pytest.mark.django_db
SIGN_IN = "/akun/masuk/"
NOON = datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def _nobody_has_tried_yet(db):
    """Attempts are counted in the shared cache, a table that tests do not empty by themselves."""
    cache.clear()


@pytest.fixture
def officer():
    return UserFactory(role="Petugas", username="sari", email="sari@contoh.id")


def sign_in(client: Client, login: str = "sari", password: str = PASSWORD, **extra):
    return client.post(SIGN_IN, {"login": login, "password": password}, **extra)


def is_signed_in(client: Client) -> bool:
    """A private page opens."""
    return client.get(reverse("account_change_password")).status_code == 200


def code(at: float | None = None) -> str:
    return format_hotp_value(hotp_value(SECRET, int(at or time.time()) // 30))


# --- getting in ------------------------------------------------------------------------------


@pytest.mark.parametrize("login", ["sari", "SARI", "sari@contoh.id"])
def test_name_or_email_and_password_open_the_door(officer, login):
    client = Client()
    response = sign_in(client, login)
    assert response.status_code == 302
    assert response["Location"] == reverse("office:index")
    assert is_signed_in(client)


def test_a_wrong_password_is_refused_in_indonesian(officer):
    response = sign_in(Client(), password="salah salah salah")
    assert response.status_code == 200
    assert "tidak benar" in response.content.decode()


def test_an_unknown_name_hears_the_same_as_a_wrong_password(officer):
    known = sign_in(Client(), "sari", "salah salah salah").context["form"].errors
    unknown = sign_in(Client(), "siapa", "salah salah salah").context["form"].errors
    assert known == unknown


def test_what_was_typed_is_kept_but_not_the_password(officer):
    text = sign_in(Client(), "sari", "salah salah salah").content.decode()
    assert 'value="sari"' in text
    assert "salah salah salah" not in text


def test_the_boxes_are_named_by_their_labels_alone(client):
    assert "placeholder" not in client.get(SIGN_IN).text


def test_a_password_asked_again_is_named_as_at_the_door(officer, client):
    client.force_login(officer)
    page = client.post(reverse("account_reauthenticate"), {"password": "bukan ini"}).content.decode()
    assert "Kata sandi: Kata sandi salah." in page
    assert "placeholder" not in page.partition("<main")[2].partition("</main>")[0]


def test_from_the_own_security_one_finds_back_to_the_own_pages():
    client = Client()
    client.force_login(UsahaFactory(pemilik__account=UserFactory()).pemilik.account)
    assert f'<a href="{SIGN_IN}">Halaman saya</a>' in client.get(reverse("mfa_index")).text
    assert client.get(SIGN_IN)["Location"] == reverse("akun:home")


def test_a_closed_account_does_not_get_in(officer):
    officer.is_active = False
    officer.save()
    client = Client()
    sign_in(client)
    assert not is_signed_in(client)


def test_sign_in_leads_back_to_the_page_that_was_asked_for(officer):
    client = Client()
    asked = client.get(reverse("office:umkm_usaha_changelist"))
    response = client.post(asked["Location"], {"login": "sari", "password": PASSWORD})
    assert response["Location"] == reverse("office:umkm_usaha_changelist")


@pytest.mark.parametrize("target", ["https://jahat.example/", "//jahat.example/", "javascript:alert(1)"])
def test_sign_in_never_leads_to_another_host(officer, target):
    response = Client().post(f"{SIGN_IN}?next={target}", {"login": "sari", "password": PASSWORD})
    assert response["Location"] == reverse("office:index")


@pytest.mark.parametrize("path", ["/akun/daftar/", "/akun/signup/", "/akun/kata-sandi/lupa/"])
def test_nobody_makes_an_account_for_themselves(path):
    assert Client().get(path).status_code == 404


def test_the_session_gets_a_new_key_at_sign_in(officer):
    client = Client()
    client.get(SIGN_IN)
    session = client.session
    session["before"] = True
    session.save()
    before = session.session_key
    sign_in(client)
    assert client.session.session_key != before


# --- five failures, then wait ---------------------------------------------------------------------


def fail(times: int, login: str = "sari", address: str = "10.0.0.1") -> None:
    for _ in range(times):
        sign_in(Client(REMOTE_ADDR=address), login, "salah salah salah")


def test_after_five_failures_even_the_right_password_waits(officer):
    fail(5)
    client = Client(REMOTE_ADDR="10.0.0.1")
    response = sign_in(client)
    assert not is_signed_in(client)
    assert "Terlalu banyak" in response.content.decode()


def test_four_failures_are_forgiven(officer):
    fail(4)
    client = Client(REMOTE_ADDR="10.0.0.1")
    sign_in(client)
    assert is_signed_in(client)


def test_the_wait_is_five_minutes(officer):
    with time_machine.travel(NOON, tick=False) as clock:
        fail(5)
        clock.shift(datetime.timedelta(minutes=5, seconds=1))
        client = Client(REMOTE_ADDR="10.0.0.1")
        sign_in(client)
        assert is_signed_in(client)


def test_failures_of_one_account_do_not_lock_another(officer):
    UserFactory(role="Petugas", username="budi")
    fail(5)
    client = Client(REMOTE_ADDR="10.0.0.1")
    sign_in(client, "budi")
    assert is_signed_in(client)


def test_one_address_cannot_try_many_accounts(officer):
    for number in range(30):
        fail(1, login=f"tebakan{number}")
    client = Client(REMOTE_ADDR="10.0.0.1")
    sign_in(client)
    assert not is_signed_in(client)


def test_attempts_are_counted_in_the_database_that_all_workers_share(officer):
    fail(1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_cache")
        assert cursor.fetchone()[0] > 0


def test_a_made_up_forwarding_header_does_not_make_a_new_address(officer):
    for number in range(5):
        client = Client(REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=f"10.9.9.{number}")
        sign_in(client, password="salah salah salah")
    client = Client(REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="10.9.9.99")
    sign_in(client)
    assert not is_signed_in(client)


# --- how a session ends -------------------------------------------------------------------------


def test_thirty_idle_minutes_end_a_session(officer):
    client = Client()
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(client)
        clock.shift(datetime.timedelta(minutes=29))
        assert is_signed_in(client)
        clock.shift(datetime.timedelta(minutes=29))
        assert is_signed_in(client)
        clock.shift(datetime.timedelta(minutes=31))
        assert not is_signed_in(client)


def test_eight_hours_end_a_session_that_is_in_use(officer):
    client = Client()
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(client)
        for _ in range(19):
            assert is_signed_in(client)
            clock.shift(datetime.timedelta(minutes=25))
        clock.shift(datetime.timedelta(minutes=10))
        assert not is_signed_in(client)


def test_a_new_password_ends_the_other_sessions(officer):
    client = Client()
    sign_in(client)
    officer.set_password("kalimat sandi yang baru")
    officer.save()
    assert not is_signed_in(client)


@pytest.mark.parametrize("change", ["given", "taken", "staff taken", "superuser given"])
def test_a_change_of_roles_ends_the_sessions(officer, change):
    client = Client()
    sign_in(client)
    assert is_signed_in(client)
    match change:
        case "given":
            officer.groups.add(Group.objects.get(name="Verifikator"))
        case "taken":
            officer.groups.clear()
        case "staff taken":
            officer.is_staff = False
        case "superuser given":
            officer.is_superuser = True
    officer.save()
    assert not is_signed_in(client)


def test_a_change_of_name_ends_no_session(officer):
    client = Client()
    sign_in(client)
    officer.name = "Sari Baru"
    officer.save()
    assert is_signed_in(client)


def test_a_closed_account_is_out_at_once(officer):
    client = Client()
    sign_in(client)
    officer.is_active = False
    officer.save()
    assert not is_signed_in(client)


def test_signing_out_takes_a_post(officer):
    client = Client()
    sign_in(client)
    client.get(reverse("account_logout"))
    assert is_signed_in(client)
    client.post(reverse("account_logout"))
    assert not is_signed_in(client)


# --- passwords -----------------------------------------------------------------------------------


WEAK = {
    "short": "pendek",
    "one too few": "a1 b2 c3 d4 e5",
    "the own name": "sari@contoh.id",
    "in every list": "123456789987654321",
}


@pytest.mark.parametrize("password", WEAK.values(), ids=WEAK.keys())
def test_a_weak_password_is_refused(officer, password):
    with pytest.raises(ValidationError):
        validate_password(password, officer)


def test_a_sentence_is_a_good_password(officer):
    validate_password("perahu kecil di teluk tomini", officer)


# --- the second factor ----------------------------------------------------------------------------


@pytest.fixture
def required(settings):
    settings.REQUIRE_MFA = True


def test_without_a_second_factor_every_page_leads_to_setting_one_up(required, officer):
    client = Client()
    sign_in(client)
    for page in ("office:index", "office:umkm_usaha_changelist", "laporan:index"):
        assert client.get(reverse(page))["Location"] == reverse("mfa_index")


def test_an_owner_who_sees_nobody_elses_data_needs_none(required, client):
    owner = UserFactory()
    pemilik = UsahaFactory().pemilik
    pemilik.account = owner
    pemilik.save()
    client.force_login(owner)
    assert client.get(reverse("akun:home")).status_code == 200


def test_a_single_right_of_the_office_asks_for_one(required, client):
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="view_laporan"))
    client.force_login(user)
    assert client.get(reverse("laporan:index"))["Location"] == reverse("mfa_index")


def test_setting_one_up_opens_the_office(required, officer):
    client = Client()
    sign_in(client)
    # Before anything about the sign-in changes, the password is asked once more.
    again = client.get(reverse("mfa_activate_totp"))
    client.post(again["Location"], {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    right = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    client.post(reverse("mfa_activate_totp"), {"code": right})
    assert client.get(reverse("office:index")).status_code == 200


def test_a_password_alone_is_not_enough_once_there_is_a_second_factor(officer):
    add_second_factor(officer)
    client = Client()
    response = sign_in(client)
    assert response["Location"].startswith(reverse("mfa_authenticate"))
    assert not is_signed_in(client)


def test_the_code_of_the_app_finishes_the_sign_in(officer):
    add_second_factor(officer)
    client = Client()
    sign_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code()})
    assert is_signed_in(client)


def test_a_code_works_once(officer):
    add_second_factor(officer)
    used = code()
    for is_first in (True, False):
        client = Client()
        sign_in(client)
        client.post(reverse("mfa_authenticate"), {"code": used})
        assert is_signed_in(client) is is_first


def test_a_wrong_code_does_not_get_in(officer):
    add_second_factor(officer)
    client = Client()
    sign_in(client)
    response = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert response.status_code == 200
    assert not is_signed_in(client)


def test_a_recovery_code_works_once(officer):
    add_second_factor(officer)
    spare = Authenticator.objects.get(user=officer, type="recovery_codes").wrap().get_unused_codes()[0]
    for is_first in (True, False):
        client = Client()
        sign_in(client)
        client.post(reverse("mfa_authenticate"), {"code": spare})
        assert is_signed_in(client) is is_first


def test_the_secret_of_a_second_factor_is_stored_encrypted(officer):
    add_second_factor(officer)
    stored = Authenticator.objects.get(user=officer, type="totp").data["secret"]
    assert SECRET not in stored
    assert get_adapter().decrypt(stored) == SECRET

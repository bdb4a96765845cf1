"""Accounts at the staff door: roles, regions, passwords, and no way to more than one's own rights."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client

from accounts.models import User
from tests.factories import KecamatanFactory, UserFactory
from tests.kantor import filled, sign_in, url, words

pytestmark = pytest.mark.django_db
GOOD = "ombak tenang di teluk"


@pytest.fixture(autouse=True)
def _roles():
    call_command("load_roles", verbosity=0)


@pytest.fixture
def boss(client):
    return sign_in(client, "Admin")


def role(name):
    return Group.objects.get(name=name)


def new(client, **values):
    person = {
        "name": "Petugas Uji",
        "username": "petugas.uji",
        "email": "uji@contoh.id",
        "groups": role("Petugas").pk,
        "new_password": GOOD,
        "is_active": "on",
    }
    return client.post(
        url("accounts_user", "add"), filled(client.get(url("accounts_user", "add"))) | person | values
    )


def test_the_admin_role_opens_an_account_that_can_sign_in(client, boss):
    near = KecamatanFactory()
    new(client, kecamatan=near.pk)
    person = User.objects.get(username="petugas.uji")
    assert (person.is_staff, person.is_superuser) == (True, False)
    assert person.check_password(GOOD)
    assert person.scope == (near,)
    assert person.has_perm("umkm.add_usaha")


@pytest.mark.parametrize("password", ["", "pendek", "12345678901234", "petugas.uji.uji"])
def test_a_weak_password_is_refused_at_its_field(client, boss, password):
    answer = new(client, new_password=password)
    assert "new_password" in answer.context["adminform"].form.errors
    assert not User.objects.filter(username="petugas.uji").exists()


def test_a_password_is_never_sent_back(client, boss):
    answer = new(client, username="")
    assert GOOD not in answer.content.decode()


def test_an_empty_password_box_keeps_the_password(client, boss):
    person = UserFactory(role="Petugas")
    before = person.password
    page = url("accounts_user", "change", person.pk)
    client.post(page, filled(client.get(page), name="Nama Baru"))
    person.refresh_from_db()
    assert (person.name, person.password) == ("Nama Baru", before)


def test_nobody_becomes_superuser_here(client, boss):
    new(client, is_superuser="on", user_permissions=Permission.objects.first().pk, is_staff="on", groups="")
    person = User.objects.get(username="petugas.uji")
    assert not person.is_superuser
    assert not person.is_staff
    assert not person.user_permissions.exists()


def test_a_superusers_account_is_out_of_reach(client, boss):
    root = User.objects.create_superuser("root", "root@contoh.id", GOOD, name="Root")
    page = url("accounts_user", "change", root.pk)
    assert client.get(page).status_code == 404
    assert client.post(page, {"new_password": GOOD}).status_code == 404
    assert "Root" not in words(client.get(url("accounts_user", "changelist")))


def test_a_new_role_ends_the_persons_sessions(client, boss):
    person, theirs = UserFactory(role="Petugas"), Client()
    theirs.force_login(person)
    page = url("accounts_user", "change", person.pk)
    client.post(page, filled(client.get(page), groups=role("Pejabat").pk))
    assert theirs.get("/kantor/").status_code == 302
    assert client.get("/kantor/").status_code == 200


def test_without_a_role_the_staff_door_is_closed(client, boss):
    person, theirs = UserFactory(role="Petugas"), Client()
    page = url("accounts_user", "change", person.pk)
    client.post(page, filled(client.get(page), groups=None))
    theirs.force_login(User.objects.get(pk=person.pk))
    assert theirs.get("/kantor/").status_code == 302


def test_nobody_locks_themselves_out(client, boss):
    page = url("accounts_user", "change", boss.pk)
    answer = client.post(page, filled(client.get(page), is_active=None, groups=role("Petugas").pk))
    assert answer.context["adminform"].form.errors.keys() == {"is_active", "groups"}
    boss.refresh_from_db()
    assert boss.is_active


@pytest.mark.parametrize("who", ["Petugas", "Verifikator", "Pejabat"])
def test_other_roles_have_no_business_here(client, who):
    sign_in(client, who)
    for page in ("accounts_user", "auth_group"):
        assert client.get(url(page, "changelist")).status_code == 403


def test_a_role_may_be_narrowed_but_not_raised_above_ones_own_rights(client, boss):
    page = url("auth_group", "change", role("Petugas").pk)
    deletes = Permission.objects.get(codename="delete_usaha")
    views = Permission.objects.get(codename="view_usaha")
    answer = client.post(page, filled(client.get(page), permissions=[views.pk, deletes.pk]))
    assert "permissions" in answer.context["adminform"].form.errors
    client.post(page, filled(client.get(page), permissions=[views.pk]))
    assert set(role("Petugas").permissions.all()) == {views}


def test_rights_are_named_in_indonesian(client, boss):
    page = words(client.get(url("auth_group", "change", role("Petugas").pk)))
    assert "Mencatat usaha" in page
    assert "Can add" not in page


def test_old_doors_of_django_lead_to_ours(client, boss):
    assert client.get("/kantor/password_change/").url == "/akun/kata-sandi/"
    assert client.get(f"/kantor/accounts/user/{boss.pk}/password/").status_code in (302, 404)


def test_roles_are_called_as_the_office_calls_them(client, boss):
    for page in ("/kantor/", "/kantor/auth/group/", f"/kantor/auth/group/{boss.groups.get().pk}/change/"):
        answer = words(client.get(page))
        assert "Peran" in answer
        assert "grup" not in answer.lower()

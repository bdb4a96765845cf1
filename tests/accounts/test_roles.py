"""Roles as groups: made whole on a new portal, the office's own afterwards, and told of what an upgrade brings."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from accounts.roles import PEJABAT, PETUGAS, ROLES

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _roles():
    call_command("load_roles", verbosity=0)


def held(role):
    rows = Group.objects.get(name=role).permissions.values_list("content_type__app_label", "codename")
    return {f"{app}.{codename}" for app, codename in rows}


def take(codename, *roles):
    for role in roles:
        Group.objects.get(name=role).permissions.remove(Permission.objects.get(codename=codename))


@pytest.mark.parametrize("role", ROLES)
def test_a_new_role_has_what_it_was_designed_with(role):
    assert held(role) == ROLES[role]


def test_what_the_office_took_away_stays_away():
    take("change_produk", PETUGAS)
    call_command("load_roles", verbosity=0)
    assert "produk.change_produk" not in held(PETUGAS)


def test_a_noun_that_an_upgrade_brings_is_handed_out():
    Group.permissions.through.objects.filter(permission__content_type__app_label="masukan").delete()
    call_command("load_roles", verbosity=0)
    assert {"masukan.view_masukan", "masukan.change_masukan"} <= held(PETUGAS)
    assert "masukan.view_masukan" in held(PEJABAT)
    assert "masukan.change_masukan" not in held(PEJABAT)


def test_a_reset_gives_a_role_back_what_it_was_designed_with():
    take("change_produk", PETUGAS)
    call_command("load_roles", reset=True, verbosity=0)
    assert held(PETUGAS) == ROLES[PETUGAS]

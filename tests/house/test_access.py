"""Every address × method × kind of person answers as `rumah_usaha/access/` says."""

from urllib.parse import urlsplit

import pytest
from django.contrib.admin import site
from django.db.models import Model
from django.http import HttpResponseBase
from django.urls import reverse

from accounts.roles import ADMIN, PEJABAT, PETUGAS, VERIFIKATOR
from common.models import RecordQuerySet
from rumah_usaha.access import (
    ACCESS,
    HELPER,
    OTHER_OWNER,
    OWNER,
    RECAP_OFFICER,
    SUPERUSER,
    VISITOR,
    WITHOUT_ROLE,
    Door,
    office_doors,
)
from tests.factories import KecamatanFactory
from tests.house.people import DISABLED, WITHOUT_SECOND_FACTOR, account, client_of, signed_in
from tests.house.repository import refuse
from tests.house.walk import Address, addresses, ask, named_addresses, undone, whole

WITHOUT_OFFICE = [WITHOUT_ROLE, RECAP_OFFICER, OWNER, OTHER_OWNER, HELPER]
KINDS = [VISITOR, DISABLED, *WITHOUT_OFFICE, PETUGAS, VERIFIKATOR, PEJABAT, ADMIN, SUPERUSER]
KINDS += [f"{kind} {WITHOUT_SECOND_FACTOR}" for kind in (PETUGAS, PEJABAT, SUPERUSER)]

OPEN, REFUSED, SIGN_IN, SECOND_FACTOR = "open", "refused", "sign in", "second factor"


def doors() -> dict[str, Door]:
    return ACCESS | {name: door for name, door in office_doors(site).items() if name not in ACCESS}


# --- the table is complete -------------------------------------------------------------------


def test_every_address_is_in_the_table():
    known = doors()
    refuse(address.name for address in named_addresses() if address.name not in known)


def test_the_table_names_no_address_that_is_gone():
    refuse(sorted(doors().keys() - {address.name for address in addresses()}))


def test_the_only_nameless_views_are_the_admins_redirects_to_a_record():
    nameless = [address.route for address in addresses() if not address.is_named]
    refuse(
        route
        for route in nameless
        if not (route.startswith("kantor/") and route.endswith("/<path:object_id>/"))
    )


# --- every cell --------------------------------------------------------------------------------


def outcome(response: HttpResponseBase) -> str:
    if response.status_code in (301, 302):
        target = urlsplit(response["Location"]).path
        if target in (reverse("account_login"), reverse("office:login")):
            return SIGN_IN
        return SECOND_FACTOR if target == reverse("mfa_index") else OPEN
    if response.status_code < 300:
        return OPEN
    return REFUSED if response.status_code in (403, 404, 405) else f"status {response.status_code}"


def expected(kind: str, door: Door, method: str) -> set[str]:
    people = door.get if method == "GET" else door.post
    is_public = VISITOR in door.get | door.post
    if kind in (VISITOR, DISABLED):
        # A disabled account's session is nobody's.
        if VISITOR in people:
            return {OPEN}
        return {REFUSED} if is_public else {SIGN_IN}
    if kind.endswith(WITHOUT_SECOND_FACTOR):
        if door.before_second_factor:
            # There may be nothing yet to see or to take off.
            return {OPEN, SECOND_FACTOR, REFUSED}
        if not is_public:
            return {SECOND_FACTOR}
        kind = kind.removesuffix(f" {WITHOUT_SECOND_FACTOR}")
    if kind in (OWNER, OTHER_OWNER, HELPER) and door.before_second_factor:
        # Free to have a second factor and without one here: there is nothing yet to see or to take off.
        return {OPEN, SECOND_FACTOR, REFUSED}
    if kind in people:
        # Setting up what is already set up leads back to the overview.
        return {OPEN, SECOND_FACTOR} if door.before_second_factor else {OPEN}
    # Django's admin leads whoever is no staff to its sign-in, which refuses them.
    return {REFUSED, SIGN_IN} if kind in WITHOUT_OFFICE else {REFUSED}


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("kind", KINDS)
def test_this_person_finds_every_address_as_the_table_says(district, kind, method):
    known = doors()
    client = client_of(kind, district)
    wrong = []
    for address in named_addresses():
        with undone(client):
            found = outcome(ask(client, method, address, district))
        if found not in (wanted := expected(kind, known[address.name], method)):
            wrong.append(f"{address.name}: {found}, not {' or '.join(sorted(wanted))}")
    refuse(wrong)


# Pages of one certificate that stand beside the staff door's own.
PAGES_OF_CERTIFICATES = frozenset({"legalitas:scan", "legalitas:call"})


# --- the officer's own kecamatan ------------------------------------------------------------------


def pages_of_one_record(records: dict) -> list[tuple[Address, str]]:
    """Addresses of the staff door that lead to one row of a noun that has a kecamatan, with their methods."""
    nouns = [
        f"office:{model._meta.app_label}_{model._meta.model_name}_"
        for model in records
        if _has_kecamatan(model)
    ]
    found = [
        address
        for address in named_addresses()
        if address.arguments
        and (address.name.startswith(tuple(nouns)) or address.name in PAGES_OF_CERTIFICATES)
    ]
    return [
        (address, method) for address in found for method in ("GET", "POST") if _is_served(address, method)
    ]


def _has_kecamatan(model: type[Model]) -> bool:
    return isinstance(model._default_manager.all(), RecordQuerySet)


def _is_served(address: Address, method: str) -> bool:
    door = doors()[address.name]
    return bool(door.get if method == "GET" else door.post)


@pytest.mark.parametrize("role", [PETUGAS, VERIFIKATOR])
def test_a_record_of_another_kecamatan_is_not_found(district, role):
    client = signed_in(account(role, kecamatan=[KecamatanFactory()]))
    known = doors()
    pages = pages_of_one_record(district)
    assert len(pages) > 20
    wrong = []
    for address, method in pages:
        with undone(client):
            response = ask(client, method, address, district)
        may = role in (known[address.name].get if method == "GET" else known[address.name].post)
        # Without the right the answer is "no" before anything is looked up.
        if response.status_code not in ({404} if may else {403, 404}):
            wrong.append(f"{method} {address.name}: {response.status_code}")
    refuse(wrong)


@pytest.mark.parametrize("role", [PETUGAS, VERIFIKATOR])
def test_lists_leave_out_other_kecamatan(district, role):
    client = signed_in(account(role, kecamatan=[KecamatanFactory()]))
    names = [
        str(record)
        for model, record in district.items()
        if issubclass(type(model._default_manager.all()), RecordQuerySet)
    ]
    shown = []
    for address in named_addresses():
        if address.name.endswith("_changelist"):
            text = whole(client.get(reverse(address.name))).content.decode()
            shown += [f"{address.name}: {name}" for name in names if name in text]
    refuse(shown)


def test_an_officer_of_the_whole_district_finds_them(district):
    client = signed_in(account(VERIFIKATOR))
    for address, method in pages_of_one_record(district):
        if address.name.endswith("_change") and method == "GET":
            assert ask(client, method, address, district).status_code == 200

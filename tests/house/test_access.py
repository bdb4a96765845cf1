"""Every address × method × kind of person answers as `rumah_usaha/access.py` says."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from urllib.parse import urlsplit

import pytest
from django.contrib.admin import site
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from accounts.roles import ADMIN, PEJABAT, PETUGAS, VERIFIKATOR
from rumah_usaha.access import ACCESS, SUPERUSER, VISITOR, WITHOUT_ROLE, Door, office_doors
from tests.factories import KecamatanFactory
from tests.house.people import DISABLED, WITHOUT_SECOND_FACTOR, client_of
from tests.house.records import one_of_each
from tests.house.repository import refuse
from tests.house.walk import Address, addresses
from umkm.models import Usaha

KINDS = [VISITOR, DISABLED, WITHOUT_ROLE, PETUGAS, VERIFIKATOR, PEJABAT, ADMIN, SUPERUSER]
KINDS += [f"{kind} {WITHOUT_SECOND_FACTOR}" for kind in (PETUGAS, PEJABAT, SUPERUSER)]

OPEN, REFUSED, SIGN_IN, SECOND_FACTOR = "open", "refused", "sign in", "second factor"


def doors() -> dict[str, Door]:
    return ACCESS | {name: door for name, door in office_doors(site).items() if name not in ACCESS}


def named_addresses() -> list[Address]:
    """The admin's unnamed redirects from `…/7/` to `…/7/change/` show nothing and are looked at apart."""
    return [address for address in addresses() if address.is_named]


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


@pytest.fixture
def district(db, settings, tmp_path):
    """Records of every noun, all in one kecamatan, and second factors required as in production."""
    settings.REQUIRE_MFA = True
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = tmp_path / "media", tmp_path / "private"
    settings.STORAGES = {
        **settings.STORAGES,
        "private": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "private", "base_url": None},
        },
    }
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "foto.jpg").write_bytes(b"jpeg")
    return one_of_each(KecamatanFactory())


def url_of(address: Address, records: dict) -> str:
    """The address with arguments that lead to an existing record."""
    by_noun = {model._meta.label_lower.replace(".", "_"): record for model, record in records.items()}
    namespace, _, plain = address.name.rpartition(":")
    special = {
        "produk:detail": {"slug": by_noun["produk_produk"].slug},
        "umkm:detail": {"slug": by_noun["umkm_usaha"].slug},
        "koperasi:detail": {"slug": by_noun["koperasi_koperasi"].slug},
        "laporan:report": {"slug": "rekap-fasilitasi"},
        "legalitas:scan": {"pk": by_noun["legalitas_sertifikat"].pk},
        "media": {"path": "foto.jpg"},
        "office:app_list": {"app_label": "umkm"},
        "office:view_on_site": {
            "content_type_id": ContentType.objects.get_for_model(Usaha).pk,
            "object_id": records[Usaha].pk,
        },
    }
    if address.name in special:
        return reverse(address.name, kwargs=special[address.name])
    if not address.arguments:
        return reverse(address.name)
    if namespace == "office":
        noun, _, _ = plain.rpartition("_")
        return reverse(address.name, kwargs={address.arguments[0]: by_noun[noun].pk})
    # Somebody else's passkey: nobody has one here, and a page about it is "not found" for everybody.
    return reverse(address.name, kwargs=dict.fromkeys(address.arguments, 1))


QUERIES = {"office:autocomplete": {"app_label": "umkm", "model_name": "usaha", "field_name": "desa"}}
BODIES = {"_state": {"deed": "archive"}}


def ask(client: Client, method: str, address: Address, records: dict) -> HttpResponseBase:
    url = url_of(address, records)
    if method == "GET":
        return whole(client.get(url, QUERIES.get(address.name, {})))
    body = next((body for ending, body in BODIES.items() if address.name.endswith(ending)), {})
    query = QUERIES.get(address.name)
    return whole(client.post(url, body, query_params=query))


def whole(response: HttpResponseBase) -> HttpResponseBase:
    """A file is open until it has been read."""
    if response.streaming:
        response.getvalue()
    return response


def outcome(response: HttpResponseBase) -> str:
    if response.status_code in (301, 302):
        target = urlsplit(response["Location"]).path
        if target in (reverse("account_login"), reverse("office:login")):
            return SIGN_IN
        return SECOND_FACTOR if target == reverse("mfa_index") else OPEN
    if response.status_code < 300:
        return OPEN
    return REFUSED if response.status_code in (403, 404, 405) else f"status {response.status_code}"


@contextmanager
def undone(client: Client) -> Iterator[None]:
    """Whatever a request does, signing out included, the next one finds everything as before."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    client.cookies = cookies


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
    if kind in people:
        # Setting up what is already set up leads back to the overview.
        return {OPEN, SECOND_FACTOR} if door.before_second_factor else {OPEN}
    # Django's admin leads whoever is no staff to its sign-in, which refuses them.
    return {REFUSED, SIGN_IN} if kind == WITHOUT_ROLE else {REFUSED}


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("kind", KINDS)
def test_this_person_finds_every_address_as_the_table_says(district, kind, method):
    known = doors()
    client = client_of(kind)
    wrong = []
    for address in named_addresses():
        with undone(client):
            found = outcome(ask(client, method, address, district))
        if found not in (wanted := expected(kind, known[address.name], method)):
            wrong.append(f"{address.name}: {found}, not {' or '.join(sorted(wanted))}")
    refuse(wrong)

"""What every page has in common, whoever asks for it: found by opening all of them."""

import re
from collections.abc import Iterator

import pytest
from django.http import HttpResponseBase
from django.test import Client

from rumah_usaha.access import ACCESS, SUPERUSER, VISITOR
from tests.house.people import account, signed_in
from tests.house.repository import refuse
from tests.house.walk import Address, ask, named_addresses, undone

_INLINE = {
    "script without src": re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*\btype=[\"']application/(?:ld\+)?json)[^>]*>", re.I
    ),
    "style element": re.compile(r"<style\b", re.I),
    "style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "event handler": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']", re.I),
    "javascript address": re.compile(r"(?:href|action)=[\"']\s*javascript:", re.I),
}
_PUBLIC = [name for name, door in ACCESS.items() if VISITOR in door.get]
# Forms of the sign-in carry a token, and with it a cookie; its steps ask the session.
# The door itself: it tells somebody how their attempt went. A visitor's remark is sent with a token too.
_SIGN_IN = {
    "masukan:new",
    "akun:claim",
    "akun:claim_passkey",
    "mfa_login_webauthn",
    "pendaftaran:begin",
    "etalase:guest",
    "kegiatan:arrive",
    "account_login",
    "account_logout",
    "account_inactive",
    "mfa_authenticate",
    "office:login",
}


@pytest.fixture
def pages_of_a_visitor(district) -> list[tuple[Address, HttpResponseBase]]:
    return list(_pages(Client(), district, public=True))


@pytest.fixture
def pages_of_a_superuser(district) -> list[tuple[Address, HttpResponseBase]]:
    return list(_pages(signed_in(account(SUPERUSER)), district, public=False))


def _pages(client: Client, records: dict, *, public: bool) -> Iterator[tuple[Address, HttpResponseBase]]:
    for address in named_addresses():
        if (address.name in _PUBLIC) == public:
            with undone(client):
                yield address, ask(client, "GET", address, records)


def _html(pages: list[tuple[Address, HttpResponseBase]]) -> Iterator[tuple[str, str]]:
    for address, response in pages:
        if response.get("Content-Type", "").startswith("text/html") and not response.streaming:
            yield address.name, response.content.decode()


def test_public_pages_set_no_cookie(pages_of_a_visitor):
    refuse(
        f"{address.name}: {', '.join(response.cookies)}"
        for address, response in pages_of_a_visitor
        if response.cookies and address.name not in _SIGN_IN
    )


def test_public_pages_are_the_same_for_everybody(pages_of_a_visitor):
    """Nothing that varies by cookie: a cache may hand one visitor's page to the next."""
    refuse(
        address.name
        for address, response in pages_of_a_visitor
        if "cookie" in response.get("Vary", "").lower() and address.name not in _SIGN_IN
    )


def test_private_pages_are_kept_by_nobody(pages_of_a_superuser):
    refuse(
        f"{address.name}: {response.get('Cache-Control')}"
        for address, response in pages_of_a_superuser
        if response.get("Cache-Control") != "private, no-store"
    )


def test_a_private_address_keeps_nothing_of_its_refusal_either(district):
    client = Client()
    refuse(
        address.name
        for address in named_addresses()
        if address.name not in {*_PUBLIC, *_SIGN_IN}
        and ask(client, "GET", address, district).get("Cache-Control") != "private, no-store"
    )


def test_every_page_carries_every_header(pages_of_a_visitor, pages_of_a_superuser):
    from tests.rumah_usaha.test_headers import HEADERS

    refuse(
        f"{address.name}: {name}"
        for address, response in [*pages_of_a_visitor, *pages_of_a_superuser]
        for name in HEADERS
        if not response.get(name)
    )


@pytest.mark.parametrize("kind", _INLINE)
def test_no_page_holds_inline_code(pages_of_a_visitor, pages_of_a_superuser, kind):
    refuse(
        f"{name}: {found[0][:120]}"
        for name, text in _html([*pages_of_a_visitor, *pages_of_a_superuser])
        if (found := _INLINE[kind].search(text))
    )


def test_every_page_is_written_in_indonesian_and_says_so(pages_of_a_visitor, pages_of_a_superuser):
    whole = [
        (name, text) for name, text in _html([*pages_of_a_visitor, *pages_of_a_superuser]) if "<html" in text
    ]
    assert len(whole) > 40
    refuse(name for name, text in whole if not re.search(r"<html[^>]*\blang=\"id\"", text))


def test_no_page_shows_an_unrendered_tag(pages_of_a_visitor, pages_of_a_superuser):
    refuse(
        f"{name}: {found[0]}"
        for name, text in _html([*pages_of_a_visitor, *pages_of_a_superuser])
        if (found := re.search(r"\{%.{0,40}|\{\{.{0,40}", text))
    )


def test_no_page_shows_a_whole_nik(pages_of_a_visitor, pages_of_a_superuser):
    """Opening one takes a reason, by POST."""
    refuse(
        name
        for name, text in _html([*pages_of_a_visitor, *pages_of_a_superuser])
        if re.search(r"720999\d{10}", text)
    )

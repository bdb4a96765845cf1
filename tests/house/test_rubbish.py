"""Whatever is sent to a form that stands outside the office: a kind answer, nothing half stored, nothing echoed raw."""

import contextlib
import datetime
import re
import traceback
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from django.core.signals import got_request_exception
from django.db import connection
from django.http import HttpResponse, HttpResponseBase
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.html import strip_tags

from common import traps
from common.receipts import code_of
from kegiatan.kode import door_code
from pendaftaran import kunci
from pendaftaran.actions import index_of
from rumah_usaha.access import ACCESS, OWNER, RECAP_OFFICER, VISITOR
from tests.acara import KegiatanFactory
from tests.factories import FasilitasiFactory, JenisFasilitasiFactory, ProdukFactory, UserFactory
from tests.house import rubbish
from tests.house.forms import TEXT, PageForm, forms_of
from tests.house.people import client_of
from tests.house.repository import refuse
from tests.house.walk import QUERIES, named_addresses, undone, url_of, whole
from tests.pendaftar import PendaftaranFactory
from umkm.models import Usaha

PERSONS = (VISITOR, OWNER, RECAP_OFFICER)
# A script makes this one of what the browser keeps.
WITHOUT_PAGE = {
    "pesanan:order_many": PageForm("post", "", False, {"butir": TEXT, "catatan": TEXT}),
    # Told by the script of a page, without a word.
    **{f"pesanan:{noun}_viewed": PageForm("post", "", False, {}) for noun in ("produk", "usaha", "koperasi")},
}
# Sign-in, second factor and what a device answers are forms of allauth (`tests/accounts/test_passkeys.py`); those of
# the office are looked at in `test_rubbish_office.py`.
LEFT_OUT = re.compile(r"^(office:|account_|mfa_|akun:claim_passkey$)")
_WRITES = re.compile(r'\b(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')
_OF_NO_FORM = {"django_session", "django_cache"}
# What Django reads before any form does is the same for all: one with a file, one without.
WITH_ODD_BODIES = {"etalase:guest", "akun:profile"}
_ERRORS = '<div class="summary" role="alert" tabindex="-1" autofocus>'
_ERRORS_OF_THE_ADMIN = 'class="errornote"'


@pytest.fixture
def outside(district, settings, monkeypatch):
    """The district, a draft that the browser holds, and no waiting before a form may be sent."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    monkeypatch.setattr(traps, "FASTEST", -1)
    PendaftaranFactory(as_draft=True, key_index=index_of("uji"))
    return district, *in_their_states(district)


@contextlib.contextmanager
def exceptions() -> Iterator[list[str]]:
    """The last line of each traceback that a request met, which its answer does not tell."""
    found: list[str] = []

    def note(**signal: Any) -> None:
        found.append(traceback.format_exc().strip().splitlines()[-1])

    got_request_exception.connect(note)
    yield found
    got_request_exception.disconnect(note)


@contextlib.contextmanager
def writes() -> Iterator[set[str]]:
    """Tables that are written to, also where that is taken back."""
    tables: set[str] = set()

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        tables.update(_WRITES.findall(sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield tables


def contents(tables: set[str]) -> dict[str, str]:
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(tables - _OF_NO_FORM):
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {name} t")
            found[table] = cursor.fetchone()[0]
    return found


def person_for(name: str) -> str | None:
    """Who may send this form, the least privileged first."""
    return next((kind for kind in PERSONS if kind in ACCESS[name].post), None)


def doors_of(kind: str) -> list[Any]:
    return [
        address
        for address in named_addresses()
        if address.name in ACCESS and not LEFT_OUT.search(address.name) and person_for(address.name) == kind
    ]


def forms_on(pages: Iterable[str], client: Client) -> dict[str, tuple[str, PageForm]]:
    """{name of the address it goes to: (address, the largest form that goes there)}, read off these pages."""
    found: dict[str, tuple[str, PageForm]] = {}
    for url in pages:
        with undone(client):
            response = client.get(url, follow=True)
            text, at = read(whole(response)), response.wsgi_request.get_full_path()
        for form in forms_of(text):
            action = form.action or at
            with contextlib.suppress(Resolver404):
                name = resolve(urlsplit(action).path).view_name
                known = len(found[name][1].fields) if name in found else 0
                if form.method == "post" and len(form.fields) >= known:
                    found[name] = (action, form)
    return found


def pages_of(kind: str, district: dict) -> Iterator[str]:
    for address in named_addresses():
        door = ACCESS.get(address.name)
        # What a visitor sees there, others see as well.
        is_news = door and kind in door.get and (kind == VISITOR or VISITOR not in door.get)
        if is_news and not LEFT_OUT.search(address.name):
            query = urlencode(QUERIES.get(address.name, {}))
            yield url_of(address, district) + (f"?{query}" if query else "")


def in_their_states(district: dict) -> tuple[dict[str, list[str]], dict[str, Any]]:
    """Pages whose form stands there only while something waits, runs or was sent back: {person: addresses}; and what
    only somebody who knows the records can answer."""
    today, usaha = timezone.localdate(), district[Usaha]
    running = KegiatanFactory(listed=True, begins_on=today)
    coming = KegiatanFactory(listed=True, begins_on=today + datetime.timedelta(days=30))
    back = PendaftaranFactory(
        returned_at=timezone.now(), returned_by=UserFactory(), reason="Nama desa keliru."
    )
    case = FasilitasiFactory(usaha=usaha, status="perlu_perbaikan")
    reachable = ProdukFactory(listed=True, usaha__pemilik__consents=("katalog", "telepon"))
    ProdukFactory(usaha=usaha)
    known = {
        "bought_on": f"{today:%d-%m-%Y}",
        "penjual": usaha.name,
        "pendaftaran:track": {"phone": back.phone},
        "belanja_asn:month": {"jumlah_ikut": "0", "nilai": "0"},
        "belanja_asn:take": {"reason": "Laporan bulanan kepada pimpinan"},
        "akun:ask": {"jenis": str(JenisFasilitasiFactory().pk)},
        "fasilitasi:track": {"nomor": case.nomor, "kode": code_of(case.nomor)},
        "lembar_belanja:new": {"file": ("belanja.csv", b"Tanggal;Penjual;Nilai\r\n12-11-2026;Uji;75000\r\n")},
    }
    pages = {
        VISITOR: [
            f"{reverse('belanja_asn:new')}?penjual={usaha.get_absolute_url()}",
            f"{reverse('pendaftaran:track')}?nomor={back.nomor}&kode={code_of(back.nomor)}",
            reverse("kegiatan:arrive", args=[running.slug, door_code(running)]),
            reachable.get_absolute_url(),
        ],
        OWNER: [reverse("kegiatan_owner:event", args=[coming.slug]), reverse("akun:case", args=[case.nomor])],
        RECAP_OFFICER: [],
    }
    return pages, known


def is_error(response: HttpResponseBase) -> bool:
    text = read(response)
    return response.status_code >= 400 or _ERRORS in text or _ERRORS_OF_THE_ADMIN in text


def faults(client: Client, url: str, body: rubbish.Body, folders: list[Path]) -> Iterator[str]:
    """What is wrong with the answer; everything is as before afterwards."""
    files = {path for folder in folders for path in folder.rglob("*")}
    with exceptions() as raised, undone(client):
        with writes() as tables:
            response = whole(client.generic("POST", url, *body))
        refused = is_error(response)
        written = contents(tables) if refused and response.status_code < 500 else {}
        texts = [read(response)]
        if response.status_code in (301, 302) and response["Location"].startswith("/"):
            response = whole(client.get(response["Location"]))
            texts.append(read(response))
    if raised or response.status_code >= 500:
        yield f"{response.status_code} {raised[-1:]}"
    if written != contents(set(written)):
        yield f"refused, and written to {', '.join(written)}"
    if refused and (left := {path for folder in folders for path in folder.rglob("*")} - files):
        yield f"refused, and kept {len(left)} files"
    if any(rubbish.SCRIPT in text or rubbish.QUOTE in text for text in texts):
        yield "echoed as it came"
    if any("Traceback (most recent" in text for text in texts):
        yield "told a traceback"


def read(response: HttpResponseBase) -> str:
    is_page = isinstance(response, HttpResponse) and "html" in response.get("Content-Type", "")
    return response.content.decode() if is_page else ""


def forms_outside(pages: dict[str, list[str]], records: dict) -> Iterator[tuple[str, Client, str, PageForm]]:
    """Every form: its name, who sends it, where to, and what it asks."""
    held = HttpResponse()
    kunci.hand_over(held, "uji")
    for kind in PERSONS:
        client = client_of(kind, records)
        client.cookies.update(held.cookies)
        known = forms_on([*pages_of(kind, records), *pages[kind]], client)
        for address in doors_of(kind):
            at, form = known.get(address.name, (url_of(address, records), WITHOUT_PAGE.get(address.name)))
            assert form, f"{address.name}: no page shows its form"
            yield address.name, client, at, form


def test_every_form_answers_rubbish_kindly(outside, settings):
    records, pages, known = outside
    folders = [Path(settings.MEDIA_ROOT), Path(settings.PRIVATE_ROOT)]
    wrong = []
    for name, client, at, form in forms_outside(pages, records):
        plausible = rubbish.PLAUSIBLE | known | known.get(name, {})
        with undone(client):
            answer = client.generic("POST", at, *rubbish.multipart(rubbish.plain(form, plausible).values()))
        # Else all that follows would be judged by that and not by what is wrong with it.
        if is_error(answer):
            wrong.append(f"{name}: what is well meant is refused: {summary_of(answer)}")
        bodies = rubbish.bodies(form, plausible) if name in WITH_ODD_BODIES else ()
        for what, body in chain(rubbish.attacks(form, plausible), bodies):
            wrong += [f"{name}: {what}: {fault}" for fault in faults(client, at, body, folders)]
    refuse(wrong)


def summary_of(response: HttpResponse) -> str:
    _, _, summary = read(response).partition(_ERRORS)
    return " ".join(strip_tags(summary.partition("</div>")[0]).split())

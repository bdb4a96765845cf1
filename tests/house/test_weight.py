"""What every page outside the admin weighs before its first paint, and how many statements it asks of the database.

A new page is measured as soon as it has an address; whoever adds one says here only why it is unlike the others.
"""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlencode

import brotli
import pytest
from django.db import connection
from django.db.models import Model
from django.http import HttpResponse, HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext

from belanja_asn.models import Belanja
from common import memory
from common.receipts import code_of
from fasilitasi.models import Fasilitasi
from koperasi.models import Koperasi
from pendaftaran import kunci
from pendaftaran.actions import index_of
from pendaftaran.models import Pendaftaran
from rumah_usaha.access import ACCESS, OWNER, RECAP_OFFICER, SUPERUSER, VISITOR
from tests.house import crowd
from tests.house.people import client_of
from tests.house.repository import refuse
from tests.house.walk import QUERIES, named_addresses, undone, url_of, whole
from tests.pendaftar import PendaftaranFactory
from tests.rumah_usaha.test_bytes import MOST_BEFORE_PAINT, paint_of
from umkm.models import Usaha

PERSONS = (VISITOR, OWNER, RECAP_OFFICER, SUPERUSER)
FEW, MANY = range(1), range(1, 8)
# Of a page that shows seven rows more: their names at the least.
LEAST_GROWTH = 50

# --- bounds --------------------------------------------------------------------------------------

# Pages in the frame of Django's admin bring its style with them, which the browser of a desk keeps.
_FRAME_OF_THE_OFFICE, MOST_AT_A_DESK = b"admin/css/base.css", 22_000
HEAVIER = {
    "laporan:dashboard": 16_000,  # Drawings, each with its table, for an official.
    "akun:my_data": 16_000,  # A copy of all that is held of a person, whole, so that it can be printed.
    "kdmp": 18_000,  # Every village of the district in one table, and the map beside it.
}
MOST_STATEMENTS = {VISITOR: 6, OWNER: 20, RECAP_OFFICER: 20, SUPERUSER: 20}
MORE_STATEMENTS = {
    "home": 9,  # Its figures and its map, kept for a minute.
    "data_terbuka:index": 9,  # How many rows each file has, kept for a minute.
    # They count who asks, which takes a transaction.
    **dict.fromkeys(("akun:claim", "pendaftaran:track", "fasilitasi:track", "belanja_asn:track"), 9),
    "akun:my_data": 55,  # Everything that is kept about a person: thirty kinds of records, each asked for once.
    # A report reads its figures, its letterhead and who signs, and compares itself with what was issued.
    **dict.fromkeys(("laporan:report", "laporan:preview", "laporan:correction", "laporan:dashboard"), 32),
    "duplicates:compare": 55,  # Two records side by side, and what hangs on each, of every kind.
}
# Forms, and pages of one record with nothing beneath it. All others must show the rows that came, or nothing was
# measured; of sheets, certificates and pairs more is looked at in tests of their own.
_WITHOUT_ROWS = """
    about privacy offline map verification verified account_login account_change_password account_reauthenticate
    account_inactive mfa_index mfa_list_webauthn pesanan:basket pengumuman:detail pengumuman:opened
    kegiatan:arrive etalase:guest etalase:thanks etalase:choose etalase:bring etalase:correct etalase:draw_up
    etalase:settlement etalase:dropped pendaftaran:begin pendaftaran:step_pemilik pendaftaran:step_usaha
    pendaftaran:step_produk pendaftaran:step_persetujuan pendaftaran:check pendaftaran:track masukan:new
    masukan:thanks fasilitasi:track data_terbuka:index data_terbuka:dictionary belanja_asn:new belanja_asn:track
    belanja_asn:rows belanja_asn:take laporan:index laporan:issue laporan:dashboard akun:consents akun:identity
    akun:product_add akun:profile lembar_belanja:new surat:warnings surat:warning surat:brand surat:statement
    surat:invitation surat:handover surat:certificates spreadsheets:new spreadsheets:detail spreadsheets:sheets
    spreadsheets:columns duplicates:list duplicates:merge duplicates:undo duplicates:compare
"""
WITHOUT_ROWS = frozenset(_WITHOUT_ROWS.split())

# --- the walk ------------------------------------------------------------------------------------


class Visit(NamedTuple):
    """Of one address; `place` is its name and, where it is asked in more ways, what was asked."""

    name: str
    place: str
    kind: str
    response: HttpResponseBase
    statements: list[str]


@pytest.fixture
def noon(time_machine) -> None:
    time_machine.move_to("2026-11-24 12:00+08:00", tick=False)


@pytest.fixture
def few(noon, same_minute, district) -> tuple[dict, dict[str, Client]]:
    """Two rows of everything, and whoever may open some page; the visitor is registering a business."""
    clients = {kind: client_of(kind, district) for kind in PERSONS}
    PendaftaranFactory(as_draft=True, key_index=index_of("uji"))
    held = HttpResponse()
    kunci.hand_over(held, "uji")
    clients[VISITOR].cookies.update(held.cookies)
    crowd.join(district, FEW)
    return district, clients


def questions(records: dict) -> dict[str, list[dict[str, str]]]:
    """What the page of an address is asked where it shows more for it."""
    case, sent = records[Fasilitasi], records[Pendaftaran]
    return {
        "produk:list": [{"q": "produk"}],
        "map": [{"q": "produk"}],
        "belanja_asn:new": [{"cari": "usaha"}, {"penjual": records[Usaha].get_absolute_url()}],
        "belanja_asn:track": [{"nomor": records[Belanja].code}],
        "fasilitasi:track": [{"nomor": case.nomor, "kode": code_of(case.nomor)}],
        "pendaftaran:track": [{"nomor": sent.nomor, "kode": code_of(sent.nomor)}],
        "etalase:choose": [{"q": "produk"}],
        "surat:warnings": [{"koperasi": _keys(Koperasi)}],
        "surat:invitation": [{"usaha": _keys(Usaha)}],
    }


def _keys(model: type[Model]) -> str:
    return ",".join(map(str, model._default_manager.order_by("pk").values_list("pk", flat=True)))


def pages(records: dict) -> Iterator[tuple[str, str, str]]:
    """Name, what it is called here, and address with question."""
    asked = questions(records)
    for address in named_addresses():
        # What Django's admin makes of a noun is measured by `tests/common/test_admin_list.py`.
        if not address.name.startswith("office:"):
            url = url_of(address, records)
            for query in [QUERIES.get(address.name, {}), *asked.get(address.name, [])]:
                place = " ".join([address.name, *query]) if query else address.name
                yield address.name, place, f"{url}?{urlencode(query)}" if query else url


def visits(records: dict, clients: dict[str, Client], *, coding: str = "identity") -> Iterator[Visit]:
    """Every page that shows something, as the least privileged person opens it, with nothing kept from before."""
    for name, place, url in pages(records):
        kind = next((kind for kind in PERSONS if kind in ACCESS[name].get), None)
        if kind is None:
            continue
        memory.forget()
        with undone(clients[kind]), CaptureQueriesContext(connection) as asked:
            response = whole(clients[kind].get(url, headers={"Accept-Encoding": coding}))
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            yield Visit(name, place, kind, response, [query["sql"] for query in asked])


# --- what is asked of every page -------------------------------------------------------------------


def most_bytes(visit: Visit) -> int:
    usual = (
        MOST_AT_A_DESK
        if _FRAME_OF_THE_OFFICE in brotli.decompress(visit.response.content)
        else MOST_BEFORE_PAINT
    )
    return HEAVIER.get(visit.name, usual)


def test_every_page_is_light_enough_before_its_first_paint(few):
    crowd.join(few[0], MANY)
    seen = list(visits(*few, coding="br"))
    assert len(seen) > 100
    refuse(
        f"{visit.place}: {weight} bytes"
        for visit in seen
        if (weight := paint_of(visit.response)) > most_bytes(visit)
    )


def test_no_page_asks_more_of_the_database_for_more_rows(few):
    records, _ = few
    before = {visit.place: visit for visit in visits(*few)}
    crowd.join(records, MANY)
    wrong = []
    for visit in visits(*few):
        most = MORE_STATEMENTS.get(visit.name, MOST_STATEMENTS[visit.kind])
        first = before[visit.place]
        if len(visit.statements) > most:
            wrong.append(f"{visit.place}: {len(visit.statements)} statements")
        if len(visit.statements) > len(first.statements):
            wrong.append(f"{visit.place}: {len(first.statements)} statements, then {len(visit.statements)}")
        has_grown = len(visit.response.content) > len(first.response.content) + LEAST_GROWTH
        if not has_grown and visit.name not in WITHOUT_ROWS:
            wrong.append(f"{visit.place}: shows no more rows than before")
    refuse(wrong)

"""Every kind of page as people with a small screen, a dark theme, a screen reader or no JavaScript meet it."""

from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from io import StringIO
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings
from pytest_django.live_server_helper import LiveServer

from produk.models import Produk
from tests.journeys import district, owners
from tests.journeys.conftest import DESKTOP

# Only says that a database is needed: the records are written once, and seen by the server's threads.
pytestmark = pytest.mark.django_db

SMALLEST = {"width": 320, "height": 640}
HOME, LIST = "/", "/produk/"
# An address, or the name of one that `district.fill` tells.
PUBLIC = {
    "home": HOME,
    "products": LIST,
    "products sifted": f"{LIST}?q=abon&kategori=makanan&harga_min=1000&urut=termurah",
    "products by a misspelt word": f"{LIST}?q=cakalng",
    "products with a refused price": f"{LIST}?harga_min=murah",
    "no product": f"{LIST}?q=zzzz",
    "map": "/peta/?q=abon&halal=1",
    "product": "product",
    "product out of stock": "product out of stock",
    "businesses": "/usaha/",
    "business": "seller",
    "cooperatives": "/koperasi/",
    "cooperative": "cooperative",
    "product of a long name": "long product",
    "business of a long name": "long seller",
    "cooperative of a long name": "long cooperative",
    "agenda": "/kegiatan/",
    "agenda of the past": "/kegiatan/?waktu=lalu&jenis=bazar",
    "event": "event",
    "door of an event": "door of an event",
    "void code at a door": "void code at a door",
    "about": "/tentang/",
    "privacy": "/privasi/",
    "open data": "/data/",
    "dictionary of open data": "/data/kamus/produk/",
    "without signal": "/luring/",
    "shopping list": "/daftar-belanja/",
    "remark": "/laporkan/",
    "tracking": "/lacak/",
    "tracked case": "tracked case",
    "shelf": "/etalase/",
    "announcements": "/pengumuman/",
    "announcement": "announcement",
    "visitor book": "/buku-tamu/",
    "visitor book at the desk": "/buku-tamu/?meja=1&terima-kasih=1",
    "visitor book signed": "/buku-tamu/terima-kasih/",
    "remark sent": "/laporkan/terima-kasih/",
    "check of a paper": "/verifikasi/",
    "check of no code": "/verifikasi/?kode=abc",
    "paper that holds": "paper that holds",
    "paper replaced": "paper replaced",
    "check of a letter": "check of a letter",
    "1 ASN 1 Produk": "/1-asn-1-produk/",
    "purchase": "purchase",
    "no purchase without a rule": "/1-asn-1-produk/catat/",
    "seller of a purchase": "/1-asn-1-produk/catat/?cari=dapur",
    "proof": "/1-asn-1-produk/bukti/",
    "proof of a purchase": "proof of a purchase",
    "not found": "/tidak-ada/",
    "sign-in": "/akun/masuk/",
    **owners.PUBLIC,
}
OFFICE = {
    "desk": "/kantor/",
    "list": "/kantor/umkm/usaha/",
    "odd data": "/kantor/periksa-data/",
    "twins": "/kantor/kembar/",
    "twins of no kind": "/kantor/kembar/?jenis=produk&sebab=produk-sama&peringkat=2",
    "two records": "two records",
    "merges": "/kantor/kembar/gabungan/",
    "merge": "merge",
    "undo of a merge": "undo",
    "told apart": "/kantor/kembar/bukan/",
    "empty list": "/kantor/umkm/pemilik/?q=zzzz",
    "new owner": "/kantor/umkm/pemilik/add/",
    "new business": "/kantor/umkm/usaha/add/",
    "owner form": "owner",
    "business form": "business",
    "cooperative form": "cooperative form",
    "product form": "product form",
    "statement": "statement",
    "duty calendar": "/kantor/legalitas/kewajiban/",
    "no duty": "/kantor/legalitas/kewajiban/?jenis=sni",
    "call": "call",
    "case": "case",
    "finish of a case": "finish",
    "correction of a result": "correction",
    "documents of a case": "documents",
    "batches": "/kantor/fasilitasi/angkatan/",
    "events": "/kantor/kegiatan/kegiatan/",
    "new event": "/kantor/kegiatan/kegiatan/add/",
    "event form": "event form",
    "participants": "/kantor/kegiatan/peserta/",
    "new participant": "/kantor/kegiatan/peserta/add/",
    "presence": "presence",
    "code at the door": "code at the door",
    "sales of a bazaar": "sales of a bazaar",
    "closing of an event": "closing of an event",
    "attendance list": "attendance list",
    "certificates": "certificates",
    "remark at the office": "remark at the office",
    "remarks": "/kantor/masukan/masukan/",
    "counter": "/kantor/rak/",
    "nothing on the counter": "/kantor/rak/?q=zzzz",
    # With the pointer in the search box at once.
    "goods to choose": "/kantor/rak/masuk/",
    "goods to bring in": "/kantor/rak/masuk/?q=abon",
    "goods brought in": "goods brought in",
    "stock card": "stock card",
    "line taken back": "line taken back",
    "settlements": "/kantor/rak/penyelesaian/",
    "settlement drawn up": "settlement drawn up",
    "settlement": "settlement",
    "settlement dropped": "settlement dropped",
    "ledger": "/kantor/etalase/mutasititipan/",
    "guests": "/kantor/etalase/bukutamu/",
    "announcement form": "announcement form",
    "history": "business history",
    "merah putih": "/kantor/kdmp/?syarat=musdesus",
    "merah putih form": "/kantor/koperasi/kdmp/add/",
    "reports": "/laporan/",
    "report": "/laporan/rekap-fasilitasi/",
    "report of targets": "/laporan/target-realisasi/",
    "dashboard": "/laporan/dasbor/",
    "report with a refused year": "/laporan/rekap-fasilitasi/?tahun=dua",
    "issued reports": "/laporan/terbit/",
    "no issued report": "/laporan/terbit/?q=zzzz",
    "waiting for approval": "/laporan/menunggu/",
    "issued report": "issued report",
    "replaced report": "replaced report",
    "preview": "/laporan/daftar-umkm/terbitan/",
    "approved preview": "approved preview",
    "preview of a correction": "preview of a correction",
    "letters": "/kantor/surat-keluar/",
    "no letter": "/kantor/surat-keluar/?q=zzzz",
    "warnings of a cooperative": "warnings of a cooperative",
    "letter to go out": "letter to go out",
    "letters to many": "letters to many",
    "no letters to many": "/kantor/surat-keluar/peringatan/",
    "invitation": "invitation",
    "deed": "deed",
    "purchases": "/kantor/belanja_asn/belanja/",
    "purchase at the office": "purchase at the office",
    "office that reports": "office that reports",
    "offices that are silent": "/kantor/belanja-asn/pengingat/",
    "purchases at my business": "/akun/belanja/",
    "recap of an office": "/akun/rekap-belanja/",
    "month of an office": "month of an office",
    "purchases to take": "purchases to take",
    "sheets of an office": "/akun/lembar-belanja/",
    "new sheet of an office": "/akun/lembar-belanja/baru/",
    "passkeys": "/akun/keamanan/passkey/",
    "purchases of an office": "purchases of an office",
    "own account": "/akun/keamanan/",
    **owners.OFFICE,
}
# Forms that come back with their errors.
REFUSED = {
    "sign-in refused": ("/akun/masuk/", "Masuk"),
    "remark refused": ("/laporkan/", "Kirim laporan"),
    **owners.REFUSED,
    "visitor book refused": ("/buku-tamu/", "Isi buku tamu"),
    "tracking refused": ("/lacak/", "Lihat kemajuan"),
    "invitation refused": ("/kantor/surat-keluar/undangan/", "Lihat suratnya"),
    "proof refused": ("/1-asn-1-produk/bukti/", "Lihat keadaan"),
    "purchase refused": ("purchase", "Kirim catatan belanja"),
    "order refused": ("product", "Pesan lewat WhatsApp"),
    "owner refused": ("/kantor/umkm/pemilik/add/", "Simpan"),
}

# Of a browser that checks nothing itself.
ORDER_OF_NOTHING = "box => { box.form.noValidate = true; box.value = '0' }"
STATUS = {"not found": 404, "link that is over": 404, "void code at a door": 410}

# The dark theme changes colours and nothing else.
RULES = {
    "light": {"resultTypes": ["violations"]},
    "dark": {"resultTypes": ["violations"], "runOnly": ["cat.color"]},
}


@dataclass
class Seen:
    """What one visit found."""

    expected: int
    status: int = 0
    overflow: int = 0
    complaints: list[str] = field(default_factory=list)
    strangers: set[str] = field(default_factory=set)
    violations: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="module")
def portal(django_db_setup, django_db_blocker, tmp_path_factory):
    """One district for all pages: nothing here writes. The address, {name: address}, and an officer's session."""
    folder = tmp_path_factory.mktemp("files")
    with django_db_blocker.unblock(), emptied_afterwards():
        server = LiveServer("localhost")
        with override_settings(
            MEDIA_ROOT=folder / "media", PRIVATE_ROOT=folder / "private", SITE_URL=server.url
        ):
            call_command("load_rekap_awal", stdout=StringIO())
            addresses = district.fill()
            client = Client()
            owned = Produk.objects.get(slug=addresses["product"].strip("/").rpartition("/")[2]).usaha
            client.force_login(district.enrol(owners.officer_who_owns(owned)))
            yield server.url, addresses, client.cookies["sessionid"].value
            server.stop()


@contextmanager
def emptied_afterwards():
    """Leave the database as the tests find it: reference data and nothing else."""
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            # A page's limit is none for emptying two hundred tables beside everything else that a machine does.
            cursor.execute("SET statement_timeout = 0")
            call_command("flush", interactive=False, verbosity=0)
            cursor.execute("RESET statement_timeout")


@pytest.fixture(scope="module")
def open_context(browser, portal):
    """A browser of its own for each visit, signed in or not."""
    url, _, session = portal

    def opened(*, is_officer, draft=owners.KEY, **options):
        context = browser.new_context(
            **{"viewport": SMALLEST, "locale": "id-ID", "reduced_motion": "reduce", **options}
        )
        held = owners.held_by_applicant(draft)
        context.add_cookies([{"name": name, "value": value, "url": url} for name, value in held.items()])
        if is_officer:
            context.add_cookies([{"name": "sessionid", "value": session, "url": url}])
        return context

    return opened


@pytest.fixture(scope="module", params=[*PUBLIC, *OFFICE, *REFUSED, *owners.PRESSED])
def seen(request, portal, open_context, django_db_blocker):
    """One visit for all that is asked about a page: it is loaded once, small and light, then shown otherwise."""
    name = request.param
    url, addresses, _ = portal
    address, button = (REFUSED | owners.PRESSED).get(name) or ((PUBLIC | OFFICE)[name], "")
    found = Seen(expected=STATUS.get(name, 200))
    with open_context(
        is_officer=name
        not in {
            *PUBLIC,
            "sign-in refused",
            "remark refused",
            "tracking refused",
            "order refused",
            *owners.REFUSED,
            "proof refused",
            "purchase refused",
            "visitor book refused",
            "passkey of a claim",
        },
        draft=owners.SENT if name == "registration sent" else owners.KEY,
    ) as context:
        page = context.new_page()
        page.on("console", lambda message: _note(found, message, page))
        page.on("pageerror", lambda error: found.complaints.append(str(error)))
        page.on("request", lambda request: _note_stranger(found, request.url, url))
        stands = district.between_rules if name == "no purchase without a rule" else nullcontext
        with django_db_blocker.unblock(), stands():
            found.status = page.goto(url + addresses.get(address, address), wait_until="load").status
        if name == "order refused":
            page.get_by_label("Jumlah").evaluate(ORDER_OF_NOTHING)
        if button:
            page.get_by_role("main").get_by_role("button", name=button, exact=True).click()
            page.wait_for_load_state()
        found.overflow = page.evaluate(
            "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
        )
        # Axe adds styles of its own, so complaints are those of the page before it.
        complaints = list(found.complaints)
        for size, viewport in (("small", SMALLEST), ("wide", DESKTOP)):
            page.set_viewport_size(viewport)
            for scheme, rules in RULES.items():
                page.emulate_media(color_scheme=scheme)
                results = Axe().run(page, options=rules)
                if results.violations_count:
                    found.violations[f"{size}, {scheme}"] = results.generate_report()
        found.complaints = complaints
    return found


def _note(found, message, page):
    # Chromium also reports the status of the page that is asked for, which a 404 is all about.
    where = message.location.get("url")
    is_status = message.text.startswith("Failed to load resource") and where == page.url
    if message.type in ("error", "warning") and not is_status:
        found.complaints.append(f"{message.text} ({where})")


def _note_stranger(found, address, url):
    if urlsplit(address).scheme != "data" and not address.startswith(url):
        found.strangers.add(address)


def test_a_page_is_there_for_those_it_is_meant_for(seen):
    assert seen.status == seen.expected


def test_nobody_is_shut_out_by_the_way_a_page_is_made(seen):
    assert seen.violations == {}, "\n".join(seen.violations.values())


def test_nothing_sticks_out_of_the_smallest_screen(seen):
    assert seen.overflow <= 0


def test_the_browser_has_nothing_to_complain_about(seen):
    assert seen.complaints == []


def test_a_page_asks_no_other_host_for_anything(seen):
    assert seen.strangers == set()


# --- without JavaScript -------------------------------------------------------------------------


@pytest.fixture
def plain(open_context):
    """The page of a browser that runs no scripts."""
    with open_context(is_officer=False, java_script_enabled=False) as context:
        yield context.new_page()


def test_a_product_is_searched_without_javascript(plain, portal):
    plain.goto(portal[0])
    plain.get_by_label("Apa yang Anda cari?").fill("cakalng")
    plain.get_by_role("button", name="Cari", exact=True).click()
    plain.get_by_role("link", name="Abon Cakalang").click()
    assert plain.get_by_role("heading", level=1).inner_text() == "Abon Cakalang"
    assert plain.get_by_role("button", name="Pesan lewat WhatsApp").is_visible()


def test_products_are_filtered_and_paged_without_javascript(plain, portal):
    plain.goto(f"{portal[0]}{LIST}")
    plain.get_by_text("Saring", exact=True).click()
    plain.get_by_label("Kategori").select_option("makanan")
    plain.get_by_label("Penjual").select_option("Usaha mikro")
    plain.get_by_role("button", name="Terapkan saringan").click()
    cards = plain.locator(".card")
    assert cards.count() == 24
    plain.get_by_role("link", name="Berikutnya").click()
    assert cards.count() == district.A_PAGE_AND_MORE + 2 - 24
    assert plain.get_by_role("link", name="Hapus saringan Makanan").is_visible()

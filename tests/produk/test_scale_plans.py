"""At 100,000 products every public page is answered from indexes, and its depth costs nothing.

Plans depend on how many rows there are and how often a word occurs, so a scratch database is filled once for all of
them: some 25 seconds on two idle cores.
"""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode

from common import memory
from common.listing import NEWEST
from common.paging import FORWARD, PAGE_SIZE, KeysetPage
from koperasi.models import Koperasi
from produk.models import Produk, Word
from rumah_usaha.scale.filling import fill, settle
from umkm.models import Usaha

ROWS = 100_000
# Rows of a table that may be read whole: kecamatan, categories, cooperatives.
FEW = 1000


@pytest.fixture(scope="module", autouse=True)
def _scale(django_db_setup, django_db_blocker):
    """A copy of the tests' empty database, filled; the connection of these tests leads to it."""
    with django_db_blocker.unblock():
        connection.close()
        tests = connection.settings_dict["NAME"]
        scratch = f"{tests}_skala"
        with connection._nodb_cursor() as cursor:
            # Threads of servers that ended may still hold a connection; a template must be at rest.
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [tests]
            )
            cursor.execute(f'CREATE DATABASE "{scratch}" TEMPLATE "{tests}"')
        connection.settings_dict["NAME"] = scratch
        try:
            fill(produk=ROWS, seed=7209, photos=[("produk/aa/aa.jpg", 800, 800)], say=lambda text: None)
            settle()
            yield
        finally:
            connection.close()
            connection.settings_dict["NAME"] = tests
            with connection._nodb_cursor() as cursor:
                # A page's limit is too short for this on a machine that is busy with other tests.
                cursor.execute("SET statement_timeout = 0")
                cursor.execute(f'DROP DATABASE "{scratch}" WITH (FORCE)')


@pytest.fixture(autouse=True)
def _remembered(_scale, db, monkeypatch):
    """What is kept for a minute is asked for by its first pages only, each count of it to a bound."""
    # A minute that ends between two pages would have everything counted anew.
    monkeypatch.setattr(memory, "minute", lambda: 0)
    memory.forget()
    for address in ("/", "/produk/"):
        Client().get(address)


pytestmark = pytest.mark.django_db


class Reading:
    """What the statements of one page did: indexes used, tables read whole, rows looked at, blocks touched."""

    def __init__(self, address):
        with CaptureQueriesContext(connection) as queries:
            response = Client().get(address)
        assert response.status_code == 200, address
        self.indexes, self.whole, self.looked_at, self.blocks = set(), set(), 0, 0
        # An estimate of the planner is itself an EXPLAIN, and reads nothing.
        statements = [query["sql"] for query in queries if not query["sql"].startswith("EXPLAIN")]
        for statement in statements:
            self._explain(statement)

    def _explain(self, statement):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement.replace('%', '%%')}", [])
            ((explained,),) = cursor.fetchone()
        self.blocks += explained["Plan"]["Shared Hit Blocks"] + explained["Plan"]["Shared Read Blocks"]
        for step in steps(explained["Plan"]):
            self.indexes |= {step["Index Name"]} if "Index Name" in step else set()
            rows = (step["Actual Rows"] + step.get("Rows Removed by Filter", 0)) * step["Actual Loops"]
            if step["Node Type"] == "Seq Scan" and rows > FEW:
                self.whole.add(step["Relation Name"])
            self.looked_at = max(self.looked_at, rows)


def steps(plan):
    yield plan
    for child in plan.get("Plans", []):
        yield from steps(child)


def some_of(kind):
    """The address of one of its pages, of a middling row in the middle of the table."""
    rows = Produk.objects.listed().select_related("kategori", "kecamatan").order_by("id")
    produk = rows[ROWS // 2]
    return {"kategori": produk.kategori, "kecamatan": produk.kecamatan, "produk": produk}[kind]


def word(least, most):
    return Word.objects.filter(documents__range=(least, most)).order_by("documents", "word").first().word


def deepest(**filters):
    """The address of the last whole page of the list."""
    listed = Produk.objects.listed()
    row = listed.filter(**filters).order_by(*NEWEST[:1], "-id").reverse()[PAGE_SIZE + 1]
    return urlencode({"hal": KeysetPage(listed, ordering=NEWEST)._write(FORWARD, row)})


@pytest.mark.parametrize(
    ("address", "index"),
    [
        ("/produk/", "produk_newest_listed"),
        ("/produk/?urut=termurah", "produk_by_price_listed"),
        ("/produk/?urut=termahal", "produk_by_price_listed"),
        ("/produk/?urut=nama", "produk_by_name_listed"),
        ("/produk/?kategori=jasa-wisata", "produk_by_kategori_listed"),
        ("/produk/?kecamatan=walea-besar", "produk_by_kecamatan_listed"),
        ("/", "produk_newest_listed"),
        ("/usaha/", "umkm_usaha_newest_listed"),
    ],
)
def test_a_list_has_its_index(address, index):
    reading = Reading(address)
    assert index in reading.indexes
    assert reading.whole == set()
    # A page and one row to tell whether there are more; and where rows are counted, a thousand and one.
    assert reading.looked_at <= 1001


@pytest.mark.parametrize("kind", ["kategori", "kecamatan"])
def test_a_common_category_or_place_is_no_slower(kind):
    reading = Reading(f"/produk/?{kind}={some_of(kind).slug}")
    assert reading.whole == set()
    assert reading.looked_at <= 1001


def test_the_deepest_page_touches_as_many_blocks_as_the_first():
    first, last = Reading("/produk/"), Reading(f"/produk/?{deepest()}")
    assert last.whole == set()
    assert last.blocks <= 2 * first.blocks


@pytest.mark.parametrize("kind", ["kategori", "kecamatan"])
def test_the_deepest_page_of_a_part_touches_as_many_blocks_as_the_first(kind):
    chosen = some_of(kind)
    first = Reading(f"/produk/?{kind}={chosen.slug}")
    last = Reading(f"/produk/?{kind}={chosen.slug}&{deepest(**{kind: chosen})}")
    assert last.whole == set()
    assert last.blocks <= 2 * first.blocks


@pytest.mark.parametrize(
    ("words", "indexes"),
    [
        (("ikan",), {"produk_newest_listed"}),
        (("lamba", "ikan"), set()),
    ],
)
def test_a_common_word_is_met_on_the_way(words, indexes):
    reading = Reading(f"/produk/?{urlencode({'q': ' '.join(words)})}")
    assert indexes <= reading.indexes
    assert reading.whole == set()


@pytest.mark.parametrize("documents", [(1, 1), (20, 60)])
def test_a_rare_word_is_looked_up(documents):
    reading = Reading(f"/produk/?q={word(*documents)}")
    assert "produk_search_document_listed" in reading.indexes
    assert reading.whole == set()
    # The cooperatives, all 250 of them, are the longest table that is read whole.
    assert reading.looked_at <= 250


@pytest.mark.parametrize("typed", ["kripikk", "abon ikn", "zzzzqqqq", "anyamn tikr"])
def test_a_word_nobody_knows_is_compared_by_index(typed):
    reading = Reading(f"/produk/?{urlencode({'q': typed})}")
    assert reading.indexes & {"produk_word_trigrams", "produk_word_by_sound", "produk_word_by_stem"}
    assert reading.whole == set()


def test_a_product_is_found_by_its_address():
    reading = Reading(some_of("produk").get_absolute_url())
    assert any("slug" in index for index in reading.indexes)
    assert reading.whole == set()
    assert reading.blocks <= 300


@pytest.mark.parametrize(
    ("seller", "index"), [(Usaha, "produk_by_usaha_listed"), (Koperasi, "produk_by_koperasi_listed")]
)
def test_the_products_of_a_seller_with_very_many_are_read_page_by_page(seller, index):
    busiest = seller.objects.listed().order_by("id").first()
    reading = Reading(busiest.get_absolute_url())
    assert index in reading.indexes
    assert reading.whole == set()
    assert reading.looked_at <= 2 * PAGE_SIZE

"""The statements behind the catalogue are answered from indexes, and no page reads more than it shows."""

import json

import pytest
from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.listing import NEWEST
from common.paging import PAGE_SIZE, KeysetPage
from produk.models import Produk
from produk.vocabulary import refresh
from tests.factories import KategoriFactory, ProdukFactory, UsahaFactory
from wilayah.models import Kecamatan

ROWS = 2000
pytestmark = pytest.mark.django_db


@pytest.fixture
def kategori():
    """A few thousand products: "abon" in every name, "langka" in one of a thousand descriptions."""
    kategori = KategoriFactory()
    usaha = UsahaFactory(listed=True)
    first = ProdukFactory(listed=True, usaha=usaha, kategori=kategori, name="Abon 0")
    Produk.objects.bulk_create(
        [
            Produk(
                usaha=usaha,
                kategori=kategori if number % 2 else None,
                name=f"Abon {number}",
                slug=f"abon-{number}",
                description="langka" if number % 500 == 0 else "biasa",
                price=number,
                satuan="pcs",
                verified_at=first.verified_at,
                verified_by=first.verified_by,
                published_at=first.published_at,
                published_by=first.published_by,
            )
            for number in range(1, ROWS)
        ],
        # Triggers work on every row, and a statement of a page may take 5 seconds.
        batch_size=250,
    )
    refresh()
    return kategori


def nodes(plan):
    yield plan
    for child in plan.get("Plans", []):
        yield from nodes(child)


def reads(queryset):
    """Names of the indexes that a statement uses, and the most rows that one of its steps has to look at."""
    (explained,) = json.loads(queryset.explain(format="json", analyze=True))
    steps = list(nodes(explained["Plan"]))
    # An index also holds rows that tests have rolled back, until the next vacuum.
    real = [step for step in steps if step["Node Type"] != "Bitmap Index Scan"]
    looked_at = max(
        (step["Actual Rows"] + step.get("Rows Removed by Filter", 0)) * step["Actual Loops"] for step in real
    )
    return {step["Index Name"] for step in steps if "Index Name" in step}, looked_at


def first_page(queryset, *ordering):
    return queryset.order_by(*ordering)[: PAGE_SIZE + 1]


def holding(column, word):
    return Produk.objects.listed().filter(**{column: SearchQuery(word, config="idn", search_type="raw")})


@pytest.mark.parametrize(
    ("ordering", "index"),
    [
        (("-published_at", "-id"), "produk_newest_listed"),
        (("price", "id"), "produk_by_price_listed"),
        (("-price", "-id"), "produk_by_price_listed"),
        (("name", "id"), "produk_by_name_listed"),
    ],
)
def test_every_order_has_its_index(kategori, ordering, index):
    used, looked_at = reads(first_page(Produk.objects.listed(), *ordering))
    assert index in used
    assert looked_at == PAGE_SIZE + 1


def test_a_category_has_its_index(kategori):
    rows = Produk.objects.listed().filter(kategori=kategori)
    used, looked_at = reads(first_page(rows, *NEWEST))
    assert used & {"produk_by_kategori_listed", "produk_newest_listed"}
    assert looked_at <= 3 * PAGE_SIZE


def test_a_kecamatan_has_its_index(kategori):
    elsewhere = Kecamatan.objects.get(name="Togean")
    used, looked_at = reads(first_page(Produk.objects.listed().filter(kecamatan=elsewhere), *NEWEST))
    assert used == {"produk_by_kecamatan_listed"}
    assert looked_at == 0


@pytest.mark.parametrize("column", ["search_name", "search_document"])
def test_a_rare_word_is_looked_up(kategori, column):
    word = "langka" if column == "search_document" else "7"
    used, looked_at = reads(first_page(holding(column, word), *NEWEST))
    assert used == {f"produk_{column}_listed"}
    assert looked_at < 10


@pytest.mark.parametrize("column", ["search_name", "search_document"])
def test_a_common_word_is_met_on_the_way(kategori, column):
    used, looked_at = reads(first_page(holding(column, "abon"), *NEWEST))
    assert used == {"produk_newest_listed"}
    assert looked_at == PAGE_SIZE + 1


def test_a_deep_page_reads_no_more_than_the_first(kategori):
    middle = Produk.objects.listed().order_by(*NEWEST)[ROWS // 2]
    page = KeysetPage(Produk.objects.listed(), ordering=NEWEST)
    cursor = page._write("n", middle)
    with CaptureQueriesContext(connection) as queries:
        KeysetPage(Produk.objects.listed(), ordering=NEWEST, cursor=cursor)
    (statement,) = queries
    with connection.cursor() as sql:
        sql.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement['sql']}")
        ((explained,),) = sql.fetchone()
    steps = list(nodes(explained["Plan"]))
    assert max(step["Actual Rows"] + step.get("Rows Removed by Filter", 0) for step in steps) <= PAGE_SIZE + 1


def test_counting_looks_at_a_bounded_number_of_rows(kategori):
    _, looked_at = reads(holding("search_document", "abon")[:1001])
    assert looked_at == 1001


@pytest.mark.parametrize(
    ("condition", "index"),
    [
        ("word >= 'ab' AND word < 'ab{'", "produk_word_by_prefix"),
        ("sound = search_sound('kripik')", "produk_word_by_sound"),
        ("stem = search_stem('kerajinan')", "produk_word_by_stem"),
        ("true ORDER BY word <-> 'kripik'", "produk_word_trigrams"),
    ],
)
def test_the_words_of_the_catalogue_have_indexes_for_each_way_to_ask(db, condition, index):
    with connection.cursor() as sql:
        # A test's few words would always be read whole.
        sql.execute("SET LOCAL enable_seqscan = off")
        sql.execute("SET LOCAL enable_bitmapscan = off")
        sql.execute("SET LOCAL enable_sort = off")
        sql.execute(f"EXPLAIN (FORMAT JSON) SELECT word FROM produk_word WHERE {condition} LIMIT 8")
        (((explained,),),) = sql.fetchall()
    assert index in {step.get("Index Name") for step in nodes(explained["Plan"])}

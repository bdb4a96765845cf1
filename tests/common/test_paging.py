"""Keyset paging: the same rows in the same order as one long list, page by page, both ways."""

import base64
import contextlib
import datetime
import json

import pytest
from django.db import connection, models
from django.http import Http404
from django.test.utils import isolate_apps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common.paging import PAGE_SIZE, InvalidCursor, KeysetPage

with isolate_apps("common"):

    class Ware(models.Model):
        name = models.CharField(max_length=20)
        price = models.BigIntegerField()
        weight = models.DecimalField(max_digits=6, decimal_places=2, default=1)
        published_at = models.DateTimeField(null=True)

        class Meta:
            app_label = "common"


ORDERINGS = [
    ("-published_at", "-id"),
    ("price", "id"),
    ("-price", "-id"),
    ("name", "id"),
    ("-weight", "-id"),
    ("id",),
]
START = datetime.datetime(2026, 11, 24, 1, 2, 3, 456789, tzinfo=datetime.UTC)


@pytest.fixture
def wares(db):
    with connection.schema_editor() as editor:
        editor.create_model(Ware)
    Ware.objects.bulk_create(
        Ware(
            name=f"Abon “{number % 3}” é",
            price=number % 4 * 1000,
            weight=number % 5,
            published_at=START - datetime.timedelta(microseconds=number // 2),
        )
        for number in range(25)
    )
    return Ware.objects.all()


def walk(queryset, ordering, page_size, cursor="", direction="next_cursor"):
    while cursor is not None:
        page = KeysetPage(queryset, ordering=ordering, cursor=cursor, page_size=page_size)
        yield page
        cursor = getattr(page, direction)


@pytest.mark.parametrize("page_size", [1, 4, 5, 24, 25, 26])
@pytest.mark.parametrize("ordering", ORDERINGS)
def test_walking_forward_shows_every_row_once_and_in_order(wares, ordering, page_size):
    shown = [row.pk for page in walk(wares, ordering, page_size) for row in page]
    assert shown == list(wares.order_by(*ordering).values_list("pk", flat=True))


@pytest.mark.parametrize("ordering", ORDERINGS)
def test_walking_back_shows_the_same_pages(wares, ordering):
    forward = list(walk(wares, ordering, 7))
    back = list(walk(wares, ordering, 7, forward[-1].previous_cursor, "previous_cursor"))
    assert [page.object_list for page in reversed(back)] == [page.object_list for page in forward[:-1]]


def test_the_ends_have_no_further_pages(wares):
    pages = list(walk(wares, ("price", "id"), 10))
    assert [bool(page.previous_cursor) for page in pages] == [False, True, True]
    assert [bool(page.next_cursor) for page in pages] == [True, True, False]
    assert [len(page) for page in pages] == [10, 10, 5]


def test_a_last_page_that_is_exactly_full_is_the_last(wares):
    assert len(list(walk(wares, ("id",), 5))) == 5


def test_first_page_reached_by_going_back_has_nothing_before_it(wares):
    second = list(walk(wares, ("id",), 10))[1]
    first = KeysetPage(wares, ordering=("id",), cursor=second.previous_cursor, page_size=10)
    assert first.previous_cursor is None
    assert (
        KeysetPage(wares, ordering=("id",), cursor=first.next_cursor, page_size=10).object_list
        == second.object_list
    )


def test_an_empty_list_is_one_empty_page(wares):
    page = KeysetPage(wares.none(), ordering=("id",))
    assert (list(page), page.next_cursor, page.previous_cursor) == ([], None, None)


def test_a_page_holds_two_dozen_unless_told_otherwise(wares):
    assert len(KeysetPage(wares, ordering=("id",))) == PAGE_SIZE == 24


def test_rows_added_before_do_not_shift_the_next_page(wares):
    page = KeysetPage(wares, ordering=("-price", "-id"), page_size=5)
    expected = KeysetPage(wares, ordering=("-price", "-id"), cursor=page.next_cursor, page_size=5).object_list
    Ware.objects.create(name="baru", price=9999, published_at=START)
    found = KeysetPage(wares, ordering=("-price", "-id"), cursor=page.next_cursor, page_size=5).object_list
    assert found == expected


def test_when_all_before_is_gone_going_back_shows_the_first_page(wares):
    second = list(walk(wares, ("id",), 10))[1]
    Ware.objects.filter(pk__lt=second.object_list[0].pk).delete()
    page = KeysetPage(wares, ordering=("id",), cursor=second.previous_cursor, page_size=10)
    assert page.object_list == second.object_list
    assert page.previous_cursor is None
    assert page.next_cursor


def test_when_all_after_is_gone_the_page_is_empty_and_final(wares):
    first = KeysetPage(wares, ordering=("id",), page_size=10)
    Ware.objects.filter(pk__gt=first.object_list[-1].pk).delete()
    page = KeysetPage(wares, ordering=("id",), cursor=first.next_cursor, page_size=10)
    assert (page.object_list, page.next_cursor, page.previous_cursor) == ([], None, None)


def test_rows_without_a_place_in_the_order_are_left_out(wares):
    Ware.objects.filter(price=0).update(published_at=None)
    shown = [row.price for page in walk(wares, ("-published_at", "-id"), 4) for row in page]
    assert len(shown) == 18
    assert 0 not in shown


# --- cost --------------------------------------------------------------------------------------


@pytest.mark.parametrize("direction", ["next_cursor", "previous_cursor"])
def test_a_page_is_one_query_without_count_or_offset(wares, django_assert_num_queries, direction):
    middle = list(walk(wares, ("price", "id"), 5))[2]
    with django_assert_num_queries(1) as captured:
        list(KeysetPage(wares, ordering=("price", "id"), cursor=getattr(middle, direction), page_size=5))
    sql = captured[0]["sql"].upper()
    assert "COUNT" not in sql
    assert "OFFSET" not in sql
    assert "LIMIT 6" in sql


def test_a_page_is_one_index_range(wares, django_assert_num_queries):
    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX ware_by_price ON common_ware (price, id)")
        cursor.execute("SET LOCAL enable_seqscan = off")
    first = KeysetPage(wares, ordering=("price", "id"), page_size=5)
    with django_assert_num_queries(1) as captured:
        KeysetPage(wares, ordering=("price", "id"), cursor=first.next_cursor, page_size=5)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {captured[0]['sql']}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Index Cond: (ROW(price, id) > ROW(" in plan
    assert "Sort" not in plan
    assert "Filter" not in plan


# --- cursors from strangers --------------------------------------------------------------------


def cursor_of(*parts):
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "%00",
        "é",
        "\x00",
        "====",
        "n" * 1001,
        cursor_of(),
        cursor_of("n"),
        cursor_of("n", "1000"),
        cursor_of("n", "1000", "1", "1"),
        cursor_of("q", "1000", "1"),
        cursor_of("n", 1000, 1),
        cursor_of("n", None, "1"),
        cursor_of("n", "1000", ""),
        cursor_of("n", "mahal", "1"),
        cursor_of("n", "1e3", "1"),
        cursor_of("n", "9" * 19, "1"),
        cursor_of("n", "-" + "9" * 30, "1"),
        cursor_of(["n"], "1000", "1"),
        base64.urlsafe_b64encode(b'{"n": 1}').decode(),
        base64.urlsafe_b64encode(b"[" * 700).decode(),
        base64.urlsafe_b64encode(b"\xff\xfe").decode(),
    ],
)
def test_a_cursor_not_made_here_is_a_clean_404(wares, cursor):
    with pytest.raises(InvalidCursor):
        KeysetPage(wares, ordering=("price", "id"), cursor=cursor)
    assert issubclass(InvalidCursor, Http404)


@pytest.mark.parametrize(
    ("ordering", "text"),
    [
        ("published_at", "kemarin"),
        ("published_at", "2026-13-01T00:00:00+00:00"),
        ("published_at", "2026-11-24T01:02:03"),
        ("published_at", "2026-11-24"),
        ("weight", "NaN"),
        ("weight", "Infinity"),
        ("weight", "satu"),
        ("name", "a\x00"),
        ("name", "\ud800"),
    ],
)
def test_a_cursor_with_an_impossible_value_is_a_clean_404(wares, ordering, text):
    with pytest.raises(InvalidCursor):
        KeysetPage(wares, ordering=(ordering, "id"), cursor=cursor_of("n", text, "1"))


@pytest.mark.parametrize("ordering", ORDERINGS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_no_cursor_breaks_the_page(wares, ordering, data):
    texts = data.draw(
        st.lists(
            st.text(max_size=8) | st.sampled_from(["0", "-1", "9" * 18, "2026-11-24T00:00:00Z"]),
            min_size=len(ordering),
            max_size=len(ordering),
        )
    )
    cursor = data.draw(st.text(max_size=30) | st.just(cursor_of(data.draw(st.sampled_from("np")), *texts)))
    with contextlib.suppress(InvalidCursor):
        KeysetPage(wares, ordering=ordering, cursor=cursor)


# --- orderings that cannot work ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("ordering", "why"), [(("-price", "id"), "all ascending or all descending"), (("price",), "unique")]
)
def test_an_ordering_without_one_index_range_is_a_programming_error(wares, ordering, why):
    with pytest.raises(ValueError, match=why):
        KeysetPage(wares, ordering=ordering)

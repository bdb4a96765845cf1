"""Search results page by page: names that hold the words first, each product once, forwards and back."""

import datetime

import pytest
from django.db.models import Q
from django.utils import timezone

from common.paging import InvalidCursor
from produk import search
from produk.models import Produk
from produk.tiers import TieredPage
from tests.factories import ProdukFactory, UsahaFactory

ORDERING = ("-published_at", "-id")


@pytest.fixture
def wares(db):
    seller = UsahaFactory(listed=True, name="Dapur Abon")
    start = timezone.now()
    return [
        ProdukFactory(
            listed=True,
            usaha=seller,
            name=f"{'Abon' if number % 3 == 0 else 'Sambal'} {number}",
            published_at=start + datetime.timedelta(minutes=number // 2),
        )
        for number in range(60)
    ]


def tiers():
    query = search.read("abon", is_literal=True).query
    return Q(search_name=query), Q(search_document=query) & ~Q(search_name=query)


def page(cursor="", conditions=None):
    listed = Produk.objects.listed()
    conditions = conditions or tiers()
    return TieredPage(listed.for_cards(), conditions, found=listed, ordering=ORDERING, cursor=cursor)


def expected():
    listed = Produk.objects.listed()
    return [row.name for tier in tiers() for row in listed.filter(tier).order_by(*ORDERING)]


def walk(cursor, step):
    while cursor is not None:
        current = page(cursor)
        yield current
        cursor = getattr(current, step)


def test_names_that_hold_the_word_come_first(wares):
    assert [row.name.split()[0] for row in page()] == ["Abon"] * 20 + ["Sambal"] * 4


def test_the_pages_are_one_list_without_gap_or_repetition(wares):
    assert [row.name for part in walk("", "next_cursor") for row in part] == expected()


def test_the_pages_lead_back_the_same_way(wares):
    *_, last = walk("", "next_cursor")
    back = [[row.name for row in part] for part in walk(last.previous_cursor, "previous_cursor")]
    forwards = [name for part in reversed(back) for name in part]
    assert forwards == expected()[: len(forwards)]
    assert len(forwards) == 48


def test_the_first_page_leads_nowhere_back(wares):
    assert page().previous_cursor is None


def test_a_page_is_one_statement(wares, django_assert_num_queries):
    cursor, conditions = page().next_cursor, tiers()
    with django_assert_num_queries(1):
        page(cursor, conditions)


@pytest.mark.parametrize("cursor", ["x", "7.abc", ".", "0.", "-1.abc", "1.!!", "0", "9" * 2000])
def test_a_cursor_made_elsewhere_is_refused(db, cursor):
    with pytest.raises(InvalidCursor):
        page(cursor)


def test_nothing_found_is_an_empty_page(db):
    empty = page()
    assert (empty.object_list, empty.next_cursor, empty.previous_cursor) == ([], None, None)

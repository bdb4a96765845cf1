"""Receipts as people write them: their numbers, and the goods on them."""

import pytest

from belanja_asn.nota import MOST_ITEMS, items_of, normalise_nota


@pytest.mark.parametrize("raw", ["012/A", "Nota No. 012/a", " 012/A ", "KWITANSI 012/A", "no 012/A"])
def test_two_ways_to_write_one_number_are_one(raw):
    assert normalise_nota(raw) == "012/A"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("keripik pisang", [("keripik pisang", 1)]),
        ("2 keripik pisang", [("keripik pisang", 2)]),
        ("2x keripik pisang", [("keripik pisang", 2)]),
        ("3 bungkus abon ikan", [("abon ikan", 3)]),
        ("abon ikan (4)", [("abon ikan", 4)]),
        ("abon ikan x 5", [("abon ikan", 5)]),
        ("- 2 kopi\n• kue", [("kopi", 2), ("kue", 1)]),
        ("1. kopi\n2. kue", [("kopi", 1), ("kue", 1)]),
        ("kopi; 2 kue", [("kopi", 1), ("kue", 2)]),
        ("0 kopi", [("kopi", 1)]),
        (" \n ;; ", []),
    ],
)
def test_goods_are_read_line_by_line(text, items):
    assert items_of(text) == items


def test_a_flood_of_lines_is_cut():
    assert len(items_of("kopi\n" * 1000)) == MOST_ITEMS

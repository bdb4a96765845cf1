"""Telephone numbers and postal codes."""

import pytest
from django.core.exceptions import ValidationError

from common.identifiers import (
    format_phone,
    mask_phone,
    normalise_phone,
    normalise_postal_code,
    normalise_rt,
    phone_warnings,
    postal_code_warnings,
    validate_phone,
    validate_postal_code,
    whatsapp_number,
)

MOBILE = "+6281234567890"


@pytest.mark.parametrize(
    "raw",
    [
        "0812-3456 7890",
        "0812-3456-7890",
        "081234567890",
        "81234567890",
        "81234567890.0",
        "'081234567890",
        "6281234567890",
        "62 812 3456 7890",
        "+6281234567890",
        "+62 812-3456-7890",
        "+62 (0)812 3456 7890",
        "62081234567890",
        "0062 812 3456 7890",
        "(0812) 3456.7890",
        "HP/WA: 0812 3456 7890",
        "０８１２３４５６７８９０",
    ],
)
def test_every_way_of_writing_a_number_is_the_same_number(raw):
    assert normalise_phone(raw) == MOBILE


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("", ""),
        ("-", ""),
        ("0", ""),
        ("tidak ada", ""),
        ("0464 21234", "+6246421234"),
        ("464 21234", "+6246421234"),
        ("0621-12345", "+6262112345"),
        ("+60 12 345 6789", "+60123456789"),
        ("0060123456789", "+60123456789"),
        ("62", "+62"),
    ],
)
def test_other_numbers_find_their_own_form(raw, tidy):
    assert normalise_phone(raw) == tidy


@pytest.mark.parametrize(
    "value", ["", MOBILE, "+6246421234", "+60123456789", "+12345678", "+123456789012345"]
)
def test_numbers_of_this_world_are_accepted(value):
    validate_phone(value)


@pytest.mark.parametrize("value", ["+1234567", "+1234567890123456", "081234567890", "+62812abc"])
def test_impossible_numbers_are_refused(value):
    with pytest.raises(ValidationError, match="0812-3456-7890"):
        validate_phone(value)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", None),
        ("+62" + "8" * 7, "tidak biasa"),
        ("+62" + "8" * 8, None),
        ("+62" + "8" * 12, None),
        ("+62" + "8" * 13, "tidak biasa"),
        ("+60123456789", "bukan nomor Indonesia"),
    ],
)
def test_odd_numbers_warn(value, said):
    assert [said in warning for warning in phone_warnings(value)] == ([True] if said else [])


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (MOBILE, "0812-3456-7890"),
        ("0812 3456 789", "0812-3456-789"),
        ("08123456", "0812-3456"),
        ("0464 21234", "0464-21234"),
        ("021 1234567", "021-1234567"),
        ("0311234567", "031-1234567"),
        ("+60123456789", "+60123456789"),
        ("", ""),
    ],
)
def test_number_is_shown_as_people_read_it(value, shown):
    assert format_phone(value) == shown


@pytest.mark.parametrize(
    ("value", "digits"),
    [(MOBILE, "6281234567890"), ("0812-3456-7890", "6281234567890"), ("0812", ""), ("", "")],
)
def test_whatsapp_takes_digits_without_plus_or_nought(value, digits):
    assert whatsapp_number(value) == digits


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (MOBILE, "08••••••7890"),
        ("0464 21234", "04•••1234"),
        ("081234", "••••••"),
        ("0812345", "•••••••"),
        ("08123456", "08••3456"),
        ("+60123456789", "+6••••••6789"),
        ("", ""),
    ],
)
def test_masked_number_shows_two_digits_and_four(value, shown):
    assert mask_phone(value) == shown


@pytest.mark.parametrize(
    ("value", "is_accepted"),
    [("", True), ("9468", True), ("94683", True), ("946830", False), ("9468A", False)],
)
def test_postal_code_holds_digits_and_no_more_than_five(value, is_accepted):
    if is_accepted:
        validate_postal_code(value)
    else:
        with pytest.raises(ValidationError, match="5 angka"):
            validate_postal_code(value)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("", None),
        (" 94 683 ", None),
        ("9468", "seharusnya 5 angka"),
        ("94679", "di luar wilayah"),
        ("94680", None),
        ("94694", None),
        ("94695", "di luar wilayah"),
    ],
)
def test_odd_postal_code_warns(raw, said):
    warnings = postal_code_warnings(normalise_postal_code(raw), local_range=("94680", "94694"))
    assert [said in warning for warning in warnings] == ([True] if said else [])


def test_without_a_range_every_postal_code_of_five_digits_is_fine():
    assert postal_code_warnings("10110") == []


@pytest.mark.parametrize(
    ("raw", "kept"),
    [("05", "05"), ("RT 05", "05"), ("rw. 002", "002"), ("RT/05", "/05"), ("3.0", "3"), ("", ""), ("RT", "")],
)
def test_rt_and_rw_are_kept_as_typed_without_their_label(raw, kept):
    assert normalise_rt(raw) == kept

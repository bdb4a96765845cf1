"""NIB, NPWP, NITKU, KBLI, NIK Koperasi."""

import pytest
from django.core.exceptions import ValidationError

from common.identifiers import (
    nik_koperasi_warnings,
    nitku_warnings,
    normalise_kbli,
    normalise_nib,
    normalise_nik_koperasi,
    normalise_nitku,
    normalise_npwp,
    validate_kbli,
    validate_nib,
    validate_npwp,
)


@pytest.mark.parametrize("raw", ["9120001234567", "NIB 9120 0012 34567", "9120001234567.0", "'9120001234567"])
def test_untidy_nib_becomes_thirteen_digits(raw):
    assert normalise_nib(raw) == "9120001234567"


@pytest.mark.parametrize("value", ["", "9120001234567"])
def test_nib_of_thirteen_digits_or_none_is_accepted(value):
    validate_nib(value)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("912000123456", "yang diisi 12 angka"),
        ("91200012345678", "NIB tanah"),
        ("912000123456789", "yang diisi 15 angka"),
        ("7209995203900001", "NIK KTP"),
        ("-", "hanya boleh berisi angka"),
        ("912000123456A", "hanya boleh berisi angka"),
    ],
)
def test_other_nib_is_refused_with_a_hint(value, said):
    with pytest.raises(ValidationError, match=said):
        validate_nib(value)


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("99.999.999.9-999.000", "999999999999000"),
        ("NPWP 99.999.999.9-999.000", "999999999999000"),
        ("0999999999999000", "0999999999999000"),
        ("7209995203900001.0", "7209995203900001"),
    ],
)
def test_npwp_keeps_the_noughts_of_its_branch(raw, tidy):
    assert normalise_npwp(raw) == tidy


@pytest.mark.parametrize(
    ("digits", "is_accepted"), [(14, False), (15, True), (16, True), (17, False), (0, True)]
)
def test_npwp_has_fifteen_or_sixteen_digits(digits, is_accepted):
    if is_accepted:
        validate_npwp("9" * digits)
    else:
        with pytest.raises(ValidationError, match="15 atau 16 angka"):
            validate_npwp("9" * digits)


@pytest.mark.parametrize(("value", "count"), [("", 0), ("9" * 21, 1), ("9" * 22, 0), ("9" * 23, 1)])
def test_nitku_of_another_length_warns(value, count):
    assert len(nitku_warnings(normalise_nitku(f" {value} "))) == count


@pytest.mark.parametrize("raw", ["10792", "KBLI 10792", "1.07.92", "10792.0"])
def test_untidy_kbli_becomes_five_digits(raw):
    assert normalise_kbli(raw) == "10792"


@pytest.mark.parametrize(
    ("value", "is_accepted"),
    [("", True), ("1261", False), ("01261", True), ("012610", False), ("C1079", False)],
)
def test_kbli_has_five_digits(value, is_accepted):
    if is_accepted:
        validate_kbli(value)
    else:
        with pytest.raises(ValidationError, match="KBLI"):
            validate_kbli(value)


def test_short_kbli_says_where_the_nought_went():
    with pytest.raises(ValidationError, match="diawali 0"):
        validate_kbli("1261")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("", None),
        ("7209010010001", None),
        ("NIK Koperasi: 7209 0100 10001", None),
        ("720901001000", "13 angka"),
        ("72090100100012", "13 angka"),
        ("7209995203900001", "NIK KTP"),
        ("7208010010001", "tidak diawali kode kabupaten ini (7209)"),
        ("-", None),
    ],
)
def test_odd_nik_koperasi_warns(raw, said):
    warnings = nik_koperasi_warnings(normalise_nik_koperasi(raw), district_code="72.09")
    assert [said in warning for warning in warnings] == ([True] if said else [])

import contextlib

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from common.rupiah import parse_rupiah
from common.templatetags.indonesia import angka, rupiah


@pytest.mark.parametrize(
    "raw",
    [
        "1250000",
        "1.250.000",
        "Rp1.250.000",
        "Rp 1.250.000",
        "Rp. 1.250.000",
        "rp 1.250.000,00",
        "1.250.000,-",
        "Rp1.250.000,--",
        "1250000-",
        "IDR 1250000",
        "1,250,000",
        "1,250,000.00",
        "1250000.0",
        "1250000.00",
        "1250000,0",
        "1 250 000",
        " '1250000 ",
        "1.250.000\u00a0",
        "1,25 jt",
        "1.25 juta",
        "1250 rb",
        "1250ribu",
        "1250 Ribu",
    ],
)
def test_every_way_of_writing_an_amount_is_the_same_amount(raw):
    assert parse_rupiah(raw) == 1_250_000


@pytest.mark.parametrize(
    ("raw", "amount"),
    [
        ("0", 0),
        ("00", 0),
        ("Rp0,00", 0),
        ("12.500", 12_500),
        ("999", 999),
        ("1.000", 1_000),
        ("15 rb", 15_000),
        ("1,5 M", 1_500_000_000),
        ("2 miliar", 2_000_000_000),
        ("2 milyar", 2_000_000_000),
        ("1 t", 10**12),
        ("1 triliun", 10**12),
        ("9" * 18, 10**18 - 1),
        ("-1.250.000", -1_250_000),
        ("Rp -1.250.000", -1_250_000),
        ("-Rp1.250.000", -1_250_000),
        ("(1.250.000)", -1_250_000),
        ("-1,5 jt", -1_500_000),
    ],
)
def test_amounts_are_read(raw, amount):
    assert parse_rupiah(raw) == amount


@pytest.mark.parametrize(
    "raw",
    ["", "-", "Rp", "abc", "1.25", "1.5", "12.50.000", "1,250", "1.250,50", "1250,5", "1.2500", "1..000", "--5", "1e6",
     "5 kg", "1 250 00", "1.250.000 1.000", "１２x", "∞"],
)  # fmt: skip
def test_what_is_no_whole_amount_is_refused_with_an_example(raw):
    with pytest.raises(ValidationError, match=r"Rp1\.250\.000"):
        parse_rupiah(raw)


@pytest.mark.parametrize("raw", ["1.250 jt", "1,250 juta"])
def test_a_short_form_with_two_readings_is_refused(raw):
    with pytest.raises(ValidationError, match="dua cara"):
        parse_rupiah(raw)


@pytest.mark.parametrize("raw", ["9" * 19, "1" + ".000" * 7, "9" * 5000])
def test_amounts_beyond_the_column_are_refused(raw):
    with pytest.raises(ValidationError, match="terlalu besar"):
        parse_rupiah(raw)


@pytest.mark.parametrize("raw", ["9999999999999999 t", "9" * 5000 + " jt"])
def test_short_forms_beyond_the_column_are_refused(raw):
    with pytest.raises(ValidationError):
        parse_rupiah(raw)


@given(st.text(st.characters(exclude_categories=[])) | st.text("0123456789.,-() Rprbjtm'", max_size=30))
def test_any_text_gives_an_amount_or_a_message(raw):
    with contextlib.suppress(ValidationError):
        assert abs(parse_rupiah(raw)) < 10**19


@given(st.integers(-(10**18) + 1, 10**18 - 1))
def test_what_we_print_we_can_read(amount):
    assert parse_rupiah(rupiah(amount)) == parse_rupiah(angka(amount)) == amount

"""P-IRT, BPOM, halal, merek."""

import datetime

import pytest

from common.identifiers import (
    Pirt,
    bpom_warnings,
    decode_pirt,
    format_pirt,
    halal_warnings,
    merek_warnings,
    normalise_bpom,
    normalise_halal,
    normalise_merek,
    normalise_pirt,
    pirt_warnings,
)

PIRT = "202720901012328"


@pytest.mark.parametrize(
    "raw",
    [
        PIRT,
        "2027209010123-28",
        "P-IRT No. 2027209010123-28",
        "PIRT 2027209010123 28",
        "P.IRT. No: 2027209010123–28",
        "SPP-IRT nomor 2027209010123-28",
        "202720901012328.0",
    ],
)
def test_untidy_pirt_becomes_fifteen_digits(raw):
    assert normalise_pirt(raw) == PIRT


def test_pirt_is_taken_apart():
    assert decode_pirt(PIRT) == Pirt(
        packaging="plastik",
        food_type="02",
        district_code="72.09",
        product_number="01",
        producer_number="0123",
        expiry_year=2028,
    )


@pytest.mark.parametrize("value", ["", PIRT[:14], PIRT + "1", "20272090101232X"])
def test_other_numbers_are_not_taken_apart(value):
    assert decode_pirt(value) is None


@pytest.mark.parametrize(
    ("value", "printed"), [(PIRT, "2027209010123-28"), ("P-IRT 12", "P-IRT 12"), ("", "")]
)
def test_pirt_is_printed_with_the_year_apart(value, printed):
    assert format_pirt(value) == printed


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", []),
        (PIRT, []),
        ("202720901012", ["12 angka"]),
        (PIRT[:14], ["15 angka"]),
        (PIRT + "1", ["15 angka"]),
        ("0" + PIRT[1:], ["jenis kemasan"]),
        ("1" + PIRT[1:], []),
        ("8" + PIRT[1:], []),
        ("9" + PIRT[1:], ["jenis kemasan"]),
        ("202720801012328", ["bukan 72.09"]),
        ("902720801012328", ["jenis kemasan", "bukan 72.09"]),
    ],
)
def test_odd_pirt_warns(value, said):
    warnings = pirt_warnings(value, district_code="72.09")
    assert len(warnings) == len(said)
    assert all(part in warning for part, warning in zip(said, warnings, strict=True))


@pytest.mark.parametrize(("year", "count"), [(2027, 1), (2028, 0), (2029, 1)])
def test_pirt_agrees_with_its_end_of_validity(year, count):
    warnings = pirt_warnings(PIRT, district_code="7209", valid_until=datetime.date(year, 5, 1))
    assert len(warnings) == count


@pytest.mark.parametrize(
    ("raw", "tidy", "count"),
    [
        ("MD 123456789012", "MD123456789012", 0),
        ("BPOM RI ML 1234-5678-9012", "ML123456789012", 0),
        ("md" + "1" * 11, "MD" + "1" * 11, 1),
        ("MD" + "1" * 16, "MD" + "1" * 16, 0),
        ("MD" + "1" * 17, "MD" + "1" * 17, 1),
        ("TR123456789012", "TR123456789012", 1),
        ("", "", 0),
    ],
)
def test_bpom_number_is_tidied_and_odd_ones_warn(raw, tidy, count):
    assert normalise_bpom(raw) == tidy
    assert len(bpom_warnings(tidy)) == count


@pytest.mark.parametrize(
    ("raw", "tidy", "said"),
    [
        ("", "", None),
        ("ID 8111 0000 1234567", "ID811100001234567", None),
        ("No. id81110000123", "ID81110000123", None),
        ("ID" + "1" * 10, "ID" + "1" * 10, None),
        ("ID" + "1" * 20, "ID" + "1" * 20, None),
        ("ID" + "1" * 9, "ID" + "1" * 9, "ID diikuti"),
        ("ID" + "1" * 21, "ID" + "1" * 21, "ID diikuti"),
        (" KH-001/2022 ", "KH-001/2022", "Ketetapan Halal"),
        ("MUI-LPPOM-20160012345", "MUI-LPPOM-20160012345", "MUI"),
        ("7212000  1230114", "7212000 1230114", "MUI"),
        ("1" * 13, "1" * 13, "ID diikuti"),
        ("1" * 17, "1" * 17, "MUI"),
        ("1" * 18, "1" * 18, "ID diikuti"),
    ],
)
def test_halal_number_keeps_old_shapes_and_says_so(raw, tidy, said):
    assert normalise_halal(raw) == tidy
    assert [said in warning for warning in halal_warnings(tidy)] == ([True] if said else [])


@pytest.mark.parametrize(
    ("raw", "tidy", "said"),
    [
        ("", "", None),
        ("idm 000 123 456", "IDM000123456", None),
        ("IDM00012345", "IDM00012345", "IDM diikuti 9 angka"),
        ("IDM0001234567", "IDM0001234567", "IDM diikuti 9 angka"),
        ("JID2022012345", "JID2022012345", "permohonan"),
        ("DID2022012345", "DID2022012345", "permohonan"),
        ("J00-2020-012345", "J002020012345", "permohonan"),
        ("D00.2020.012345", "D002020012345", "permohonan"),
        ("12345", "12345", "IDM diikuti 9 angka"),
    ],
)
def test_merek_number_tells_registration_from_application(raw, tidy, said):
    assert normalise_merek(raw) == tidy
    assert [said in warning for warning in merek_warnings(tidy)] == ([True] if said else [])

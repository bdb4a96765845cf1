"""NIK KTP and NIP. Every NIK here begins 720999: that kecamatan does not exist."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from common.identifiers import (
    format_nip,
    mask_nik,
    nik_warnings,
    nip_warnings,
    normalise_nik,
    normalise_nip,
    validate_nik,
    validate_nip,
)

WOMAN = "7209995203900001"  # 12 March 1990
MAN = "7209991203900001"


@pytest.mark.parametrize(
    "raw",
    [
        "7209995203900001",
        "7209 9952 0390 0001",
        "720999.520390.0001",
        "7209995203900001.0",
        "'7209995203900001",
        "’7209995203900001 ",
        " NIK: 7209995203900001",
        "nik ktp no. 7209995203900001",
        "７２０９９９５２０３９００００１",
        "\ufeff7209\u200b995203900001",
        "7209–9952–0390–0001",
    ],
)
def test_untidy_nik_becomes_sixteen_digits(raw):
    assert normalise_nik(raw) == WOMAN


def test_two_nik_in_one_cell_are_not_joined():
    assert normalise_nik("7209995203900001, 7209991203900001") == "7209995203900001,7209991203900001"


@pytest.mark.parametrize("value", ["", "7209995203900001"])
def test_nik_of_sixteen_digits_and_no_nik_at_all_are_accepted(value):
    validate_nik(value)


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("720999520390000", "harus 16 angka, yang diisi 15 angka"),
        ("72099952039000012", "harus 16 angka, yang diisi 17 angka"),
        ("720999520390000O", "hanya boleh berisi angka"),
        ("7209995203900٠٠١", "hanya boleh berisi angka"),
        ("72E+15", "dibulatkan oleh Excel"),
    ],
)
def test_nik_of_another_shape_is_refused_with_the_reason(value, problem):
    with pytest.raises(ValidationError, match=problem) as refused:
        validate_nik(value)
    assert value not in refused.value.message


@pytest.mark.parametrize("value", ["", "123", "72099952039000012"])
def test_what_is_no_nik_gets_no_further_warnings(value):
    assert nik_warnings(value) == []


@pytest.mark.parametrize(
    "value",
    [
        WOMAN,
        MAN,
        "1109991203900001",
        "9609991203900001",
        "7209992902000001",  # 29 February 2000 was a day, in 1900 it was not.
        "7209996902960001",
        "7209993112900001",
        "7209997101900001",
    ],
)
def test_plausible_nik_has_no_warning(value):
    assert nik_warnings(value) == []


@pytest.mark.parametrize(
    "province", ["10", "20", "22", "30", "37", "54", "66", "77", "80", "83", "90", "97", "00"]
)
def test_unknown_province_warns(province):
    assert nik_warnings(province + WOMAN[2:]) == [
        "Dua angka pertama NIK KTP bukan kode provinsi. Periksa kembali pada KTP."
    ]


@pytest.mark.parametrize(
    "born",
    ["001290", "321290", "401290", "721290", "010090", "011390", "310490", "710490", "290290", "300200"],
)
def test_impossible_birth_date_warns(born):
    warnings = nik_warnings(f"720999{born}0001")
    assert warnings == ["Angka ke-7 sampai ke-12 NIK KTP bukan tanggal lahir. Periksa kembali pada KTP."]


@pytest.mark.parametrize(
    ("value", "sex", "agrees"),
    [
        (WOMAN, "P", True),
        (WOMAN, "L", False),
        (MAN, "L", True),
        (MAN, "P", False),
        (WOMAN, None, True),
        (MAN, "", True),
    ],
)
def test_sex_in_the_nik_is_compared_with_the_stated_one(value, sex, agrees):
    assert (nik_warnings(value, jenis_kelamin=sex) == []) is agrees


@pytest.mark.parametrize(
    ("value", "born", "agrees"),
    [
        (WOMAN, datetime.date(1990, 3, 12), True),
        (MAN, datetime.date(1990, 3, 12), True),
        (MAN, datetime.date(1990, 3, 11), False),
        (MAN, datetime.date(1990, 4, 12), False),
        (MAN, datetime.date(1991, 3, 12), False),
        ("7209990101050001", datetime.date(2005, 1, 1), True),
    ],
)
def test_birth_date_in_the_nik_is_compared_with_the_stated_one(value, born, agrees):
    assert (nik_warnings(value, tanggal_lahir=born) == []) is agrees


def test_impossible_date_is_not_reported_twice():
    assert len(nik_warnings("7209990013900001", tanggal_lahir=datetime.date(1990, 3, 12))) == 1


@pytest.mark.parametrize(("serial", "count"), [("0000", 1), ("0001", 0), ("9999", 0)])
def test_serial_begins_at_one(serial, count):
    assert len(nik_warnings(WOMAN[:12] + serial)) == count


def test_all_that_is_wrong_is_said_at_once():
    warnings = nik_warnings("0009995203900000", jenis_kelamin="L", tanggal_lahir=datetime.date(1980, 1, 1))
    assert len(warnings) == 4


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (WOMAN, "••••••••••••0001"),
        ("7209 9952 0390 0001", "••••••••••••0001"),
        ("72099952", "••••9952"),
        ("7209995", "•••••••"),
        ("1234", "••••"),
        ("", ""),
    ],
)
def test_nik_shows_only_its_last_four_digits(value, shown):
    assert mask_nik(value) == shown


NIP = "197512291999022001"


@pytest.mark.parametrize(
    "raw", [NIP, "19751229 199902 2 001", "NIP. 19751229 199902 2 001", "NI PPPK 197512291999022001"]
)
def test_untidy_nip_becomes_eighteen_digits(raw):
    assert normalise_nip(raw) == NIP


@pytest.mark.parametrize("value", ["", NIP])
def test_a_nip_of_eighteen_digits_is_taken(value):
    validate_nip(value)


@pytest.mark.parametrize("value", [NIP[:17], f"{NIP}1", "19751229199902200A"])
def test_a_nip_that_cannot_be_is_refused_without_repeating_it(value):
    with pytest.raises(ValidationError, match="NIP") as refusal:
        validate_nip(value)
    assert value not in str(refusal.value)


@pytest.mark.parametrize(
    ("value", "count"),
    [
        ("", 0),
        (NIP, 0),
        ("197512292021212001", 0),  # PPPK: no month 21 to complain of.
        (NIP[:17], 1),
        (NIP + "1", 1),
        ("19751229199902200X", 1),
        ("197513291999022001", 1),
        ("197502301999022001", 1),
        ("187512291999022001", 1),
        ("197512291999020001", 1),
        ("197512291999023001", 1),
        ("197512291999021001", 0),
        ("000000000000000000", 2),
    ],
)
def test_odd_nip_warns_and_is_never_refused(value, count):
    assert len(nip_warnings(value)) == count


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (NIP, "19751229 199902 2 001"),
        ("19751229 199902 2 001", "19751229 199902 2 001"),
        ("12 34", "12 34"),
        ("", ""),
    ],
)
def test_nip_is_printed_in_four_groups(value, printed):
    assert format_nip(value) == printed

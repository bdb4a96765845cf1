import datetime

import pytest

from legalitas.choices import JenisSertifikat
from legalitas.nomor import normalise_number, number_errors, number_warnings


@pytest.mark.parametrize(
    ("jenis", "raw", "tidy"),
    [
        ("pirt", "P-IRT No. 2027209010123-28", "202720901012328"),
        ("bpom", "BPOM RI MD 1234 5678 9012", "MD123456789012"),
        ("halal", "id 8111 0000 123", "ID81110000123"),
        ("merek", "IDM 000.123.456", "IDM000123456"),
        ("nib", "NIB 9120001234567", "9120001234567"),
        ("nik_koperasi", "7209 0100 10001", "7209010010001"),
        ("shat", " M. 123 / Labuan ", "M 123 LABUAN"),
        ("shat", "m no.123/labuan", "M 123 LABUAN"),
        ("shat", "1912 0101-234567", "19120101234567"),
        ("shat", "-", ""),
        ("lainnya", " 12/A-3 ", "12/A-3"),
        ("pelatihan", "", ""),
    ],
)
def test_each_kind_has_its_own_tidy_form(jenis, raw, tidy):
    assert normalise_number(jenis, raw) == tidy


@pytest.mark.parametrize("jenis", JenisSertifikat.values)
def test_no_number_is_no_error_and_no_warning(jenis):
    assert number_errors(jenis, "") == number_warnings(jenis, "", district_code="72.09") == []


@pytest.mark.parametrize("jenis", JenisSertifikat.values)
@pytest.mark.parametrize("value", ["-", "belum ada", "ID"])
def test_a_number_without_a_digit_is_impossible(jenis, value):
    assert number_errors(jenis, value) == [
        "Nomor harus memuat angka. Bila nomornya belum ada, kosongkan isian ini."
    ]


@pytest.mark.parametrize("jenis", sorted(set(JenisSertifikat.values) - {"nib"}))
def test_odd_numbers_are_no_errors(jenis):
    assert number_errors(jenis, "X1") == []


@pytest.mark.parametrize(
    ("value", "count"), [("912000123456", 1), ("9120001234567", 0), ("91200012345678", 1)]
)
def test_nib_has_thirteen_digits(value, count):
    assert len(number_errors("nib", value)) == count


@pytest.mark.parametrize(
    ("jenis", "value", "said"),
    [
        ("pirt", "202720901012328", None),
        ("pirt", "202720801012328", "72.08"),
        ("nik_koperasi", "7209010010001", None),
        ("nik_koperasi", "7208010010001", "7209"),
        ("halal", "KH1", "Ketetapan"),
        ("bpom", "1", "MD atau ML"),
        ("merek", "1", "IDM"),
        ("shat", "12345678901234", None),
        ("shat", "1234567890123", "NIB usaha"),
        ("shat", "123456789012345", "14 angka"),
        ("shat", "123", "14 angka"),
        ("shat", "M 123 Labuan", None),
        ("shat", "HM 12345678", None),
        ("shat", "HM 123456789", "14 angka"),
        ("sni", "1", None),
        ("nib", "1", None),
        ("lainnya", "1", None),
    ],
)
def test_odd_numbers_warn_by_kind(jenis, value, said):
    warnings = number_warnings(jenis, value, district_code="72.09")
    assert [said in warning for warning in warnings] == ([True] if said else [])


def test_pirt_is_compared_with_its_end_of_validity():
    until = datetime.date(2029, 1, 1)
    assert len(number_warnings("pirt", "202720901012328", district_code="72.09", valid_until=until)) == 1

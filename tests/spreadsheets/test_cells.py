"""What a cell means, in all the ways that offices write it."""

import datetime
from decimal import Decimal

import pytest

from common.identifiers import normalise_kbli, normalise_nib, validate_kbli, validate_nib
from spreadsheets.columns import Column, Reads
from spreadsheets.reading.amounts import Band, parse_band
from spreadsheets.reading.cells import read
from spreadsheets.reading.parser import UNCOMPUTED

NIB = Column("nib", "NIB", Reads.IDENTIFIER, normalise=normalise_nib, validate=validate_nib)
KBLI = Column("kbli", "KBLI", Reads.IDENTIFIER, normalise=normalise_kbli, validate=validate_kbli, digits=5)
SCHOOL = Column(
    "pendidikan", "Pendidikan", Reads.CHOICE,
    choices=(("tidak_sekolah", "Tidak sekolah"), ("sma", "SMA/SMK"), ("s1", "S1"), ("perseorangan", "Perseorangan")),
    words={"SLTA": "sma", "tidak ada": "tidak_sekolah"},
)  # fmt: skip


def column(kind, **options):
    return Column("kolom", "Kolom", kind, **options)


def value(cell, kind, **options):
    found, problems = read(cell, kind if isinstance(kind, Column) else column(kind, **options))
    assert problems == []
    return found


def problem(cell, kind):
    found, problems = read(cell, kind if isinstance(kind, Column) else column(kind))
    assert len(problems) == 1
    return found, problems[0].level, f"{problems[0].text} {problems[0].advice}"


def error(cell, kind):
    found, level, text = problem(cell, kind)
    assert (found, level) == (None, "error")
    return text


def warned(cell, kind):
    found, level, text = problem(cell, kind)
    assert level == "warning"
    return found, text


# --- none ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell",
    [None, "", "  ", "\u00a0", "-", "--", "—", ".", "…", "?", "BELUM ADA", "Tidak ada", "tdk ada",
     "belum punya", "NIHIL", "n/a",
     "null", "(kosong)", "0", "0.0", "'-", "blm ada", "Tidak Ada Data", 0, 0.0, float("nan")],
)  # fmt: skip
@pytest.mark.parametrize(
    "kind", [Reads.TEXT, Reads.NIK, Reads.PHONE, Reads.RUPIAH, Reads.DATE, Reads.SEX, NIB]
)
def test_every_word_for_none_is_none(cell, kind):
    assert value(cell, kind) is None


@pytest.mark.parametrize(("cell", "count"), [("0", 0), (0.0, 0), ("-", None), ("belum ada", None)])
def test_a_count_of_nought_is_an_answer(cell, count):
    assert value(cell, Reads.INTEGER) == count


def test_a_column_may_say_that_nought_is_an_answer():
    assert value("Rp 0", Reads.RUPIAH, is_zero_kept=True) == 0
    assert value("Rp 0", Reads.RUPIAH) is None
    assert value("Rp. -", Reads.RUPIAH) is None


@pytest.mark.parametrize(
    "name", ["Tidak Asing", "Nihaya", "Xena", "Belumai Jaya", "Kosong Delapan", "Nana", "Samad", "I Made"]
)
def test_names_that_begin_like_none_are_names(name):
    assert value(name, Reads.TEXT) == name


def test_a_choice_may_be_called_like_none():
    assert value("TIDAK ADA", SCHOOL) == "tidak_sekolah"


@pytest.mark.parametrize("cell", ["sda", "s.d.a.", '"', "idem", "Sama dengan atas"])
def test_a_reference_to_the_row_above_is_refused(cell):
    assert "baris di atasnya" in error(cell, Reads.TEXT)


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#DIV/0!", "####", "Err:502", UNCOMPUTED])
@pytest.mark.parametrize("kind", [Reads.TEXT, Reads.RUPIAH, Reads.NIK])
def test_a_failed_formula_is_told(cell, kind):
    assert "Rumus" in error(cell, kind)


# --- numbers that are names ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell", ["7209995203900001", "'7209995203900001", "7209 9952 0390 0001", "NIK: 7209995203900001"]
)
def test_a_nik_is_read_through_its_dress(cell):
    assert value(cell, Reads.NIK) == "7209995203900001"


@pytest.mark.parametrize(
    "cell", [7209995203900010.0, 7209995203900010, "7209995203900010.0", "7.20999520390E+15", "7,2E+15"]
)
def test_a_nik_in_a_numeric_cell_is_refused_with_the_reason(cell):
    assert "15 angka" in error(cell, Reads.NIK)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [("720999520390001", "16 angka"), (720999520390001.0, "16 angka"), ("72099952039OOOO1", "angka"), (True, "TRUE"),
     (datetime.date(2020, 1, 1), "tanggal"), ("7209995203900001 / 7209995203900002", "lebih dari satu")],
)  # fmt: skip
def test_what_is_no_nik_is_refused(cell, reason):
    assert reason in error(cell, Reads.NIK)


def test_no_message_repeats_a_nik():
    for cell in ("7209995203900001 / 7209995203900002", "72099952039000011", 7209995203900010.0):
        assert "72099952039" not in error(cell, Reads.NIK)


@pytest.mark.parametrize("cell", ["0220001234567", "'0220001234567", "02.2000.1234567", 1220001234567.0])
def test_a_nib_is_read_through_its_dress(cell):
    assert value(cell, NIB)[-12:] == "220001234567"


def test_a_nib_of_another_length_is_refused():
    assert "13 angka" in error("883788018030", NIB)


def test_a_column_may_leave_out_what_it_cannot_use():
    found, text = warned("883788018030", Column(**{**vars_of(NIB), "is_dropped_on_error": True}))
    assert found is None
    assert "tidak disimpan" in text


def vars_of(each):
    return {name: getattr(each, name) for name in each.__dataclass_fields__}


def test_zeros_that_a_numeric_cell_lost_are_put_back():
    assert warned(1261.0, KBLI)[0] == "01261"
    assert "angka" in error("1261", KBLI)


@pytest.mark.parametrize(
    ("cell", "number"),
    [("0812-0000-0001", "+6281200000001"), (81200000001.0, "+6281200000001"), ("81200000001", "+6281200000001"),
     ("+62 812 0000 0001", "+6281200000001"), ("'081200000001", "+6281200000001"),
     ("081200000001 / 081200000001", "+6281200000001")],
)  # fmt: skip
def test_a_phone_is_read_with_its_zero_lost_or_not(cell, number):
    assert value(cell, Reads.PHONE) == number


@pytest.mark.parametrize(
    "cell", ["081200000001 / 081200000002", "081200000001,081200000002", "081200000001\n081200000002"]
)
def test_of_several_phones_the_first_is_kept_and_told(cell):
    assert warned(cell, Reads.PHONE)[0] == "+6281200000001"


def test_words_instead_of_a_phone_are_told():
    assert warned("punya anaknya", Reads.PHONE)[0] is None


# --- amounts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "amount"),
    [("Rp. 1.000.000,00", 1_000_000), ("Rp. 999.999.999", 999_999_999), ("1.250.000", 1_250_000), ("12,0 jt",
     12_000_000),
     (750000.0, 750_000), (750000, 750_000), ("750000.0", 750_000), ("15 rb", 15_000), ("1.000.000,-", 1_000_000)],
)  # fmt: skip
def test_money_is_read_in_every_writing(cell, amount):
    assert value(cell, Reads.RUPIAH) == amount


@pytest.mark.parametrize(
    "cell", ["banyak", "1.250 jt", "500rb/hari", "1,2,3", True, datetime.date(2020, 1, 1), 1e18, float("inf")]
)
def test_what_is_no_amount_is_refused(cell):
    error(cell, Reads.RUPIAH)


def test_an_amount_of_a_day_is_asked_about():
    assert "hari" in error("Rp 500.000/hari", Reads.RUPIAH)


@pytest.mark.parametrize("cell", ["< 1M", "1 M - 5 M", "di atas 50 juta", "500 - 750 juta"])
def test_a_band_is_no_amount_but_no_error(cell):
    found, text = warned(cell, Reads.RUPIAH)
    assert found is None
    assert "rentang" in text


@pytest.mark.parametrize(
    ("text", "band"),
    [("< 1M", Band(None, 10**9)), ("kurang dari 5 juta", Band(None, 5_000_000)), ("> 15 M", Band(15 * 10**9, None)),
     ("50 juta ke atas", Band(50_000_000, None)), ("Rp 1.000.000 s/d Rp 5.000.000", Band(1_000_000, 5_000_000)),
     ("500 - 750 juta", Band(500_000_000, 750_000_000)), ("5 juta", None), ("9 - 3", None), ("abc - def", None)],
)  # fmt: skip
def test_bands_are_taken_apart(text, band):
    assert parse_band(text) == band


@pytest.mark.parametrize(
    ("cell", "count"), [("3", 3), (3.0, 3), ("3 orang", 3), ("1.250", 1250), ("3,0", 3), ("12 org", 12)]
)
def test_counts_are_read(cell, count):
    assert value(cell, Reads.INTEGER) == count


@pytest.mark.parametrize("cell", ["tiga", "2,5", 2.5, -1, "-1", "3 / 4", 10**12, True, float("inf")])
def test_what_is_no_count_is_refused(cell):
    error(cell, Reads.INTEGER)


@pytest.mark.parametrize(
    ("cell", "number"),
    [("-0,8712", "-0.8712"), ("121.58", "121.58"), (-0.87, "-0.87"), ("'-0.87", "-0.87"), (121, "121")],
)
def test_measures_are_read_with_comma_or_point(cell, number):
    assert value(cell, Reads.DECIMAL) == Decimal(number)


# --- dates --------------------------------------------------------------------------------------

BORN = datetime.date(1990, 2, 12)


@pytest.mark.parametrize(
    "cell",
    ["12-02-1990", "12/2/1990", "12.02.1990", "12 Februari 1990", "12 Pebruari 1990", "1990-02-12",
     "1990-02-12 00:00:00",
     "12 - 02 - 1990", "12Feb1990", "Senin, 12 Februari 1990", "12 Febuari 1990", "12/02/1990 08:30", 32916,
     32916.0, "32916",
     BORN, datetime.datetime(1990, 2, 12, 8, 30)],
)  # fmt: skip
def test_a_date_is_read_in_every_shape(cell):
    assert value(cell, Reads.DATE) == BORN


@pytest.mark.parametrize(
    "cell",
    ["12--1990", "31-02-1990", "02/25/1990", "12-02-90", "1990", 1990, 5, 10**9, "besok", datetime.date(1800,
     1, 1), True,
     datetime.time(8, 30)],
)  # fmt: skip
def test_what_is_no_date_is_refused(cell):
    error(cell, Reads.DATE)


def test_a_place_before_the_date_is_told():
    assert warned("Ampana, 12-02-1990", Reads.DATE)[0] == BORN


def test_a_date_of_noughts_is_none():
    assert value("0000-00-00", Reads.DATE) is None


@pytest.mark.parametrize(
    "cell", [2019, 2019.0, "2019", "Tahun 2019", "2019.0", datetime.date(2019, 5, 1), "1 Mei 2019"]
)
def test_a_year_is_read(cell):
    assert value(cell, Reads.YEAR) == 2019


@pytest.mark.parametrize("cell", [19, "2019/2020", 2019.5, "lama", 43586])
def test_what_is_no_year_is_refused(cell):
    error(cell, Reads.YEAR)


# --- words --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "text"),
    [("  Sitti   Contoh ", "Sitti Contoh"), ("Jl. Trans\nDusun I", "Jl. Trans, Dusun I"), ("a,\nb", "a, b"),
     (12.0, "12"), (3, "3"),
     ("Cafe\u0301", "Café"), ("'=SUM(A1)", "=SUM(A1)"), ("'+62 x", "+62 x"), ("'Aisyah", "'Aisyah"),
     ("NI\u00a0LUH", "NI LUH"),
     ("a_x000D_\nb", "a, b"), (0.5, "0,5"), (True, "Ya")],
)  # fmt: skip
def test_text_becomes_one_tidy_line(cell, text):
    assert value(cell, Reads.TEXT) == text


@pytest.mark.parametrize("cell", ["a\x00b", "a\x07b", "a\u202eb", "a\ud800b"])
def test_hidden_characters_are_refused(cell):
    error(cell, Reads.TEXT)


def test_text_that_excel_made_a_date_is_told():
    assert warned(datetime.date(2025, 4, 3), Reads.TEXT)[0] == "03-04-2025"


def test_long_text_keeps_its_lines():
    assert value("a\r\nb", Reads.LONG_TEXT) == "a\nb"


def test_lists_are_taken_apart():
    assert value("NIB,PIRT", Reads.LIST) == ["NIB", "PIRT"]
    assert value("1. Pemasaran\n2. Kemasan; -", Reads.LIST) == ["Pemasaran", "Kemasan"]


@pytest.mark.parametrize(
    ("cell", "sex"),
    [("L", "L"), ("lk", "L"), ("Laki-laki", "L"), ("LAKI – LAKI", "L"), ("pria", "L"), (1, "L"), ("1", "L"),
     ("P", "P"), ("Pr.", "P"),
     ("Perempuan", "P"), ("PEREMPAUN", "P"), ("wanita", "P"), (2.0, "P")],
)  # fmt: skip
def test_sex_is_read_in_every_writing(cell, sex):
    assert value(cell, Reads.SEX) == sex


@pytest.mark.parametrize("cell", ["L/P", "3", "x y", 7])
def test_what_is_no_sex_is_refused(cell):
    error(cell, Reads.SEX)


@pytest.mark.parametrize(
    ("cell", "answer"),
    [("Ya", True), ("√", True), (True, True), (1, True), ("ada", True), ("Tidak", False), (0, False), ("0",
     False), ("belum ada", False),
     ("-", None), ("", None)],
)  # fmt: skip
def test_yes_and_no_are_told_from_nothing(cell, answer):
    assert value(cell, Reads.YES_NO) is answer


@pytest.mark.parametrize(
    ("cell", "choice"),
    [
        ("SMA", "sma"),
        ("slta", "sma"),
        ("SMA / SMK", "sma"),
        ("S-1", "s1"),
        ("PERSEORANGAN (BELUM ADA LEGALITAS)", "perseorangan"),
    ],
)
def test_choices_are_read(cell, choice):
    assert value(cell, SCHOOL) == choice


def test_a_misspelt_choice_is_taken_and_told():
    assert warned("Perseorngan", SCHOOL)[0] == "perseorangan"


@pytest.mark.parametrize("cell", ["S9", "SMA, S1", "Handicraft"])
def test_an_unknown_choice_is_refused_with_those_that_exist(cell):
    assert "Tidak sekolah, SMA/SMK" in error(cell, SCHOOL)

import csv
import datetime
import io
import tempfile
import tracemalloc
from decimal import Decimal

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from spreadsheets.sheet import Kind, Section, Sheet, SheetColumn, cell
from spreadsheets.writing import write_csv
from spreadsheets.xlsx import stream_xlsx, write_xlsx

AT = datetime.datetime(2026, 11, 23, 1, 30, tzinfo=datetime.UTC)
COLUMNS = (
    SheetColumn("Nama"),
    SheetColumn("NIB", Kind.IDENTIFIER),
    SheetColumn("L", Kind.NUMBER, group="Anggota"),
    SheetColumn("P", Kind.NUMBER, group="Anggota"),
    SheetColumn("Nilai", Kind.RUPIAH),
    SheetColumn("Capaian", Kind.PERCENT),
    SheetColumn("Tanggal", Kind.DATE),
)
ROW = ("Kopra Jaya", "0220001234567", 3, 4, 1250000, Decimal("87.5"), datetime.date(2022, 7, 6))
DANGEROUS = [
    f"{start}cmd|' /C calc'!A0" for start in ("=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠")
]


def one_column(*values, kind=Kind.TEXT, **parts):
    return Sheet(columns=[SheetColumn("Isi", kind)], rows=[(value,) for value in values], **parts)


def xlsx(sheet):
    with write_xlsx(sheet, written_at=AT) as file:
        return openpyxl.load_workbook(io.BytesIO(file.read())).active


def csv_lines(sheet):
    text = b"".join(write_csv(sheet)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


# --- formulas -------------------------------------------------------------------------------


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula_in_either_file(text):
    sheet = one_column(text)

    assert csv_lines(sheet)[1] == [f"'{text}"]
    assert xlsx(sheet)["A2"].data_type == "s"
    assert xlsx(sheet)["A2"].value.startswith("'")


@pytest.mark.parametrize("part", ["head", "notes"])
def test_lines_around_the_table_are_defused_too(part):
    sheet = one_column("a", **{part: ["=1+1"]})

    assert ["'=1+1"] in csv_lines(sheet)
    assert "'=1+1" in [row[0].value for row in xlsx(sheet)]


def test_labels_and_sections_are_defused_too():
    sheet = Sheet(columns=[SheetColumn("=L", group="=G")], rows=[Section("=S")])

    assert csv_lines(sheet) == [["'=G – =L"], ["'=S"]]
    assert [row[0].value for row in xlsx(sheet)] == ["'=G", "'=L", "'=S"]


def test_a_negative_number_is_a_number_and_no_danger():
    sheet = one_column(-5, kind=Kind.NUMBER)

    assert csv_lines(sheet)[1] == ["-5"]
    assert xlsx(sheet)["A2"].value == -5


# --- values ---------------------------------------------------------------------------------


def test_xlsx_cells_keep_their_types():
    sheet = xlsx(Sheet(columns=COLUMNS, rows=[ROW]))
    values = [item.value for item in sheet[3]]

    assert values == ["Kopra Jaya", "0220001234567", 3, 4, 1250000, 87.5, datetime.datetime(2022, 7, 6)]
    assert [item.number_format for item in sheet[3]][1:] == [
        "@",
        "#,##0",
        "#,##0",
        '"Rp"#,##0',
        '0.00" %"',
        "[$-421]d mmmm yyyy",
    ]


def test_csv_cells_are_what_indonesian_excel_reads():
    assert csv_lines(Sheet(columns=COLUMNS, rows=[ROW]))[1] == [
        "Kopra Jaya",
        "'0220001234567",
        "3",
        "4",
        "1250000",
        "87,5",
        "2022-07-06",
    ]


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (None, Kind.NUMBER, ""),
        (True, Kind.TEXT, "Ya"),
        (False, Kind.NUMBER, "Tidak"),
        (2022, Kind.TEXT, 2022),
        (1234567, Kind.IDENTIFIER, "1234567"),
        (7209990101010001, Kind.NUMBER, "7209990101010001"),
        (float("nan"), Kind.NUMBER, "nan"),
        (datetime.date(1899, 12, 31), Kind.DATE, "1899-12-31"),
        (AT, Kind.DATE, datetime.datetime(2026, 11, 23, 9, 30)),
    ],
)
def test_a_value_is_stored_as_what_it_is(value, kind, expected):
    assert cell(value, kind) == expected


def test_identifiers_with_letters_need_no_apostrophe_in_csv():
    assert csv_lines(one_column("ID72110001234567", kind=Kind.IDENTIFIER))[1] == ["ID72110001234567"]


def test_separators_quotes_and_line_ends_stay_inside_their_cell():
    text = 'satu; "dua"\r\ntiga'

    assert csv_lines(one_column(text))[1] == [text]


def test_a_lone_surrogate_does_not_break_the_file_off():
    assert csv_lines(one_column("A\ud800", "B"))[2] == ["B"]


def test_a_text_longer_than_excel_allows_is_cut_where_one_sees_it():
    value = xlsx(one_column("a" * 40_000))["A2"].value

    assert (len(value), value[-1]) == (32_767, "…")


# --- the file -------------------------------------------------------------------------------


def test_title_filter_and_time_stand_above_the_table():
    sheet = one_column("a", head=["REKAP", "TAHUN 2022", "Dicetak kini"])

    assert [row[0].value for row in xlsx(sheet)] == ["REKAP", "TAHUN 2022", "Dicetak kini", None, "Isi", "a"]
    assert csv_lines(sheet) == [["REKAP"], ["TAHUN 2022"], ["Dicetak kini"], [], ["Isi"], ["a"]]


def test_the_header_of_an_xlsx_stays_in_sight_on_screen_and_paper():
    sheet = xlsx(Sheet(columns=COLUMNS, rows=[ROW], head=["REKAP"]))

    assert sheet.freeze_panes == "A5"
    assert sheet.print_title_rows == "$3:$4"


def test_grouped_columns_share_one_label():
    sheet = xlsx(Sheet(columns=COLUMNS, rows=[ROW]))

    assert [str(area) for area in sheet.merged_cells.ranges] == ["C1:D1"]
    assert [item.value for item in sheet[1]] == [None, None, "Anggota", None, None, None, None]
    assert [item.value for item in sheet[2]][2:4] == ["L", "P"]


def test_totals_stay_out_of_the_filter():
    sheet = xlsx(one_column(1, 2, kind=Kind.NUMBER, totals=(3,)))

    assert sheet.auto_filter.ref == "A1:A3"
    assert sheet["A4"].value == 3
    assert sheet["A4"].font.bold


def test_an_empty_sheet_still_has_its_header():
    assert [row[0].value for row in xlsx(one_column())] == ["Isi"]


def test_the_same_sheet_gives_the_same_file():
    def data():
        with write_xlsx(Sheet(columns=COLUMNS, rows=[ROW]), written_at=AT) as file:
            return file.read()

    assert data() == data()


def test_a_sheet_that_fails_leaves_nothing_on_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    with pytest.raises(ValueError, match="zip"):
        write_xlsx(Sheet(columns=COLUMNS, rows=[ROW, ("satu",)]), written_at=AT)
    assert list(tmp_path.iterdir()) == []


def test_a_row_of_the_wrong_length_is_refused():
    with pytest.raises(ValueError, match="zip"):
        xlsx(Sheet(columns=COLUMNS, rows=[("satu",)]))


def test_a_sheet_beyond_excels_last_row_is_refused_not_cut(monkeypatch):
    monkeypatch.setattr("spreadsheets.xlsx.LAST_ROW", 3)

    assert [row[0].value for row in xlsx(one_column("a", "b"))] == ["Isi", "a", "b"]
    with pytest.raises(OverflowError, match="tidak muat"):
        write_xlsx(one_column("a", "b", "c"), written_at=AT)


def test_rows_are_written_as_they_come():
    seen = []

    def rows():
        for number in range(3):
            seen.append(number)
            yield (number,)

    lines = write_csv(Sheet(columns=[SheetColumn("No", Kind.NUMBER)], rows=rows()))
    next(lines)
    next(lines)
    assert seen == []
    next(lines)
    assert seen == [0]


def test_a_long_sheet_needs_little_memory():
    rows = ((f"Usaha {number}", number) for number in range(20_000))
    tracemalloc.start()
    write_xlsx(
        Sheet(columns=[SheetColumn("Nama"), SheetColumn("Nilai", Kind.RUPIAH)], rows=rows), written_at=AT
    ).close()
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 8_000_000


def test_an_xlsx_leaves_while_its_rows_are_read():
    seen = []

    def rows():
        for number in range(20_000):
            seen.append(number)
            yield (f"Usaha {number * 7919 % 20_011}", number)

    columns = [SheetColumn("Nama"), SheetColumn("Nilai", Kind.RUPIAH)]
    pieces = stream_xlsx(Sheet(columns=columns, rows=rows()), written_at=AT)
    first = next(pieces)
    assert first.startswith(b"PK")
    assert len(seen) < 20_000
    sheet = openpyxl.load_workbook(io.BytesIO(first + b"".join(pieces))).active
    assert (sheet.max_row, sheet["B20001"].value) == (20_001, 19_999)
    assert sheet.auto_filter.ref == "A1:B20001"


@pytest.mark.parametrize("text", ["a & <b>", " depan", "belakang ", "a\nb", "_x0041_", "é ☕"])
def test_xlsx_gives_back_the_text_that_it_was_given(text):
    with write_xlsx(one_column(text), written_at=AT) as file:
        assert CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()[1] == [text]


def test_what_xml_cannot_hold_does_not_break_an_xlsx_off():
    assert xlsx(one_column("A\ud800\x01", "B"))["A3"].value == "B"


@pytest.mark.parametrize(
    "day", [datetime.date(1900, 1, 5), datetime.date(1900, 3, 1), datetime.date(2022, 7, 6)]
)
def test_xlsx_gives_back_the_day_that_it_was_given(day):
    assert xlsx(one_column(day, kind=Kind.DATE))["A2"].value.date() == day

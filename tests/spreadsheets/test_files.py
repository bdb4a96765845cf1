"""What is taken in as a sheet, what is refused and why; whatever a file is called."""

import datetime
import io
import zipfile

import openpyxl
import pytest
import xlsxwriter

from spreadsheets.reading.files import MOST_UNPACKED, SheetRefused
from spreadsheets.reading.parser import UNCOMPUTED
from tests.spreadsheets.berkas import DATA, HEADER, archive, csv_text, ods, opened, record, rows_of, xlsx

ROWS = [HEADER, record(1), record(2)]
OLD_XLS = (DATA / "lama.xls").read_bytes()


def refusal(content):
    with pytest.raises(SheetRefused) as caught:
        rows_of(content)
    return str(caught.value)


@pytest.mark.parametrize("content", [xlsx(ROWS), ods(ROWS)], ids=["xlsx", "ods"])
def test_a_workbook_is_read_whatever_it_is_called(content):
    assert rows_of(content)[1][:4] == [1, "Sitti Contoh 1", "7209995203900001", "Dapur Contoh 1"]


def test_an_old_workbook_is_read_with_its_dates():
    rows = rows_of(OLD_XLS)
    assert rows[3] == [
        1, "Sitti Contoh", "7209995203900001", "Dapur Café", 1500000, datetime.date(1990, 3, 12)
    ]  # fmt: skip


def test_rows_carry_the_numbers_that_excel_shows():
    content = xlsx([[], [], ["", "", "C3"], [], ["A5"]])
    assert [(n, c) for n, c in opened(content).rows(0) if c] == [(3, [None, None, "C3"]), (5, ["A5"])]


def test_hidden_sheets_are_known_as_hidden():
    file = io.BytesIO(xlsx(("Data", ROWS), ("Daftar", [["a"]])))
    book = openpyxl.load_workbook(file)
    book["Daftar"].sheet_state = "hidden"
    book.save(changed := io.BytesIO())
    assert [(s.name, s.is_hidden) for s in opened(changed.getvalue()).sheets] == [
        ("Data", False),
        ("Daftar", True),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_text_is_read_in_every_common_writing(encoding, delimiter):
    text = csv_text([["Daftar – usaha"], ["nama", "alamat"], ["Café Ampana", "Jl. Trans"]], delimiter)
    assert rows_of(text.encode(encoding))[2] == ["Café Ampana", "Jl. Trans"]


def test_decimal_commas_do_not_pass_for_delimiters():
    text = csv_text([["a", "b"], ["1,5", "2,5"], ["3", "4,25"]])
    assert rows_of(text.encode())[1] == ["1,5", "2,5"]


def test_a_line_that_names_the_delimiter_is_no_row():
    assert list(opened(b"sep=|\r\na|b;c\r\n").rows(0)) == [(1, ["a", "b;c"])]


def test_a_quoted_cell_may_hold_lines():
    assert rows_of(b'a;b\r\n"satu\ndua";2\r\n')[1] == ["satu\ndua", "2"]


def test_a_quote_that_never_ends_is_told():
    assert "tanda kutip" in refusal(b'a;b\r\n1;"' + b"x" * 200_000)


def test_values_of_formulas_are_read_and_failures_are_not_lost():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.write_formula(0, 0, "=1+1", value=2)
        page.write_formula(0, 1, "=NA()", value="#N/A")
        page.write(0, 2, "akhir")
    assert rows_of(file.getvalue()) == [[2, "#N/A", "akhir"]]


def test_a_formula_that_comes_to_nothing_is_a_blank_cell():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet().write_formula(0, 0, '=""', value="x")
        book.worksheets()[0].write(0, 1, "akhir")
    with zipfile.ZipFile(file) as parts:
        content = {name: parts.read(name) for name in parts.namelist()}
    name = "xl/worksheets/sheet1.xml"
    # As Excel writes it.
    content[name] = content[name].replace(b"<v>x</v>", b"<v></v>")
    assert b't="str"' in content[name]
    assert rows_of(archive(content)) == [[None, "akhir"]]


def test_a_formula_never_worked_out_is_not_a_blank_cell():
    book = openpyxl.Workbook()
    book.active.append(["=1+1", "akhir"])
    book.save(file := io.BytesIO())
    assert rows_of(file.getvalue()) == [[UNCOMPUTED, "akhir"]]


# --- refused ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "kosong"),
        (b"\r\n \r\n", "kosong"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "gambar"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "gambar"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"Rar!\x1a\x07", "RAR"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "halaman web"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "halaman web"),
        (b"abc\x00\x01\x02\x03def", "bukan lembar kerja"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "bukan lembar kerja"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        (archive({"word/document.xml": "x"}), "Word"),
        (archive({"xl/workbook.bin": "x"}), "xlsb"),
        (archive({"foto.jpg": "x"}), "ZIP"),
        (archive({"xl/workbook.xml": "<workbook><sheets><sheet"}), "rusak"),
        (ods(ROWS, encrypted=True), "kata sandi"),
    ],
)
def test_what_is_no_sheet_is_refused_with_the_reason(content, reason):
    assert reason in refusal(content)


@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.99])
@pytest.mark.parametrize("content", [xlsx(ROWS), ods(ROWS), OLD_XLS], ids=["xlsx", "ods", "xls"])
def test_a_truncated_file_is_refused(content, part):
    assert "terpotong" in refusal(content[: int(len(content) * part)])


def test_an_archive_that_unpacks_to_too_much_is_not_opened():
    swollen = archive({"xl/workbook.xml": "x", "xl/worksheets/sheet1.xml": bytes(MOST_UNPACKED + 1)})
    assert "terlalu besar" in refusal(swollen)


def test_an_archive_that_packs_too_well_is_not_opened():
    assert "terlalu besar" in refusal(archive({"xl/workbook.xml": "x", "a.xml": bytes(20 * 1024 * 1024)}))


def test_two_cells_in_far_corners_do_not_take_the_memory():
    assert "terlalu besar" in refusal(_corners(1_048_575, 16_383))


def _corners(row, column):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet("Data")
        page.write(0, 0, "a")
        page.write(row, column, "b")
    return file.getvalue()


def test_a_sheet_of_too_many_rows_says_so():
    assert "lebih dari 200.000 baris" in refusal(_corners(200_000, 0))


def test_a_sheet_of_too_many_columns_says_so():
    assert "lebih dari 300 kolom" in refusal(_corners(0, 300))


def test_text_of_too_many_columns_says_so():
    assert "lebih dari 300 kolom" in refusal(b";" * 300 + b"x\r\n")


def test_formatted_but_empty_rows_down_to_the_end_do_no_harm():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.write(0, 0, "a")
        page.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))
    assert rows_of(file.getvalue()) == [["a"]]


def test_a_reader_who_stops_early_leaves_no_process_behind():
    rows = iter(opened(xlsx([[number] for number in range(5000)])).rows(0))
    assert next(rows) == (1, [0])
    # The generator is closed when it is let go of; a child left behind would warn, and warnings are errors.
    del rows

"""Where the table lies on a sheet, and which rows of it are records."""

import pytest

from spreadsheets.columns import guess
from spreadsheets.reading.tables import data_rows, find_table, letters, shape_of
from tests.spreadsheets.berkas import COLUMNS, HEADER, csv_text, opened, record, xlsx

GROUPED = [
    ["DATA UMKM KECAMATAN TOGEAN"],
    ["TAHUN 2025"],
    [],
    ["NO", "NAMA PEMILIK", "ALAMAT", "", "NAMA USAHA", "TENAGA KERJA", "", "OMSET/BULAN"],
    ["", "", "DESA/KEL", "DUSUN", "", "L", "P", ""],
    [1, 2, 3, 4, 5, 6, 7, 8],
    [1, "Sitti Contoh", "Bailo", "Dusun I", "Dapur Contoh", 1, 2, 500000],
    [2, "Hamka Contoh", "Wakai", "-", "Kopra Contoh", 0, 3, "BELUM ADA"],
    ["JUMLAH", "", "", "", "", 1, 5, 500000],
    [],
    ["", "", "", "", "", "Ampana, 31 Desember 2025"],
    ["", "", "", "", "", "Kepala Bidang UMKM"],
    ["", "", "", "", "", "PEJABAT CONTOH, S.E."],
]
MERGED = [
    (0, 0, 0, 7, "DATA UMKM KECAMATAN TOGEAN"),
    (3, 0, 4, 0, "NO"),
    (3, 1, 4, 1, "NAMA PEMILIK"),
    (3, 2, 3, 3, "ALAMAT"),
    (3, 4, 4, 4, "NAMA USAHA"),
    (3, 5, 3, 6, "TENAGA KERJA"),
    (3, 7, 4, 7, "OMSET/BULAN"),
    (8, 0, 8, 4, "JUMLAH"),
]


def table_of(content, index=0):
    return find_table(opened(content), index, COLUMNS)


def records(content, index=0):
    book = opened(content)
    return list(data_rows(book, find_table(book, index, COLUMNS)))


def numbers(rows):
    return [number for number, _ in records(xlsx(rows))]


@pytest.mark.parametrize("merged", [MERGED, []], ids=["merged", "not merged"])
def test_a_header_of_two_lines_under_titles_is_found(merged):
    table = table_of(xlsx(GROUPED, merged=merged))
    assert table.headers == (
        "NO", "NAMA PEMILIK", "ALAMAT – DESA/KEL", "ALAMAT – DUSUN", "NAMA USAHA", "TENAGA KERJA – L",
        "TENAGA KERJA – P", "OMSET/BULAN",
    )  # fmt: skip
    assert (table.header_row, table.first_row) == (4, 7)
    assert table.titles == ("DATA UMKM KECAMATAN TOGEAN", "TAHUN 2025")
    assert table.known == 7


def test_columns_under_groups_are_guessed():
    table = table_of(xlsx(GROUPED, merged=MERGED))
    assert guess(table.headers, COLUMNS) == {
        1: "nama_pengusaha", 2: "kel_usaha", 3: "alamat_usaha", 4: "nama_usaha", 5: "tk_dibayar_laki",
        6: "tk_dibayar_perempuan", 7: "omzet_bulanan",
    }  # fmt: skip


def test_the_same_table_is_found_in_text():
    rows = opened(csv_text(GROUPED).encode())
    assert find_table(rows, 0, COLUMNS).headers[5] == "TENAGA KERJA – L"


@pytest.mark.parametrize("merged", [MERGED, []], ids=["merged", "not merged"])
def test_totals_column_numbers_and_signatures_are_no_records(merged):
    assert [number for number, _ in records(xlsx(GROUPED, merged=merged))] == [7, 8]


def test_a_header_in_the_first_row_is_found():
    table = table_of(xlsx([HEADER, record(1)]))
    assert (table.header_row, table.first_row, table.known) == (1, 2, 5)


def test_a_title_merged_over_the_table_is_no_group():
    content = xlsx([[], HEADER, record(1)], merged=[(0, 0, 0, 5, "DATA UMKM")])
    assert table_of(content).headers == tuple(HEADER)


def test_a_header_of_three_lines_is_found():
    rows = [
        ["NO", "NAMA PEMILIK", "NAMA USAHA", "TENAGA KERJA", ""],
        ["", "", "", "2025", ""],
        ["", "", "", "L", "P"],
        [1, "Sitti", "Dapur", 1, 2],
    ]
    merged = [
        (0, 0, 2, 0, "NO"),
        (0, 1, 2, 1, "NAMA PEMILIK"),
        (0, 2, 2, 2, "NAMA USAHA"),
        (0, 3, 0, 4, "TENAGA KERJA"),
        (1, 3, 1, 4, "2025"),
    ]
    table = table_of(xlsx(rows, merged=merged))
    assert table.headers[3:] == ("TENAGA KERJA – 2025 – L", "TENAGA KERJA – 2025 – P")
    assert table.first_row == 4


def test_line_breaks_in_a_header_are_spaces():
    assert (
        table_of(xlsx([["NO", "NAMA\nPEMILIK", "NAMA  USAHA"], [1, "a", "b"]])).headers[1] == "NAMA PEMILIK"
    )


def test_a_column_under_no_header_keeps_a_name():
    table = table_of(xlsx([["NAMA PEMILIK", "", "NAMA USAHA"], ["a", "dulu kosong", "b", "lebih"]]))
    assert table.headers == ("NAMA PEMILIK", "Kolom B", "NAMA USAHA", "Kolom D")


def test_unknown_headers_are_still_offered():
    table = table_of(xlsx([["Daftar"], ["Alpha", "Beta", "Gamma"], [1, 2, "x"]]))
    assert (table.headers, table.known) == (("Alpha", "Beta", "Gamma"), 0)


@pytest.mark.parametrize("rows", [[], [["catatan"]], [HEADER], [["a"], ["b"], ["c"]]])
def test_a_sheet_without_a_table_has_none(rows):
    assert table_of(xlsx(rows)) is None


def test_the_guide_of_our_own_template_is_no_table():
    assert table_of(xlsx(("Petunjuk", [HEADER, record(1)]))) is None


# --- records ------------------------------------------------------------------------------------


def test_blank_and_merely_numbered_rows_are_no_records():
    assert numbers([HEADER, record(1), [], ["", "  "], [2], [3, "", "", "", "", 0], record(4)]) == [2, 7]


def test_a_header_repeated_on_every_page_is_no_record():
    assert numbers([HEADER, record(1), HEADER, [1, 2, 3, 4, 5, 6], record(2)]) == [2, 5]


@pytest.mark.parametrize(
    "word",
    [
        "JUMLAH",
        "Jumlah :",
        "TOTAL",
        "Sub Total",
        "SUBTOTAL",
        "JUMLAH KEC. TOGEAN",
        "Total keseluruhan",
        "Jml",
    ],
)
def test_rows_of_totals_are_no_records(word):
    assert numbers([HEADER, record(1), [word, "", "", "", "", 5000], record(2)]) == [2, 4]


@pytest.mark.parametrize("name", ["Total Motor", "Jumlahwati", "Totalindo Jaya"])
def test_names_that_begin_like_a_total_are_records(name):
    assert numbers([["NAMA USAHA", "NAMA PEMILIK"], [name, "Sitti"]]) == [2]


def test_records_after_a_subtotal_are_records():
    assert numbers([HEADER, record(1), ["JUMLAH", "", "", "", "", 1], ["", "Desa lain"], record(2)]) == [2, 5]


def test_sparse_rows_before_any_total_are_records():
    assert numbers([HEADER, ["", "Sitti", "", "Dapur"], record(2)]) == [2, 3]


def test_a_heading_merged_across_the_table_is_no_record():
    rows = [HEADER, [], record(1)]
    assert [n for n, _ in records(xlsx(rows, merged=[(1, 0, 1, 5, "DESA BAILO")]))] == [3]


def test_cells_merged_downwards_count_for_each_row():
    rows = [HEADER, record(1), record(2, **{"DESA/KEL": ""}), record(3, **{"DESA/KEL": ""}), record(4)]
    content = xlsx(rows, merged=[(1, 4, 3, 4, "Wakai")])
    assert [cells[4] for _, cells in records(content)] == ["Wakai", "Wakai", "Wakai", "Bailo"]


def test_the_example_row_of_the_template_is_no_record():
    assert numbers([HEADER, ["CONTOH", *record(7)[1:]], record(1)]) == [3]


# --- places in rows of their own ------------------------------------------------------------------

PLACED = ["NO", "NAMA PEMILIK", "NIK", "NAMA USAHA", "OMZET"]


def placed(number):
    values = record(number)
    return [*values[:4], values[5]]


@pytest.mark.parametrize(
    "heading",
    [
        ["", "DESA LEBITI"],
        ["A.", "Desa Lebiti"],
        ["Kel. Lebiti :"],
        ["1. Kelurahan Lebiti"],
        ["", "", "ds Lebiti"],
    ],
)
def test_a_desa_in_a_row_of_its_own_is_that_of_the_records_below(heading):
    content = xlsx([PLACED, heading, placed(1), placed(2), ["", "Desa Wakai"], placed(3)])
    table = table_of(content)
    assert guess(table.headers, COLUMNS)[len(PLACED)] == "kel_usaha"
    assert [(number, "Lebiti".casefold() in cells[-1].casefold()) for number, cells in records(content)] == [
        (3, True), (4, True), (6, False),
    ]  # fmt: skip


def test_a_kecamatan_ends_the_desa_before_it():
    rows = [
        PLACED,
        ["KEC. TOGEAN"],
        ["DESA LEBITI"],
        placed(1),
        ["KEC. TOJO"],
        placed(2),
        ["DESA UEKULI"],
        placed(3),
    ]
    content = xlsx(rows)
    assert [cells[-2:] for _, cells in records(content)] == [
        ["KEC. TOGEAN", "DESA LEBITI"], ["KEC. TOJO", None], ["KEC. TOJO", "DESA UEKULI"],
    ]  # fmt: skip


def test_a_heading_merged_across_the_table_tells_the_place_too():
    rows = [HEADER, [], record(1)]
    content = xlsx(rows, merged=[(1, 0, 1, 5, "DESA BAILO")])
    assert [cells[-1] for _, cells in records(content)] == ["DESA BAILO"]


def test_a_table_of_its_own_desa_is_read_by_it():
    headers = table_of(xlsx([HEADER, ["", "DESA LEBITI"], record(1)])).headers
    assert {name: headers[place] for place, name in guess(headers, COLUMNS).items()}[
        "kel_usaha"
    ] == "DESA/KEL"


def test_refused_rows_that_carry_such_a_column_come_back_as_they_are():
    handed_back = [[*PLACED, "Desa/kelurahan (judul baris)"], [*placed(1), "DESA LEBITI"]]
    assert [cells[-1] for _, cells in records(xlsx(handed_back))] == ["DESA LEBITI"]


@pytest.mark.parametrize("name", ["Desa", "Kelontong Jaya", "Kecap Manis Ibu"])
def test_a_sparse_row_that_names_no_place_is_a_record(name):
    assert numbers([HEADER, ["", name], record(2)]) == [2, 3]


def test_in_a_narrow_table_the_name_of_a_place_may_be_a_record():
    assert numbers([["NAMA USAHA", "NAMA PEMILIK"], ["Desa Wisata Lebiti", ""], ["Kios", "Sitti"]]) == [2, 3]


# --- shapes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        ["No.", "Nama Pemilik", "N I K", "nama usaha", "Kelurahan", "Omset"],
        [*HEADER, "Alasan"],
        [*HEADER, "Kolom G"],
    ],
)
def test_a_shape_is_the_same_however_its_headers_are_written(headers):
    headers = [header.replace("N I K", "Nik") for header in headers]
    assert shape_of(headers) == shape_of(HEADER)


@pytest.mark.parametrize("headers", [HEADER[::-1], HEADER[:-1], ["", *HEADER]])
def test_other_columns_or_another_order_are_another_shape(headers):
    assert shape_of(headers) != shape_of(HEADER)


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (299, "KN")])
def test_columns_are_called_as_excel_calls_them(place, name):
    assert letters(place) == name

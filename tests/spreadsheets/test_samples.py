"""Three files in the shapes that offices have, with invented people: every row is found and every column known."""

import pytest

from spreadsheets.columns import guess
from spreadsheets.reading.cells import read
from spreadsheets.reading.tables import data_rows, find_table
from tests.spreadsheets.berkas import DATA, opened
from umkm.sheets.columns import COLUMNS

BY_NAME = {column.name: column for column in COLUMNS}


def readings(name, index):
    """(row number, values by column, problems by column) of every record."""
    book = opened((DATA / name).read_bytes(), name)
    table = find_table(book, index, COLUMNS)
    places = guess(table.headers, COLUMNS)
    for number, cells in data_rows(book, table):
        read_cells = {
            name: read(cells[place] if place < len(cells) else None, BY_NAME[name])
            for place, name in places.items()
        }
        yield number, read_cells


@pytest.mark.parametrize(
    ("name", "index", "first", "last", "count"),
    [
        ("daftar_umkm_per_kecamatan.xlsx", 0, 7, 29, 23),
        ("daftar_umkm_per_kecamatan.xlsx", 1, 7, 29, 23),
        ("daftar_umkm_per_kecamatan.xlsx", 2, 7, 25, 19),
        ("daftar_umkm_per_kecamatan.xlsx", 3, 7, 25, 19),
        ("peserta_pelatihan.xlsx", 1, 2, 61, 60),
        ("sidt_ekspor.csv", 0, 2, 121, 120),
    ],
)
def test_every_record_is_found_and_nothing_else(name, index, first, last, count):
    numbers = [number for number, _ in readings(name, index)]
    assert (numbers[0], numbers[-1], len(numbers)) == (first, last, count)


@pytest.mark.parametrize(
    ("name", "index", "known"),
    [
        ("daftar_umkm_per_kecamatan.xlsx", 0, 10),
        ("peserta_pelatihan.xlsx", 1, 16),
        ("sidt_ekspor.csv", 0, 28),
    ],
)
def test_columns_are_guessed(name, index, known):
    _, read_cells = next(readings(name, index))
    assert len(read_cells) >= known


@pytest.mark.parametrize(
    ("name", "index"),
    [("daftar_umkm_per_kecamatan.xlsx", 0), ("peserta_pelatihan.xlsx", 1), ("sidt_ekspor.csv", 0)],
)
def test_only_what_is_wrong_is_refused(name, index):
    wrong = {
        column
        for _, read_cells in readings(name, index)
        for column, (_, problems) in read_cells.items()
        if any(problem.level == "error" for problem in problems)
    }
    assert wrong <= {"nik_pengusaha", "tanggal_lahir"}


def test_letters_of_windows_are_read():
    addresses = {cells["alamat_pengusaha"][0] for _, cells in readings("sidt_ekspor.csv", 0)}
    assert "Café Pantai" in addresses

"""Where the table lies on a sheet that nobody designed, and which of its rows are data."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from common.text import fold
from spreadsheets.columns import GROUP_MARK, REASON, Column, header_key, is_bare
from spreadsheets.reading.book import Book, Cell, Merged, NumberedRow, Rows
from spreadsheets.reading.headers import LONGEST_HEADER, are_column_numbers, find_header, is_blank, text_of
from spreadsheets.reading.headings import Standing, filled, places_above

# A header further down is no header.
_SEARCHED = 60
# What `template.write_template` writes in front of its example, and its sheets that hold no records.
EXAMPLE = "CONTOH"
GUIDE, LISTS = "Petunjuk", "Pilihan"

_TOTAL = re.compile(
    r"(?:sub|grand)? ?(?:jumlah|total|jml|rekapitulasi)"
    r"(?: (?:total|jumlah|semua|seluruh\w*|keseluruhan|akhir|umum|data|usaha|umkm|koperasi"
    r"|(?:se )?(?:kec|kecamatan|desa|kel|kelurahan|kab|kabupaten)\b.*))*"
)
# "Ampana, 31 Desember 2025", "Mengetahui", "NIP. …": what stands below a table.
_SIGNATURE = re.compile(
    r"mengetahui|menyetujui|disetujui|diketahui|dibuat oleh|yang membuat|petugas pendata|ttd\b|tanda tangan"
    r"|kepala (?:dinas|bidang|seksi|desa|bagian|badan|kantor|upt)|kabid|kadis\b|plt\b|a n kepala|an kepala"
    r"|camat\b|lurah\b"
    r"|nip\b|nip ?\d|catatan|keterangan|sumber|ket\b|dicetak|[a-z ]+ \d{1,2} [a-z]+ (?:19|20)\d\d\Z"
)


@dataclass(frozen=True)
class Table:
    sheet: int
    sheet_name: str
    header_row: int
    first_row: int
    headers: tuple[str, ...]
    titles: tuple[str, ...]
    # How many headers were known at once; a table without any may be something else.
    known: int = 0
    # How many of the headers, the last ones, stand for places named in rows above the records.
    places: int = 0


def shape_of(headers: Sequence[str]) -> str:
    """What a mapping is remembered by: the same for headers that differ only in their writing."""
    keys = ["" if _is_unnamed(header) or header == REASON else header_key(header) for header in headers]
    while keys and not keys[-1]:
        keys.pop()
    return hashlib.sha256("\x1f".join(keys).encode()).hexdigest()[:32]


def find_table(book: Book, index: int, columns: Sequence[Column]) -> Table | None:
    return find_table_and_rows(book, index, columns)[0]


def find_table_and_rows(
    book: Book, index: int, columns: Sequence[Column]
) -> tuple[Table | None, Iterator[NumberedRow]]:
    """With its rows of records, in one reading: opening a long sheet costs more than all of its rows."""
    if book.name_of(index) in (GUIDE, LISTS):
        return None, iter(())
    sheet = book.rows(index)
    table = _table_on(book, index, sheet, columns)
    return table, _records(sheet, table) if table else iter(())


def _table_on(book: Book, index: int, sheet: Rows, columns: Sequence[Column]) -> Table | None:
    rows = sheet.first(_SEARCHED)
    found = find_header(rows, sheet.merged, columns)
    if found is None:
        return None
    below = found.top + found.depth
    first = below + 1 if below < len(rows) and are_column_numbers(rows[below]) else below
    if not any(any(not is_blank(cell) for cell in row) for row in rows[first:]):
        return None
    places = places_above(rows[first:], beside=len(found.headers))
    return Table(
        sheet=index,
        sheet_name=book.name_of(index),
        header_row=found.top + 1,
        first_row=first + 1,
        headers=(*_named(found.headers, rows[first:]), *places),
        titles=tuple(filter(None, (_title(row) for row in rows[: found.top]))),
        known=found.known,
        places=len(places),
    )


def _title(row: list[Cell]) -> str:
    return " ".join(text_of(cell) for cell in row if not is_blank(cell))[:LONGEST_HEADER]


def _named(headers: tuple[str, ...], below: list[list[Cell]]) -> tuple[str, ...]:
    """With a name for each column that holds something under no header: nothing is dropped unseen."""
    width = max([len(headers), *(len(row) for row in below)])
    used = {place for row in below for place, cell in enumerate(row) if not is_blank(cell)}
    while width and width - 1 not in used and not "".join(headers[width - 1 :]):
        width -= 1
    padded = [*headers, *[""] * (width - len(headers))][:width]
    return tuple(header or f"Kolom {letters(place)}" for place, header in enumerate(padded))


def _is_unnamed(header: str) -> bool:
    return not header or re.fullmatch(r"Kolom [A-Z]{1,2}", header) is not None


def letters(place: int) -> str:
    """The name of a column as Excel shows it: 0 is A, 26 is AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name


# --- the rows ---------------------------------------------------------------------------------


def data_rows(book: Book, table: Table) -> Iterator[NumberedRow]:
    """Rows of records, as wide as the headers or shorter. What only looks like one is left out."""
    return _records(book.rows(table.sheet), table)


def _records(sheet: Rows, table: Table) -> Iterator[NumberedRow]:
    width = len(table.headers) - table.places
    judge, standing = _Judge(table, sheet.merged), Standing(table.headers[width:])
    for number, cells in _filled_down(sheet.rows, sheet.merged, table.first_row):
        if number < table.first_row:
            continue
        telling = filled(cells)
        if table.places and standing.take(telling):
            continue
        if judge.is_record(number, cells, telling):
            yield number, standing.beside(cells[:width], width) if table.places else cells[:width]


def _filled_down(rows: Iterator[NumberedRow], merged: list[Merged], first: int) -> Iterator[NumberedRow]:
    """A cell merged over several rows counts for each of them."""
    tall: dict[int, list[Merged]] = {}
    for each in merged:
        if each.bottom > each.top >= first:
            tall.setdefault(each.top, []).append(each)
    if not tall:
        yield from rows
        return
    going: list[tuple[Merged, Cell]] = []
    for number, cells in rows:
        going = [(each, value) for each, value in going if number <= each.bottom]
        for each, value in going:
            cells += [None] * (each.left + 1 - len(cells))
            cells[each.left] = value
        for each in tall.get(number, ()):
            if each.left < len(cells):
                going.append((each, cells[each.left]))
        yield number, cells


class _Judge:
    def __init__(self, table: Table, merged: list[Merged]) -> None:
        self.telling = [place for place, header in enumerate(table.headers) if not is_bare(header)]
        parts = {part for header in table.headers for part in (header, *header.split(GROUP_MARK))}
        self.header_words = {part.casefold() for part in parts if part}
        self.sparse = min(2, len(table.headers) // 3)
        # A label across the table is a heading of what follows.
        half = max(2, len(table.headers) // 2)
        self.headings = {each.top for each in merged if each.right - each.left + 1 >= half}
        self.is_below = False

    def is_record(self, number: int, cells: list[Cell], filled: list[Cell]) -> bool:
        first = filled[0] if filled else None
        if not filled or self._says_nothing(cells) or self._is_repeated_header(filled):
            return False
        if isinstance(first, str) and fold(first) == EXAMPLE.casefold():
            return False
        if len(filled) <= 1 and number in self.headings:
            return False
        if self._ends_table(filled):
            self.is_below = True
            return False
        if self.is_below and len(filled) <= self.sparse:
            return False
        self.is_below = False
        return not are_column_numbers(filled)

    def _says_nothing(self, cells: list[Cell]) -> bool:
        """Numbered beforehand and left blank, or a formula's 0 in each of its columns."""
        width = len(cells)
        return all(place >= width or cells[place] == 0 or is_blank(cells[place]) for place in self.telling)

    def _is_repeated_header(self, filled: Sequence[Cell]) -> bool:
        if not isinstance(filled[0], str) or len(filled) < 2:
            return False
        # Names and numbers are seldom the words of a header: the first cell tells.
        if not any(self._is_header_word(cell) for cell in filled[:2]):
            return False
        same = sum(self._is_header_word(cell) for cell in filled)
        return same >= 2 and same * 10 >= len(filled) * 6

    def _is_header_word(self, cell: Cell) -> bool:
        return text_of(cell).casefold() in self.header_words

    def _ends_table(self, filled: Sequence[Cell]) -> bool:
        """A row of totals, or the first line of what is signed below."""
        word = next((cell for cell in filled[:2] if isinstance(cell, str)), None)
        if word is None:
            return False
        text = fold(word)
        if _TOTAL.fullmatch(text):
            return True
        return len(filled) <= self.sparse and _SIGNATURE.match(text) is not None

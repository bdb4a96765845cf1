"""CSV of any common encoding and delimiter."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from spreadsheets.reading.book import Book, Cell, NumberedRow, Rows, SheetInfo, SheetRefused, refuse_size

_DELIMITERS = ";,\t|"
_SAMPLE, _SAMPLE_ROWS = 256 * 1024, 100
_LONGEST_CELL = 131_072
_TOLD = re.compile(r"\A\ufeff?sep=(.)\r?\n")


class TextTable(Book):
    """One sheet, named after the file."""

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        self._content = content
        self.encoding = _encoding(content)
        start = self._text().read(_SAMPLE)
        told = _TOLD.match(start)
        # Excel shows no row for the line that only names the delimiter.
        self._skipped = 1 if told else 0
        self.delimiter = told[1] if told else _delimiter(start)

    @property
    def sheets(self) -> list[SheetInfo]:
        return [SheetInfo(0, self._name)]

    def _text(self) -> io.TextIOWrapper:
        return io.TextIOWrapper(io.BytesIO(self._content), self.encoding, errors="replace", newline="")

    def rows(self, index: int) -> Rows:
        return Rows(self._rows())

    def _rows(self) -> Iterator[NumberedRow]:
        text = self._text()
        for _ in range(self._skipped):
            text.readline()
        lines = csv.reader(text, delimiter=self.delimiter)
        number = 0
        try:
            for number, line in enumerate(lines, 1):
                while line and not line[-1].strip():
                    line.pop()
                refuse_size(self._name, number, len(line))
                row: list[Cell] = [cell or None for cell in line]
                yield number, row
        except csv.Error:
            raise SheetRefused(
                f"Baris {number + 1} tidak dapat dibaca: sebuah sel lebih panjang dari {_LONGEST_CELL} huruf. "
                'Biasanya ada tanda kutip (") yang tidak ditutup. Perbaiki, lalu unggah lagi.'
            ) from None


def _encoding(content: bytes) -> str:
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    start = content[:4096]
    # Latin letters in UTF-16 have a nought in every second byte.
    if start[1::2].count(0) > len(start) // 3:
        return "utf-16-le"
    if start[::2].count(0) > len(start) // 3:
        return "utf-16-be"
    if b"\0" in start:
        raise SheetRefused("Berkas ini bukan lembar kerja. Unggah berkas .xlsx, .xls, .ods, atau .csv.")
    return "utf-8" if _is_utf8(content) else "cp1252"


def _is_utf8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    view = memoryview(content)
    try:
        for at in range(0, len(view), _SAMPLE):
            decoder.decode(bytes(view[at : at + _SAMPLE]))
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _delimiter(start: str) -> str:
    """The one under which most rows have the same number of cells, and the most cells where two do as well."""
    return max(_DELIMITERS, key=lambda delimiter: _agreement(start, delimiter))


def _agreement(start: str, delimiter: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    try:
        for line in islice(csv.reader(io.StringIO(start, newline=""), delimiter=delimiter), _SAMPLE_ROWS):
            widths[len(line)] += 1
    except csv.Error:
        return 0, 0
    widths.pop(0, None)
    widths.pop(1, None)
    if not widths:
        return 0, 0
    width, rows = max(widths.items(), key=lambda item: (item[1], item[0]))
    return rows, width

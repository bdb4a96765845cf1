"""Sheets handed to a clerk to be filled in: an empty one of a kind, and the rows that were refused."""

import tempfile
from collections.abc import Iterable, Sequence
from typing import IO, Any

import xlsxwriter
from django.utils import timezone
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from spreadsheets.columns import REASON, Column, Reads
from spreadsheets.kind import SheetKind
from spreadsheets.reading.book import Cell
from spreadsheets.reading.numbers import MOST_EXACT
from spreadsheets.reading.tables import EXAMPLE, GUIDE, LISTS, letters
from spreadsheets.sheet import Kind, Sheet, SheetColumn
from spreadsheets.xlsx import write_xlsx

_LAST_ROW = 1_048_575
_SEX = ("L", "P")
_YES_NO = ("Ya", "Tidak")
# Everything that Excel would "improve": numbers that are names, dates, and words that look like either.
_AS_NUMBERS = frozenset({Reads.RUPIAH, Reads.INTEGER, Reads.DECIMAL, Reads.YEAR})
_HOW = {
    Reads.TEXT: "Teks satu baris",
    Reads.LONG_TEXT: "Teks",
    Reads.IDENTIFIER: "Nomor, ditulis sebagai teks",
    Reads.NIK: "NIK KTP 16 angka, ditulis sebagai teks",
    Reads.PHONE: "Nomor telepon, misalnya 081234567890",
    Reads.RUPIAH: "Jumlah rupiah tanpa titik, misalnya 1250000",
    Reads.INTEGER: "Bilangan bulat",
    Reads.DECIMAL: "Bilangan, boleh dengan koma",
    Reads.DATE: "Tanggal, misalnya 06-07-2022 atau 6 Juli 2022",
    Reads.YEAR: "Tahun empat angka",
    Reads.PERIOD: "Tanggal, beberapa hari, bulan, atau tahun, misalnya 6 Juli 2022, 5-7 Maret 2025, atau 2022",
    Reads.SEX: "L atau P",
    Reads.YES_NO: "Ya atau Tidak",
    Reads.CHOICE: "Pilih dari daftar",
    Reads.REGION: "Nama wilayah",
    Reads.LIST: "Beberapa isi, dipisahkan koma",
}
_ADVICE = (
    "Isi lembar pertama, satu baris untuk satu data. Judul kolom jangan diubah.",
    f"Baris yang diawali {EXAMPLE} hanya contoh dan tidak ikut masuk.",
    "Kolom bertanda * wajib diisi. Kolom lain boleh dikosongkan.",
    "Nomor seperti NIK dan NIB sudah berformat teks; saat menempel dari berkas lain, pilih “Tempel nilai”.",
)


def write_template(kind: SheetKind) -> IO[bytes]:
    """An XLSX with headers, an example row, lists to choose from and a guide, as an open temporary file."""
    file = tempfile.TemporaryFile()  # noqa: SIM115  (whoever sends the file closes it)
    try:
        with xlsxwriter.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
            book.set_properties({"title": f"Format impor {kind.title}"})
            _Template(book, kind).write()
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


class _Template:
    def __init__(self, book: xlsxwriter.Workbook, kind: SheetKind) -> None:
        self.kind = kind
        self.columns = [column for column in kind.columns if not column.is_told_only]
        self.page = book.add_worksheet("Data")
        self.guide = book.add_worksheet(GUIDE)
        self.lists = book.add_worksheet(LISTS)
        self.lists.hide()
        self.text = book.add_format({"num_format": "@"})
        self.number = book.add_format()
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        header: dict[str, Any] = {"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter"}
        self.header = book.add_format(header | {"bg_color": "#DDE6E6"})
        self.required = book.add_format(header | {"bg_color": "#BFD8D4"})
        self.example = book.add_format({"italic": True, "font_color": "#6B7478", "num_format": "@"})

    def write(self) -> None:
        self.page.set_column(0, 0, 9)
        self.page.write_string(0, 0, "No.", self.header)
        self.page.write_string(1, 0, EXAMPLE, self.example)
        for place, column in enumerate(self.columns, 1):
            style = self.number if column.kind in _AS_NUMBERS else self.text
            self.page.set_column(place, place, max(column.width, 8), style)
            style = self.required if column.is_required else self.header
            self.page.write_string(0, place, _label(column), style)
            self.page.write_string(1, place, column.example, self.example)
            self._offer(place, column)
        self.page.freeze_panes(1, 0)
        self._write_guide()

    def _offer(self, place: int, column: Column) -> None:
        """A list to choose from. It stands on a sheet of its own: inside the rule it may have 255 letters."""
        offered = _offered(column)
        if not offered:
            return
        for row, text in enumerate(offered):
            self.lists.write_string(row, place, text)
        name = letters(place)
        is_strict = column.kind != Reads.REGION
        self.page.data_validation(
            1,
            place,
            _LAST_ROW,
            place,
            {
                "validate": "list",
                "source": f"={LISTS}!${name}$1:${name}${len(offered)}",
                "error_type": "stop" if is_strict else "warning",
                "error_title": column.label[:32],
                "error_message": "Pilih salah satu dari daftar.",
            },
        )

    def _write_guide(self) -> None:
        page, first = self.guide, 2
        for place, width in enumerate((30, 8, 44, 26, 50)):
            page.set_column(place, place, width)
        page.write_string(0, 0, f"Cara mengisi: {self.kind.title}", self.title)
        for row, line in enumerate(_ADVICE, first):
            page.write_string(row, 0, line)
        top = first + len(_ADVICE) + 1
        _write_line(page, top, ("Kolom", "Wajib", "Cara mengisi", "Contoh", "Keterangan"), self.header)
        for row, column in enumerate(self.columns, top + 1):
            told = (
                column.label,
                "Ya" if column.is_required else "",
                _HOW[column.kind],
                column.example,
                column.help,
            )
            _write_line(page, row, told, self.wrapped)


def _write_line(page: Worksheet, row: int, texts: Sequence[str], style: Format) -> None:
    for place, text in enumerate(texts):
        page.write_string(row, place, text, style)


def _label(column: Column) -> str:
    return f"{column.label} *" if column.is_required else column.label


def _offered(column: Column) -> Sequence[str]:
    if column.offers:
        return column.offers()
    if column.kind == Reads.SEX:
        return _SEX
    if column.kind == Reads.YES_NO:
        return _YES_NO
    return [label for _, label in column.choices] if column.kind == Reads.CHOICE else ()


def write_refused(headers: Sequence[str], rows: Iterable[tuple[Sequence[Cell], str]]) -> IO[bytes]:
    """Refused rows as they were, each with why, ready to be corrected and uploaded again."""
    columns = [SheetColumn(header, Kind.IDENTIFIER) for header in headers]
    sheet = Sheet(
        columns=[*columns, SheetColumn(REASON, width=60)],
        rows=([*_padded(cells, len(headers)), reason] for cells, reason in rows),
        tab="Ditolak",
    )
    return write_xlsx(sheet, written_at=timezone.now())


def _padded(cells: Sequence[Cell], width: int) -> list[Cell]:
    """As text cells: what a clerk types into them stays as typed."""
    kept = [_kept(cell) for cell in cells[:width]]
    return [*kept, *[None] * (width - len(kept))]


def _kept(cell: Cell) -> Cell:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return cell
    if abs(cell) >= MOST_EXACT:
        # Still to be seen as a number: as plain digits a rounded NIK would pass for a true one.
        return f"{cell:.1f}"
    return int(cell) if float(cell).is_integer() else cell

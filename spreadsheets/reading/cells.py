"""One cell as its column means it: a value that a form field would take, and what there is to say about it."""

import re
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError

from common.text import fold, tidy_text
from spreadsheets.columns import Column, Reads, choice_key
from spreadsheets.reading.amounts import read_decimal, read_integer, read_rupiah
from spreadsheets.reading.book import Cell
from spreadsheets.reading.days import read_date, read_year
from spreadsheets.reading.numbers import read_identifier, read_nik, read_phone
from spreadsheets.reading.parser import UNCOMPUTED
from spreadsheets.reading.periods import read_period
from spreadsheets.reading.problem import WARNING, CellError, Problem, Reading, problem_of, quoted
from spreadsheets.reading.words import (
    NOTHING,
    TICKS,
    read_choice,
    read_list,
    read_long_text,
    read_sex,
    read_text,
    read_yes_no,
)

__all__ = ["Problem", "read"]

# Marks that are no words: "-", "--", "…", "?".
_MARKS_ONLY = re.compile(r"[\W_]+")
# "0000-00-00" is no day.
_ANY_ANSWER = re.compile(r"[^\W0_]")
_ZEROS = re.compile(r"0+(?:[.,]0+)?")
# Most cells say something: this is cheaper than comparing words.
_MAY_SAY_NOTHING = re.compile(
    rf"[\W_]*+(?:{'|'.join(sorted({re.escape(words.split()[0]) for words in NOTHING}))})\b", re.IGNORECASE
)
_MAY_BE_DITTO = re.compile(r"[\"'”〃,]|s\W*d|sama\b|idem", re.IGNORECASE)
_DITTO = frozenset({"sda", "s d a", "idem", "sama dengan atas", "sama di atas", "sama dengan di atas"})
_NUMBERED = frozenset("123456789")
_LONGEST_NOTHING, _LONGEST_DITTO = 20, 24
_DITTO_MARKS = frozenset({'"', "''", "”", "〃", ",,"})
_EXCEL_ERRORS = re.compile(
    r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|#+)|Err:\d{3}"
)
# Excel's own mark for "this is text", and ours for "this is no formula".
_TEXT_MARK = re.compile(r"'+(?=[\d=+\-@＝＋－＠])")
_ZERO_COUNTS = frozenset({Reads.INTEGER, Reads.DECIMAL, Reads.YES_NO})
_LEAVES_OUT = "Isi sel ini tidak disimpan; baris tetap masuk."


def read(cell: Cell, column: Column) -> Reading:
    """Never raises, whatever the cell holds. A cell that says "none" in any way is None."""
    if cell is None:
        return None, []
    try:
        value, problems = _read(_plain(cell) if isinstance(cell, str) else cell, column)
    except ValidationError as error:
        problem = problem_of(error)
        if column.is_dropped_on_error:
            problem = Problem(WARNING, problem.text, f"{problem.advice} {_LEAVES_OUT}".strip())
        return None, [problem]
    return value, problems


def _plain(text: str) -> str:
    if "'" in text[:2]:
        text = _TEXT_MARK.sub("", text.lstrip(), count=1)
    if text.isascii() and text.isprintable():
        return text.strip()
    return tidy_text(text.replace("_x000D_", ""))


def _read(cell: Cell, column: Column) -> Reading:
    if isinstance(cell, str):
        if not cell:
            return None, []
        # What begins with a number says something: most cells of a list do.
        if cell[0] not in _NUMBERED:
            _refuse_failed_formula(cell)
            if len(cell) <= _LONGEST_NOTHING and _says_nothing(cell, column):
                return None, []
            _refuse_ditto(cell)
    elif cell != cell or (cell == 0 and not isinstance(cell, bool) and not _is_zero_kept(column)):
        return None, []
    value, problems = _READERS[column.kind](cell, column)
    # "Rp -" and "Rp 0" only now show that they are 0.
    return (None if value == 0 and not _is_zero_kept(column) else value), problems


def _says_nothing(text: str, column: Column) -> bool:
    if not text[0].isalpha():
        if _ZEROS.fullmatch(text):
            return not _is_zero_kept(column)
        if _MARKS_ONLY.fullmatch(text):
            return text not in _DITTO_MARKS and not TICKS.intersection(text)
    if column.kind == Reads.DATE and not _ANY_ANSWER.search(text):
        return True
    if not _MAY_SAY_NOTHING.match(text) or column.kind == Reads.YES_NO or fold(text) not in NOTHING:
        return False
    # A choice may be called just so: "Tidak sekolah" is an answer.
    return column.kind != Reads.CHOICE or choice_key(text) not in column.known_choices


def _is_zero_kept(column: Column) -> bool:
    return column.kind in _ZERO_COUNTS if column.is_zero_kept is None else column.is_zero_kept


def _refuse_failed_formula(text: str) -> None:
    if text[0] not in "#E":
        return
    if text == UNCOMPUTED:
        raise CellError(
            "Rumus pada sel ini belum dihitung.", "Buka berkasnya di Excel, simpan, lalu unggah lagi."
        )
    if _EXCEL_ERRORS.fullmatch(text):
        raise CellError(f"Rumus pada sel ini gagal ({text}).", "Perbaiki rumusnya atau ketik isinya.")


def _refuse_ditto(text: str) -> None:
    if len(text) > _LONGEST_DITTO or not _MAY_BE_DITTO.match(text):
        return
    if text in _DITTO_MARKS or fold(text) in _DITTO:
        raise CellError(f"{quoted(text)} menunjuk ke baris di atasnya.", "Tulis isinya dengan lengkap.")


_READERS: dict[Reads, Callable[[Any, Column], Reading]] = {
    Reads.TEXT: read_text,
    Reads.LONG_TEXT: read_long_text,
    Reads.IDENTIFIER: read_identifier,
    Reads.NIK: read_nik,
    Reads.PHONE: read_phone,
    Reads.RUPIAH: read_rupiah,
    Reads.INTEGER: read_integer,
    Reads.DECIMAL: read_decimal,
    Reads.DATE: read_date,
    Reads.YEAR: read_year,
    Reads.PERIOD: read_period,
    Reads.SEX: read_sex,
    Reads.YES_NO: read_yes_no,
    Reads.CHOICE: read_choice,
    Reads.REGION: read_text,
    Reads.LIST: read_list,
}

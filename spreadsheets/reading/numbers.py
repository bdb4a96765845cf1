"""Numbers that are names: NIK KTP, telephones, and whatever a register gives out."""

import datetime
import re
from collections.abc import Callable

from django.core.exceptions import ValidationError

from common.identifiers import normalise_nik, normalise_phone, phone_warnings, validate_nik, validate_phone
from common.text import refuse_hidden_characters
from spreadsheets.columns import Column
from spreadsheets.reading.amounts import kind_of
from spreadsheets.reading.book import Cell
from spreadsheets.reading.problem import WARNING, CellError, Problem, Reading, quoted, told, warning
from spreadsheets.reading.words import as_text, read_text

_ROUNDED = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+|\d{16,}[.,]0+")
_PLAIN_NIK = re.compile(r"[0-9]{16}")
# Excel keeps 15 digits of a number.
MOST_EXACT = 10**15
_PLAIN_MOBILE = re.compile(r"(?:0|\+?62)?(8[0-9]{8,11})")
_PHONES = re.compile(r"\s*(?:[/,;\n|&]|\bdan\b|\batau\b)\s*", re.IGNORECASE)
_SHORTEST_PHONE = 8
_NUMBERS = re.compile(r"\s*[/,;\n|]\s*")


def read_identifier(cell: Cell, column: Column) -> Reading:
    if isinstance(cell, bool | datetime.date | datetime.time | datetime.timedelta):
        _refuse_kind(cell)
    raw, _ = as_text(cell)
    _refuse_rounded(cell, raw, column)
    value = column.normalise(raw) if column.normalise else read_text(raw, column)[0]
    if not value:
        return None, [_unread(raw)]
    problems = []
    if isinstance(cell, int | float) and value.isdigit() and len(value) < column.digits:
        problems = [
            warning(
                f"Angka 0 di depan {column.label} hilang karena selnya berformat bilangan; sudah dikembalikan."
            )
        ]
        value = value.zfill(column.digits)
    refuse_hidden_characters(value)
    if column.validate:
        _validate(column.validate, value, raw, column)
    return value, problems + [told(text, WARNING) for text in (column.warn(value) if column.warn else ())]


def _validate(validate: Callable[[str], None], value: str, raw: str, column: Column) -> None:
    try:
        validate(value)
    except ValidationError:
        if len([part for part in _NUMBERS.split(raw) if len(re.sub(r"\D", "", part)) > 4]) > 1:
            raise CellError(f"Sel ini memuat lebih dari satu {column.label}.", "Sisakan satu.") from None
        raise


def _refuse_kind(cell: Cell) -> None:
    raise CellError(
        f"Isi sel ini {kind_of(cell)}, bukan nomor.", "Ubah format selnya menjadi teks, lalu ketik ulang."
    )


def _refuse_rounded(cell: Cell, raw: str, column: Column) -> None:
    is_long = isinstance(cell, int | float) and abs(cell) >= MOST_EXACT
    if is_long or (isinstance(cell, str) and _ROUNDED.fullmatch(raw)):
        raise CellError(
            f"{column.label} ditulis sebagai bilangan, padahal Excel hanya menyimpan 15 angka: "
            "angka terakhirnya mungkin sudah hilang.",
            "Ubah format kolomnya menjadi teks, lalu ketik ulang nomornya dari dokumen aslinya.",
        )


def read_nik(cell: Cell, column: Column) -> Reading:
    # Nearly every cell of a list is already so, and a list has many.
    if isinstance(cell, str) and _PLAIN_NIK.fullmatch(cell):
        return cell, []
    if isinstance(cell, bool | datetime.date | datetime.time | datetime.timedelta):
        _refuse_kind(cell)
    raw, _ = as_text(cell)
    _refuse_rounded(cell, raw, column)
    value = normalise_nik(raw)
    if not value:
        return None, [_unread(raw)]
    if isinstance(cell, int | float):
        raise CellError(
            f"NIK KTP harus 16 angka; sel ini berisi bilangan {len(value)} angka.",
            "Ubah format kolomnya menjadi teks, lalu ketik ulang nomornya dari KTP.",
        )
    _validate(validate_nik, value, raw, column)
    return value, []


def read_phone(cell: Cell, column: Column) -> Reading:
    if isinstance(cell, str) and (match := _PLAIN_MOBILE.fullmatch(cell)):
        return f"+62{match[1]}", []
    if isinstance(cell, bool | datetime.date | datetime.time | datetime.timedelta):
        _refuse_kind(cell)
    raw, _ = as_text(cell)
    problems: list[Problem] = []
    numbers = _phones_in(raw)
    if len(numbers) > 1:
        problems = [warning("Sel ini memuat beberapa nomor telepon; hanya yang pertama disimpan.")]
    value = numbers[0]
    if not value:
        return None, [_unread(raw)]
    validate_phone(value)
    return value, problems + [told(text, WARNING) for text in phone_warnings(value)]


def _phones_in(raw: str) -> list[str]:
    parts = [part for part in _PHONES.split(raw) if len(re.sub(r"\D", "", part)) >= _SHORTEST_PHONE]
    return list(dict.fromkeys(map(normalise_phone, parts if len(parts) > 1 else [raw])))


def _unread(raw: str) -> Problem:
    return warning(f"{quoted(raw)} bukan nomor, sehingga dikosongkan.", "Isi nomornya jika ada.")

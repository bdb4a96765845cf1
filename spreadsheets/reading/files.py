"""Opening what a clerk uploads: told apart by content, never by its ending, and refused in words."""

import zipfile
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from spreadsheets.reading.book import Book, Cell, Merged, NumberedRow, Rows, SheetInfo, SheetRefused
from spreadsheets.reading.plain_text import TextTable
from spreadsheets.reading.workbook import BROKEN, LOCKED, SWOLLEN, Workbook

__all__ = ["Book", "Cell", "Merged", "NumberedRow", "Rows", "SheetInfo", "SheetRefused", "open_book"]

MOST_UNPACKED = 300 * 1024 * 1024
_MOST_RATIO = 200
_MOST_ENTRIES = 2_000
# Small files pack well and do no harm.
_HARMLESS = 10 * 1024 * 1024

_TAKEN = "Unggah berkas .xlsx, .xls, .ods, atau .csv."
_STRANGERS = (
    (b"\x89PNG", "gambar"),
    (b"\xff\xd8\xff", "gambar"),
    (b"GIF8", "gambar"),
    (b"RIFF", "gambar atau rekaman"),
    (b"BM", "gambar"),
    (b"%PDF", "berkas PDF"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7z"),
    (b"\x1f\x8b", "arsip gzip"),
    (b"{\\rtf", "dokumen teks (RTF)"),
)
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_EMPTY_ZIP = b"PK\x05\x06"


def open_book(file: BinaryIO, name: str) -> Book:
    """The file's sheets. Raises SheetRefused; so may reading the rows later on, where a fault shows only there."""
    file.seek(0)
    content = file.read()
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise SheetRefused("Berkas ini kosong. Periksa berkas aslinya, lalu unggah lagi.")
    if content.startswith((_ZIP, _EMPTY_ZIP)):
        _refuse_archive(content)
        return Workbook(content)
    if content.startswith(_OLE):
        _refuse_document(content)
        return Workbook(content)
    _refuse_stranger(content)
    return TextTable(content, PurePath(name).stem[:100] or "Data")


def _refuse_archive(content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            entries = parts.infolist()
            _refuse_bomb(entries, len(content))
            names = {entry.filename for entry in entries}
            if any(entry.flag_bits & 1 for entry in entries):
                raise SheetRefused(LOCKED)
            if "xl/workbook.xml" in names:
                return
            if "mimetype" in names and parts.read("mimetype").strip() == _ODS:
                if "META-INF/manifest.xml" in names and b"encryption-data" in parts.read(
                    "META-INF/manifest.xml"
                ):
                    raise SheetRefused(LOCKED)
                return
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, NotImplementedError, ValueError):
        raise SheetRefused(BROKEN) from None
    raise SheetRefused(f"{_archive_kind(names)} {_TAKEN}")


def _refuse_bomb(entries: list[zipfile.ZipInfo], packed: int) -> None:
    """Sizes as the archive states them; the parser's own limits hold where it lies."""
    unpacked = sum(entry.file_size for entry in entries)
    is_swollen = unpacked > _HARMLESS and unpacked > _MOST_RATIO * packed
    if unpacked > MOST_UNPACKED or is_swollen or len(entries) > _MOST_ENTRIES:
        raise SheetRefused(SWOLLEN)


def _archive_kind(names: set[str]) -> str:
    if "xl/workbook.bin" in names:
        return "Berkas ini Excel biner (.xlsb). Di Excel pilih File > Save As dan jenis .xlsx."
    if any(name.startswith("word/") for name in names):
        return "Berkas ini dokumen Word. Salin tabelnya ke Excel dan simpan sebagai .xlsx."
    return "Berkas ini arsip ZIP, bukan lembar kerja."


def _refuse_document(content: bytes) -> None:
    """Old Office files: the directory inside names its streams in UTF-16."""
    if _utf16("EncryptedPackage") in content:
        raise SheetRefused(LOCKED)
    if _utf16("Workbook") not in content and _utf16("Book") not in content:
        raise SheetRefused(
            f"Berkas ini terpotong, atau dokumen Office lama yang bukan lembar kerja. {_TAKEN}"
        )


def _utf16(word: str) -> bytes:
    return word.encode("utf-16-le")


def _refuse_stranger(content: bytes) -> None:
    for start, kind in _STRANGERS:
        # "BM" may also begin a text.
        if content.startswith(start) and (len(start) > 2 or b"\0" in content[:64]):
            raise SheetRefused(f"Berkas ini {kind}, bukan lembar kerja. {_TAKEN}")
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(
        (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta", b"<style", b"<head", b"<div")
    ):
        raise SheetRefused(
            "Berkas ini sebenarnya halaman web yang diberi nama Excel. "
            "Buka di Excel, simpan sebagai .xlsx, lalu unggah lagi."
        )

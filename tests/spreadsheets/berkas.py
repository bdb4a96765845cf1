"""Files as offices have them, made for tests. People are invented: NIK KTP 720999…."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

from common.identifiers import normalise_nib, validate_nib
from spreadsheets.columns import Column, Reads
from spreadsheets.reading.files import open_book

DATA = Path(__file__).parent / "data"
COLUMNS = (
    Column("nik_pengusaha", "NIK pengusaha", Reads.NIK, ("nik", "no ktp"), is_secret=True),
    Column("nama_pengusaha", "Nama pengusaha", Reads.TEXT, ("nama pemilik", "nama"), is_required=True),
    Column("jenis_kelamin", "Jenis kelamin", Reads.SEX, ("l/p",)),
    Column("nama_usaha", "Nama usaha", Reads.TEXT, ("nama umkm",), is_required=True, example="Dapur Contoh"),
    Column("nib", "NIB", Reads.IDENTIFIER, normalise=normalise_nib, validate=validate_nib),
    Column(
        "kel_usaha", "Desa/kelurahan usaha", Reads.REGION, ("desa/kel",), offers=lambda: ["Bailo", "Wakai"]
    ),
    Column("alamat_pengusaha", "Alamat pengusaha", fallbacks=("alamat", "rt")),
    Column("alamat_usaha", "Alamat usaha", synonyms=("alamat", "dusun")),
    Column("tk_dibayar_laki", "Pekerja laki-laki", Reads.INTEGER, ("tenaga kerja laki-laki",)),
    Column("tk_dibayar_perempuan", "Pekerja perempuan", Reads.INTEGER, ("tenaga kerja perempuan",)),
    Column("omzet_tahunan", "Omzet setahun", Reads.RUPIAH, ("omzet", "omzet/tahun")),
    Column("omzet_bulanan", "Omzet sebulan", Reads.RUPIAH, ("omzet/bulan",)),
)
HEADER = ["NO", "NAMA PEMILIK", "NIK", "NAMA USAHA", "DESA/KEL", "OMZET"]


def record(number, **changes):
    values = {
        "NO": number,
        "NAMA PEMILIK": f"Sitti Contoh {number}",
        "NIK": f"72099952039{number:05d}",
        "NAMA USAHA": f"Dapur Contoh {number}",
        "DESA/KEL": "Bailo",
        "OMZET": 1_000_000 * number,
    }
    return list((values | changes).values())


def xlsx(*sheets, merged=(), **options):
    """Each sheet a list of rows, or (name, rows); `merged` holds (top, left, bottom, right, text) of the first."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"strings_to_formulas": False, **options}) as book:
        for index, sheet in enumerate(sheets):
            name, rows = sheet if isinstance(sheet, tuple) else (f"Lembar {index + 1}", sheet)
            page = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for place, cell in enumerate(cells):
                    page.write(row, place, cell)
            for *area, text in merged if index == 0 else ():
                page.merge_range(*area, text)
    return file.getvalue()


def ods(rows, *, encrypted=False):
    cells = "".join(
        "<table:table-row>" + "".join(_ods_cell(cell) for cell in row) + "</table:table-row>" for row in rows
    )
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="Data">{cells}'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="1024"/></table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    secret = "<manifest:encryption-data/>" if encrypted else ""
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f"<manifest>{secret}</manifest>",
            "content.xml": content,
        }
    )


def _ods_cell(cell):
    if isinstance(cell, int | float):
        return (
            f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p>'
            "</table:table-cell>"
        )
    return f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'


def archive(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return file.getvalue()


def csv_text(rows, delimiter=";"):
    return "\r\n".join(delimiter.join(str(cell) for cell in row) for row in rows)


def opened(content, name="daftar.xlsx"):
    return open_book(io.BytesIO(content), name)


def rows_of(content, index=0):
    return [cells for _, cells in opened(content).rows(index)]

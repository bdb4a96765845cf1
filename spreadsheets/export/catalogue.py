"""A public list as a file: exactly the rows that its address asks for, in its order."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from common.file_formats import FileFormat
from common.listing import FILE, FilterForm
from common.templatetags.indonesia import angka, tanggal, waktu
from spreadsheets.export.columns import ExportColumn, sheet_columns
from spreadsheets.responses import sheet_response
from spreadsheets.sheet import Sheet, Value

# How long a list is, only its rows tell, and a page that refuses must not have begun as a file.
MOST_XLSX = 20_000


class _TooLongError(Exception):
    pass


def catalogue_file(
    request: HttpRequest,
    form: FilterForm,
    records: Iterable[Any],
    columns: Iterable[ExportColumn],
    *,
    noun: str,
) -> HttpResponseBase | None:
    """None where the address asks for the page, or for more than Excel is given."""
    file_format = request.GET.get(FILE, "")
    if file_format not in FileFormat.values:
        return None
    at, columns = timezone.now(), tuple(columns)
    sheet = Sheet(
        columns=sheet_columns(columns),
        rows=_rows(records, columns, at_most=MOST_XLSX if file_format == FileFormat.XLSX else None),
        head=(
            f"Daftar {noun} {settings.DISTRICT_NAME}",
            _filter_in_words(form),
            f"Diunduh {tanggal(at)}, {waktu(at)}, dari {settings.SITE_URL}",
        ),
        tab=noun.capitalize(),
    )
    name = f"{noun}-{timezone.localdate(at).isoformat()}"
    try:
        return sheet_response(sheet, file_format=file_format, name=name, written_at=at, is_whole=True)
    except _TooLongError:
        return None


def refusal(request: HttpRequest) -> str:
    """What the page says where `catalogue_file` gave none though one was asked for."""
    if request.GET.get(FILE) != FileFormat.XLSX:
        return ""
    return f"Daftar ini lebih dari {angka(MOST_XLSX)} baris. Unduh CSV, atau persempit dengan saringan."


def _filter_in_words(form: FilterForm) -> str:
    """ "Saringan: Kecamatan Togean; dicari “abon”" """
    told = [
        f"{form.fields[name].label} {form.chip_label(name, value)}"
        for name, value in form.chosen.items()
        if name != "q"
    ]
    if "q" in form.chosen:
        told.append(f"dicari “{form.chosen['q']}”")
    return f"Saringan: {'; '.join(told)}" if told else "Tanpa saringan: seluruh daftar"


def _rows(
    records: Iterable[Any], columns: tuple[ExportColumn, ...], *, at_most: int | None
) -> Iterator[tuple[Value, ...]]:
    for number, record in enumerate(records):
        if number == at_most:
            raise _TooLongError
        yield tuple(column.read(record) for column in columns)

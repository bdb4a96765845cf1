"""A `Sheet` as a download, sent while its rows are read."""

import datetime
import itertools
from collections.abc import Iterator

from django.http import FileResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from common.file_formats import FileFormat
from spreadsheets.sheet import Sheet
from spreadsheets.writing import write_csv
from spreadsheets.xlsx import stream_xlsx, write_xlsx

_XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sheet_response(
    sheet: Sheet, *, file_format: str, name: str, written_at: datetime.datetime, is_whole: bool = False
) -> StreamingHttpResponse:
    """`name` without its ending. What leaves the office is never kept by a browser or a proxy.

    `is_whole`: the rows may still raise what the page is to say, so no XLSX leaves before its last row was read.
    """
    filename = f"{name}.{file_format}"
    body: Iterator[bytes]
    if file_format != FileFormat.XLSX:
        body, content_type = write_csv(sheet), "text/csv; charset=utf-8"
    elif is_whole:
        return _unkept(
            FileResponse(write_xlsx(sheet, written_at=written_at), content_type=_XLSX_TYPE), filename
        )
    else:
        pieces = stream_xlsx(sheet, written_at=written_at)
        # A list of everyday length is whole with its first piece: then nothing fails once an answer has begun.
        body, content_type = itertools.chain([next(pieces)], pieces), _XLSX_TYPE
    return _unkept(StreamingHttpResponse(body, content_type=content_type), filename)


def _unkept(response: StreamingHttpResponse, filename: str) -> StreamingHttpResponse:
    response["Content-Disposition"] = content_disposition_header(True, filename) or ""
    response["Cache-Control"] = "private, no-store"
    return response

"""A `Sheet` as a download: CSV while it is read, XLSX from a temporary file."""

import datetime

from django.http import FileResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from spreadsheets.sheet import Sheet
from spreadsheets.writing import write_csv, write_xlsx

XLSX, CSV = "xlsx", "csv"
FILE_FORMATS = ((XLSX, "Excel (XLSX)"), (CSV, "CSV"))
_XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sheet_response(
    sheet: Sheet, *, file_format: str, name: str, written_at: datetime.datetime
) -> FileResponse | StreamingHttpResponse:
    """`name` without its ending. What leaves the office is never kept by a browser or a proxy."""
    filename = f"{name}.{file_format}"
    response: FileResponse | StreamingHttpResponse
    if file_format == XLSX:
        file = write_xlsx(sheet, written_at=written_at)
        response = FileResponse(file, as_attachment=True, filename=filename, content_type=_XLSX_TYPE)
    else:
        response = StreamingHttpResponse(write_csv(sheet), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = content_disposition_header(True, filename) or ""
    response["Cache-Control"] = "private, no-store"
    return response

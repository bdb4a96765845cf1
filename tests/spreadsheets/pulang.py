"""A list that the portal gave out comes back in: the file of a staff list, as an import as far as its preview."""

from django.core.files.uploadedfile import SimpleUploadedFile

from spreadsheets import actions
from spreadsheets.kinds import kinds
from tests.spreadsheets.lembar import check, messages_of, rows_of


def came_back(response, kind, *, by, options=None, knows_all=True):
    """The import of an export; every header of the portal's own must mean one of its columns."""
    file_format = "csv" if response["Content-Type"].startswith("text/csv") else "xlsx"
    file = SimpleUploadedFile(f"daftar.{file_format}", response.getvalue())
    upload = actions.receive(kind=kinds()[kind], file=file, by=by)
    (mapping,) = actions.initial_mapping(upload).values()
    (sheet,) = upload.sheets
    unknown = [header for place, header in enumerate(sheet["headers"]) if not mapping.get(str(place))]
    assert unknown == [] or not knows_all, unknown
    return check(upload, options=options or {})


def judged(upload):
    """How many rows are in which state, with what was said where a row is not the same."""
    odd = [(row.state, row.changes, row.problems) for row in rows_of(upload) if row.state != "sama"]
    assert odd == [], (odd, messages_of(upload))
    return len(rows_of(upload))

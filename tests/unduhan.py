"""Files that staff lists give out, read back cell by cell."""

import csv
import io

import openpyxl
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

REASON = "Daftar undangan pelatihan keamanan pangan"


def address(noun):
    return reverse(f"admin:{noun}_export")


def take(client, noun, berkas="csv", susunan=None, **query):
    """The file without personal data."""
    more = {"susunan": susunan} if susunan else {}
    return client.get(address(noun), {**query, "berkas": berkas, **more})


def take_personal(client, noun, berkas="csv", reason=REASON, susunan="portal", **query):
    data = {"berkas": berkas, "reason": reason, "susunan": susunan}
    return client.post(address(noun), data, query_params=query)


def lines(response):
    """Every line of the file, head and table, as lists of values."""
    content = response.getvalue()
    if response["Content-Type"].startswith("text/csv"):
        text = content.decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [[cell.value for cell in row] for row in book.active]


def head(response):
    """The lines above the table."""
    found = lines(response)
    return [line[0] for line in found[: _header_at(found)] if line and line[0]]


def table(response):
    """The rows as dicts by column."""
    found = lines(response)
    start = _header_at(found)
    return [dict(zip(found[start], line, strict=True)) for line in found[start + 1 :]]


def columns(response):
    found = lines(response)
    return found[_header_at(found)]


def _header_at(found):
    """The first line after the blank one below the head."""
    return next(n for n, line in enumerate(found) if not any(line)) + 1


def statements(act):
    """How many statements `act` takes, the reading of its answer included."""
    with CaptureQueriesContext(connection) as queries:
        lines(act())
    return len(queries)

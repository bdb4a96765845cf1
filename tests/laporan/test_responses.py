import io

import openpyxl
import pytest
from django.http import QueryDict
from django.test import RequestFactory
from pypdf import PdfReader

from laporan import pdf, responses
from laporan.forms import FilterForm
from laporan.report import Column, Link, Report
from laporan.responses import respond
from spreadsheets.sheet import Kind
from tests.laporan.laporan_examples import PRINTED_AT, example_report


@pytest.fixture(autouse=True)
def _at_half_past_nine(monkeypatch):
    monkeypatch.setattr(responses.timezone, "now", lambda: PRINTED_AT)


@pytest.fixture
def ask(letterhead, one_signature):
    def answer(query="", report=None, **options):
        request = RequestFactory().get(f"/laporan/daftar/?{query}")
        report = report or example_report()
        return respond(request, report, letterhead=letterhead, signature=one_signature, **options)

    return answer


def body(response):
    content = b"".join(response)
    if response.streaming and hasattr(response, "file_to_stream"):
        response.file_to_stream.close()
    return content


@pytest.mark.parametrize(
    ("kind", "content_type"),
    [
        ("pdf", "application/pdf"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("csv", "text/csv; charset=utf-8"),
    ],
)
def test_a_file_is_named_private_and_never_kept(ask, kind, content_type):
    response = ask(f"format={kind}")

    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"] == f'attachment; filename="daftar-halal-2022.{kind}"'
    assert response["Cache-Control"] == "private, no-store"
    assert body(response)


def test_pdf_xlsx_csv_and_page_hold_the_same_rows(ask):
    pdf_text = PdfReader(io.BytesIO(body(ask("format=pdf")))).pages[0].extract_text()
    sheet = openpyxl.load_workbook(io.BytesIO(body(ask("format=xlsx")))).active
    csv_text = body(ask("format=csv")).decode("utf-8-sig")
    page = ask().content.decode()

    names = {cell.value for row in sheet for cell in row if str(cell.value).startswith("Usaha ke-")}
    assert names == {"Usaha ke-1", "Usaha ke-2", "Usaha ke-3"}
    assert all(name in text for name in names for text in (pdf_text, csv_text, page))


def test_files_for_spreadsheets_say_what_they_hold_and_when_they_were_made(ask):
    lines = body(ask("format=csv")).decode("utf-8-sig").splitlines()

    assert lines[:4] == [
        "Daftar penerima fasilitasi",
        "Tahun 2022",
        "Dicetak 23 November 2026, 09.30 WITA",
        "",
    ]


def test_the_page_offers_every_file_with_the_same_filter(ask):
    page = ask("tahun=2022&kecamatan=72.09.01").content.decode()

    for kind in ("pdf", "xlsx", "csv"):
        assert f'href="?tahun=2022&amp;kecamatan=72.09.01&amp;format={kind}"' in page


def test_the_table_scrolls_under_its_own_name(ask):
    page = ask().content.decode()

    assert '<div class="report-scroll" role="region" aria-labelledby="judul-tabel" tabindex="0">' in page
    assert '<caption id="judul-tabel">Daftar penerima fasilitasi, Tahun 2022</caption>' in page


def test_a_name_cannot_break_out_of_its_cell(ask):
    report = Report(
        name="x",
        title="<b>X</b>",
        columns=(Column("n", "<i>N</i>", Kind.NUMBER), Column("u", "U")),
        rows=[(Link(1, '"><script>'), "<script>alert(1)</script>")],
        notes=("<u>",),
    )
    page = ask(report=report).content.decode()

    assert not [tag for tag in ("<b>X", "<i>N", "<script>", "<u>") if tag in page]


def test_a_report_too_long_for_paper_offers_excel_instead(ask, monkeypatch):
    monkeypatch.setattr(pdf, "ROW_LIMIT", 2)
    monkeypatch.setattr(responses, "ROW_LIMIT", 2)
    response = ask("format=pdf")

    assert response.status_code == 422
    assert "terlalu panjang untuk PDF" in response.content.decode()
    assert "format=pdf" not in response.content.decode()


def test_a_pdf_that_fails_is_said_kindly_and_logged(ask, monkeypatch, caplog):
    monkeypatch.setattr(pdf, "SECONDS", 0.01)
    response = ask("format=pdf")

    assert response.status_code == 503
    assert "PDF belum dapat dibuat." in response.content.decode()
    assert "daftar-halal-2022: PDF failed" in caplog.text


def test_no_file_is_made_for_a_filter_that_was_not_understood(ask):
    form = FilterForm(QueryDict("tahun=1066"), years=[2022], default_year=2022)
    response = ask("format=pdf&tahun=1066", form=form)

    assert response["Content-Type"].startswith("text/html")
    assert '<a href="#id_tahun">Tahun: Tahun ini tidak ada.</a>' in response.content.decode()


def test_an_unknown_format_shows_the_page(ask):
    assert ask("format=exe")["Content-Type"].startswith("text/html")

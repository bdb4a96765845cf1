"""The poster at the door of the house: its code opens the visitor book."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from common import qr
from laporan.prints.making import make
from tests.kantor import sign_in, words

pytestmark = pytest.mark.django_db
BOOK = "https://rumah.contoh.id/buku-tamu/"


@pytest.fixture
def printed(client, settings, monkeypatch):
    """The poster's pages, and what was handed to the printer of it."""
    settings.SITE_URL = "https://rumah.contoh.id"
    handed = []

    def noted(template, slips):
        handed.extend(slips)
        return make(template, slips)

    monkeypatch.setattr("laporan.rak.views.make", noted)
    sign_in(client)
    response = client.get(reverse("laporan:guest_poster"))
    assert response["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(response.content)).pages, handed


def test_the_poster_is_one_page_that_says_what_to_do(printed):
    pages, _ = printed
    assert len(pages) == 1
    text = " ".join(pages[0].extract_text().split())
    assert "Buku tamu" in text
    assert "Pindai dengan kamera HP" in text
    assert "rumah.contoh.id/buku-tamu/" in text


def test_the_posters_code_is_the_visitor_books_address(printed):
    _, handed = printed
    assert [slip["qr"] for slip in handed] == [qr.svg(BOOK)]


def test_the_address_on_the_poster_opens_the_visitor_book(printed):
    assert "Isi buku tamu" in words(Client().get(BOOK.removeprefix("https://rumah.contoh.id")))

"""The book year is asked for on the page of columns where the file leaves it open."""

import pytest
from django.test import Client
from django.urls import reverse

from spreadsheets.models import Import
from tests.koperasi.lembar_koperasi import received, row, titled, without_year
from tests.spreadsheets.lembar import officer

pytestmark = pytest.mark.django_db


def answered(upload, **options):
    """The page of columns sent back as it came, with `options`."""
    client = Client()
    client.force_login(upload.uploaded_by)
    address = reverse("spreadsheets:columns", args=[upload.pk])
    boxes = client.get(address).context["form"].rows()[0]["columns"]
    data = {box["field"].html_name: box["field"].value() for box in boxes}
    return client.post(address, {**data, **options})


def test_figures_without_a_book_year_are_asked_about():
    upload = received([without_year()], by=officer())
    page = answered(upload)
    assert page.status_code == 200
    assert "tahun_buku" in page.context["asked"].errors
    assert "tidak menyebut tahun buku" in page.content.decode()
    assert answered(upload, tahun_buku="2025").status_code == 302
    assert Import.objects.get().counts["baru"] == 1


@pytest.mark.parametrize("upload", ["column", "title"])
def test_nothing_is_asked_where_the_file_tells(upload):
    told = received([row()]) if upload == "column" else titled("TAHUN BUKU 2025", [without_year()])
    assert answered(told).status_code == 302
    assert Import.objects.get().counts["baru"] == 1


def test_a_book_year_to_come_is_refused():
    page = answered(received([row()]), tahun_buku="2099")
    assert "belum tiba" in page.content.decode()

"""The page of columns for products: a seller must be told, and nothing can be kept as a note."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.produk.lembar_produk import received, row, seller

pytestmark = pytest.mark.django_db


def opened(upload):
    client = Client()
    client.force_login(upload.uploaded_by)
    address = reverse("spreadsheets:columns", args=[upload.pk])
    page = client.get(address)
    boxes = page.context["form"].rows()[0]["columns"]
    return client, address, page, {box["field"].html_name: box["field"].value() for box in boxes}


def test_nothing_is_offered_to_be_kept_as_a_note():
    seller()
    client, address, page, data = opened(received([row() | {"Ukuran": "besar"}]))
    assert "catatan" not in page.content.decode().lower().replace("catatan petugas", "")
    assert client.post(address, data).status_code == 302


def test_a_sheet_without_a_seller_is_not_judged():
    client, address, _, data = opened(received([row(Desa="")]))
    data = {name: "" if value == "penjual" else value for name, value in data.items()}
    page = client.post(address, data)
    assert "Penjual harus dapat dikenali" in page.content.decode()

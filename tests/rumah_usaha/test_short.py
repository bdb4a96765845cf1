"""Addresses that are printed once and keep working."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from common import qr
from tests.duplicates.kembar import merged
from tests.factories import KoperasiFactory, ProdukFactory, UsahaFactory, UserFactory

pytestmark = pytest.mark.django_db
NOUNS = [("u", UsahaFactory), ("k", KoperasiFactory), ("p", ProdukFactory)]


@pytest.mark.parametrize(("letter", "make"), NOUNS)
def test_a_short_address_leads_to_the_page(client, letter, make):
    record = make(listed=True, slug="abon-tuna")
    response = client.get(f"/{letter}/abon-tuna/")
    assert (response.status_code, response["Location"]) == (301, record.get_absolute_url())


@pytest.mark.parametrize(("letter", "make"), NOUNS)
@pytest.mark.parametrize("rest", ["", "qr.svg", "qr.png"])
def test_what_is_not_on_the_site_has_none(client, letter, make, rest):
    record = make()
    assert client.get(f"/{letter}/{record.slug}/{rest}").status_code == 404


def test_a_letter_leads_to_its_own_noun_only(client):
    usaha = UsahaFactory(listed=True)
    assert client.get(f"/k/{usaha.slug}/").status_code == 404
    assert client.get(f"/x/{usaha.slug}/").status_code == 404


def test_a_merged_sellers_leads_to_the_survivor(client):
    survivor, loser = UsahaFactory(listed=True, name="Kios Satu"), UsahaFactory(listed=True, name="Kios 1")
    merged(survivor, loser, by=UserFactory(is_superuser=True))
    response = client.get(f"/u/{loser.slug}/")
    assert (response.status_code, response["Location"]) == (301, survivor.get_absolute_url())


@pytest.mark.parametrize("rest", ["", "qr.svg", "qr.png"])
def test_it_is_kept_no_longer_than_a_page_and_sets_no_cookie(client, rest):
    usaha = UsahaFactory(listed=True)
    response = client.get(f"/u/{usaha.slug}/{rest}")
    assert "max-age=60" in response["Cache-Control"]
    assert not response.cookies


def test_the_picture_to_print_is_large_and_named(client):
    usaha = UsahaFactory(listed=True, slug="dapur-sitti")
    response = client.get("/u/dapur-sitti/qr.png")
    assert response["Content-Type"] == "image/png"
    assert 'filename="qr-dapur-sitti.png"' in response["Content-Disposition"]
    picture = Image.open(SimpleUploadedFile("qr.png", response.content))
    assert picture.width == picture.height > 800
    assert usaha.name


def test_the_code_holds_the_short_address(client, settings):
    settings.SITE_URL = "https://rumahusaha.contoh.id"
    UsahaFactory(listed=True, slug="dapur-sitti")
    drawn = client.get("/u/dapur-sitti/qr.svg").content.decode()
    assert drawn == qr.svg("https://rumahusaha.contoh.id/u/dapur-sitti/")
    assert drawn != qr.svg("https://rumahusaha.contoh.id/usaha/dapur-sitti/")


def test_the_code_brings_no_style_that_the_policy_would_stop(client):
    UsahaFactory(listed=True, slug="dapur-sitti")
    drawn = client.get("/u/dapur-sitti/qr.svg").content.decode()
    assert not re.search(r"<style|style=|<script", drawn)


@pytest.mark.parametrize(("letter", "make"), [("u", UsahaFactory), ("k", KoperasiFactory)])
def test_a_sellers_page_offers_address_and_code(client, settings, letter, make):
    settings.SITE_URL = "https://rumahusaha.contoh.id"
    record = make(listed=True)
    text = client.get(record.get_absolute_url()).text
    assert f"https://rumahusaha.contoh.id/{letter}/{record.slug}/" in text
    for picture in ("qr.svg", "qr.png"):
        assert f"/{letter}/{record.slug}/{picture}" in text

"""What a phone reads to install the portal, and the frame it keeps."""

import re

import pytest
from django.contrib.staticfiles import finders
from PIL import Image


def version(client):
    return re.search(r'"bingkai-(\w+)"', client.get("/sw.js").content.decode())[1]


def test_the_manifest_names_this_district(client, settings):
    settings.SITE_NAME, settings.DISTRICT_SHORT = "Balai Usaha", "Poso"
    manifest = client.get("/manifest.webmanifest").json()
    assert (manifest["name"], manifest["short_name"]) == ("Balai Usaha Poso", "Balai Usaha")


def test_every_icon_has_the_size_that_the_manifest_tells(client):
    icons = client.get("/manifest.webmanifest").json()["icons"]
    assert {icon["purpose"] for icon in icons} == {"any", "maskable"}
    for icon in icons:
        with Image.open(finders.find(icon["src"].removeprefix("/static/"))) as picture:
            assert "x".join(map(str, picture.size)) == icon["sizes"]


def test_a_changed_frame_is_a_new_version(client, settings):
    before = version(client)
    assert version(client) == before
    settings.OFFICE_EMAIL = "dinas@contoh.id"
    assert version(client) != before


def test_a_browser_asks_for_the_worker_each_time(client):
    assert client.get("/sw.js")["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("address", ["/luring/", "/sw.js", "/manifest.webmanifest"])
def test_the_frame_needs_neither_database_nor_session(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies

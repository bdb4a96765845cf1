"""A log line says which page was asked for, by which request, and nothing about a person."""

import io
import json
import logging.config
import re

import pytest
from django.contrib.auth.decorators import login_not_required
from django.test import Client
from django.urls import path

from rumah_usaha.logs import logging_config
from rumah_usaha.urls import *  # noqa: F403
from rumah_usaha.urls import urlpatterns as real
from tests.factories import UserFactory

NIK = "7209990101900001"


@login_not_required
def breaks(request):
    raise ValueError(f"duplicate key: (nik)=({request.GET.get('nik', '')})")


urlpatterns = [*real, path("uji/rusak/", breaks)]

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture
def log():
    """What the portal would write to its console, as it does outside of tests."""
    stream = io.StringIO()
    config = logging_config(quiet=False)
    config["handlers"]["console"]["stream"] = stream
    logging.config.dictConfig(config)
    yield stream
    logging.config.dictConfig(logging_config(quiet=True))


def lines(log: io.StringIO) -> list[dict]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def requests_with_a_nik(client: Client) -> None:
    client.get("/produk/", {"q": NIK})
    client.get(f"/produk/{NIK}/")
    client.get("/uji/rusak/", {"nik": NIK})
    client.post("/akun/masuk/", {"login": NIK, "password": NIK})
    client.get("/kantor/umkm/pemilik/", {"q": NIK})
    client.post("/kantor/umkm/pemilik/add/", {"nik": NIK, "name": "Budi"})
    client.get("/produk/", headers={"user-agent": NIK, "referer": f"https://contoh.id/?nik={NIK}"})
    client.generic(
        "POST", "/tidak/ada/", f"nik={NIK}".encode(), content_type="multipart/form-data; boundary=x"
    )
    client.get("/tentang/", headers={"host": f"{NIK}.example"})


@pytest.mark.parametrize("role", [None, "Petugas"])
def test_no_line_holds_a_nik(log, role):
    client = Client(raise_request_exception=False)
    if role:
        client.force_login(UserFactory(role=role))
    requests_with_a_nik(client)
    assert len(lines(log)) > 5
    assert re.findall(r"\d{16}", log.getvalue()) == []


def test_no_line_holds_what_was_searched_for_or_typed(log):
    client = Client(raise_request_exception=False)
    client.get("/produk/", {"q": "kelainan jantung"})
    client.post("/akun/masuk/", {"login": "budi.santoso", "password": "rahasia sekali"})
    assert "jantung" not in log.getvalue()
    assert "budi.santoso" not in log.getvalue()
    assert "rahasia" not in log.getvalue()


def test_a_line_names_method_path_status_and_request(log):
    Client().get("/tentang/?q=apa")
    finished = next(line for line in lines(log) if line["event"] == "request_finished")
    assert (finished["request"], finished["code"]) == ("GET /tentang/", 200)
    assert finished["request_id"]


def test_the_cause_of_a_server_error_is_written_down_without_the_number(log):
    Client(raise_request_exception=False).get("/uji/rusak/", {"nik": NIK})
    failed = next(line for line in lines(log) if line["event"] == "request_failed")
    assert "ValueError" in failed["exception"]
    assert "************0001" in failed["exception"]


def test_a_line_is_one_json_object_even_for_words_from_outside(log):
    Client().get("/tentang/", headers={"user-agent": 'x"\n{"event": "forged"}'})
    assert all(line["event"] != "forged" for line in lines(log))

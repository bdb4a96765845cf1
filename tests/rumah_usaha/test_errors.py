"""Error pages: Indonesian, without the database, and never an error of their own."""

import re

import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import SuspiciousOperation
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from rumah_usaha.urls import *  # noqa: F403
from rumah_usaha.urls import urlpatterns as real


@login_not_required
def breaks(request):
    raise RuntimeError("Budi 7209990101900001")


@login_not_required
def suspicious(request):
    raise SuspiciousOperation("no")


@login_not_required
def database_away(request):
    raise OperationalError("server closed the connection")


@login_not_required
def form(request):
    return HttpResponse("received")


# The real addresses, and four that fail on purpose.
urlpatterns = [
    *real,
    path("uji/rusak/", breaks),
    path("uji/curiga/", suspicious),
    path("uji/basis-data/", database_away),
    path("uji/formulir/", form),
]

FAILING = ["/tidak/ada/", "/uji/rusak/", "/uji/curiga/", "/uji/basis-data/"]

pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


def heading(response) -> str:
    found = re.search(r"<h1>(.*?)</h1>", response.content.decode())
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("address", "status"),
    [("/tidak/ada/", 404), ("/uji/rusak/", 500), ("/uji/curiga/", 400), ("/uji/basis-data/", 503)],
)
def test_an_error_has_a_page_of_ours_without_the_database(visitor, address, status):
    response = visitor.get(address)
    assert response.status_code == status
    assert heading(response)
    assert 'lang="id"' in response.content.decode()


def test_a_server_error_says_nothing_about_its_cause(visitor):
    text = visitor.get("/uji/rusak/").content.decode()
    assert "Budi" not in text
    assert "RuntimeError" not in text
    assert "7209990101900001" not in text


def test_while_the_database_is_away_a_page_says_when_to_come_back(visitor):
    assert visitor.get("/uji/basis-data/")["Retry-After"] == "5"


@pytest.mark.django_db
def test_the_database_may_go_away_before_a_page_is_reached(visitor, monkeypatch):
    """With a session cookie the first question to the database comes from a middleware."""

    def away(self):
        raise OperationalError("server closed the connection")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", away)
    visitor.cookies["sessionid"] = "a" * 32
    response = visitor.get("/laporan/")
    assert response.status_code == 503
    assert response["Retry-After"] == "5"


def test_a_form_without_its_token_is_refused_with_a_way_on():
    response = Client(enforce_csrf_checks=True).post("/uji/formulir/", {"a": "b"})
    assert response.status_code == 403
    assert "Formulir" in heading(response)


def test_a_host_that_is_not_ours_gets_a_bad_request(visitor):
    response = visitor.get("/tentang/", headers={"host": "jahat.example"})
    assert response.status_code == 400
    assert heading(response)


BROKEN = {
    "no boundary": "multipart/form-data",
    "empty boundary": "multipart/form-data; boundary=",
    "cut off": "multipart/form-data; boundary=xx",
    "boundary of garbage": "multipart/form-data; boundary=\xff\xfe",
    "unknown charset": "multipart/form-data; boundary=xx; charset=nonsense",
}


@pytest.mark.parametrize("content_type", BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize("address", ["/tidak/ada/", "/uji/formulir/", "/"])
def test_a_broken_multipart_post_with_a_csrf_cookie_is_no_server_error(content_type, address):
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.cookies["csrftoken"] = "a" * 32
    body = b'--xx\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\nnever ends'
    response = client.generic("POST", address, body, content_type=content_type)
    assert 400 <= response.status_code < 500


@pytest.mark.parametrize(
    "address", ["/produk/%00/", "/%ff%fe/", "/produk/" + "a" * 3000 + "/", "/media/../secrets.json"]
)
@pytest.mark.django_db
def test_a_nonsense_address_is_not_found(visitor, address):
    assert visitor.get(address).status_code in (400, 404)


@pytest.mark.parametrize("address", FAILING)
def test_nobody_keeps_an_error_page(visitor, address):
    assert "no-store" in visitor.get(address)["Cache-Control"]


@pytest.mark.parametrize("address", FAILING)
def test_an_error_page_sets_no_cookie(visitor, address):
    assert not visitor.get(address).cookies

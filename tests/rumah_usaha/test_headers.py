"""Security headers, on every answer: pages, files, refusals and failures."""

import pytest
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from django.urls import path

from rumah_usaha.urls import *  # noqa: F403
from rumah_usaha.urls import urlpatterns as real
from tests.factories import PASSWORD, UserFactory

HEADERS = (
    "Content-Security-Policy",
    "Referrer-Policy",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
)


def failing(error: type[Exception]):
    @login_not_required
    def view(request):
        raise error("no")

    return view


urlpatterns = [
    *real,
    path("uji/500/", failing(RuntimeError)),
    path("uji/403/", failing(PermissionDenied)),
    path("uji/400/", failing(SuspiciousOperation)),
]

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


def answers():
    """(what, status, how to get it)"""
    host = {"host": "jahat.example"}
    return {
        "a page": (200, lambda client: client.get("/tentang/")),
        "a stylesheet": (200, lambda client: client.get("/static/css/site.css")),
        "not found": (404, lambda client: client.get("/tidak/ada/")),
        "refused": (403, lambda client: client.get("/uji/403/")),
        "bad request": (400, lambda client: client.get("/uji/400/")),
        "strange host": (400, lambda client: client.get("/tentang/", headers=host)),
        "failed": (500, lambda client: client.get("/uji/500/")),
        "no token": (403, lambda client: client.post("/akun/masuk/", {"login": "a"})),
        "wrong method": (405, lambda client: client.put("/tentang/")),
        "sent to sign in": (302, lambda client: client.get("/kantor/")),
        "slash appended": (301, lambda client: client.get("/tentang")),
        "health": (200, lambda client: client.get("/healthz")),
    }


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("what", answers())
def test_every_answer_carries(what, header):
    status, fetch = answers()[what]
    client = Client(raise_request_exception=False, enforce_csrf_checks=what == "no token")
    response = fetch(client)
    assert (response.status_code, bool(response.get(header))) == (status, True)
    response.close()


def policy() -> dict[str, list[str]]:
    value = Client().get("/tentang/")["Content-Security-Policy"]
    return {name: sources for name, *sources in (part.split() for part in value.split(";") if part.strip())}


def test_the_policy_starts_from_nothing():
    assert policy()["default-src"] == ["'none'"]


def test_the_policy_allows_our_own_host_and_nothing_besides():
    sources = {source for name, listed in policy().items() if name != "sandbox" for source in listed}
    assert sources == {"'none'", "'self'"}


def test_the_policy_lets_nobody_frame_us_or_move_our_base():
    assert policy()["frame-ancestors"] == ["'none'"]
    assert policy()["base-uri"] == ["'none'"]
    assert policy()["form-action"] == ["'self'"]


def test_a_picture_can_do_nothing(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "foto.jpg").write_bytes(b"jpeg")
    response = Client().get("/media/foto.jpg")
    assert response.getvalue() == b"jpeg"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "'self'" not in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"


def test_values_are_the_strict_ones():
    response = Client().get("/tentang/")
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


def test_a_public_page_asked_for_with_a_session_is_kept_by_nobody():
    client = Client()
    client.force_login(UserFactory(role="Petugas"))
    assert client.get("/tentang/")["Cache-Control"] == "private, no-store"


def test_a_page_with_a_form_token_is_kept_by_nobody():
    assert Client().get("/akun/masuk/")["Cache-Control"] == "private, no-store"


def test_a_stale_session_cookie_writes_nothing_and_brings_no_new_one():
    from django.contrib.sessions.models import Session

    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
    response = client.get("/tentang/")
    assert settings.SESSION_COOKIE_NAME not in response.cookies or not response.cookies["sessionid"].value
    assert Session.objects.count() == 0


def test_cookies_are_kept_from_scripts_and_other_sites():
    user = UserFactory(role="Petugas")
    client = Client()
    client.get("/akun/masuk/")
    client.post("/akun/masuk/", {"login": user.username, "password": PASSWORD})
    kept = {name: (morsel["httponly"], morsel["samesite"]) for name, morsel in client.cookies.items()}
    assert kept == {"csrftoken": (True, "Lax"), "sessionid": (True, "Lax")}

"""Views that tell how often they were made, for tests of what workers keep."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import path

from rumah_usaha.urls import *  # noqa: F403
from rumah_usaha.urls import urlpatterns as real


def counting(change=lambda response: response, *, is_public=True):
    """A view whose page tells how often it was made."""
    made = iter(range(1, 1000))

    def view(request):
        return change(HttpResponse(f"{next(made)} " + "isi " * 100))

    return login_not_required(view) if is_public else view


def with_header(name, value):
    def change(response):
        response[name] = value
        return response

    return change


def with_cookie(response):
    response.set_cookie("tanda", "1")
    return response


def with_status(status):
    def change(response):
        response.status_code = status
        return response

    return change


def build_views():
    """Made anew for each test, so that each counts from one."""
    return {
        "biasa": counting(),
        "pribadi": counting(with_header("Cache-Control", "private, no-store")),
        "lama": counting(with_header("Cache-Control", "max-age=600")),
        "kuki": counting(with_cookie),
        "menurut-kuki": counting(with_header("Vary", "Cookie")),
        "menurut-bahasa": counting(with_header("Vary", "Accept-Language")),
        "galat": counting(with_status(500)),
        "tiada": counting(with_status(404)),
        "pindah": counting(with_status(302)),
        "mengalir": counting(lambda response: StreamingHttpResponse([response.content])),
        "petugas": counting(is_public=False),
    }


VIEWS = build_views()
urlpatterns = [*real, *(path(f"uji/{name}/", lambda r, n=name: VIEWS[n](r)) for name in VIEWS)]
for entry, name in zip(urlpatterns[len(real) :], VIEWS, strict=True):
    entry.callback.login_required = name == "petugas"


def number(response):
    return b"".join(response).split(b" ")[0] if response.streaming else response.content.split(b" ")[0]

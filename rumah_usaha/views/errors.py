"""Error pages. None of them needs the database, a session or the request's body."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

from rumah_usaha.context_processors import office


def _page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    # Without the request: context processors could read a session or a broken body.
    content = loader.render_to_string(template, office(request))
    response = HttpResponse(content, status=status)
    response["Cache-Control"] = "no-store"
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "403.html", 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(request, "403_csrf.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    # Here, not in a middleware: a session is already read before any middleware could catch this.
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        return unavailable(request)
    return _page(request, "500.html", 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """While PostgreSQL restarts or has cut a request off."""
    response = _page(request, "503.html", 503)
    response["Retry-After"] = "5"
    return response

"""Who may open an import's pages, and the frame of their door around them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from spreadsheets.desks import OFFICE, Desk
from spreadsheets.models import Import


def importer(view: Callable[..., Any]) -> Callable[..., Any]:
    """Let in whom the desk admits; the view finds it at its request."""

    @wraps(view)
    def admitted(request: Any, *args: Any, desk: Desk = OFFICE, **kwargs: Any) -> Any:
        if not desk.admits(request.user):
            raise PermissionDenied
        request.desk = desk
        return view(request, *args, **kwargs)

    return admitted


def page(request: Any, name: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, f"spreadsheets/{name}.html", {**request.desk.context(request), **context})


def to_import(request: Any, upload: Import) -> HttpResponse:
    return redirect(request.desk.address("detail", upload.pk))


def of_import(view: Callable[..., Any]) -> Callable[..., Any]:
    """Hand the view its import; another officer's is not found."""

    @importer
    @wraps(view)
    def opened(request: Any, pk: int) -> Any:
        rows = request.desk.imports(request.user).select_related("uploaded_by", "undone_by")
        return view(request, get_object_or_404(rows, pk=pk))

    return opened


def deed(act: Callable[[Any, Import], Any]) -> Callable[..., HttpResponse]:
    """An act by POST: back to the import's page, with the reason where it was refused."""

    @of_import
    @wraps(act)
    def done(request: HttpRequest, upload: Import) -> HttpResponse:
        try:
            answer = act(request, upload)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            answer = None
        return answer or to_import(request, upload)

    return done

"""Who may open an import's pages, and the frame of the staff door around them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from spreadsheets.models import Import

importer = permission_required("spreadsheets.add_import", raise_exception=True)


def page(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, f"spreadsheets/{name}.html", {**admin.site.each_context(request), **context})


def of_import(view: Callable[..., Any]) -> Callable[..., Any]:
    """Hand the view its import; another officer's is not found."""

    @importer
    @wraps(view)
    def opened(request: Any, pk: int) -> Any:
        rows = Import.objects.visible_to(request.user).select_related("uploaded_by", "undone_by")
        return view(request, get_object_or_404(rows, pk=pk))

    return opened


def deed(act: Callable[[Any, Import], Any]) -> Callable[..., HttpResponse]:
    """An act by POST: back to the import's page, with the reason where it was refused."""

    @of_import
    @wraps(act)
    def done(request: Any, upload: Import) -> HttpResponse:
        try:
            answer = act(request, upload)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            answer = None
        return answer or redirect(upload)

    return done

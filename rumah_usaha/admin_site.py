"""The staff door: Django's admin with our own front page."""

from collections.abc import Callable
from typing import Any, cast

from allauth.account.decorators import secure_admin_login
from django.contrib import admin, messages
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import DataError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe

from accounts.models import User
from common.admin import OfficeAdmin
from common.inconsistencies import MOST
from duplicates.kind import kinds_of
from rumah_usaha import checks, dashboard, menu


class FewPages(Paginator):
    """Counts no further than anybody scrolls: every letter typed asks again."""

    MOST = 200
    object_list: QuerySet

    @cached_property
    def count(self) -> int:
        return len(self.object_list.values_list("pk", flat=True)[: self.MOST])


class Choices(AutocompleteJsonView):
    """Answers of a box that searches: what may be chosen here, told so that two of one name can be told apart."""

    model_admin: OfficeAdmin

    def get_queryset(self) -> QuerySet:
        rows = self.model_admin.choices_for(self.request).complex_filter(
            self.source_field.get_limit_choices_to()
        )
        found, may_repeat = self.model_admin.get_search_results(self.request, rows, self.term)
        return found.distinct() if may_repeat else found

    def get_paginator(self, *args: Any, **kwargs: Any) -> Paginator:
        return FewPages(*args, **kwargs)

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        return {"id": str(getattr(obj, to_field_name)), "text": self.model_admin.choice_label(obj)}


class StaffDoor(admin.AdminSite):
    site_header = "Kantor Rumah Usaha"
    site_title = "Kantor"
    index_title = "Meja kerja"
    site_url = "/"
    final_catch_all_view = False
    enable_nav_sidebar = False

    def __init__(self, name: str = "office") -> None:
        super().__init__(name)

    def register(
        self, model_or_iterable: Any, admin_class: type[admin.ModelAdmin] | None = None, **options: Any
    ) -> None:
        """Only our own screens: what libraries bring along is in English and outside our rules."""
        if admin_class and issubclass(admin_class, OfficeAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """The nouns in the order of a clerk's day instead of by application."""
        found = super().get_app_list(request, app_label)
        return found if app_label else menu.grouped(found)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        context = super().each_context(request)
        return context | {
            "office_menu": menu.of(
                context["available_apps"],
                request.path,
                may_import=request.user.has_perm("spreadsheets.add_import"),
                may_merge=bool(kinds_of(request.user)),
                may_call=request.user.has_perm("legalitas.view_sertifikat"),
            )
        }

    @login_not_required
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Signing in has one door, with its limits and its second factor."""
        return secure_admin_login(super().login)(request, extra_context)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        # `admin_view` lets nobody else through.
        officer = cast(User, request.user)
        context = {"dashboard": dashboard.build(officer), "may_merge": bool(kinds_of(officer))}
        return super().index(request, context | (extra_context or {}))

    def get_urls(self) -> list[Any]:
        return [
            path("periksa-data/", self.admin_view(require_safe(self.checks_view)), name="checks"),
            *super().get_urls(),
        ]

    def checks_view(self, request: HttpRequest) -> TemplateResponse:
        """What contradicts itself among the rows that this officer may see, with the way there."""
        context = self.each_context(request) | {
            "title": "Periksa data",
            "groups": checks.found_by(self, request),
            "most": MOST,
        }
        return TemplateResponse(request, "admin/office_checks.html", context)

    def autocomplete_view(self, request: HttpRequest) -> Any:
        return cast(HttpResponse, Choices.as_view(admin_site=self)(request))

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Passwords have one door, with its limits and its record."""
        return redirect("account_change_password")

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        return super().admin_view(_calm(view), cacheable)


def _calm(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Nonsense in an address leads back to the plain page instead of an error."""

    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "\x00" in request.path or any("\x00" in str(value) for value in kwargs.values()):
            raise Http404
        if _has_nul(request.GET):
            return _plain(request)
        try:
            return view(request, *args, **kwargs)
        except (DataError, ValueError, ValidationError, OverflowError):
            # A key, a page or a filter that no row can have. Only reading is answered so: a write must not hide it.
            if request.method == "GET" and request.GET:
                return _plain(request)
            raise

    return guarded


def _has_nul(query: Any) -> bool:
    return any("\x00" in key or any("\x00" in value for value in values) for key, values in query.lists())


def _plain(request: HttpRequest) -> HttpResponse:
    messages.warning(
        request, "Alamat tadi memuat saringan yang tidak dikenal, jadi ditampilkan tanpa saringan."
    )
    return HttpResponseRedirect(request.path)

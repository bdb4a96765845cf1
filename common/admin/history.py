"""The history page: every change of a record and of the rows beneath it, old beside new."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse

from common.admin.trail import NEWEST, Entry, entries, events_beneath


class History(admin.ModelAdmin):
    """Part of OfficeAdmin: reads the audit trail in place of Django's own log."""

    # OfficeAdmin has them.
    personal_fields: tuple[str, ...] | list[str]
    may_see_personal_data: Callable[[HttpRequest], bool]

    def extra_history(self, obj: Any) -> Sequence[tuple[models.QuerySet | None, str]]:
        """Event querysets of rows beneath `obj` that are no inlines, each with a word for them."""
        return []

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        obj = self.get_object(request, object_id)
        if obj is None or not self.has_view_or_change_permission(request, obj):
            raise Http404
        found = self.history_of(request, obj)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Riwayat {self.opts.verbose_name}",
            "subtitle": str(obj),
            "entries": found,
            "is_cut": len(found) == NEWEST,
            "object": obj,
            "opts": self.opts,
            "preserved_filters": self.get_preserved_filters(request),
            **(extra_context or {}),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/object_history.html", context)

    def history_of(self, request: HttpRequest, obj: Any) -> list[Entry]:
        inlines = [
            (events_beneath(obj, inline.model), inline.model._meta.verbose_name) for inline in self.inlines
        ]
        beneath = [*inlines, *self.extra_history(obj)]
        known = [(queryset, label) for queryset, label in beneath if queryset is not None]
        hidden = self.hidden_in_history(request, obj)
        return entries(obj, known, hidden=hidden)

    def hidden_in_history(self, request: HttpRequest, obj: Any) -> frozenset[str]:
        """Fields that are named but whose values are not told to this reader."""
        return frozenset() if self.may_see_personal_data(request) else frozenset(self.personal_fields)

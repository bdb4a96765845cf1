"""What lists and pages of businesses and cooperatives share about letters: who may write them, and invitations."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from common.admin import OfficeAdmin
from umkm.letters import ISSUE, MOST_INVITED, invitation_url


class Inviting(OfficeAdmin):
    @property
    def _noun(self) -> str:
        return str(self.opts.model_name)

    def has_letter_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(ISSUE)

    @admin.action(description="Undang ke acara", permissions=["letter"])
    def invite(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        keys = list(queryset.values_list("pk", flat=True)[: MOST_INVITED + 1])
        if len(keys) > MOST_INVITED:
            self.message_user(
                request, f"Paling banyak {MOST_INVITED} penerima dalam satu undangan.", messages.WARNING
            )
            return None
        return redirect(invitation_url(self._noun, keys))

    def office_context(self, request: HttpRequest, obj: Any, may_write: bool) -> dict[str, Any]:
        context = super().office_context(request, obj, may_write)
        if obj and not obj.archived_at and self.has_letter_permission(request):
            url = invitation_url(self._noun, [obj.pk])
            context["next_steps"].append({"label": "Undang ke acara", "url": url})
        return context

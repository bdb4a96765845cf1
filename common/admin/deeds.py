"""Buttons of one noun beside the shared ones: each is a POST on the record's own page, by name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from common.admin.base import OfficeAdmin
from common.admin.bulk import DEEDS


@dataclass(frozen=True)
class Deed:
    """`run(record, by)` does it; `done` is what the officer reads afterwards."""

    name: str
    label: str
    done: str
    run: Callable[[Any, Any], Any]


class AdminWithDeeds(OfficeAdmin):
    """`own_deeds` tells which buttons a record offers now."""

    def own_deeds(self, request: HttpRequest, obj: Any) -> list[Deed]:
        return []

    def office_context(self, request: HttpRequest, obj: Any, may_write: bool) -> dict[str, Any]:
        context = super().office_context(request, obj, may_write)
        if obj and may_write:
            own = [{"name": deed.name, "label": deed.label} for deed in self.own_deeds(request, obj)]
            context["deeds"] = [*own, *context["deeds"]]
            # A record without states of its own has its buttons there too.
            context["tells"] = context["tells"] or bool(own)
        return context

    def state_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        name = request.POST.get("deed", "")
        obj = self.get_object(request, object_id)
        if not name or name in DEEDS or obj is None or not self.has_change_permission(request, obj):
            return super().state_view(request, object_id)
        chosen = next((deed for deed in self.own_deeds(request, obj) if deed.name == name), None)
        if chosen is None:
            # Most likely the button was pressed twice, or somebody else was quicker.
            self.message_user(request, "Sudah dilakukan, atau tidak lagi berlaku.", messages.INFO)
        else:
            self._do(request, obj, chosen)
        return HttpResponseRedirect(self._url("change", obj.pk))

    def _do(self, request: HttpRequest, obj: Any, deed: Deed) -> None:
        try:
            deed.run(obj, request.user)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.WARNING)
        else:
            self.message_user(request, deed.done, messages.SUCCESS)

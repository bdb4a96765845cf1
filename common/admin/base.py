"""OfficeAdmin: what every noun's staff screens have in common. How to use it stands in `common/admin/__init__.py`."""

from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.http import urlencode

from common.admin.bulk import DEEDS, StateActions
from common.admin.columns import STATES, state_of
from common.admin.editing import Editing
from common.admin.fields import field_for, form_for_request, without
from common.admin.files import Files
from common.admin.forms import OfficeForm
from common.admin.history import History
from common.admin.listing import Listing
from common.admin.readers import flag, for_reader
from common.admin.trail import last_editor


class OfficeAdmin(StateActions, Editing, Files, History, Listing):
    form = OfficeForm
    save_on_top = False
    personal_fields: tuple[str, ...] | list[str] = ()
    personal_permission = "umkm.view_personal_data"
    # Buttons on a saved record: (label, "app.Model", the field of that noun that points here).
    next_steps: tuple[tuple[str, str, str], ...] | list[tuple[str, str, str]] = ()

    # --- who may see and change what ------------------------------------------------------------

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Records are archived, never deleted."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and getattr(obj, "archived_at", None):
            return False
        return super().has_change_permission(request, obj)

    def may_see_personal_data(self, request: HttpRequest) -> bool:
        return request.user.has_perm(self.personal_permission)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """An address could otherwise ask for a telephone number digit by digit."""
        asks_for_person = lookup.split("__")[0] in self.personal_fields
        if asks_for_person and not self.may_see_personal_data(request):
            return False
        return super().lookup_allowed(lookup, value, request)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Without the right to personal data those fields are not there; a reader sees numbers masked."""
        hidden = set() if self.may_see_personal_data(request) else set(self.personal_fields)
        is_reader = obj is not None and not self.has_change_permission(request, obj)
        fieldsets = []
        for title, options in super().get_fieldsets(request, obj):
            kept = without(options["fields"], hidden)
            if is_reader:
                kept = for_reader(kept, self.model)
            if kept:
                fieldsets.append((title, {**options, "fields": kept}))
        return fieldsets

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        found = super().get_list_display(request)
        hidden = set() if self.may_see_personal_data(request) else {*self.personal_fields, "masked_phone"}
        flags = {
            column.name: column for column in self.opts.fields if isinstance(column, models.BooleanField)
        }
        return [
            flag(flags[name]) if name in flags else name
            for name in found
            if getattr(name, "__name__", name) not in hidden
        ]

    # --- forms --------------------------------------------------------------------------------------

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        return field_for(db_field, kwargs) or super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        kwargs["form"] = form_for_request(self.form, request, self.admin_site, office=self)
        return super().get_form(request, obj, change=change, **kwargs)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        obj = kwargs.get("obj")
        may_write = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        context |= {
            "office_form": self.office_context(request, obj, may_write),
            "watches_duplicates": bool(self.identity_fields) and may_write,
            "identity_fields": " ".join(self.identity_fields),
        } | self.form_context(request, obj)
        return super().render_change_form(request, context, *args, **kwargs)

    def form_context(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        """More names for the form's template, for nouns that need them."""
        return {}

    def office_context(self, request: HttpRequest, obj: Any, may_write: bool) -> dict[str, Any]:
        state = state_of(obj) if obj else ""
        has_drafts = any(field.name == "is_draft" for field in self.opts.fields)
        return {
            "state": state,
            "state_label": STATES.get(state, ""),
            "tells": bool(state) or hasattr(obj, "updated_at"),
            "stamps": _stamps(obj) if obj else [],
            "last_editor": last_editor(obj) if obj else "",
            "state_url": f"admin:{self.opts.app_label}_{self.opts.model_name}_state",
            "may_write": may_write,
            "may_add": self.has_add_permission(request),
            "may_save_draft": may_write and has_drafts and not getattr(obj, "verified_at", None),
            "may_verify": may_write and state in ("", "draf", "menunggu") and self.may(request, "verify"),
            "may_publish": may_write and state not in ("tayang", "arsip") and self.may(request, "publish"),
            "deeds": [
                {"name": name, "label": DEEDS[name][0]}
                for name, wanted in (
                    ("unpublish", state == "tayang"),
                    ("archive", bool(obj) and state != "arsip"),
                    ("restore", state == "arsip"),
                )
                if wanted and self.may(request, name)
            ],
            "next_steps": self._next_steps(request, obj) if obj and state != "arsip" else [],
        }

    def _next_steps(self, request: HttpRequest, obj: Any) -> list[dict[str, str]]:
        steps = []
        for label, model, name in self.next_steps:
            meta = apps.get_model(model)._meta
            office = self.admin_site._registry.get(meta.model)
            if office and office.has_add_permission(request):
                url = reverse(f"admin:{meta.app_label}_{meta.model_name}_add")
                steps.append({"label": label, "url": f"{url}?{urlencode({name: obj.pk})}"})
        return steps

    # --- possible duplicates while typing ---------------------------------------------------------

    def get_urls(self) -> list[Any]:
        mine = []
        if self.identity_fields:
            name = f"{self.opts.app_label}_{self.opts.model_name}_duplicates"
            mine = [path("kembar/", self.admin_site.admin_view(self.duplicates_view), name=name)]
        return [*mine, *super().get_urls()]

    def duplicates_view(self, request: HttpRequest) -> HttpResponse:
        """What resembles the half-filled form: POST, so that no number stands in an address or a log."""
        if request.method != "POST" or not self.has_add_permission(request):
            raise Http404
        key = request.POST.get("_pk", "")
        obj = self.get_object(request, key) if key else self.model()
        if obj is None:
            raise Http404
        found = self.duplicates_of(request, self._valid_values(request, obj), obj)
        return render(request, "admin/office_duplicates.html", {"duplicates": found})

    def _valid_values(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        """Those identity fields that can be read already; the others are still being typed."""
        form = self.get_form(request, obj if obj.pk else None, change=bool(obj.pk))(instance=obj)
        values = {}
        for name in set(self.identity_fields) & set(form.fields):
            field = form.fields[name]
            try:
                values[name] = field.clean(field.widget.value_from_datadict(request.POST, {}, name))
            except ValidationError:
                continue
        return values


def _stamps(obj: Any) -> list[dict[str, Any]]:
    found = []
    for name, label in (
        ("archived", "Diarsipkan"),
        ("published", "Ditayangkan"),
        ("verified", "Diverifikasi"),
    ):
        if at := getattr(obj, f"{name}_at", None):
            found.append({"label": label, "at": at, "by": getattr(obj, f"{name}_by")})
    return found

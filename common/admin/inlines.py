"""Rows beneath a record. Stacked by default: wide tables do not fit a phone, nor are their boxes labelled."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from common.admin.choices import LoadedChoice
from common.admin.fields import field_for, form_for_request, without
from common.admin.forms import ScopedForm


class _OfficeInline(admin.options.InlineModelAdmin):
    """Rows are added, changed and taken out by whoever may change them; the audit trail keeps them."""

    form = ScopedForm
    extra = 0
    # Fields hidden from those who may not see personal data.
    personal_fields: tuple[str, ...] = ()
    personal_permission = "umkm.view_personal_data"

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        return field_for(db_field, kwargs) or super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", LoadedChoice(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_formset(self, request: HttpRequest, obj: models.Model | None = None, **kwargs: Any) -> Any:
        kwargs["form"] = form_for_request(self.form, request, self.admin_site)
        return super().get_formset(request, obj, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        if request.user.has_perm(self.personal_permission):
            return super().get_fieldsets(request, obj)
        hidden = set(self.personal_fields)
        return [
            (title, {**options, "fields": without(options["fields"], hidden)})
            for title, options in super().get_fieldsets(request, obj)
        ]

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.has_change_permission(request, obj)


class OfficeStackedInline(_OfficeInline, admin.StackedInline):
    pass


class OfficeTabularInline(_OfficeInline, admin.TabularInline):
    """Only for two or three narrow columns."""

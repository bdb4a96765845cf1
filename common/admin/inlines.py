"""Rows beneath a record. Always stacked: wide tables do not fit a phone, nor are their boxes labelled."""

import re
from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db import models
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.text import get_text_list

from common.admin.choices import LoadedChoice
from common.admin.fields import field_for, form_for_request, without
from common.admin.forms import ScopedForm
from common.admin.readers import for_reader


class _PostedRows(BaseInlineFormSet):
    """Builds no more forms than rows were sent: the number beside them is only what a browser says."""

    default_error_messages = {
        **BaseInlineFormSet.default_error_messages,
        "missing_management_form": (
            "Sebagian halaman tidak terkirim, mungkin karena sambungan terputus. Muat ulang halaman lalu isi lagi."
        ),
    }

    def get_unique_error_message(self, unique_check: Sequence[str]) -> str:
        opts = self.fk.model._meta
        columns: list[Any] = [opts.get_field(name) for name in unique_check if name != self.fk.name]
        labels = [str(column.verbose_name) for column in columns]
        return (
            f"Ada dua baris dengan {get_text_list(labels, 'dan')} yang sama. Ubah atau hapus salah satunya."
        )

    def get_form_error(self) -> str:
        return "Baris ini sama dengan baris lain di atasnya."

    def total_form_count(self) -> int:
        told = super().total_form_count()
        if not self.is_bound:
            return told
        row = re.compile(rf"{re.escape(str(self.prefix))}-(\d{{1,4}})-")
        sent = [int(found[1]) + 1 for name in self.data if (found := row.match(name))]
        return min(told, max([*sent, self.initial_form_count()]))


class OfficeStackedInline(admin.StackedInline):
    """Rows are added, changed and taken out by whoever may change them; the audit trail keeps them."""

    form = ScopedForm
    formset = _PostedRows
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
        if self._is_read_only(request, obj):
            kwargs["fields"] = []
        return super().get_formset(request, obj, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        hidden = () if request.user.has_perm(self.personal_permission) else self.personal_fields
        fieldsets = []
        for title, options in super().get_fieldsets(request, obj):
            kept = without(options["fields"], set(hidden))
            if self._is_read_only(request, obj):
                kept = for_reader(kept, self.model)
            fieldsets.append((title, {**options, "fields": kept}))
        return fieldsets

    def _is_read_only(self, request: HttpRequest, obj: models.Model | None) -> bool:
        return not (self.has_change_permission(request, obj) or self.has_add_permission(request, obj))

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.has_change_permission(request, obj)

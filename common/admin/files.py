"""Uploads of a staff form: stored with the record, gone with it, and asked for again after an error."""

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse

from common.uploads import delete_on_commit, undone_on_error


class Files(admin.ModelAdmin):
    """Part of OfficeAdmin. Stands after Editing, so that each of its tries cleans up after itself."""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return super().changeform_view(request, *args, **kwargs)
        with undone_on_error():
            return super().changeform_view(request, *args, **kwargs)

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: list[Any], change: bool) -> None:
        super().save_related(request, form, formsets, change)
        _forget_replaced(form)
        for formset in formsets:
            for row in formset.initial_forms:
                if row in formset.deleted_forms:
                    _forget(row, _file_fields(row.instance))
                else:
                    _forget_replaced(row)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if request.method == "POST" and request.FILES:
            # A browser never sends a file twice by itself.
            self.message_user(
                request,
                "Isian Anda masih ada, tetapi foto atau berkas harus dipilih lagi sebelum menyimpan.",
                messages.WARNING,
            )
        return super().render_change_form(request, context, *args, **kwargs)


def _forget_replaced(form: ModelForm) -> None:
    changed = set(form.changed_data)
    _forget(form, [field for field in _file_fields(form.instance) if field.name in changed])


def _forget(form: ModelForm, fields: list[models.FileField]) -> None:
    for field in fields:
        if stored := form.initial.get(field.name):
            delete_on_commit(stored.storage, stored.name)


def _file_fields(row: models.Model) -> list[models.FileField]:
    return [field for field in row._meta.concrete_fields if isinstance(field, models.FileField)]

"""What a merge means for a noun's staff screens."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html

from common.admin import OfficeAdmin
from common.admin.trail import Change, Entry
from duplicates.kind import kind_of
from duplicates.models import Merge
from duplicates.redirects import survivor_of


class MergedError(Exception):
    """The record asked for goes by another key now."""

    def __init__(self, record: Any, survivor: int) -> None:
        super().__init__(survivor)
        self.record, self.survivor = record, survivor


class Mergeable(OfficeAdmin):
    """Stands before OfficeAdmin in a noun that has a TwinKind."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        request.opens_form = True  # type: ignore[attr-defined]
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except MergedError as merged:
            return self._lead_on(request, merged)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        obj = super().get_object(request, object_id, from_field)
        if obj is not None and obj.archived_at and getattr(request, "opens_form", False):
            survivor = survivor_of(self.model, obj.pk)
            if survivor is not None:
                raise MergedError(obj, survivor)
        return obj

    def _lead_on(self, request: HttpRequest, merged: MergedError) -> HttpResponse:
        newest = self._merges(Q(loser=merged.record.pk)).first()
        told = format_html(
            '“{}” sudah digabungkan ke data ini. <a href="{}">Lihat penggabungannya</a>',
            merged.record,
            newest.get_absolute_url() if newest else "",
        )
        if request.method == "POST":
            told = format_html("{} Isian Anda tidak disimpan; periksa lalu isikan di sini.", told)
        self.message_user(request, told, messages.WARNING if request.method == "POST" else messages.INFO)
        return redirect(self._url("change", merged.survivor))

    def restore_record(self, record: Any, by: Any) -> Any:
        if self._merges(Q(loser=record.pk)).exists():
            raise ValidationError(
                f"{record} sudah digabungkan dengan data lain. Urungkan penggabungannya di menu Data kembar."
            )
        return super().restore_record(record, by)

    def _merges(self, which: Q) -> Any:
        kind = kind_of(self.model)
        return Merge.objects.standing().filter(which, noun=kind.slug if kind else "").order_by("-id")

    # --- history ------------------------------------------------------------------------------

    def history_of(self, request: HttpRequest, obj: Any) -> list[Entry]:
        """Also the merges that stand; what was taken back has left its changes in the trail itself."""
        merges = list(self._merges(Q(survivor=obj.pk) | Q(loser=obj.pk)).select_related("merged_by"))
        others = self.model._base_manager.in_bulk([_other(merge, obj) for merge in merges])
        told = [
            Entry(
                at=merge.merged_at,
                who=str(merge.merged_by),
                deed=f"Digabungkan dengan “{others.get(_other(merge, obj), '')}”",
                subject="",
                changes=[Change("Alasan", "", merge.reason)],
            )
            for merge in merges
        ]
        found = super().history_of(request, obj)
        return sorted([*found, *told], key=lambda entry: entry.at, reverse=True) if told else found


def _other(merge: Merge, obj: Any) -> int:
    return merge.loser if merge.survivor == obj.pk else merge.survivor

"""Filters of the list of cases."""

from typing import Any

from django.db.models import Max, Min, Q
from django.http import HttpRequest
from django.utils import timezone

from common.admin import ConditionFilter
from common.keys import is_key
from fasilitasi.antrean import QUEUES, mine, queue
from fasilitasi.choices import Status
from fasilitasi.keterlambatan import late_condition
from fasilitasi.langkah import OPEN
from fasilitasi.models import Angkatan, Fasilitasi


class YearFilter(ConditionFilter):
    """A finished case counts in the year of its result, an open one in the year of its application."""

    title = "tahun (hasil, atau permohonan bila belum selesai)"
    parameter_name = "tahun"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        span = Fasilitasi.objects.aggregate(
            first=Min("applied_on__year"), last=Max("applied_on__year"), result=Max("result_on__year")
        )
        if span["first"] is None:
            return []
        newest = max(span["last"], span["result"] or 0)
        return [(str(year), str(year)) for year in range(newest, span["first"] - 1, -1)]

    def condition(self, value: str) -> Q:
        return Q(result_on__year=value) | Q(result_on=None, applied_on__year=value)


class StatusFilter(ConditionFilter):
    title = "status"
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("berjalan", "Masih berjalan"), *Status.choices]

    def condition(self, value: str) -> Q:
        return Q(status__in=OPEN) if value == "berjalan" else Q(status=value)


class QueueFilter(ConditionFilter):
    """Who has to do something about an open case."""

    title = "antrean"
    parameter_name = "antrean"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        self._officer = request.user.pk
        return [("saya", "Tugas saya"), *QUEUES]

    def condition(self, value: str) -> Q:
        return mine(self._officer) if value == "saya" else queue(value)


class BatchFilter(ConditionFilter):
    """Cases of one batch; the list of batches leads here."""

    title = "angkatan"
    parameter_name = "angkatan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The chosen one alone: there are as many as desa and years."""
        chosen = self.value() or ""
        if not is_key(chosen):
            return []
        rows = Angkatan.objects.in_scope_of(request.user).filter(pk=chosen)
        return [(str(batch.pk), str(batch)) for batch in rows]

    def condition(self, value: str) -> Q:
        return Q(angkatan=value)


class LateFilter(ConditionFilter):
    title = "terlambat"
    parameter_name = "terlambat"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("ya", "Lewat lama biasa")]

    def condition(self, value: str) -> Q:
        return late_condition(timezone.localdate())

"""Filters of staff lists. A choice is a condition, so that its count costs one aggregate and no join of its own."""

from collections.abc import Iterator
from copy import copy
from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import Count, Exists, Model, OuterRef, Q, QuerySet
from django.http import HttpRequest
from pghistory.core import event_models

from common.admin.columns import STATES

_ACTIVE = Q(archived_at=None)
_CONDITIONS = {
    "draf": _ACTIVE & Q(is_draft=True),
    "menunggu": _ACTIVE & Q(is_draft=False, verified_at=None),
    "terverifikasi": _ACTIVE & Q(verified_at__isnull=False, published_at=None),
    "tayang": _ACTIVE & Q(published_at__isnull=False),
    "arsip": ~_ACTIVE,
}
_FIELDS = ("archived_at", "is_draft", "verified_at", "published_at")


class ConditionFilter(SimpleListFilter):
    """Subclasses give `lookups()` and `condition(value)`; unknown values filter nothing.

    A condition must not repeat a row (use Exists for rows beneath), or its count would be too high.
    """

    everything = "Semua"

    def condition(self, value: str) -> Q:
        raise NotImplementedError

    def unfiltered(self) -> Q:
        return Q()

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        known = {str(value) for value, _ in self.lookup_choices}
        chosen = self.value()
        return queryset.filter(self.condition(chosen) if chosen in known else self.unfiltered())

    def get_facet_counts(self, pk_attname: str, filtered_qs: QuerySet) -> dict[str, Count]:
        return {
            f"{index}__c": Count(pk_attname, filter=self.condition(str(value)))
            for index, (value, _) in enumerate(self.lookup_choices)
        }

    def choices(self, changelist: Any) -> Iterator[Any]:
        for index, choice in enumerate(super().choices(changelist)):
            yield choice | {"display": self.everything} if index == 0 else choice


class InconsistencyFilter(ConditionFilter):
    """Rows that contradict themselves, one way at a time; the page that counts them leads here."""

    title = "perlu diperiksa"
    parameter_name = "periksa"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        self._checks = {each.slug: each for each in model_admin.inconsistencies}
        return [(each.slug, each.title) for each in model_admin.inconsistencies]

    def has_output(self) -> bool:
        """Only where it was asked for: some checks read the whole table."""
        return self.value() in self._checks

    def condition(self, value: str) -> Q:
        return self._checks[value].condition()

    def choices(self, changelist: Any) -> Iterator[Any]:
        uncounted = copy(changelist)
        uncounted.add_facets = False
        return super().choices(uncounted)


class StateFilter(ConditionFilter):
    """Draft, waiting, verified, on the site, archived. Without a choice archived rows stay out."""

    title = "keadaan"
    parameter_name = "keadaan"
    everything = "Semua kecuali arsip"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        self._conditions = conditions_of(model_admin.model)
        if "draf" in self._conditions:
            mine = self._conditions["draf"] & Q(created_by(model_admin.model, request.user))
            self._conditions = {"draf-saya": mine} | self._conditions
        return [(name, STATES.get(name, "Draf saya")) for name in self._conditions]

    def condition(self, value: str) -> Q:
        return self._conditions[value]

    def unfiltered(self) -> Q:
        return _ACTIVE


def conditions_of(model: type[Model]) -> dict[str, Q]:
    """The states that this model's columns can tell apart."""
    has = {field.name for field in model._meta.fields} & set(_FIELDS)
    if has == set(_FIELDS):
        return _CONDITIONS
    if "verified_at" in has:
        return {
            "menunggu": _ACTIVE & Q(verified_at=None),
            "terverifikasi": _ACTIVE & Q(verified_at__isnull=False),
            "arsip": ~_ACTIVE,
        }
    return {"arsip": ~_ACTIVE}


def created_by(model: type[Model], user: Any) -> Exists:
    """Rows that this person registered, told by the audit trail."""
    trail = event_models(tracks_model=model)[0]._default_manager
    return Exists(
        trail.filter(pgh_obj=OuterRef("pk"), pgh_label="tambah", pgh_context__metadata__user=user.pk)
    )

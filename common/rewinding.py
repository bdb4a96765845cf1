"""Rows put back as the audit trail holds them from before a piece of work, and which were touched after it."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from common.audit import events_of

BATCH = 1000
Trails = set[Any]  # contexts of the audit trail


def changed_since(model: type[models.Model], keys: Iterable[Any], ours: Trails) -> set[Any]:
    """Those of `keys` whose newest entry in the trail belongs to none of `ours`."""
    keys = set(keys)
    events = (
        events_of(model).filter(pgh_obj_id__in=keys).order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")
    )
    newest = dict(events.values_list("pgh_obj_id", "pgh_context_id"))
    return {key for key in keys if newest.get(key) not in ours}


def rewind(model: type[models.Model], keys: Iterable[Any], trail: Any) -> None:
    """Put each record back as it was before what stands in the trail under `trail`."""
    events = events_of(model).filter(pgh_obj_id__in=set(keys)).exclude(pgh_context_id=trail)
    before = {
        each.pgh_obj_id: each for each in events.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")
    }
    names = _tracked_columns(model)
    records = list(model._base_manager.filter(pk__in=before))
    for record in records:
        for name in names:
            setattr(record, name, getattr(before[record.pk], name))
    fields = [
        field.name for field in model._meta.concrete_fields if field.attname in names or _derived(field)
    ]
    for record in records:
        for field in model._meta.concrete_fields:
            if _derived(field):
                field.pre_save(record, add=False)
    model._base_manager.bulk_update(records, fields, batch_size=BATCH)


def _tracked_columns(model: type[models.Model]) -> list[str]:
    copied = {field.attname for field in events_of(model).model._meta.concrete_fields}
    return [
        field.attname
        for field in model._meta.concrete_fields
        if field.attname in copied and not field.primary_key
    ]


def _derived(field: models.Field) -> bool:
    """Kept beside another column and not by the trail: the index that finds an encrypted number."""
    return hasattr(field, "source") and not field.primary_key

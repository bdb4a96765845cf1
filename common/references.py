"""Who points at a record, read from the models themselves: a model of tomorrow is found like one of today."""

import pgtrigger
from django.db import models

Reference = tuple[type[models.Model], models.ForeignKey]


def references(model: type[models.Model]) -> list[Reference]:
    """Every (model, foreign key) that points at `model`, rows of many-to-many ties included.

    The audit trail points at everything and holds nothing back, so it is left out.
    """
    found = [
        (relation.related_model, relation.field)
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel)
        and isinstance(relation.field, models.ForeignKey)
        and not hasattr(relation.related_model, "pgh_tracked_model")
    ]
    return sorted(found, key=lambda reference: (reference[0]._meta.label, reference[1].name))


def is_append_only(model: type[models.Model]) -> bool:
    """The database refuses to change its rows: a trail of what happened to the very record it names."""
    return any(
        isinstance(trigger, pgtrigger.Protect) and "UPDATE" in str(trigger.operation)
        for trigger in getattr(model._meta, "triggers", ())
    )

"""The audit trail: every insert, update and delete, written by database triggers with user and request."""

from collections.abc import Callable
from typing import Any, TypeVar

import pghistory
from django.db import connection, models

Model = TypeVar("Model", bound=type[models.Model])


def tracked(*, exclude: tuple[str, ...] = (), in_bulk: bool = False) -> Callable[[Model], Model]:
    """Class decorator: keep every version of a model's rows in `<Model>Event`.

    `exclude` names columns that triggers derive; a change of theirs alone is no event. `in_bulk` is for models
    that imports write by the thousand: the trigger then runs once a statement, with the same events.
    """
    level = pghistory.Statement if in_bulk else pghistory.Row
    return pghistory.track(
        pghistory.InsertEvent("tambah", level=level),
        pghistory.UpdateEvent("ubah", level=level),
        pghistory.DeleteEvent("hapus", level=level),
        exclude=list(exclude) or None,
    )


def events_of(model: type[models.Model]) -> Any:
    """The manager of a tracked model's entries in the trail."""
    return model._meta.get_field("events").related_model._base_manager  # type: ignore[union-attr]


def spare_triggers_asking() -> None:
    """Say once, until the transaction ends, that no trigger is to be ignored.

    Each trigger asks that for each row, and asking for a setting that nobody set costs a subtransaction rolled back.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pgtrigger.ignore', '{}', true)")

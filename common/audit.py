"""The audit trail: every insert, update and delete, written by database triggers with user and request."""

from collections.abc import Callable
from typing import TypeVar

import pghistory
from django.db import models

Model = TypeVar("Model", bound=type[models.Model])


def tracked(*, exclude: tuple[str, ...] = ()) -> Callable[[Model], Model]:
    """Class decorator: keep every version of a model's rows in `<Model>Event`.

    `exclude` names columns that triggers derive; a change of theirs alone is no event.
    """
    return pghistory.track(
        pghistory.InsertEvent("tambah"),
        pghistory.UpdateEvent("ubah"),
        pghistory.DeleteEvent("hapus"),
        exclude=list(exclude) or None,
    )

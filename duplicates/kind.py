"""What a noun tells about its twins: what is compared to find them, and what a merge of two has to heed.

A noun's app subclasses `TwinKind` in its own `twins.py`; its `AppConfig.twin_kinds` names the class.
"""

import functools
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from common.audit import events_of
from common.kinds import offered
from duplicates.choices import Reason

# A number that more records share is a helper's or a placeholder, and says nothing about any two of them.
MOST_SHARING = 10
SIMILAR = 0.5


@dataclass(frozen=True)
class Equal:
    """Pairs that have the same in all of `columns`; empty says nothing. `where` is SQL about `a` and `b`."""

    reason: Reason
    columns: tuple[str, ...]
    where: str = "true"
    most_sharing: int | None = None


@dataclass(frozen=True)
class Alike:
    """Pairs whose text in `column` shares at least half of its trigrams, among rows with the same `within`."""

    reason: Reason
    column: str
    within: str
    where: str = "true"
    least: float = SIMILAR


class TwinKind(ABC):
    slug: str
    model: type[models.Model]
    # Columns of the sweep's table beside `id`, with their SQL types; `told` gives a row's values in this order.
    columns: Mapping[str, str]
    rules: tuple[Equal | Alike, ...]
    # Field → fields that have no meaning apart from it and follow the same choice.
    together: Mapping[str, tuple[str, ...]] = {}
    # Models beneath, by label, whose rows are documents: two that collide are never blended into one.
    documents: frozenset[str] = frozenset()

    @abstractmethod
    def rows(self) -> models.QuerySet:
        """`values_list` of what the sweep compares, the key first; archived rows are left out."""

    @abstractmethod
    def told(self, values: tuple[Any, ...]) -> tuple[Any, ...]:
        """A row of `rows()` as `columns` hold it, the key first."""

    def changed(self, since: datetime) -> list[models.QuerySet]:
        """The keys written since, each a `values_list`; from the audit trail, which no door escapes."""
        return [written(self.model, since).values_list("pgh_obj_id")]

    @abstractmethod
    def detail(self, record: Any) -> str:
        """Enough to tell two records apart in a list, and no number of a person in full."""

    def for_list(self, rows: models.QuerySet) -> models.QuerySet:
        """With everything that `detail` reads."""
        return rows

    def warnings(self, first: Any, second: Any) -> list[str]:
        """What speaks against these two being one."""
        return []

    def after_merge(self, survivor: Any, by: Any) -> Iterable[models.Model]:
        """What has to be computed or decided anew, in the merge's transaction; returns the rows beneath written so."""
        return ()

    # --- the same for every noun --------------------------------------------------------------

    @property
    def title(self) -> str:
        return str(self.model._meta.verbose_name)

    @property
    def change_permission(self) -> str:
        return f"{self.model._meta.app_label}.change_{self.model._meta.model_name}"

    def fields(self) -> list[models.Field]:
        """What an officer chooses between: the columns that a form shows, each pair of followers once."""
        followers = {name for names in self.together.values() for name in names}
        return [
            field
            for field in self.model._meta.concrete_fields
            if field.editable and not field.primary_key and field.name not in followers
        ]

    def in_reach(self, user: Any) -> models.QuerySet:
        """Records that this officer may merge with one another."""
        rows: Any = self.model._default_manager
        return rows.in_scope_of(user).filter(archived_at=None)


def written(model: type[models.Model], since: datetime) -> models.QuerySet:
    """What the trail holds of a model from `since` on."""
    return events_of(model).filter(pgh_created_at__gte=since)


@functools.cache
def kinds() -> dict[str, TwinKind]:
    return {kind.slug: kind for kind in offered("twin_kinds")}


def kind_of(model: type[models.Model]) -> TwinKind | None:
    return next((kind for kind in kinds().values() if kind.model is model), None)


def kinds_of(user: Any) -> list[TwinKind]:
    """Nouns that this officer may change, and so merge."""
    return [kind for kind in kinds().values() if user.has_perm(kind.change_permission)]

"""Taking a merge back, while nobody has touched the merged records since."""

from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst

from common.rewinding import changed_since, rewind
from duplicates.kind import TwinKind, kinds
from duplicates.merging import point
from duplicates.models import Merge


def obstacles(merge: Merge) -> list[str]:
    """What was changed since, in words; a merge is taken back only where there is none."""
    kind = kinds()[merge.noun]
    touched = changed_since(kind.model, {merge.survivor, merge.loser}, {merge.trail})
    found = [f"{_noun(kind.model)} “{row}” diubah sesudah penggabungan" for row in _rows(kind.model, touched)]
    for label, keys in merge.changed.items():
        model = apps.get_model(label)
        present = _rows(model, keys)
        since = changed_since(model, {row.pk for row in present}, {merge.trail})
        found += [f"{_noun(model)} “{row}” diubah sesudah penggabungan" for row in present if row.pk in since]
        found += _gone(model, len(keys) - len(present))
    for path, keys in merge.moved.items():
        model, field = _place(path)
        present = _rows(model, keys)
        found += [
            f"{_noun(model)} “{row}” sudah dipindahkan lagi"
            for row in present
            if getattr(row, f"{field}_id") != merge.survivor
        ]
        found += _gone(model, len(keys) - len(present))
    return found


def take_back(merge: Merge) -> None:
    """Inside the caller's transaction, both records held and no obstacle left."""
    kind = kinds()[merge.noun]
    for path, keys in merge.moved.items():
        model, field = _place(path)
        point(model, field, keys, merge.loser)
    for label, keys in merge.changed.items():
        rewind(apps.get_model(label), keys, merge.trail)
    # The survivor first: a number that only one may have is given back before the other takes it.
    for key in (merge.survivor, merge.loser):
        rewind(kind.model, {key}, merge.trail)


def hold(kind: TwinKind, *keys: int) -> dict[int, Any]:
    """Both records as they stand now, kept from other writers until the transaction ends; always in one order."""
    rows = kind.model._base_manager.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")
    held = {row.pk: row for row in rows}
    if len(held) != len(set(keys)):
        raise ValidationError("Salah satu dari kedua data ini tidak ada lagi.")
    return held


def _place(path: str) -> tuple[type[models.Model], str]:
    label, _, field = path.rpartition(".")
    return apps.get_model(label), field


def _rows(model: type[models.Model], keys: Any) -> list[Any]:
    return list(model._base_manager.filter(pk__in=keys).order_by("pk"))


def _noun(model: type[models.Model]) -> str:
    return capfirst(str(model._meta.verbose_name))


def _gone(model: type[models.Model], number: int) -> list[str]:
    return [f"{number} {model._meta.verbose_name} sudah dihapus"] if number else []

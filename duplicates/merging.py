"""Making two records one: values as chosen, everything beneath to the survivor, the other into the archive."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils import timezone

from common.blind_index import BlindIndexField
from common.fields import PlainTextField
from duplicates.following import Clash, following, is_blank
from duplicates.kind import TwinKind

SURVIVOR, LOSER, BOTH = "survivor", "loser", "both"
Keys = dict[str, list[Any]]


def default_choice(field: models.Field, survivor: models.Model, loser: models.Model) -> str:
    """What is said only once is kept; of two sayings the survivor's, of two notes both."""
    if is_blank(survivor, field):
        return SURVIVOR if is_blank(loser, field) else LOSER
    if may_be_both(field) and not is_blank(loser, field) and not is_same(field, survivor, loser):
        return BOTH
    return SURVIVOR


def may_be_both(field: models.Field) -> bool:
    """Notes of officers read well one under the other; a story for the site does not."""
    return isinstance(field, PlainTextField) and field.name == "notes"


def is_same(field: models.Field, one: models.Model, other: models.Model) -> bool:
    return getattr(one, field.attname) == getattr(other, field.attname)


# --- values ---------------------------------------------------------------------------------


def choose_values(
    kind: TwinKind, survivor: models.Model, loser: models.Model, choices: Mapping[str, str]
) -> dict[str, str]:
    """Write the chosen values into both records, unsaved; returns the choices that changed the survivor."""
    chosen: dict[str, str] = {}
    for field in kind.fields():
        choice = choices.get(field.name) or default_choice(field, survivor, loser)
        if choice == BOTH and may_be_both(field):
            setattr(
                survivor,
                field.attname,
                f"{getattr(survivor, field.attname)}\n{getattr(loser, field.attname)}",
            )
        elif choice == LOSER:
            _take(kind, field, survivor, loser)
        else:
            continue
        chosen[field.name] = choice
    return chosen


def _take(kind: TwinKind, field: models.Field, survivor: models.Model, loser: models.Model) -> None:
    for name in (field.name, *kind.together.get(field.name, ())):
        column = kind.model._meta.get_field(name)
        attname = column.attname  # type: ignore[union-attr]
        mine, theirs = getattr(survivor, attname), getattr(loser, attname)
        setattr(survivor, attname, theirs)
        if isinstance(column, models.FileField):
            # A file belongs to one row: whoever replaces it removes it.
            setattr(loser, attname, mine)
        elif name in unique_names(kind.model):
            setattr(loser, attname, None if column.null else "")


def unique_names(model: type[models.Model]) -> set[str]:
    """Fields whose value no two records may have; of an encrypted one its index tells."""
    names = {
        name
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint)
        for name in constraint.fields
    } | {field.name for field in model._meta.concrete_fields if field.unique}
    fields = [model._meta.get_field(name) for name in names]
    return {field.source if isinstance(field, BlindIndexField) else field.name for field in fields}


# --- what is beneath --------------------------------------------------------------------------


def move_rows(kind: TwinKind, survivor: models.Model, loser: models.Model, clash_list: list[Clash]) -> Keys:
    """Point every row of the loser at the survivor, those that clash left out; returns what was moved."""
    moved: Keys = {}
    for model, field in following(kind.model):
        stay = [clash.theirs.pk for clash in clash_list if clash.model is model]
        rows = model._base_manager.filter(**{field.name: loser.pk}).exclude(pk__in=stay)
        if keys := list(rows.order_by("pk").values_list("pk", flat=True)):
            point(model, field.name, keys, survivor.pk)
            moved[f"{model._meta.label}.{field.name}"] = keys
    return moved


def point(model: type[models.Model], field: str, keys: list[Any], to: Any) -> None:
    """An officer who has such a row open learns of it: its version changes too."""
    values = {field: to}
    if any(column.name == "updated_at" for column in model._meta.concrete_fields):
        values["updated_at"] = timezone.now()
    model._base_manager.filter(pk__in=keys).update(**values)


def blend_rows(clash_list: list[Clash], choices: Mapping[str, str]) -> Keys:
    """One row of two: the chosen one's word counts, blanks are filled from the other, which stays in the archive."""
    changed: Keys = {}
    for clash in clash_list:
        if clash.is_document or not _blend(clash, choices.get(clash.key, SURVIVOR)):
            continue
        clash.mine.save()
        changed.setdefault(clash.model._meta.label, []).append(clash.mine.pk)
    return changed


def _blend(clash: Clash, choice: str) -> bool:
    has_changed = False
    for column in clash.columns:
        takes_other = is_blank(clash.mine, column) or (choice == LOSER and not is_blank(clash.theirs, column))
        if takes_other and not is_same(column, clash.mine, clash.theirs):
            setattr(clash.mine, column.attname, getattr(clash.theirs, column.attname))
            has_changed = True
    return has_changed


def stayed(clash_list: list[Clash]) -> Keys:
    found: Keys = {}
    for clash in clash_list:
        found.setdefault(clash.model._meta.label, []).append(clash.theirs.pk)
    return found

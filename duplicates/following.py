"""What belongs to a record and follows it into a merge: found from the models, so that none can be forgotten."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst

from common.references import Reference, is_append_only, references
from duplicates.kind import TwinKind

# Kept by the system when a row is written.
_STAMPS = {"created_at", "updated_at"}


@dataclass(frozen=True)
class Clash:
    """Two rows beneath the two records of which one record may have only one: figures of a year, a live consent."""

    mine: Any
    theirs: Any
    columns: tuple[models.Field, ...]
    # A document stands as it was given: the two are not made one, and the second stays with its record.
    is_document: bool

    @property
    def model(self) -> type[models.Model]:
        return type(self.mine)

    @property
    def key(self) -> str:
        """Names the two rows whichever of the two records is kept."""
        low, high = sorted((self.mine.pk, self.theirs.pk))
        return f"{self.model._meta.label_lower}-{low}-{high}"

    @property
    def needs_choice(self) -> bool:
        """Some column says two different things; what only one of the two tells is taken from that one."""
        return not self.is_document and any(
            not is_blank(self.mine, column)
            and not is_blank(self.theirs, column)
            and getattr(self.mine, column.attname) != getattr(self.theirs, column.attname)
            for column in self.columns
        )


def following(model: type[models.Model]) -> list[Reference]:
    """Models and keys that follow; a trail of what was done with one record stays with that record."""
    return [reference for reference in references(model) if not is_append_only(reference[0])]


def counts(record: models.Model) -> list[tuple[str, int]]:
    """("produk", 3), ("sertifikat", 1): a query a model, and nothing for what is not there."""
    found = []
    for model, field in following(type(record)):
        if number := model._base_manager.filter(**{field.name: record.pk}).count():
            found.append((word_for(model, field), number))
    return found


def word_for(model: type[models.Model], field: models.ForeignKey) -> str:
    """What a row of `model` is to the record; a row of a tie is the record at its other end."""
    if model._meta.auto_created:
        ties = (
            each for each in model._meta.fields if isinstance(each, models.ForeignKey) and each is not field
        )
        return str(next(ties).related_model._meta.verbose_name)
    return str(model._meta.verbose_name)


def clashes(kind: TwinKind, mine: models.Model, theirs: models.Model) -> list[Clash]:
    """Rows of `theirs` that cannot follow to `mine`, each beside the row that is there already."""
    found: dict[tuple[str, int], Clash] = {}
    for model, field in following(kind.model):
        for columns, condition, nulls_meet in _unique_sets(model, field):
            rows = list(_rows(model, field, (mine, theirs)).filter(condition or models.Q()))
            for one, other in _meeting(rows, field, columns, nulls_meet, mine):
                clash = Clash(one, other, _told(model, field, columns), model._meta.label in kind.documents)
                found.setdefault((model._meta.label, other.pk), clash)
    return list(found.values())


def _unique_sets(
    model: type[models.Model], field: models.ForeignKey
) -> Iterator[tuple[list[str], models.Q | None, bool]]:
    """Other columns of every rule by which a record has a row only once, its condition, and whether blanks meet."""
    if field.unique:
        yield [], None, False
    for names in model._meta.unique_together:
        if field.name in names:
            yield [name for name in names if name != field.name], None, False
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and field.name in constraint.fields:
            others = [name for name in constraint.fields if name != field.name]
            yield others, constraint.condition, constraint.nulls_distinct is False


def _rows(
    model: type[models.Model], field: models.ForeignKey, records: Iterable[models.Model]
) -> models.QuerySet:
    keys = [record.pk for record in records]
    return model._base_manager.filter(**{f"{field.name}__in": keys}).order_by("pk")


def _meeting(
    rows: list[Any], field: models.ForeignKey, columns: list[str], nulls_meet: bool, mine: models.Model
) -> Iterator[tuple[Any, Any]]:
    names = [type(row)._meta.get_field(name).attname for row in rows[:1] for name in columns]

    def told(row: Any) -> tuple[Any, ...]:
        return tuple(getattr(row, name) for name in names)

    own = {told(row): row for row in rows if getattr(row, field.attname) == mine.pk}
    for row in rows:
        is_other = getattr(row, field.attname) != mine.pk
        if is_other and told(row) in own and (nulls_meet or None not in told(row)):
            yield own[told(row)], row


def _told(
    model: type[models.Model], field: models.ForeignKey, columns: list[str]
) -> tuple[models.Field, ...]:
    """What a row says besides whose it is and what makes it one."""
    silent = {field.name, *columns, *_STAMPS}
    return tuple(
        column
        for column in model._meta.concrete_fields
        if column.editable and not column.primary_key and column.name not in silent
    )


def is_blank(record: models.Model, column: models.Field) -> bool:
    value = getattr(record, column.attname)
    return value is None or value == "" or (isinstance(column, models.FileField) and not value)


def title_of(clash: Clash) -> str:
    """ "Data tahunan 2024": the noun, and what makes the row one."""
    meta = clash.model._meta
    names = ("tahun", "tahun_buku", "purpose", "usaha", "koperasi", "peran")
    told = [
        str(getattr(clash.mine, f"get_{name}_display", lambda name=name: getattr(clash.mine, name))())
        for name in names
        if any(field.name == name for field in meta.fields) and name not in _owner_names(clash)
    ]
    return " ".join([capfirst(str(meta.verbose_name)), *told])


def _owner_names(clash: Clash) -> set[str]:
    """Fields by which the two rows differ in whose they are."""
    return {
        field.name
        for field in clash.model._meta.fields
        if isinstance(field, models.ForeignKey)
        and getattr(clash.mine, field.attname) != getattr(clash.theirs, field.attname)
    }

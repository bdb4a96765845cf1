"""Records as the rows of a sheet make them: judged like a form, told old → new, and written many at once."""

import functools
import secrets
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Max
from django.db.models.base import ModelState
from django.db.models.query_utils import DeferredAttribute
from django.utils import timezone
from django.utils.text import slugify

from common.audit import events_of
from common.fields import EncryptedCharField, PhoneField, PlainCharField, RupiahField
from common.identifiers import is_usual_phone
from common.slugs import LONGEST
from common.templatetags.indonesia import rupiah, tanggal
from common.text import refuse_line_breaks
from spreadsheets.among import among
from spreadsheets.copying import copy_in
from spreadsheets.kind import Change, ChangedError, Row
from spreadsheets.models import ImportRow
from spreadsheets.sealing import masked

Record = TypeVar("Record", bound=models.Model)
_UNTOLD = Change("", "", "")
_MEND = "Perbaiki isi sel ini."
_DERIVED = {"id", "created_at", "is_listed"}


# --- one record -------------------------------------------------------------------------------


def assign(
    record: models.Model,
    fields: Mapping[str, Any],
    row: Row,
    *,
    columns: Mapping[str, str],
    whose: str,
    is_told: bool = True,
) -> list[Change]:
    """Set what differs. What the form would refuse is refused in the row; `columns` name its cells.

    Of a record that is new nobody is told what it was before: then one empty change stands for all.
    """
    changes: list[Change] = []
    cleaners, held = _cleaners(type(record)), record.__dict__
    for name, raw in fields.items():
        column, clean, is_plain = cleaners[name]
        try:
            value = clean(raw)
        except ValidationError as error:
            for message in error.messages:
                row.refuse(message, _MEND, column=columns.get(name, ""))
            continue
        old = held[name] if is_plain and name in held else value_of(record, column)
        if old != value:
            if is_told or not changes:
                changes.append(_change(whose, column, old, value) if is_told else _UNTOLD)
            if is_plain:
                held[name] = value
            else:
                setattr(record, name, value)
    return changes


@functools.cache
def _cleaners(model: type[models.Model]) -> dict[str, tuple[Any, Callable[[Any], Any], bool]]:
    """By name: the column, its rules, and whether its value is simply an attribute."""
    return {
        column.name: (column, _cleaner(column), column.descriptor_class is DeferredAttribute)
        for column in model._meta.concrete_fields
    }


def _cleaner(column: Any) -> Callable[[Any], Any]:
    """As on a form. Lists repeat their few words thousands of times; a person's numbers are not remembered."""
    if column.is_relation:
        return lambda raw: raw

    def clean(raw: Any) -> Any:
        return column.clean(raw, None)

    if (
        type(column) is PlainCharField
        and not column.choices
        and all(map(_is_for_any_line, column.validators))
    ):
        return _line_cleaner(column.max_length or 0, clean)

    if type(column) is models.DateField and not column.validators:
        # What a cell was read as is a day already.
        return lambda raw: raw if type(raw) is date else clean(raw)
    if isinstance(column, EncryptedCharField):
        # Text that remembers its token is worth more than its equal.
        return lambda raw: raw if (value := clean(raw)) == raw else value
    if isinstance(column, PhoneField):
        return lambda raw: raw if is_usual_phone(raw) else clean(raw)
    return functools.lru_cache(maxsize=1024, typed=True)(clean)


def _is_for_any_line(validator: Any) -> bool:
    return validator is refuse_line_breaks or isinstance(validator, MaxLengthValidator)


def _line_cleaner(longest: int, clean: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Most lines are tidy and short enough as they are: that is seen in less than the rules take to say it."""

    def clean_line(raw: Any) -> Any:
        is_tidy = isinstance(raw, str) and raw and raw.isascii() and raw.isprintable() and raw.strip() == raw
        return raw if is_tidy and len(raw) <= longest else clean(raw)

    return clean_line


def blank(model: type[Record]) -> Record:
    """A new record; a copy of its parts costs a tenth of what its making does, and a sheet makes many."""
    record = model.__new__(model)
    record.__dict__.update(usual_of(model))
    record._state = ModelState()
    return record


@functools.cache
def usual_of(model: type[models.Model]) -> dict[str, Any]:
    """What `__init__` sets, by attribute; none of it is ever changed in place."""
    return {name: value for name, value in model().__dict__.items() if name != "_state"}


def value_of(record: models.Model, column: Any) -> Any:
    """A relation that is not set yet has no value to ask for."""
    held = getattr(record, column.attname)
    return getattr(record, column.name) if column.is_relation and held is not None else held


def _change(whose: str, column: Any, old: Any, new: Any) -> Change:
    label = f"{whose}: {column.verbose_name}"
    return Change(label, _shown(column, old), _shown(column, new), isinstance(column, EncryptedCharField))


def _shown(column: Any, value: Any) -> str:
    if value in (None, ""):
        return ""
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(column, models.DateField):
        return tanggal(value)
    if isinstance(column, RupiahField):
        return rupiah(value)
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    return str(dict(column.flatchoices).get(value, value)) if column.choices else str(value)


def settle_draft(record: Any, row: Row, *, what: str) -> list[Change]:
    """Incomplete becomes a draft, as the form's own button does; a draft made whole is registered."""
    columns: list[Any] = [record._meta.get_field(name) for name in record.REQUIRED_UNLESS_DRAFT]
    holes = [column for column in columns if value_of(record, column) in (None, "")]
    changes = []
    if record._state.adding:
        record.is_draft = bool(holes)
    elif record.is_draft and not holes:
        record.is_draft = False
        changes = [Change(f"{what}: keadaan", "Draf", "Menunggu verifikasi")]
    if record.is_draft and holes and not row.is_refused:
        labels = ", ".join(str(column.verbose_name) for column in holes)
        row.warn(
            f"Belum lengkap: {labels}. {what} dicatat sebagai draf.",
            f"Lengkapi nanti di data {what.lower()}.",
        )
    return changes


def refuse_as_form(row: Row, rule: Callable[[], None], *, columns: Mapping[str, str]) -> None:
    """What a rule of the form says against a field is said against its cell."""
    try:
        rule()
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            for message in messages:
                row.refuse(message, _MEND, column=columns.get(name, ""))


def warn_once(row: Row, suspicions: Iterable[str]) -> None:
    for suspicion in suspicions:
        if all(suspicion != message.text for message in row.messages):
            row.warn(suspicion)


def added_lines(present: str, notes: Iterable[str]) -> str:
    """Notes with the lines that are not there yet: the same sheet twice adds nothing."""
    lines = present.splitlines()
    told = [line.strip() for note in notes for line in note.splitlines() if line.strip()]
    fresh = [line for line in dict.fromkeys(told) if line not in lines]
    return "\n".join([*lines, *fresh]) if fresh else present


def refuse_other_change(
    record: ImportRow,
    changes: Iterable[Change],
    *,
    is_shared: Callable[[Change], bool] = lambda change: False,
) -> None:
    """Raise ChangedError where somebody saved a form between preview and now.

    What several rows share may also have been changed by an earlier one: of that only the new value has to be as shown.
    """
    shown = {(each["label"], each["old"], each["new"]) for each in record.changes}
    becoming = {(label, new) for label, _, new in shown}
    for change in changes:
        old, new = (masked(text, is_secret=change.is_secret) for text in (change.old, change.new))
        is_known = (change.label, new) in becoming if is_shared(change) else (change.label, old, new) in shown
        if not is_known:
            raise ChangedError


# --- many of them -----------------------------------------------------------------------------


def stamp_of(*tracked: type[models.Model]) -> str:
    """Newest entries of the trail: any write to one of these nouns moves it."""
    newest = [events_of(model).aggregate(Max("pgh_id"))["pgh_id__max"] for model in tracked]
    return "-".join(str(each or 0) for each in newest)


def locked(rows: models.QuerySet) -> models.QuerySet:
    """In one order. Others may still refer to them meanwhile (a new product, a case), but not change them."""
    return rows.select_for_update(of=("self",), no_key=True).order_by("pk")


def save_all(model: type[models.Model], records: Iterable[tuple[Any, bool]]) -> None:
    """(record, did it change): each once, new ones in one statement and changed ones in another."""
    made, changed = _sorted(records)
    if made and any(field.name == "slug" for field in model._meta.concrete_fields):
        for record, slug in zip(made, slugs_for(model, [each.name for each in made]), strict=True):
            record.slug = slug
    copy_in(model, made)
    _update(model, changed)


def _sorted(records: Iterable[tuple[Any, bool]]) -> tuple[list[Any], list[Any]]:
    once: dict[int, Any] = {}
    for record, is_touched in records:
        if record._state.adding or is_touched:
            once[id(record)] = record
    every = list(once.values())
    return [each for each in every if each._state.adding], [each for each in every if not each._state.adding]


def _update(model: type[models.Model], records: list[Any]) -> None:
    if not records:
        return
    # What was not read is not written either.
    left_out = _DERIVED.union(*(record.get_deferred_fields() for record in records))
    columns = [field for field in model._meta.concrete_fields if field.attname not in left_out]
    for record in records:
        record.updated_at = timezone.now()
        for column in columns:
            # The index that finds an encrypted number again.
            if hasattr(column, "source") and not column.primary_key:
                column.pre_save(record, add=False)
    model._base_manager.bulk_update(records, [column.name for column in columns])


def slugs_for(model: Any, names: Iterable[str]) -> list[str]:
    """As `unique_slug` does for one: the plain slug to the first that asks, a random tail to the others."""
    plain = [slugify(name)[:LONGEST].strip("-") for name in names]
    taken = {*model._base_manager.filter(among("slug", plain)).values_list("slug", flat=True), ""}
    given = []
    for slug in plain:
        slug = slug if slug not in taken else f"{slug or 'tanpa-nama'}-{secrets.token_hex(3)}"
        taken.add(slug)
        given.append(slug)
    return given

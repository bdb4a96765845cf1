"""Records as the rows of a sheet make them: judged like a form, told old → new, and written many at once."""

import secrets
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify

from common.fields import EncryptedCharField, RupiahField
from common.slugs import LONGEST
from common.templatetags.indonesia import rupiah, tanggal
from spreadsheets.kind import Change, Row

_DERIVED = {"id", "created_at", "is_listed"}


# --- one record -------------------------------------------------------------------------------


def assign(
    record: models.Model, fields: Mapping[str, Any], row: Row, *, columns: Mapping[str, str], whose: str
) -> list[Change]:
    """Set what differs. What the form would refuse is refused in the row; `columns` name its cells."""
    changes = []
    for name, raw in fields.items():
        column: Any = record._meta.get_field(name)
        try:
            value = raw if column.is_relation else column.clean(raw, record)
        except ValidationError as error:
            for message in error.messages:
                row.refuse(message, "Perbaiki isi sel ini.", column=columns.get(name, ""))
            continue
        old = value_of(record, column)
        if old != value:
            changes.append(_change(whose, column, old, value))
            setattr(record, name, value)
    return changes


def value_of(record: models.Model, column: Any) -> Any:
    """A relation that is not set yet has no value to ask for."""
    return getattr(record, column.name) if getattr(record, column.attname) is not None else None


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


# --- many of them -----------------------------------------------------------------------------


def stamp_of(*tracked: type[models.Model]) -> str:
    """Newest entries of the trail: any write to one of these nouns moves it."""
    newest = [_events(model).aggregate(Max("pgh_id"))["pgh_id__max"] for model in tracked]
    return "-".join(str(each or 0) for each in newest)


def _events(model: type[models.Model]) -> Any:
    return model._meta.get_field("events").related_model._base_manager  # type: ignore[union-attr]


def locked(rows: models.QuerySet) -> models.QuerySet:
    """In one order. Others may still refer to them meanwhile (a new product, a case), but not change them."""
    return rows.select_for_update(of=("self",), no_key=True).order_by("pk")


def save_all(model: type[models.Model], records: Iterable[tuple[Any, bool]]) -> None:
    """(record, did it change): each once, new ones in one statement and changed ones in another."""
    made, changed = _sorted(records)
    if made and any(field.name == "slug" for field in model._meta.concrete_fields):
        _give_slugs(model, made)
    model._base_manager.bulk_create(made)
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


def _give_slugs(model: Any, made: list[Any]) -> None:
    """As `unique_slug` does for one: the plain slug to the first that asks, a random tail to the others."""
    plain = {id(record): slugify(record.name)[:LONGEST].strip("-") for record in made}
    taken = {*model._base_manager.filter(slug__in=plain.values()).values_list("slug", flat=True), ""}
    for record in made:
        slug = plain[id(record)]
        record.slug = slug if slug not in taken else f"{slug or 'tanpa-nama'}-{secrets.token_hex(3)}"
        taken.add(record.slug)

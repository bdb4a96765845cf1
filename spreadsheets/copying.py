"""Many new records at once: by COPY, which takes rows several times faster than INSERT with its parameters."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.db import connection, models
from django.utils import timezone

from common.fields import EncryptedCharField, PlainCharField, PlainTextField, RupiahField
from common.keys import new_keys

# Below it a table is about as large as before.
MANY = 1000


def copy_in(model: type[models.Model], records: Sequence[Any]) -> None:
    """As `bulk_create` without options: fields prepare their values, triggers fire, keys are set on the records.

    Stands inside the caller's transaction; constraints speak up as IntegrityError, as they do there.
    """
    if not records:
        return
    fields = written_fields(model)
    for record, key in zip(records, new_keys(model, len(records)), strict=True):
        record.pk = key
    copy_rows(model, fields, prepared(fields, records))
    for record in records:
        record._state.adding, record._state.db = False, connection.alias


def written_fields(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if not field.generated]


def copy_rows(
    model: type[models.Model], fields: Sequence[models.Field], rows: Iterable[Sequence[Any]]
) -> None:
    """Rows whose values the database takes as they are, in the order of `fields`."""
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    into = f"COPY {quote(model._meta.db_table)} ({columns}) FROM STDIN"
    # Faults of the driver become Django's, as in its own cursor.
    with connection.cursor() as cursor, connection.wrap_database_errors, cursor.copy(into) as copy:
        for row in rows:
            copy.write_row(row)


def tell_planner(count: int, nouns: Iterable[type[models.Model]]) -> None:
    """After many rows at once: until the database looks by itself, it plans for tables as they were before.

    A table that grew by less than a tenth can wait for that, as the database itself would.
    """
    if count < MANY:
        return
    tables = {noun._meta.db_table: noun for noun in nouns}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE oid = ANY(%s::regclass[]) AND reltuples <= %s",
            [[*tables], count * 10],
        )
        if grown := [_asked_about(tables[name]) for (name,) in cursor.fetchall()]:
            cursor.execute(f"ANALYZE {', '.join(grown)}")


def _asked_about(noun: type[models.Model]) -> str:
    """A table and what statements choose its rows by: hardly any looks into JSON, and it is the costliest to sample."""
    quote = connection.ops.quote_name
    fields = [field for field in noun._meta.concrete_fields if not isinstance(field, models.JSONField)]
    return f"{quote(noun._meta.db_table)} ({', '.join(quote(str(field.column)) for field in fields)})"


def prepared(fields: Sequence[models.Field], records: Iterable[Any]) -> Iterator[list[Any]]:
    """Most columns write what they hold, and most others are blank: only the rest costs something."""
    names = [field.attname for field in fields]
    special = [(place, read) for place, field in enumerate(fields) if (read := _reader(field))]
    for record in records:
        held = record.__dict__
        row = [held[name] for name in names]
        for place, read in special:
            row[place] = read(record, row[place])
        yield row


def _reader(field: models.Field) -> Callable[[Any, Any], Any] | None:
    """How a field's value is had for the database, by the field's own rules; None where it is written as it is."""
    if isinstance(field, models.JSONField):
        # Most of them hold nothing.
        return lambda record, value: json.dumps(value) if value or value not in _EMPTY else str(value)
    if isinstance(field, models.DateField):
        return _now_reader(field) if getattr(field, "auto_now", False) or field.auto_now_add else None
    if type(field) in _PLAIN:
        return None
    if isinstance(field, EncryptedCharField):
        return lambda record, value: value and field.get_db_prep_save(value, connection)
    if isinstance(field, PlainCharField | PlainTextField):
        return lambda record, value: value and field.tidy(value)
    return lambda record, value: field.get_db_prep_save(field.pre_save(record, add=True), connection)


def _now_reader(field: models.DateField) -> Callable[[Any, Any], Any]:
    """Records of one statement were recorded at one time, as the database's own clock has it within a transaction."""
    now = timezone.now() if isinstance(field, models.DateTimeField) else timezone.localdate()

    def stamped(record: Any, value: Any) -> Any:
        setattr(record, field.attname, now)
        return now

    return stamped


# As text they are their own JSON.
_EMPTY: tuple[Any, ...] = ({}, [])
# Fields of Django's that write what they hold.
_PLAIN = (
    models.BigAutoField,
    models.BooleanField,
    models.CharField,
    models.DecimalField,
    models.EmailField,
    models.ForeignKey,
    models.PositiveIntegerField,
    models.PositiveSmallIntegerField,
    models.SlugField,
    models.TextField,
    RupiahField,
)

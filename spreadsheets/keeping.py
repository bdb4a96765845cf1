"""New records as the check made them, kept with their rows: saving copies them in and judges nothing twice.

They hold only while nothing moved that they rest on: the kind's stamp must tell, and `mark` is a part of it.
"""

import functools
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django.conf import settings
from django.db import models

from common.encryption import decrypt
from common.fields import EncryptedCharField
from common.keys import new_keys
from spreadsheets import copying
from spreadsheets.records import blank, usual_of
from spreadsheets.sealing import packed, unpacked

Record = TypeVar("Record", bound=models.Model)
# Where a row keeps them, among its values.
RECORDS = "_data"


def kept(record: models.Model) -> dict[str, Any]:
    """What a record not yet written says beyond a blank one, as JSON; numbers of people as tokens."""
    usual, secret = usual_of(type(record)), _secret(type(record))
    return {
        name: packed(value, is_secret=name in secret)
        for name, value in record.__dict__.items()
        if name in usual and value != usual[name]
    }


def restored(model: type[Record], values: dict[str, Any]) -> Record:
    """The record again, as it was when it was kept."""
    record = blank(model)
    held = record.__dict__
    for name, value in values.items():
        held[name] = unpacked(value) if isinstance(value, dict) else value
    return record


def copy_kept(model: type[models.Model], every: Sequence[Mapping[str, Any]]) -> list[int]:
    """What was kept of records, by attribute, straight into their table; their keys, in the same order."""
    if not every:
        return []
    fields, secret = copying.written_fields(model), _secret(model)
    (usual,) = copying.prepared(fields, [blank(model)])
    places = {field.attname: place for place, field in enumerate(fields)}
    keys = new_keys(model, len(every))
    rows = []
    for key, values in zip(keys, every, strict=True):
        row = usual.copy()
        for name, value in values.items():
            row[places[name]] = _stored(value, name in secret) if isinstance(value, dict) else value
        row[places[model._meta.pk.attname]] = key
        rows.append(row)
    copying.copy_rows(model, fields, rows)
    return keys


def _stored(value: dict[str, str], is_secret: bool) -> str:
    """As the database takes it: days and decimals as their text, a secret as its token, which `mark` keeps current."""
    if "s" in value and not is_secret:
        return decrypt(value["s"])[0]
    (text,) = value.values()
    return text


@functools.cache
def _secret(model: type[models.Model]) -> frozenset[str]:
    return frozenset(
        field.attname for field in model._meta.concrete_fields if isinstance(field, EncryptedCharField)
    )


def mark(*nouns: type[models.Model]) -> str:
    """Changes with a version of the portal that has other columns, and with the keys that numbers are kept under."""
    columns = [(model._meta.label, field.attname) for model in nouns for field in model._meta.concrete_fields]
    keys = (settings.BLIND_INDEX_KEY, settings.FIELD_ENCRYPTION_KEYS[0])
    return hashlib.sha256(f"{keys}{columns}".encode()).hexdigest()[:12]

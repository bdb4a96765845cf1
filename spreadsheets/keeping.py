"""New records as the check made them, kept with their rows: saving copies them in and judges nothing twice.

They hold only while nothing moved that they rest on: the kind's stamp must tell, and `mark` is a part of it.
"""

import functools
import hashlib
from typing import Any, TypeVar

from django.conf import settings
from django.db import models

from common.fields import EncryptedCharField
from spreadsheets.records import blank
from spreadsheets.sealing import packed, unpacked

Record = TypeVar("Record", bound=models.Model)
# Where a row keeps them, among its values.
RECORDS = "_data"


def kept(record: models.Model) -> dict[str, Any]:
    """What a record not yet written says beyond a blank one, as JSON; numbers of people as tokens."""
    plain, secret = _usual(type(record))
    return {
        name: packed(value, is_secret=name in secret)
        for name, value in record.__dict__.items()
        if name in plain and value != plain[name]
    }


def restored(model: type[Record], values: dict[str, Any]) -> Record:
    """The record again, as it was when it was kept."""
    record = blank(model)
    record.__dict__.update((name, unpacked(value)) for name, value in values.items())
    return record


@functools.cache
def _usual(model: type[models.Model]) -> tuple[dict[str, Any], frozenset[str]]:
    """A blank record's values by attribute, and which of them are secret."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    record = blank(model)
    usual = {name: value for name, value in record.__dict__.items() if name in fields}
    return usual, frozenset(name for name, field in fields.items() if isinstance(field, EncryptedCharField))


def mark(*nouns: type[models.Model]) -> str:
    """Changes with a version of the portal that has other columns, and with the key of the blind indexes."""
    columns = [(model._meta.label, field.attname) for model in nouns for field in model._meta.concrete_fields]
    return hashlib.sha256(f"{settings.BLIND_INDEX_KEY}{columns}".encode()).hexdigest()[:12]

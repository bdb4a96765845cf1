"""One stored value as an officer reads it: numbers of people never in full."""

from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.text import Truncator

from common.fields import EncryptedCharField, PhoneField, RupiahField
from common.identifiers import mask_nik
from common.templatetags.indonesia import rupiah, tanggal, tanggal_waktu, telepon

_LONGEST = 300


def plain(value: Any, column: models.Field, *, longest: int | None = _LONGEST) -> str:
    """For every column but a foreign key, whose row the caller has to know. Text is whole where `longest` is None."""
    if value is None or value == "":
        return ""
    if isinstance(column, EncryptedCharField):
        return mask_nik(value)
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, datetime):
        return tanggal_waktu(value)
    if isinstance(value, date):
        return tanggal(value)
    if isinstance(column, RupiahField):
        return rupiah(value)
    if isinstance(column, PhoneField):
        return telepon(value)
    return Truncator(str(value)).chars(longest) if longest else str(value)


def value_of(record: models.Model, column: models.Field, *, longest: int | None = _LONGEST) -> str:
    if isinstance(column, models.ForeignKey):
        return str(getattr(record, column.name) or "")
    return plain(getattr(record, column.attname), column, longest=longest)

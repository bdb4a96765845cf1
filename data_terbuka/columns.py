"""What a column of open data is called, holds and means. Names and order are a promise to whoever reads the files."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import models
from django.db.models import F
from django.db.models.functions import Coalesce

from spreadsheets.sheet import Value


class Type(StrEnum):
    """Types of the Table Schema (https://specs.frictionlessdata.io/table-schema/)."""

    STRING = "string"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    YEAR = "year"
    ADDRESS = "uri"  # a string, by the standard

    @property
    def in_words(self) -> str:
        return _IN_WORDS[self]


_IN_WORDS = {
    Type.STRING: "teks",
    Type.INTEGER: "bilangan bulat",
    Type.BOOLEAN: "true/false",
    Type.DATE: "tanggal",
    Type.YEAR: "tahun",
    Type.ADDRESS: "alamat web",
}


@dataclass(frozen=True)
class Column:
    name: str
    kind: Type
    meaning: str
    example: str
    source: str
    # Lookups from the set's model: where the value comes from, the first that has one.
    # `rumah_usaha/privacy/` has to call each of these fields public.
    lookups: tuple[str, ...]
    # An annotation that stands for the lookups.
    annotation: str = ""
    finish: Callable[[Any], Value] | None = None
    # Made of many records: may be drawn from the office's working data, never from personal data.
    is_count: bool = False
    is_required: bool = True

    @property
    def expression(self) -> Any:
        if self.annotation or len(self.lookups) == 1:
            return F(self.annotation or self.lookups[0])
        return Coalesce(*self.lookups)

    def value(self, stored: Any) -> Value:
        """None where nothing is known: an empty text says no more."""
        if stored is None or stored == "":
            return None
        return self.finish(stored) if self.finish else stored

    def words(self, model: type[models.Model]) -> list[tuple[str, str]]:
        """The words that may stand here and what they mean, where there is a list of them."""
        if self.kind != Type.STRING:
            return []
        choices: Any = fields_on(model, self.lookups[0])[-1].choices
        return [(word, str(label)) for word, label in choices or ()]


def fields_on(model: type[models.Model], lookup: str) -> list[Any]:
    """The relations of a lookup and the field at its end."""
    found: list[Any] = []
    at: Any = model
    for part in lookup.split("__"):
        found.append(at._meta.get_field(part))
        at = found[-1].related_model
    return found

"""Rows whose column holds one of many values: handed over as one array, where IN has a parameter for each."""

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, Field, Func, Q, TextField, Value


def among(column: str, values: Iterable[Any], of: type[Field] = TextField) -> Func:
    """A condition for `filter`; the indexes of the column serve it as they serve IN."""
    array = Value([*values], output_field=ArrayField(of()))
    return Func(column, array, template="%(expressions)s)", arg_joiner=" = ANY(", output_field=BooleanField())


def among_filled(column: str, values: Iterable[str]) -> Q:
    """The same for a column that is indexed where it is not blank: of so many values the planner cannot see that."""
    return Q(among(column, values)) & ~Q(**{column: ""})

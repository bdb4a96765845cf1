"""What a noun tells about its sheets: columns, how a row is judged, and how rows are written.

A noun's app subclasses `SheetKind` in its own `sheets`; its `AppConfig.sheet_kinds` names the class. Rows come in
batches of at most `BATCH`; whatever a kind asks the database, it asks once for a batch and never once for a row.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms

from spreadsheets.among import among_filled
from spreadsheets.columns import Column
from spreadsheets.models import Decision, ImportRow, RowState

BATCH = 1000
ERROR, WARNING = "error", "warning"


@dataclass(frozen=True)
class Message:
    """What the clerk reads about one cell, or about the row where no column is named."""

    text: str
    advice: str = ""
    level: str = ERROR
    column: str = ""  # a column's name
    value: str = ""  # as it stood in the cell; masked before it is kept


@dataclass
class Row:
    """One row as read: values as a form field would hand them over, blanks as None."""

    sheet: int
    number: int
    values: dict[str, Any]
    messages: list[Message] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    # The sheet's name and the titles above its table: what holds for all its rows.
    about: tuple[str, ...] = ()

    def get(self, name: str) -> Any:
        return self.values.get(name)

    def refuse(self, text: str, advice: str = "", *, column: str = "") -> None:
        self.messages.append(Message(text, advice, ERROR, column))

    def warn(self, text: str, advice: str = "", *, column: str = "") -> None:
        self.messages.append(Message(text, advice, WARNING, column))

    @property
    def is_refused(self) -> bool:
        return any(message.level == ERROR for message in self.messages)


@dataclass(frozen=True)
class Twin:
    """The existing record that a row means or may mean."""

    model: str
    pk: int
    label: str
    reason: str = ""
    detail: str = ""
    url: str = ""
    # False where a second record of the same identity is impossible, so the row may only use it or be skipped.
    may_be_new: bool = True


@dataclass(frozen=True)
class Change:
    label: str
    old: str
    new: str
    is_secret: bool = False


@dataclass
class Outcome:
    """The judgement on a row that was not refused; `row.messages` hold what was said about it."""

    state: RowState
    label: str = ""
    key: str = ""
    group: str = ""
    twin: Twin | None = None
    changes: list[Change] = field(default_factory=list)
    # The records of a new row, from `keeping.kept`, where saving may copy them in as they are; by a name of the kind's.
    records: dict[str, Any] = field(default_factory=dict)


@dataclass
class Planned:
    """A row to be written. `written` is filled by the kind: (model label, pk, was it made)."""

    row: Row
    record: ImportRow
    # As the check kept them; of the row itself then only `needed` is left.
    records: dict[str, Any] = field(default_factory=dict)
    written: list[tuple[str, int, bool]] = field(default_factory=list)

    @property
    def target(self) -> tuple[str, int] | None:
        """The existing record to update, as (model label, pk)."""
        twin = self.record.twin
        if not twin or self.record.decision == Decision.NEW:
            return None
        return twin["model"], twin["pk"]


@dataclass
class Batch:
    """What surrounds a batch: whose import it is, its options, and the rows of the file before it."""

    user: Any
    options: dict[str, Any]
    upload: int
    # What a kind keeps in mind from batch to batch of one check: little, and nothing that grows without need.
    remembered: dict[str, Any] = field(default_factory=dict)

    def seen(self, keys: Iterable[str]) -> dict[str, ImportRow]:
        """Earlier rows of the same file by key, the first of each; one statement."""
        return self._first("key", keys)

    def written_groups(self, groups: Iterable[str]) -> dict[str, ImportRow]:
        """Earlier rows of the same file that were written, by group; one statement."""
        return self._first("group", groups, written=True)

    def seen_groups(self, groups: Iterable[str]) -> dict[str, ImportRow]:
        return self._first("group", groups)

    def _first(self, name: str, wanted: Iterable[str], *, written: bool = False) -> dict[str, ImportRow]:
        rows = ImportRow.objects.filter(among_filled(name, {*wanted} - {""}), upload=self.upload)
        if written:
            rows = rows.exclude(written=[])
        found: dict[str, ImportRow] = {}
        for row in (
            rows.order_by(name, "id")
            .distinct(name)
            .only("sheet", "number", "caption", name, "written", "values")
        ):
            found[getattr(row, name)] = row
        return found


class ChangedError(Exception):
    """What was previewed is no longer so; the message is for the clerk."""


class SheetKind(ABC):
    slug: str
    title: str
    description: str
    # Who may import needs this beside spreadsheets.add_import.
    permissions: tuple[str, ...] = ()
    # False: only at a desk of its noun's own (`spreadsheets/desks.py`).
    is_for_office = True
    columns: Sequence[Column]
    # Asked beside the columns; its cleaned_data must survive JSON.
    options_form: type[forms.Form] | None = None
    # Written models, those that others refer to last: the order in which an undo removes them.
    undo_order: tuple[str, ...] = ()
    # A row whose last record somebody touched since stays whole; otherwise only that record stays.
    undo_whole = False
    # Columns that later rows of the file ask of an earlier one whose records are kept.
    needed: tuple[str, ...] = ()
    # Whether the noun has a place for what no column takes.
    keeps_notes = True
    # How many at the end of that order several rows may share: those go when none of their rows needs them.
    undo_shared: int = 1
    # Slugs of kinds that write the same records: two such imports are written one after the other.
    writes_like: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    def check_mapping(self, names: set[str]) -> list[str]:
        """What is missing or at odds among the columns chosen."""
        return [
            f"Kolom “{column.label}” wajib ada. Pilih kolom berkas yang memuatnya."
            for column in self.columns
            if column.is_required and column.name not in names
        ]

    def missing_options(
        self, options: dict[str, Any], sheets: list[dict[str, Any]], mapping: dict[str, dict[str, str]]
    ) -> dict[str, str]:
        """Field of the options → why the chosen sheets and columns need it."""
        return {}

    @abstractmethod
    def stamp(self) -> str:
        """Changes whenever a record changes that the judgement may rest on."""

    @abstractmethod
    def check(self, rows: list[Row], batch: Batch) -> list[Outcome]:
        """Judge at most BATCH rows, in their order; refusals and warnings go into the rows' messages."""

    @abstractmethod
    def commit(self, planned: list[Planned], batch: Batch) -> None:
        """Write at most BATCH rows inside the caller's transaction; raises ChangedError where the preview is stale."""

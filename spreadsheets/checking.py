"""From the file to judged rows. Writes nothing but an import's own rows, so it can be broken off and begun again."""

import functools
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.utils import timezone

from common.batches import batched
from spreadsheets.columns import Column, Reads, is_row_number
from spreadsheets.copying import copy_in, tell_planner
from spreadsheets.keeping import RECORDS
from spreadsheets.kind import BATCH, WARNING, Batch, Change, Message, Outcome, Row, SheetKind
from spreadsheets.kinds import kinds
from spreadsheets.models import Import, ImportRow, RowState, State
from spreadsheets.progress import Progress
from spreadsheets.reading.cells import read
from spreadsheets.reading.files import SheetRefused, open_book
from spreadsheets.reading.problem import Reading
from spreadsheets.reading.tables import Table, data_rows
from spreadsheets.records import blank
from spreadsheets.sealing import masked, opened, packed, packed_row, plain

# What a column of the file may become beside one of ours.
IGNORED, AS_NOTE = "", "catatan"
# Columns of ours beside which a lone cell is no record.
_FEWEST = 4
# Where a row keeps them, among its values.
NOTES = "_catatan"
_LONGEST_LABEL = 200


class RefusedError(Exception):
    """Why the work cannot be done, in words for the clerk."""


@dataclass(frozen=True)
class Verdict:
    """What all rows came to. Two checks with one fingerprint would write the same."""

    stamp: str
    fingerprint: str
    counts: dict[str, int]
    rows: int


def check(upload: Import, progress: Progress) -> None:
    verdict = judge(upload, progress)
    Import.objects.filter(pk=upload.pk, state=State.CHECKING).update(
        state=State.PREVIEW, failure="", moved_at=timezone.now(), **told(verdict)
    )


def told(verdict: Verdict) -> dict[str, Any]:
    """The columns of an import that hold a verdict."""
    return {
        "stamp": verdict.stamp,
        "fingerprint": verdict.fingerprint,
        "counts": verdict.counts,
        "done": verdict.rows,
        "total": verdict.rows,
    }


def judge(upload: Import, progress: Progress) -> Verdict:
    """Judge every row anew; decisions on rows that are still doubtful are kept."""
    kind = kinds()[upload.kind]
    batch = Batch(user=upload.uploaded_by, options=upload.options, upload=upload.pk)
    decisions = _decisions(upload)
    ImportRow.objects.filter(upload=upload).delete()
    secrets = {column.name for column in kind.columns if column.is_secret}
    stamp, digest, counts, done = kind.stamp(), hashlib.sha256(), Counter[str](), 0
    for rows in batched(rows_of(upload, kind), BATCH):
        records = [
            _record(kind, secrets, upload, row, cells, outcome)
            for row, cells, outcome in _judged(kind, rows, batch)
        ]
        for record in records:
            record.decision = decisions.get(_doubt(record), "")
            counts[record.state] += 1
            counts["peringatan"] += any(problem["level"] == WARNING for problem in record.problems)
            digest.update(_judgement(record))
        copy_in(ImportRow, records)
        done += len(rows)
        progress.tell(done)
    if not done:
        raise RefusedError("Tidak ada baris data di bawah judul kolom. Periksa lembar yang dipilih.")
    tell_planner(done, [ImportRow])
    return Verdict(stamp, digest.hexdigest(), dict(counts), done)


def _decisions(upload: Import) -> dict[Any, str]:
    decided = ImportRow.objects.filter(upload=upload, state=RowState.TWIN).exclude(decision="")
    return {_doubt(row): row.decision for row in decided.only("sheet", "number", "state", "twin", "decision")}


def _doubt(row: ImportRow) -> Any:
    """A decision holds for a row and the record it was compared with."""
    return (row.sheet, row.number, row.twin.get("pk")) if row.state == RowState.TWIN else None


def _judged(
    kind: SheetKind, rows: list[tuple[Row, list[Any]]], batch: Batch
) -> Iterator[tuple[Row, list[Any], Outcome]]:
    outcomes = kind.check([row for row, _ in rows], batch)
    for (row, cells), outcome in zip(rows, outcomes, strict=True):
        yield row, cells, outcome


def _record(
    kind: SheetKind, secrets: set[str], upload: Import, row: Row, cells: list[Any], outcome: Outcome
) -> ImportRow:
    state = RowState.REFUSED if row.is_refused else outcome.state
    is_refused = state == RowState.REFUSED
    hidden = _secret_places(upload, row.sheet, secrets) if is_refused else set()
    record = blank(ImportRow)
    record.__dict__.update(
        upload_id=upload.pk,
        sheet=row.sheet,
        number=row.number,
        state=state,
        caption=masked(outcome.label)[:_LONGEST_LABEL],
        key="" if is_refused else outcome.key,
        group="" if is_refused else outcome.group,
        twin=asdict(outcome.twin) if outcome.twin and not is_refused else {},
        # What changes nothing is written nowhere, so it need not be kept.
        values={} if state in (RowState.REFUSED, RowState.SAME) else _kept(kind, row, outcome, secrets),
        cells=[packed(cell, is_secret=place in hidden) for place, cell in enumerate(cells)]
        if is_refused
        else [],
        changes=[] if is_refused else [_shown(change) for change in outcome.changes],
        # What must be mended stands first.
        problems=[
            _told(message, kind, secrets)
            for message in sorted(row.messages, key=lambda message: message.level == WARNING)
        ],
    )
    return record


def _kept(kind: SheetKind, row: Row, outcome: Outcome, secrets: set[str]) -> dict[str, Any]:
    if outcome.records:
        needed = {name: row.values[name] for name in kind.needed if name in row.values}
        return {**packed_row(needed, secrets), RECORDS: outcome.records}
    values = packed_row(row.values, secrets)
    return {**values, NOTES: [masked(note) for note in row.notes]} if row.notes else values


def _secret_places(upload: Import, sheet: int, secrets: set[str]) -> set[int]:
    table = next(each for each in upload.sheets if each["index"] == sheet)
    mapping = upload.mapping.get(table["shape"], {})
    return {int(place) for place, name in mapping.items() if name in secrets}


def _shown(change: Change) -> dict[str, str]:
    old, new = (masked(text, is_secret=change.is_secret) for text in (change.old, change.new))
    return {"label": change.label, "old": old, "new": new}


def _told(message: Message, kind: SheetKind, secrets: set[str]) -> dict[str, str]:
    is_secret = message.column in secrets
    return {
        "level": message.level,
        "column": kind.column(message.column).label if message.column else "",
        "value": masked(message.value, is_secret=is_secret)[:_LONGEST_LABEL],
        # Sentences may quote a number but also name a year or an amount.
        "text": masked(message.text),
        "advice": masked(message.advice),
    }


def _judgement(record: ImportRow) -> bytes:
    what = [record.sheet, record.number, record.state, record.twin.get("pk"), record.changes]
    return json.dumps(what).encode()


# --- the file ---------------------------------------------------------------------------------


def rows_of(upload: Import, kind: SheetKind) -> Iterator[tuple[Row, list[Any]]]:
    """Every row of the chosen sheets as our columns read it, with its cells as they stand in the file."""
    try:
        book = open_book(opened(upload.file), upload.file_name)
        for sheet in upload.sheets:
            if sheet["is_chosen"]:
                table = table_of(sheet)
                wanted = _Columns(kind, table, upload.mapping.get(sheet["shape"], {}))
                for number, cells in data_rows(book, table):
                    yield wanted.row(number, cells), cells
    except SheetRefused as refusal:
        raise RefusedError(str(refusal)) from None


def table_of(sheet: dict[str, Any]) -> Table:
    return Table(
        sheet=sheet["index"],
        sheet_name=sheet["name"],
        header_row=sheet["header_row"],
        first_row=sheet["first_row"],
        headers=tuple(sheet["headers"]),
        titles=tuple(sheet["titles"]),
        places=sheet.get("places", 0),
    )


def about(name: str, titles: Iterable[str]) -> tuple[str, ...]:
    return name, *titles


class _Columns:
    """Which cell means what on one sheet."""

    def __init__(self, kind: SheetKind, table: Table, mapping: dict[str, str]) -> None:
        self.sheet, self.headers = table.sheet, table.headers
        self.about = about(table.sheet_name, table.titles)
        self.ours: list[tuple[int, Column, Callable[[Any], Reading]]] = []
        self.notes: list[int] = []
        # Where a record lies may stand in rows above it.
        self.own = len(table.headers) - table.places
        self.numbers = [place for place, header in enumerate(table.headers) if is_row_number(header)]
        for place, name in sorted((int(place), name) for place, name in mapping.items()):
            if name == AS_NOTE:
                self.notes.append(place)
            elif name != IGNORED and not (column := kind.column(name)).is_told_only:
                self.ours.append((place, column, _reader(column)))

    def row(self, number: int, cells: list[Any]) -> Row:
        row = Row(self.sheet, number, {}, about=self.about)
        width = len(cells)
        for place, column, reader in self.ours:
            cell = cells[place] if place < width else None
            value, problems = reader(cell)
            row.values[column.name] = value
            if problems:
                row.messages += [
                    Message(problem.text, problem.advice, problem.level, column.name, plain(cell))
                    for problem in problems
                ]
        for place in self.notes:
            if place < len(cells) and cells[place] not in (None, ""):
                row.notes.append(f"{self.headers[place]}: {masked(cells[place])}")
        self._refuse_heading(row, cells)
        return row

    def _refuse_heading(self, row: Row, cells: list[Any]) -> None:
        """ "A. MAKANAN" between numbered records: it would become a person of that name."""
        if not self.numbers or len(self.ours) < _FEWEST:
            return
        number = cells[self.numbers[0]] if self.numbers[0] < len(cells) else None
        if isinstance(number, int | float) or re.match(r"\s*\d", str(number or "")):
            return
        names = [column.name for place, column, _ in self.ours if place < self.own]
        told = [row.values[name] for name in names if row.values[name] is not None]
        if len(told) == 1 and not row.notes and not row.messages:
            row.refuse(
                f"Baris tanpa nomor ini hanya berisi “{masked(str(told[0]))}”, seperti judul bagian.",
                "Hapus baris ini bila memang judul; bila bukan, lengkapi isinya.",
            )


# What lists repeat thousands of times, a name now and then. What is read may not be changed by its reader.
_REPEATED = frozenset(
    {Reads.CHOICE, Reads.SEX, Reads.YES_NO, Reads.REGION, Reads.YEAR, Reads.INTEGER, Reads.RUPIAH, Reads.TEXT}
)


def _reader(column: Column) -> Callable[[Any], Reading]:
    def reader(cell: Any) -> Reading:
        return read(cell, column)

    if column.kind in _REPEATED and not column.is_secret:
        # 1, 1.0 and True are equal and are not read alike.
        return functools.lru_cache(maxsize=1024, typed=True)(reader)
    return reader

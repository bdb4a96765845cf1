"""Writing what was previewed: all rows or none, in one transaction."""

import json
from collections.abc import Iterator
from typing import Any

import pghistory
from django.apps import apps
from django.db import IntegrityError, OperationalError, connection, models, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from common.audit import events_of
from spreadsheets import checking
from spreadsheets.checking import NOTES, RefusedError
from spreadsheets.copying import tell_planner
from spreadsheets.keeping import RECORDS
from spreadsheets.kind import BATCH, Batch, ChangedError, Planned, Row, SheetKind
from spreadsheets.kinds import kinds
from spreadsheets.locks import hold_kinds, leave_broken_connection
from spreadsheets.models import Decision, Import, ImportRow, RowState, State
from spreadsheets.progress import Progress
from spreadsheets.scanning import without_examples
from spreadsheets.sealing import unpacked_row

_NEW_PREVIEW = (
    "Data kantor berubah sejak pratinjau dibuat, jadi belum ada yang disimpan. "
    "Pratinjau di bawah sudah baru: periksa lagi, lalu simpan."
)
_COLLISION = (
    "Sebagian baris bertabrakan dengan data yang baru saja disimpan petugas lain, jadi tidak ada baris yang "
    "tersimpan. Pratinjau di bawah sudah baru: periksa lagi, lalu simpan."
)
_BUSY = (
    "Data sedang dipakai petugas lain, jadi tidak ada baris yang tersimpan. Coba simpan lagi sebentar lagi."
)
_TRIES = 3


class _StaleError(Exception):
    """Records changed since the rows were judged."""


def to_write(upload: Import) -> QuerySet[ImportRow]:
    """Rows that saving touches: new, changed, and doubtful ones that the clerk did not skip."""
    sure = Q(state__in=(RowState.NEW, RowState.CHANGED))
    decided = Q(state=RowState.TWIN, decision__in=(Decision.NEW, Decision.USE))
    return ImportRow.objects.filter(sure | decided, upload=upload).defer("cells", "problems", "fate")


def commit(upload: Import, progress: Progress) -> None:
    for _ in range(_TRIES):
        try:
            done = _write_all(upload, progress)
            return tell_planner(done, _written_nouns(kinds()[upload.kind]))
        except _StaleError:
            if not _still_the_same(upload, progress):
                raise RefusedError(_NEW_PREVIEW) from None
        except (IntegrityError, ChangedError):
            _still_the_same(upload, progress)
            raise RefusedError(_COLLISION) from None
        except OperationalError:
            # A deadlock or a row held too long: the other one goes first. Or the database went away.
            leave_broken_connection()
    raise RefusedError(_BUSY)


def _still_the_same(upload: Import, progress: Progress) -> bool:
    """Judge anew; the rows' new judgement is kept whatever it says."""
    before = upload.fingerprint
    verdict = checking.judge(upload, progress)
    Import.objects.filter(pk=upload.pk).update(**checking.told(verdict))
    upload.refresh_from_db()
    return upload.fingerprint == before and not undecided(upload)


def undecided(upload: Import) -> bool:
    return ImportRow.objects.filter(upload=upload, state=RowState.TWIN, decision="").exists()


def _written_nouns(kind: SheetKind) -> list[type[models.Model]]:
    """With their trails: an undo asks those about every row."""
    nouns = [apps.get_model(label) for label in kind.undo_order]
    return [each for noun in nouns for each in (noun, events_of(noun).model)]


def _write_all(upload: Import, progress: Progress) -> int:
    kind, done = kinds()[upload.kind], 0
    batch = Batch(user=upload.uploaded_by, options=upload.options, upload=upload.pk)
    context = pghistory.context(
        user=upload.uploaded_by_id, url=upload.get_absolute_url(), reason=f"Impor {upload.file_name}"
    )
    texts = {
        sheet["index"]: checking.about(sheet["name"], sheet["titles"])
        for sheet in upload.sheets
        if sheet["is_chosen"]
    }
    with context as trail, transaction.atomic():
        hold_kinds(kind.slug, *kind.writes_like)
        if kind.stamp() != upload.stamp:
            raise _StaleError
        for records in in_batches(to_write(upload)):
            _write(kind, records, batch, texts)
            done += len(records)
            progress.tell(done)
        _finish(upload, trail.id, done)
    return done


def in_batches(rows: QuerySet[ImportRow]) -> Iterator[list[ImportRow]]:
    """By key and not by a cursor: the rows are written to meanwhile."""
    last = 0
    while found := list(rows.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield found
        last = found[-1].pk


def _write(
    kind: SheetKind, records: list[ImportRow], batch: Batch, texts: dict[int, tuple[str, ...]]
) -> None:
    planned = [_planned(record, texts[record.sheet]) for record in records]
    kind.commit(planned, batch)
    _note_written(planned)


_NOTE = """
    UPDATE spreadsheets_importrow AS row SET written = told.pair -> 1, "values" = '{}'
    FROM jsonb_array_elements(%s::jsonb) AS told (pair) WHERE row.id = (told.pair -> 0)::bigint
"""


def _note_written(planned: list[Planned]) -> None:
    """What was written stands in the records now, so the rows' own copy of it goes."""
    told = json.dumps([(each.record.pk, each.written) for each in planned])
    with connection.cursor() as cursor:
        cursor.execute(_NOTE, [told])


def _planned(record: ImportRow, about: tuple[str, ...]) -> Planned:
    values = dict(record.values)
    records, notes = values.pop(RECORDS, {}), values.pop(NOTES, [])
    row = Row(record.sheet, record.number, unpacked_row(values), notes=notes, about=about)
    return Planned(row, record, records)


def _finish(upload: Import, trail: Any, done: int) -> None:
    now = timezone.now()
    # Rows that were skipped are done with, too.
    ImportRow.objects.filter(upload=upload).exclude(values={}).update(values={})
    Import.objects.filter(pk=upload.pk).update(
        state=State.DONE,
        committed_at=now,
        committed_by=upload.uploaded_by,
        moved_at=now,
        trail=trail,
        done=done,
        failure="",
        file="",
        sheets=without_examples(upload.sheets),
    )
    name, storage = upload.file.name, upload.file.storage
    if name:
        transaction.on_commit(lambda: storage.delete(name))

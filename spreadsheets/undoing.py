"""Taking an import back: rows that nobody touched since are removed or restored, the others are named."""

from collections.abc import Iterable

import pghistory
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from common.references import references
from common.rewinding import Trails, changed_since, rewind
from spreadsheets.checking import RefusedError
from spreadsheets.committing import in_batches
from spreadsheets.kind import SheetKind
from spreadsheets.kinds import kinds
from spreadsheets.locks import hold_kinds
from spreadsheets.models import Fate, Import, ImportRow, State
from spreadsheets.progress import Progress

_COLLISION = (
    "Sebagian data dipakai petugas lain pada saat yang sama, jadi belum ada yang diurungkan. Coba lagi."
)

Keys = dict[str, set[int]]  # model label → keys; trails are those of the import and of its undoing


def undo(upload: Import, progress: Progress) -> None:
    """All or nothing, in one transaction; of records that several rows share, each is taken back once."""
    kind = kinds()[upload.kind]
    context = pghistory.context(
        user=upload.undone_by_id, url=upload.get_absolute_url(), reason=f"Urungkan impor {upload.file_name}"
    )
    try:
        with context as trail, transaction.atomic():
            hold_kinds(kind.slug, *kind.writes_like)
            _undo_rows(upload, kind, {upload.trail, trail.id}, progress)
            Import.objects.filter(pk=upload.pk).update(
                state=State.UNDONE, undone_at=timezone.now(), moved_at=timezone.now(), failure=""
            )
    except IntegrityError:
        raise RefusedError(_COLLISION) from None


def _undo_rows(upload: Import, kind: SheetKind, ours: Trails, progress: Progress) -> None:
    own, shared = kind.undo_order[: -kind.undo_shared], kind.undo_order[-kind.undo_shared :]
    done = 0
    for rows in in_batches(_written(upload)):
        kept = _touched_rows(rows, own, ours)
        if kind.undo_whole:
            kept |= _touched_rows(rows, shared, ours, beside=own)
        for label in own:
            _take_back(label, [row for row in rows if row.pk not in kept], upload, ours)
        free = [row.pk for row in rows if row.pk not in kept]
        ImportRow.objects.filter(pk__in=kept).update(fate=Fate.KEPT)
        ImportRow.objects.filter(pk__in=free).update(fate=Fate.UNDONE)
        done += len(rows)
        progress.tell(done)
    # Only when every row is gone is it known which of the shared records nobody needs.
    for label in shared:
        for rows in in_batches(_written(upload)):
            _take_back(label, rows, upload, ours, spare_touched=True)


def _written(upload: Import) -> models.QuerySet[ImportRow]:
    return ImportRow.objects.filter(upload=upload).exclude(written=[]).only("written")


def _keys(rows: Iterable[ImportRow], label: str, *, made: bool | None = None) -> set[int]:
    return {
        pk
        for row in rows
        for model, pk, was_made in row.written
        if model == label and (made is None or was_made == made)
    }


# --- what was touched -------------------------------------------------------------------------


def _touched_rows(
    rows: list[ImportRow], labels: Iterable[str], ours: Trails, *, beside: Iterable[str] = ()
) -> set[int]:
    touched: Keys = {}
    for label in labels:
        made = _keys(rows, label, made=True)
        since = changed_since(apps.get_model(label), _keys(rows, label), ours)
        touched[label] = since | _used(label, made, rows, beside)
    return {row.pk for row in rows if any(pk in touched.get(label, ()) for label, pk, _ in row.written)}


def _used(label: str, keys: set[int], rows: Iterable[ImportRow], beside: Iterable[str] = ()) -> set[int]:
    """Records of `keys` that others refer to; what the same rows wrote beneath them does not count.

    Nor does any noun of `beside`: rows of later batches may have made more of them.
    """
    used: set[int] = set()
    for related, field in references(apps.get_model(label)):
        if related._meta.label in beside:
            continue
        mine = _keys(rows, related._meta.label)
        found = related._base_manager.filter(**{f"{field.name}__in": keys}).exclude(pk__in=mine)
        used |= set(found.values_list(field.name, flat=True))
    return used


# --- taking back ------------------------------------------------------------------------------


def _take_back(
    label: str, rows: list[ImportRow], upload: Import, ours: Trails, *, spare_touched: bool = False
) -> None:
    model = apps.get_model(label)
    made, changed = _keys(rows, label, made=True), _keys(rows, label, made=False)
    if spare_touched:
        made -= changed_since(model, made, ours) | _used(label, made, ())
        changed -= changed_since(model, changed, ours)
    rewind(model, changed - made, upload.trail)
    # Not `delete()`: nothing hangs below these rows any more, and the database would refuse if something did.
    rows_made = model._base_manager.filter(pk__in=made)
    rows_made._raw_delete(rows_made.db)

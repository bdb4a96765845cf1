"""Taking an import back: rows that nobody touched since are removed or restored, the others are named."""

from collections.abc import Iterable
from typing import Any

import pghistory
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from spreadsheets.checking import RefusedError
from spreadsheets.committing import in_batches
from spreadsheets.kind import BATCH, SheetKind
from spreadsheets.kinds import kinds
from spreadsheets.locks import hold_kinds
from spreadsheets.models import Fate, Import, ImportRow, State
from spreadsheets.progress import Progress

_COLLISION = (
    "Sebagian data dipakai petugas lain pada saat yang sama, jadi belum ada yang diurungkan. Coba lagi."
)

Keys = dict[str, set[int]]  # model label → keys
Trails = set[Any]  # contexts of the audit trail: of the import, and of its undoing


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
    return ImportRow.objects.filter(upload=upload).exclude(written=[])


def _keys(rows: Iterable[ImportRow], label: str, *, made: bool | None = None) -> set[int]:
    return {
        pk
        for row in rows
        for model, pk, was_made in row.written
        if model == label and (made is None or was_made == made)
    }


# --- what was touched -------------------------------------------------------------------------


def _touched_rows(rows: list[ImportRow], labels: Iterable[str], ours: Trails) -> set[int]:
    touched: Keys = {}
    for label in labels:
        made = _keys(rows, label, made=True)
        touched[label] = _changed_since(label, _keys(rows, label), ours) | _used(label, made, rows)
    return {row.pk for row in rows if any(pk in touched.get(label, ()) for label, pk, _ in row.written)}


def _changed_since(label: str, keys: set[int], ours: Trails) -> set[int]:
    """Whose newest entry in the trail is neither the import's nor the undoing's own."""
    events = (
        _events(label).filter(pgh_obj_id__in=keys).order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")
    )
    newest = dict(events.values_list("pgh_obj_id", "pgh_context_id"))
    return {key for key in keys if newest.get(key) not in ours}


def _used(label: str, keys: set[int], rows: Iterable[ImportRow]) -> set[int]:
    """Records of `keys` that others refer to; what the same rows wrote beneath them does not count."""
    used: set[int] = set()
    for related, field in _references(label):
        mine = _keys(rows, related._meta.label)
        found = related._base_manager.filter(**{f"{field}__in": keys}).exclude(pk__in=mine)
        used |= set(found.values_list(field, flat=True))
    return used


def _references(label: str) -> list[tuple[type[models.Model], str]]:
    """Every (model, field) that points at the model, lists of several records included; the trail points at
    everything and holds nothing back."""
    return [
        (relation.related_model, relation.field.name)
        for relation in apps.get_model(label)._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel)
        and not hasattr(relation.related_model, "pgh_tracked_model")
    ]


def _events(label: str) -> Any:
    return apps.get_model(label)._meta.get_field("events").related_model._base_manager


# --- taking back ------------------------------------------------------------------------------


def _take_back(
    label: str, rows: list[ImportRow], upload: Import, ours: Trails, *, spare_touched: bool = False
) -> None:
    made, changed = _keys(rows, label, made=True), _keys(rows, label, made=False)
    if spare_touched:
        made -= _changed_since(label, made, ours) | _used(label, made, ())
        changed -= _changed_since(label, changed, ours)
    _restore(label, changed - made, upload)
    # Not `delete()`: nothing hangs below these rows any more, and the database would refuse if something did.
    rows_made = apps.get_model(label)._base_manager.filter(pk__in=made)
    rows_made._raw_delete(rows_made.db)


def _restore(label: str, keys: set[int], upload: Import) -> None:
    """Put each record back as the trail holds it from before the import."""
    events = _events(label).filter(pgh_obj_id__in=keys).exclude(pgh_context_id=upload.trail)
    before = {
        each.pgh_obj_id: each for each in events.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")
    }
    model = apps.get_model(label)
    names = _tracked_columns(model)
    records = list(model._base_manager.filter(pk__in=before))
    for record in records:
        for name in names:
            setattr(record, name, getattr(before[record.pk], name))
    fields = [
        field.name for field in model._meta.concrete_fields if field.attname in names or _derived(field)
    ]
    for record in records:
        for field in model._meta.concrete_fields:
            if _derived(field):
                field.pre_save(record, add=False)
    model._base_manager.bulk_update(records, fields, batch_size=BATCH)


def _tracked_columns(model: type[models.Model]) -> list[str]:
    copied = {field.attname for field in model._meta.get_field("events").related_model._meta.concrete_fields}  # type: ignore[union-attr]
    return [
        field.attname
        for field in model._meta.concrete_fields
        if field.attname in copied and not field.primary_key
    ]


def _derived(field: models.Field) -> bool:
    """Kept beside another column and not by the trail: the index that finds an encrypted number."""
    return hasattr(field, "source") and not field.primary_key

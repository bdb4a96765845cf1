"""What is decided about a pair. Each act holds both records, so that two officers never decide at once."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pghistory
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Q
from django.utils import timezone
from psycopg.errors import DeadlockDetected, LockNotAvailable

from common import states
from common.admin.versions import version_of
from duplicates import merging, tasks, undoing
from duplicates.following import clashes
from duplicates.kind import TwinKind, kinds
from duplicates.models import Merge, NotDuplicate, Pair, Sweep, SweepState, pair_of

_BUSY = "Data ini sedang disimpan petugas lain. Tunggu sebentar, lalu coba lagi."
_CHANGED = "“{}” diubah petugas lain sejak Anda membukanya. Periksa lagi kedua data di bawah, lalu ulangi."


@contextmanager
def _at_one_go(reason: str, by: Any) -> Iterator[Any]:
    """One transaction under one context of the trail; a collision is told instead of raised."""
    try:
        with pghistory.context(user=by.pk, reason=reason) as trail, transaction.atomic():
            yield trail
    except OperationalError as error:
        if not isinstance(error.__cause__, LockNotAvailable | DeadlockDetected):
            raise
        raise ValidationError(_BUSY) from None
    except IntegrityError:
        raise ValidationError(
            "Data ini bertabrakan dengan data yang baru saja disimpan petugas lain, jadi belum ada yang berubah."
        ) from None


def merge(
    *,
    kind: TwinKind,
    survivor: int,
    loser: int,
    choices: Mapping[str, str],
    rows: Mapping[str, str],
    versions: Mapping[int, str],
    reason: str,
    by: Any,
) -> Merge:
    """`choices` by field and `rows` by clash say whose word counts; what is not named follows the default.

    `versions` are the records as the officer saw them: somebody else's change in between stops the merge.
    """
    with _at_one_go(f"Penggabungan: {reason}", by) as trail:
        held = undoing.hold(kind, survivor, loser)
        kept, other = held[survivor], held[loser]
        _refuse_merged(kind, held)
        _refuse_out_of_reach(kind, by, survivor, loser)
        for record in held.values():
            if version_of(record) != versions.get(record.pk):
                raise ValidationError(_CHANGED.format(record))
        clash_list = clashes(kind, kept, other)
        chosen = merging.choose_values(kind, kept, other, choices)
        # The loser first: it lets go of a number that only one record may have.
        other.save()
        states.archive(record=other, by=by)
        kept.clean()
        kept.save()
        moved = merging.move_rows(kind, kept, other, clash_list)
        changed = merging.blend_rows(clash_list, rows)
        for record in kind.after_merge(kept, by):
            changed.setdefault(record._meta.label, []).append(record.pk)
        Pair.objects.filter(Q(first=loser) | Q(second=loser), noun=kind.slug).delete()
        return Merge.objects.create(
            noun=kind.slug,
            survivor=survivor,
            loser=loser,
            choices=chosen,
            moved=moved,
            changed=changed,
            stayed=merging.stayed(clash_list),
            reason=reason,
            trail=trail.id,
            merged_by=by,
        )


def undo(*, merge: Merge, by: Any) -> None:
    """Both records as they were; refused where one was touched since, with the names of what was."""
    kind = kinds()[merge.noun]
    with _at_one_go(f"Urungkan penggabungan: {merge.reason}", by):
        undoing.hold(kind, merge.survivor, merge.loser)
        _refuse_out_of_reach(kind, by, merge.survivor, merge.loser, archived=True)
        merge = Merge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
        if merge.is_undone:
            raise ValidationError("Penggabungan ini sudah diurungkan.")
        if found := undoing.obstacles(merge):
            raise ValidationError(found)
        undoing.take_back(merge)
        merge.undone_at, merge.undone_by = timezone.now(), by
        merge.save(update_fields=["undone_at", "undone_by"])


def tell_apart(*, kind: TwinKind, first: int, second: int, by: Any) -> NotDuplicate:
    """Remember that these are two; a second officer who says so changes nothing."""
    with _at_one_go("Bukan duplikat", by):
        held = undoing.hold(kind, first, second)
        _refuse_merged(kind, held)
        _refuse_out_of_reach(kind, by, first, second)
        low, high = pair_of(held[first], held[second])
        told, _ = NotDuplicate.objects.get_or_create(
            noun=kind.slug, first=low, second=high, defaults={"decided_by": by}
        )
        return told


def take_back_apart(*, told: NotDuplicate, by: Any) -> None:
    """The pair may be proposed again."""
    _refuse_out_of_reach(kinds()[told.noun], by, told.first, told.second, archived=True)
    with _at_one_go("Bukan duplikat, ditarik kembali", by):
        told.delete()


def ask_for_sweep(*, by: Any = None, is_full: bool = False) -> Sweep | None:
    """Let a worker look for pairs; None where a search is under way."""
    with transaction.atomic():
        if tasks.is_under_way():
            return None
        Sweep.objects.filter(state__in=(SweepState.WAITING, SweepState.RUNNING)).update(
            state=SweepState.FAILED
        )
        asked = Sweep.objects.create(officer=by, is_full=is_full)
    tasks.sweep_everything.enqueue(asked.pk)
    return asked


def _refuse_merged(kind: TwinKind, held: Mapping[int, Any]) -> None:
    for key, record in held.items():
        if record.archived_at:
            earlier = (
                Merge.objects.standing().filter(noun=kind.slug, loser=key).select_related("merged_by").first()
            )
            done = f"sudah digabungkan oleh {earlier.merged_by}" if earlier else "sudah diarsipkan"
            raise ValidationError(f"“{record}” {done}.")


def _refuse_out_of_reach(kind: TwinKind, by: Any, *keys: int, archived: bool = False) -> None:
    """Only who may change both records."""
    rows: Any = kind.model._default_manager
    rows = rows.in_scope_of(by) if archived else kind.in_reach(by)
    if not by.has_perm(kind.change_permission) or rows.filter(pk__in=keys).count() != len(set(keys)):
        raise PermissionDenied

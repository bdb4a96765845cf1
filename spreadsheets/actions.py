"""Each step of an import as one act. An import moves on from the state it is in, or the act is refused."""

import logging
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from spreadsheets import tasks
from spreadsheets.columns import guess
from spreadsheets.committing import undecided
from spreadsheets.kind import SheetKind
from spreadsheets.kinds import kinds
from spreadsheets.locks import is_worked_on
from spreadsheets.models import Decision, HeaderShape, Import, ImportRow, RowState, State
from spreadsheets.reading.files import SheetRefused
from spreadsheets.scanning import scan, without_examples
from spreadsheets.sealing import Sealed, fingerprint, masked

logger = logging.getLogger(__name__)

_TASKS = {
    State.CHECKING: tasks.check_import,
    State.SAVING: tasks.commit_import,
    State.UNDOING: tasks.undo_import,
}
_NO_ROOM = (
    "Berkas belum dapat disimpan karena ruang penyimpanan di server habis atau terganggu. "
    "Tidak ada yang tersimpan. Beri tahu admin, lalu unggah lagi."
)
_ELSEWHERE = "Impor ini sudah berpindah langkah. Muat ulang halaman ini."
# So long a worker may take to pick a task up before it counts as lost.
PATIENCE = 20


def receive(*, kind: SheetKind, file: File, by: Any) -> Import:
    """Keep a file that could be read. Raises SheetRefused before anything is stored."""
    name = masked(file.name or "berkas")[:200]
    file.seek(0)
    sheets = scan(file, name, kind)
    content = Sealed(file)
    upload = Import(kind=kind.slug, file_name=name, sha256=fingerprint(file), sheets=sheets, uploaded_by=by)
    try:
        upload.file.save(str(content.name), content, save=False)
        upload.save()
    except BaseException as error:
        # Also what was written of a file before the disk was full: nobody else's has this name.
        upload.file.storage.delete(upload.file.field.generate_filename(upload, str(content.name)))
        if isinstance(error, OSError):
            logger.error("an upload could not be stored: %s", error.strerror)
            raise SheetRefused(_NO_ROOM) from None
        raise
    return upload


def same_file_before(upload: Import) -> Import | None:
    """An earlier import of this very file that was saved."""
    done = Import.objects.filter(sha256=upload.sha256, kind=upload.kind, state=State.DONE)
    return done.exclude(pk=upload.pk).order_by("-pk").first()


@transaction.atomic
def choose_sheets(*, upload: Import, chosen: set[int]) -> None:
    upload = _in_state(upload, State.UPLOADED, State.PREVIEW, State.FAILED)
    upload.sheets = [{**sheet, "is_chosen": sheet["index"] in chosen} for sheet in upload.sheets]
    upload.save(update_fields=["sheets"])


def initial_mapping(upload: Import) -> dict[str, dict[str, str]]:
    """For each header shape: as chosen before in this import, as remembered, or as guessed."""
    kind = kinds()[upload.kind]
    shapes = {sheet["shape"]: sheet["headers"] for sheet in upload.sheets if sheet["is_chosen"]}
    remembered = dict(
        HeaderShape.objects.filter(kind=upload.kind, shape__in=shapes).values_list("shape", "mapping")
    )
    return {
        shape: upload.mapping.get(shape)
        or remembered.get(shape)
        or {str(place): name for place, name in guess(headers, kind.columns).items()}
        for shape, headers in shapes.items()
    }


def check(*, upload: Import, mapping: dict[str, dict[str, str]], options: dict[str, Any], by: Any) -> None:
    """Remember how the headers were read, and judge every row."""
    with transaction.atomic():
        upload = _in_state(upload, State.UPLOADED, State.PREVIEW, State.FAILED)
        for shape, chosen in mapping.items():
            HeaderShape.objects.update_or_create(
                kind=upload.kind, shape=shape, defaults={"mapping": chosen, "updated_by": by}
            )
        upload.mapping, upload.options, upload.counts = mapping, options, {}
        _move(upload, State.CHECKING, "mapping", "options", "counts")
    _TASKS[State.CHECKING].enqueue(upload.pk)


def decide(*, upload: Import, decision: str, row: int | None = None) -> int:
    """The clerk's word on one doubtful row, or on all that are undecided; returns how many it was given to."""
    with transaction.atomic():
        upload = _in_state(upload, State.PREVIEW)
        rows = ImportRow.objects.filter(upload=upload, state=RowState.TWIN)
        rows = rows.filter(decision="") if row is None else rows.filter(pk=row)
        if decision == Decision.NEW:
            # A second record under one NIK cannot be.
            rows = rows.exclude(twin__may_be_new=False)
        return rows.update(decision=decision)


def save(*, upload: Import, by: Any) -> None:
    """Write the rows, in the name and within the kecamatan of the officer who brought them."""
    with transaction.atomic():
        upload = _in_state(upload, State.PREVIEW)
        if upload.uploaded_by_id != by.pk:
            raise ValidationError("Hanya petugas yang mengunggah berkas ini dapat menyimpannya.")
        if undecided(upload):
            raise ValidationError("Putuskan dahulu semua baris yang mungkin kembar.")
        _move(upload, State.SAVING)
    _TASKS[State.SAVING].enqueue(upload.pk)


@transaction.atomic
def cancel(*, upload: Import) -> None:
    """Nothing was written; the file and what was read from it go away, the import stays on record."""
    upload = _in_state(upload, State.UPLOADED, State.PREVIEW, State.FAILED)
    discard(upload)
    _move(upload, State.CANCELLED)


def discard(upload: Import) -> None:
    """Remove the file and every row read from it."""
    name, storage = upload.file.name, upload.file.storage
    ImportRow.objects.filter(upload=upload).delete()
    upload.file, upload.sheets = "", without_examples(upload.sheets)
    upload.save(update_fields=["file", "sheets"])
    if name:
        transaction.on_commit(lambda: storage.delete(name))


def undo(*, upload: Import, by: Any) -> None:
    with transaction.atomic():
        upload = _in_state(upload, State.DONE)
        if upload.trail is None:
            raise ValidationError(_ELSEWHERE)
        # Who undoes it; the time follows when it is done, and both stand together.
        upload.undone_by, upload.undone_at = by, timezone.now()
        _move(upload, State.UNDOING, "undone_by", "undone_at")
    _TASKS[State.UNDOING].enqueue(upload.pk)


def is_stuck(upload: Import) -> bool:
    """Its worker died, or none picked it up."""
    waited = (timezone.now() - upload.moved_at).total_seconds()
    return upload.is_running and waited > PATIENCE and not is_worked_on(upload.pk)


def resume(*, upload: Import) -> None:
    """Hand the work to a worker again; whatever the dead one wrote was undone with its transaction."""
    with transaction.atomic():
        upload = _in_state(upload, *_TASKS)
        _move(upload, State(upload.state))
    _TASKS[State(upload.state)].enqueue(upload.pk)


def _in_state(upload: Import, *states: State) -> Import:
    """The import as it stands now, held until the transaction ends."""
    held = Import.objects.select_for_update(of=("self",)).get(pk=upload.pk)
    if held.state not in states:
        raise ValidationError(_ELSEWHERE)
    return held


def _move(upload: Import, to: State, *names: str) -> None:
    upload.state, upload.moved_at, upload.done, upload.failure = to, timezone.now(), 0, ""
    upload.save(update_fields=["state", "moved_at", "done", "failure", *names])

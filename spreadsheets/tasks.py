"""Long work, done by a worker beside the server. A task knows an import's number and nothing of its contents."""

import logging
from collections.abc import Callable

from django.utils import timezone
from django_tasks import task

from common.memory import keep_code
from spreadsheets import checking, committing, undoing
from spreadsheets.locks import leave_broken_connection, working_on
from spreadsheets.models import Import, State
from spreadsheets.progress import Progress

logger = logging.getLogger(__name__)

_TROUBLE = (
    "Pekerjaan ini gagal karena gangguan pada sistem dan tidak menulis apa pun. "
    "Coba lagi; bila tetap gagal, hubungi admin."
)


@task()
def check_import(pk: int) -> None:
    _run(pk, State.CHECKING, checking.check, back_to=State.FAILED)


@task()
def commit_import(pk: int) -> None:
    _run(pk, State.SAVING, committing.commit, back_to=State.PREVIEW)


@task()
def undo_import(pk: int) -> None:
    _run(pk, State.UNDOING, undoing.undo, back_to=State.DONE)


def _run(pk: int, state: State, work: Callable[[Import, Progress], None], *, back_to: State) -> None:
    """Do the work once, unless it is being done or no longer wanted; whatever goes wrong is told, not raised.

    An exception's words may quote a row, and a raised one would be stored with its task: only its type is logged.
    """
    keep_code()
    with working_on(pk) as is_ours:
        upload = Import.objects.filter(pk=pk, state=state).select_related("uploaded_by").first()
        if not is_ours or upload is None:
            return
        try:
            with Progress(pk) as progress:
                work(upload, progress)
        except checking.RefusedError as refusal:
            _fall_back(pk, state, back_to, str(refusal))
        except Exception as error:
            leave_broken_connection()
            logger.error("import %s: %s failed with %s", pk, state.value, _where(error))
            _fall_back(pk, state, back_to, _TROUBLE)


def _where(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__module__}.{type(error).__qualname__} at {place}"


def _fall_back(pk: int, state: State, to: State, told: str) -> None:
    fallen = Import.objects.filter(pk=pk, state=state)
    fallen.update(state=to, failure=told, moved_at=timezone.now())
    if state == State.UNDOING:
        Import.objects.filter(pk=pk, state=to).update(undone_at=None, undone_by=None)

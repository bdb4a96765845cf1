"""The search for pairs as long work, done by a worker beside the server or by a timer's command."""

import datetime
import logging

from django.db import connection
from django.utils import timezone
from django_tasks import task

from duplicates.kind import kinds
from duplicates.locks import is_swept, sweeping
from duplicates.models import Sweep, SweepState
from duplicates.sweeping import sweep

logger = logging.getLogger(__name__)
# So long a worker may take to pick a task up before it counts as lost.
_PATIENCE = datetime.timedelta(seconds=20)
# The trail bears the time at which a transaction began; none that writes records lasts longer.
_LONGEST_WRITE = datetime.timedelta(hours=1)


@task()
def sweep_everything(pk: int) -> None:
    run(pk)


def run(pk: int) -> None:
    """Search once, unless a search is under way; a noun at a time, each in its own transaction."""
    with sweeping() as is_ours:
        asked = Sweep.objects.filter(pk=pk, state=SweepState.WAITING).first()
        if not is_ours or asked is None:
            return
        asked.state, asked.started_at = SweepState.RUNNING, timezone.now()
        asked.save(update_fields=["state", "started_at"])
        since = _since(asked)
        try:
            asked.counts = {slug: sweep(kind, since) for slug, kind in kinds().items()}
        except Exception as error:
            # Its words may quote a row.
            logger.error("sweep %s failed with %s", pk, type(error).__qualname__)
            if not connection.in_atomic_block:
                connection.close_if_unusable_or_obsolete()
            Sweep.objects.filter(pk=pk).update(state=SweepState.FAILED)
            return
        asked.state, asked.finished_at = SweepState.DONE, timezone.now()
        asked.save(update_fields=["state", "finished_at", "counts"])


def _since(asked: Sweep) -> datetime.datetime | None:
    """The start of the last finished search, a little earlier; None means that everything is looked at."""
    last = newest_done()
    return (
        None if asked.is_full or last is None or last.started_at is None else last.started_at - _LONGEST_WRITE
    )


def newest_done() -> Sweep | None:
    return Sweep.objects.filter(state=SweepState.DONE).order_by("-id").first()


def is_under_way(newest: Sweep | None = None) -> bool:
    """Asked for a moment ago, or worked on; a dead worker's search is neither."""
    newest = newest or Sweep.objects.order_by("-id").first()
    if newest is None or not newest.is_open:
        return False
    return timezone.now() - newest.asked_at < _PATIENCE or is_swept()

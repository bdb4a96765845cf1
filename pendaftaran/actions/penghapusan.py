"""What time takes away: drafts that nobody continued, and what a decided registration still says of a person."""

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from common.uploads import delete_on_commit
from pendaftaran.models import PERSONAL, Pendaftaran

DRAFT_KEPT = datetime.timedelta(days=30)
DECIDED_KEPT = datetime.timedelta(days=183)


def erase_expired() -> tuple[int, int]:
    """How many drafts went, and how many decided registrations lost what was personal. What was accepted lives on
    in the records of its owner and business."""
    return _drafts(), _decided()


@transaction.atomic
def _drafts() -> int:
    old = Pendaftaran.objects.drafts().filter(updated_at__lt=timezone.now() - DRAFT_KEPT)
    rows = list(old.select_for_update(of=("self",)))
    for draft in rows:
        delete_on_commit(draft.photo.storage, draft.photo.name)
    Pendaftaran.objects.filter(pk__in=[draft.pk for draft in rows]).delete()
    return len(rows)


@transaction.atomic
def _decided() -> int:
    """Also those sent back that nobody mended."""
    before = timezone.now() - DECIDED_KEPT
    over = Q(decided_at__lt=before) | Q(returned_at__lt=before)
    rows = list(
        Pendaftaran.objects.submitted()
        .filter(over)
        .exclude(name="", phone="")
        .select_for_update(of=("self",))
    )
    for asked in rows:
        delete_on_commit(asked.photo.storage, asked.photo.name)
    Pendaftaran.objects.filter(pk__in=[asked.pk for asked in rows]).update(**dict.fromkeys(PERSONAL, ""))
    return len(rows)

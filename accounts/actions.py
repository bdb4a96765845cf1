"""Writes on accounts that reach beyond the account's own row."""

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from accounts.models import User


@transaction.atomic
def end_sessions(*, user: User) -> int:
    """Sign a person out everywhere, so that a new role or a closed account counts at once."""
    ended = 0
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
            ended += 1
    return ended

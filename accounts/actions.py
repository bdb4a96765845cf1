"""Writes on accounts that reach beyond the account's own row."""

from typing import Any

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from accounts.models import UnduhanDataPribadi, User


@transaction.atomic
def end_sessions(*, user: User) -> int:
    """Sign a person out everywhere, so that a new role or a closed account counts at once."""
    ended = 0
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
            ended += 1
    return ended


def record_download(
    *, by: Any, list_name: str, filter_text: str, row_count: int, file_format: str, reason: str
) -> UnduhanDataPribadi:
    """Put on record that a file with personal data leaves the portal: who took what, how much of it, and why."""
    longest = UnduhanDataPribadi._meta.get_field("filter_text").max_length
    return UnduhanDataPribadi.objects.create(
        downloaded_by=by,
        list_name=list_name,
        filter_text=filter_text[:longest],
        row_count=row_count,
        file_format=file_format,
        reason=reason,
    )

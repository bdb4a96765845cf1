"""An applicant's writes. Whoever holds the key of a draft may continue it; the portal keeps only its print."""

import hashlib
import secrets
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import connection, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from common.numbering import lock_series
from common.uploads import delete_on_commit, note_written
from pendaftaran import langkah
from pendaftaran.models import Pendaftaran
from umkm.naskah import VERSION

_CLOSED = "Pendaftaran ini sudah dikirim dan sedang kami periksa."


def index_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


@transaction.atomic
def begin(*, phone: str, once: str) -> str:
    """The key of the draft that this form begins; the same form sent again leads to the same draft."""
    key = salted_hmac("pendaftaran.draft", once, algorithm="sha256").hexdigest()
    Pendaftaran.objects.get_or_create(key_index=index_of(key), defaults={"phone": phone})
    return key


@transaction.atomic
def answer(*, pendaftaran: Pendaftaran, step: str, values: Mapping[str, Any]) -> Pendaftaran:
    """Checked answers of one step (`pendaftaran.forms`)."""
    draft = _lock_open(pendaftaran)
    for name, value in values.items():
        if name == "photo":
            _keep_photo(draft, value)
        else:
            setattr(draft, name, value)
    if step == langkah.PERSETUJUAN:
        draft.text_version = VERSION
    if step not in draft.answered:
        draft.answered = [*draft.answered, step]
    draft.save()
    return draft


def _keep_photo(draft: Pendaftaran, photo: File) -> None:
    delete_on_commit(draft.photo.storage, draft.photo.name)
    draft.photo.save(photo.name or "foto.jpg", photo, save=False)
    note_written(draft.photo.storage, draft.photo.name)


@transaction.atomic
def submit(*, pendaftaran: Pendaftaran) -> Pendaftaran:
    """To the office, with a number; sent twice it is the same registration."""
    draft = _lock(pendaftaran)
    if not draft.is_open_to_applicant:
        return draft
    if langkah.next_open(draft.answered) != langkah.PERIKSA:
        raise ValidationError("Masih ada langkah yang belum diisi.")
    draft.nomor = draft.nomor or _next_number(timezone.localdate().year)
    draft.submitted_at = timezone.now()
    draft.returned_at = draft.returned_by = None
    draft.save()
    return draft


def _next_number(year: int) -> str:
    """`DFT-2026-00001`, without gaps: drafts have none, and what was sent is never deleted."""
    prefix = f"DFT-{year}-"
    lock_series([prefix])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT max(substr(nomor, %s)::int) FROM pendaftaran_pendaftaran WHERE starts_with(nomor, %s)",
            [len(prefix) + 1, prefix],
        )
        (last,) = cursor.fetchone()
    return f"{prefix}{(last or 0) + 1:05d}"


@transaction.atomic
def resume(*, pendaftaran: Pendaftaran) -> str:
    """A new key, for another telephone; the old one opens nothing any more."""
    draft = _lock_open(pendaftaran)
    key = secrets.token_urlsafe(32)
    draft.key_index = index_of(key)
    draft.save(update_fields=["key_index", "updated_at"])
    return key


@transaction.atomic
def discard(*, pendaftaran: Pendaftaran) -> None:
    """An applicant who thought better of it leaves nothing behind; what was sent stays with the office."""
    draft = _lock(pendaftaran)
    if draft.submitted_at:
        raise ValidationError(_CLOSED)
    delete_on_commit(draft.photo.storage, draft.photo.name)
    draft.delete()


def _lock_open(pendaftaran: Pendaftaran) -> Pendaftaran:
    draft = _lock(pendaftaran)
    if not draft.is_open_to_applicant:
        raise ValidationError(_CLOSED)
    return draft


def _lock(pendaftaran: Pendaftaran) -> Pendaftaran:
    return Pendaftaran.objects.select_for_update(of=("self",)).get(pk=pendaftaran.pk)

"""Who did what to a record: verify, publish, withdraw, archive. Each is one timestamp with a name."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone


def _stamp(record: Any, name: str, by: Any) -> None:
    setattr(record, f"{name}_at", timezone.now() if by else None)
    setattr(record, f"{name}_by", by)


def _lock(record: Any) -> Any:
    """The row as it stands now, held until the transaction ends."""
    return type(record)._default_manager.select_for_update(of=("self",)).get(pk=record.pk)


@transaction.atomic
def verify(*, record: Any, by: Any) -> Any:
    """Mark a whole record as checked. Drafts and archived records are refused."""
    record = _lock(record)
    if record.archived_at:
        raise ValidationError(f"{record} sudah diarsipkan. Kembalikan dahulu dari arsip.")
    if getattr(record, "is_draft", False):
        raise ValidationError(f"{record} masih draf. Lengkapi dan simpan dahulu.")
    if not record.verified_at:
        _stamp(record, "verified", by)
        record.save()
    return record


@transaction.atomic
def publish(*, record: Any, by: Any) -> Any:
    """Let the public see a verified record."""
    record = verify(record=record, by=by) if not record.verified_at else _lock(record)
    if record.archived_at:
        raise ValidationError(f"{record} sudah diarsipkan. Kembalikan dahulu dari arsip.")
    if not record.published_at:
        _stamp(record, "published", by)
        record.save()
    return record


@transaction.atomic
def unpublish(*, record: Any, by: Any) -> Any:
    """Take a record from the site; it stays verified."""
    record = _lock(record)
    _stamp(record, "published", None)
    record.save()
    return record


@transaction.atomic
def archive(*, record: Any, by: Any) -> Any:
    """Put a record away instead of deleting it; it leaves lists, the site and reports."""
    record = _lock(record)
    if not record.archived_at:
        _stamp(record, "archived", by)
        record.save()
    return record


@transaction.atomic
def restore(*, record: Any, by: Any) -> Any:
    record = _lock(record)
    _stamp(record, "archived", None)
    record.save()
    return record

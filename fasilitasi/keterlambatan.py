"""When a case takes longer than its kind usually does."""

import datetime

from django.db.models import DateField, ExpressionWrapper, F, Q, Value

from fasilitasi.langkah import OPEN


def due_on(applied_on: datetime.date, usual_days: int | None) -> datetime.date | None:
    """The day by which a case of this kind is usually done; None where no usual time is known."""
    return applied_on + datetime.timedelta(days=usual_days) if usual_days is not None else None


def days_late(*, applied_on: datetime.date, usual_days: int | None, is_open: bool, on: datetime.date) -> int:
    """Days beyond the usual time on a date; 0 for cases in time, closed, or of no usual time."""
    due = due_on(applied_on, usual_days)
    return max((on - due).days, 0) if due and is_open else 0


def late_condition(on: datetime.date) -> Q:
    """The same for a list of Fasilitasi."""
    latest_start = ExpressionWrapper(
        Value(on, output_field=DateField()) - F("jenis__usual_days"), output_field=DateField()
    )
    return Q(archived_at=None, status__in=OPEN, applied_on__lt=latest_start)

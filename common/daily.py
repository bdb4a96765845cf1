"""What is counted day by day in the layer above, summed over the last DAYS days: read by the reverse relation."""

import datetime
from typing import Any

from django.db.models import Model, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from common.templatetags.indonesia import angka

DAYS = 30
VIEWS = "kunjunganhalaman"


def last_days() -> tuple[datetime.date, datetime.date]:
    today = timezone.localdate()
    return today - datetime.timedelta(days=DAYS - 1), today


def recent(model: type[Model], relation: str) -> Any:
    """Rows of the last DAYS days, of all records of `model`."""
    counts: Any = model._meta.get_field(relation).related_model
    return counts.objects.between(*last_days())


def views_in_words(record: Model) -> str:
    """What an officer reads beside the texts of a public page."""
    if not record.pk:
        return "Dihitung setelah halamannya tampil di situs."
    rows = recent(type(record), VIEWS).filter(**{_subject(type(record), VIEWS): record.pk})
    total = rows.aggregate(total=Coalesce(Sum("jumlah"), 0))["total"]
    return f"{angka(total)} kali dalam {DAYS} hari terakhir, tanpa pemilik dan petugas yang sedang masuk"


def with_recent(rows: QuerySet, **relations: str) -> QuerySet:
    """`name="relation"` → `name`: its sum; a list computes it for the rows of its page alone."""
    return rows.annotate(**{name: _sum(rows.model, relation) for name, relation in relations.items()})


def _sum(model: type[Model], relation: str) -> Coalesce:
    subject = _subject(model, relation)
    sums = recent(model, relation).filter(**{subject: OuterRef("pk")}).order_by().values(subject)
    return Coalesce(Subquery(sums.values(sum=Sum("jumlah"))), 0)


def _subject(model: type[Model], relation: str) -> str:
    counted: Any = model._meta.get_field(relation)
    return counted.field.name

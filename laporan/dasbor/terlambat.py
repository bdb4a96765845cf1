"""What takes longer than usual, by kind, with the way to the cases themselves."""

import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Min
from django.urls import reverse
from django.utils import timezone

from fasilitasi.keterlambatan import days_late, late_condition
from fasilitasi.models import Fasilitasi
from laporan.dasbor.panel import Panel, titled
from laporan.report import Column, Link, Row
from laporan.reports.counting import narrow
from laporan.scope import Scope
from spreadsheets.sheet import Kind


def waiting(scope: Scope) -> tuple[Panel, int]:
    """Open cases beyond the usual days of their kind, and how many they are."""
    today = timezone.localdate()
    found = list(
        narrow(Fasilitasi.objects.filter(late_condition(today)), scope)
        .order_by()
        .values("jenis", "jenis__name", "jenis__usual_days")
        .annotate(count=Count("pk"), oldest=Min("applied_on"))
        .order_by("-count", "jenis__name")
    )
    panel = Panel(
        titled(
            "Terlambat hari ini",
            (
                Column("jenis", "Jenis"),
                Column("biasa", "Lama biasa (hari)", Kind.NUMBER),
                Column("jumlah", "Terlambat", Kind.NUMBER),
                Column("terlama", "Paling lama lewat (hari)", Kind.NUMBER),
            ),
            [_late_row(row, today) for row in found],
        )
    )
    return panel, sum(row["count"] for row in found)


def _late_row(row: Any, today: datetime.date) -> Row:
    usual = row["jenis__usual_days"]
    late = days_late(applied_on=row["oldest"], usual_days=usual, is_open=True, on=today)
    return (row["jenis__name"], usual, Link(row["count"], late_url(row["jenis"])), late)


def late_url(kind: int | None = None) -> str:
    query: dict[str, Any] = {"terlambat": "ya"} | ({"jenis__id__exact": kind} if kind else {})
    return f"{reverse('admin:fasilitasi_fasilitasi_changelist')}?{urlencode(query)}"

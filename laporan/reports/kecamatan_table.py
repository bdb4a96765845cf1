"""Businesses counted per kecamatan and by the values of one or more fields: the shape of two recaps."""

from collections import Counter
from typing import Any

from django.db.models import Count

from laporan.period import Period
from laporan.report import NUMBER, Column
from laporan.reports.counting import kecamatan_in, narrow, registered_by
from laporan.scope import Scope
from spreadsheets.sheet import Kind
from umkm.models import Usaha

UNKNOWN = "Belum diisi"

Choices = list[tuple[str, str]]


def table(
    period: Period, scope: Scope, fields: list[tuple[str, str, Choices]], *, jenis: str
) -> tuple[tuple[Column, ...], list[tuple[Any, ...]], tuple[Any, ...]]:
    """Columns, one row per kecamatan and the totals. `fields`: (group label, lookup, choices).

    `jenis` is the lookup of what the scope calls a kind.
    """
    fields = [(label, lookup, [*choices, ("", UNKNOWN)]) for label, lookup, choices in fields]
    businesses = registered_by(
        narrow(Usaha.objects.active().filter(is_draft=False), scope), period
    ).with_skala()
    if scope.jenis:
        businesses = businesses.filter(**{jenis: scope.jenis})
    counts = {lookup: _count(businesses, lookup) for _, lookup, _ in fields}
    everybody = Counter(dict(businesses.order_by().values_list("desa__kecamatan").annotate(Count("pk"))))

    rows: list[tuple[Any, ...]] = []
    for number, kecamatan in enumerate(kecamatan_in(scope), 1):
        cells = [counts[lookup][kecamatan.pk, value] for _, lookup, choices in fields for value, _ in choices]
        rows.append((number, kecamatan.name, *cells, everybody[kecamatan.pk]))
    columns = (
        NUMBER,
        Column("kecamatan", "Kecamatan", weight=3),
        *(
            Column(f"{lookup}-{value}", text, Kind.NUMBER, group=label)
            for label, lookup, choices in fields
            for value, text in choices
        ),
        Column("jumlah", "Jumlah", Kind.NUMBER),
    )
    sums = [sum(row[place] for row in rows) for place in range(2, len(columns))]
    return columns, rows, ("JUMLAH", None, *sums)


def _count(businesses: Any, lookup: str) -> Counter:
    rows = businesses.order_by().values_list("desa__kecamatan", lookup).annotate(Count("pk"))
    counted: Counter = Counter()
    for place, value, count in rows:
        counted[place, value or ""] += count
    return counted

"""Businesses counted per kecamatan and by the values of one or more fields: the shape of two recaps."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db.models import Count

from laporan.drill import leading, report_page
from laporan.period import Period
from laporan.report import NUMBER, Column
from laporan.reports.counting import kecamatan_in, narrow, registered_by
from laporan.reports.daftar_umkm import group_of
from laporan.scope import Scope
from spreadsheets.sheet import Kind, Value
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

    places = list(kecamatan_in(scope))
    # The list knows one narrowing at a time: of a recap of one kind only the whole rows can be shown.
    groups = [
        (counts[lookup], value, "" if scope.jenis else group_of(lookup, value))
        for _, lookup, choices in fields
        for value, _ in choices
    ]

    def line(of: list[Any], kecamatan: str) -> Iterator[Value]:
        for counted, value, group in groups:
            url = report_page("daftar-umkm", period, kecamatan=kecamatan, jenis=group) if group else ""
            yield leading(sum(counted[each.pk, value] for each in of), url)
        whole = report_page("daftar-umkm", period, kecamatan=kecamatan, jenis=scope.jenis)
        yield leading(sum(everybody[each.pk] for each in of), whole)

    rows = [(number, each.name, *line([each], each.code)) for number, each in enumerate(places, 1)]
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
    return columns, rows, ("JUMLAH", None, *line(places, scope.kecamatan))


def _count(businesses: Any, lookup: str) -> Counter:
    rows = businesses.order_by().values_list("desa__kecamatan", lookup).annotate(Count("pk"))
    counted: Counter = Counter()
    for place, value, count in rows:
        counted[place, value or ""] += count
    return counted

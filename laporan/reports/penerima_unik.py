"""Who received facilitation, each once however often: what the dashboard counts as reached (domain 9.4)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Count, Max, Q

from laporan.period import Period
from laporan.report import Column, Orientation, Report, numbered
from laporan.reports import penerima
from laporan.reports.counting import finished, opening_notes
from laporan.scope import Scope
from spreadsheets.sheet import Kind

RECIPIENTS = ("usaha", "koperasi")


def recipients() -> Iterable[tuple[str, str]]:
    return ((noun, noun.capitalize()) for noun in RECIPIENTS)


def build(period: Period, scope: Scope) -> Report:
    """`scope.jenis` is here which recipients: businesses or cooperatives."""
    cases = finished(period, replace(scope, jenis="")).order_by()
    nouns = [noun for noun in RECIPIENTS if scope.jenis in ("", noun)]
    asked = Q()
    for noun in nouns:
        asked |= Q(**{f"{noun}__isnull": False})
    whole = cases.filter(asked).aggregate(count=Count("pk"), people=Count("usaha", distinct=True))
    return Report(
        name=scope.file_name("penerima-terfasilitasi", period),
        title="Usaha dan koperasi terfasilitasi",
        subtitles=(str(period), *scope.subtitles),
        columns=(
            *penerima.COLUMNS,
            Column("jenis", "Jenis fasilitasi", weight=2),
            Column("fasilitasi", "Fasilitasi", Kind.NUMBER),
            Column("terakhir", "Hasil terakhir", Kind.DATE),
        ),
        rows=lambda: numbered(chain.from_iterable(_rows(cases, noun) for noun in nouns)),
        totals=("JUMLAH", None, None, None, None, whole["count"], None),
        notes=(
            "Setiap usaha dan koperasi satu baris, berapa kali pun difasilitasi.",
            *opening_notes(period, replace(scope, jenis="")),
        ),
        count_people=lambda: whole["people"],
        orientation=Orientation.LANDSCAPE,
    )


def _rows(cases: Any, noun: str) -> Iterator[tuple[Any, ...]]:
    """In the order of kecamatan and name; streamed, as there may be very many."""
    desa, owner = f"{noun}__desa", f"{noun}__pemilik__name"
    place = (f"{desa}__jenis", f"{desa}__name", f"{desa}__kecamatan__name")
    named = [noun, f"{noun}__name", *place, *([owner] if noun == "usaha" else [])]
    grouped = (
        cases.filter(**{f"{noun}__isnull": False})
        .values(*named)
        .annotate(
            kinds=StringAgg("jenis__name", ", ", distinct=True), count=Count("pk"), last=Max("result_on")
        )
        .order_by(f"{desa}__kecamatan__code", f"{noun}__name", noun)
    )
    for row in grouped.iterator(chunk_size=1000):
        yield (
            row[f"{noun}__name"],
            row.get(owner, ""),
            penerima.address(*(row[name] for name in place)),
            row["kinds"],
            row["count"],
            row["last"],
        )

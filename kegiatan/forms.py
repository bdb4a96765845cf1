"""The public list of events: what it can be filtered by."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from common.listing import OfferedField, Sort, labelled
from common.name_search import NameFilterForm
from common.templatetags.indonesia import bulan
from kegiatan.choices import JenisKegiatan
from wilayah.places import kecamatan_list

PAST = "lalu"
_NEAREST = Sort("Terdekat", ("begins_on", "id"))
_LATEST = Sort("Terbaru", ("-begins_on", "-id"))
_MONTHS_BACK, _MONTHS_AHEAD = 12, 12


def months() -> Iterator[tuple[str, str]]:
    """A year back and a year ahead."""
    today = timezone.localdate()
    this = today.year * 12 + today.month - 1
    for number in range(this - _MONTHS_BACK, this + _MONTHS_AHEAD + 1):
        first = datetime.date(number // 12, number % 12 + 1, 1)
        yield f"{first:%Y-%m}", bulan(first)


class KegiatanFilterForm(NameFilterForm):
    """Coming events, the nearest first; a search and a month look at past ones as well."""

    KEPT = ("q", "waktu")

    jenis = OfferedField(lambda: JenisKegiatan.choices, nothing="Semua jenis", label="Jenis")
    kecamatan = OfferedField(lambda: labelled(kecamatan_list()), nothing="Semua kecamatan", label="Kecamatan")
    bulan = OfferedField(months, nothing="Semua bulan", label="Bulan")
    waktu = OfferedField(lambda: ((PAST, "Sudah lewat"),), nothing="Akan datang", label="Waktu")

    @property
    def sorts(self) -> dict[str, Sort]:
        if "waktu" in self.chosen or ("q" in self.chosen and "bulan" not in self.chosen):
            return {"terbaru": _LATEST}
        return {"terdekat": _NEAREST}

    def filter(self, queryset: Any) -> QuerySet:
        chosen, today = self.chosen, timezone.localdate()
        if "jenis" in chosen:
            queryset = queryset.filter(jenis=chosen["jenis"])
        if "kecamatan" in chosen:
            queryset = queryset.filter(desa__kecamatan__slug=chosen["kecamatan"])
        if "bulan" in chosen:
            queryset = queryset.in_month(datetime.date.fromisoformat(f"{chosen['bulan']}-01"))
        if "waktu" in chosen:
            return queryset.past(at=today)
        return queryset if {"q", "bulan"} & chosen.keys() else queryset.coming(at=today)

    def times(self) -> list[dict[str, Any]]:
        """Coming or past, as a choice above the list."""
        is_past = "waktu" in self.chosen
        return [
            {"label": "Akan datang", "url": self.address(waktu=None), "active": not is_past},
            {"label": "Sudah lewat", "url": self.address(waktu=PAST), "active": is_past},
        ]

"""The visitor book month by month: how many came, and why; nobody by name."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncMonth

from common.templatetags.indonesia import bulan
from etalase.choices import Keperluan
from etalase.models import BukuTamu
from laporan.drill import days_within, desk_list, desk_places, leading
from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, numbered
from laporan.reports.counting import narrow
from laporan.scope import Scope
from spreadsheets.sheet import Kind, Value

_LABELS = {
    Keperluan.BELANJA: "Belanja",
    Keperluan.KONSULTASI: "Konsultasi",
    Keperluan.TITIP: "Titip/ambil barang",
    Keperluan.KEGIATAN: "Kegiatan",
    Keperluan.KUNJUNGAN: "Kunjungan dinas",
    Keperluan.LAINNYA: "Lainnya",
}


def build(period: Period, scope: Scope) -> Report:
    counts = _counts(period, scope)
    whole = {column.key: sum(row[column.key] for row in counts) for column in _columns()}
    return Report(
        name=scope.file_name("kunjungan", period),
        title="Kunjungan menurut buku tamu",
        subtitles=(str(period), *scope.subtitles),
        columns=(NUMBER, Column("bulan", "Bulan", weight=2), *_columns()),
        rows=lambda: numbered(
            (bulan(row["month"]), *_cells(row, period.in_month(row["month"]), scope)) for row in counts
        ),
        totals=("JUMLAH", None, *_cells(whole, period, scope)),
        notes=(
            "Dihitung orang, bukan baris: serombongan tamu mengisi buku tamu satu kali.",
            "Bila satu kecamatan dipilih, tamu dari luar kabupaten tidak termasuk.",
        ),
        orientation=Orientation.LANDSCAPE,
    )


def _columns() -> tuple[Column, ...]:
    reasons = (
        Column(key.value, label, Kind.NUMBER, group="Keperluan (orang)") for key, label in _LABELS.items()
    )
    return (
        *reasons,
        Column("orang", "Orang", Kind.NUMBER, group="Seluruhnya"),
        Column("kunjungan_seluruhnya", "Kunjungan", Kind.NUMBER, group="Seluruhnya"),
    )


def _cells(figures: dict[str, Any], period: Period, scope: Scope) -> Iterator[Value]:
    """People lead to the entries they came under."""
    days = days_within("created_at__date", period) | desk_places(scope)
    for column in _columns():
        keperluan = column.key if column.key in _LABELS else scope.jenis
        narrowing = days | ({"keperluan__exact": keperluan} if keperluan else {})
        yield leading(figures[column.key], desk_list("etalase_bukutamu", **narrowing))


def _counts(period: Period, scope: Scope) -> list[dict[str, Any]]:
    visits = narrow(BukuTamu.objects.active(), scope)
    if period.start:
        visits = visits.filter(created_at__date__gte=period.start)
    if period.end:
        visits = visits.filter(created_at__date__lte=period.end)
    if scope.jenis:
        visits = visits.filter(keperluan=scope.jenis)
    people = {key.value: Sum("jumlah_tamu", filter=Q(keperluan=key.value), default=0) for key in _LABELS}
    months: Any = visits.order_by().annotate(month=TruncMonth("created_at")).values("month")
    found = months.annotate(**people, orang=Sum("jumlah_tamu"), kunjungan_seluruhnya=Count("pk"))
    return list(found.order_by("month"))

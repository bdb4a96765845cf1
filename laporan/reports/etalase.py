"""What came to the shelf and left it: by month and by owner, both from the same ledger."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce, TruncMonth

from common.templatetags.indonesia import bulan
from etalase.choices import JenisMutasi
from etalase.models import MutasiTitipan
from laporan.drill import days_within, desk_list, desk_place, leading
from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, numbered
from laporan.reports.counting import narrow
from laporan.scope import Scope
from produk.models import Kategori
from spreadsheets.sheet import Kind, Value

_FIGURES = (
    Column("masuk", "Masuk", Kind.NUMBER, group="Barang"),
    Column("terjual", "Terjual", Kind.NUMBER, group="Barang"),
    Column("kembali", "Kembali", Kind.NUMBER, group="Barang"),
    Column("rusak", "Rusak", Kind.NUMBER, group="Barang"),
    Column("penjualan", "Penjualan", Kind.RUPIAH, group="Nilai barang terjual"),
    Column("hak_pemilik", "Hak pemilik", Kind.RUPIAH, group="Nilai barang terjual"),
    Column("jasa", "Jasa rumah", Kind.RUPIAH, group="Nilai barang terjual"),
)
_NAMES = [column.key for column in _FIGURES]
_NOTES = ("Baris yang dibatalkan sudah diperhitungkan pada tanggal pembatalannya.",)


def build(period: Period, scope: Scope) -> Report:
    rows, narrowing = _by_month(period, scope), _narrowing(scope)
    return Report(
        name=scope.file_name("etalase-bulan", period),
        title="Perputaran etalase per bulan",
        subtitles=(str(period), *scope.subtitles),
        columns=(NUMBER, Column("bulan", "Bulan", weight=2), *_FIGURES),
        rows=lambda: numbered(
            (bulan(row["month"]), *_leading(_cells(row), period.in_month(row["month"]), narrowing))
            for row in rows
        ),
        totals=("JUMLAH", None, *_leading(_totals(rows), period, narrowing)),
        notes=_NOTES,
        orientation=Orientation.LANDSCAPE,
    )


def build_pemilik(period: Period, scope: Scope) -> Report:
    rows, narrowing = _by_owner(period, scope), _narrowing(scope)
    return Report(
        name=scope.file_name("etalase-pemilik", period),
        title="Perputaran etalase per pemilik",
        subtitles=(str(period), *scope.subtitles),
        columns=(NUMBER, Column("pemilik", "Usaha/koperasi", weight=3), *_FIGURES),
        rows=lambda: numbered(
            (row["name"], *_leading(_cells(row), period, narrowing | _owner(row))) for row in rows
        ),
        totals=("JUMLAH", None, *_leading(_totals(rows), period, narrowing)),
        notes=(*_NOTES, "Nilai penjualan setiap pemilik adalah data keuangannya (UU 27/2022 Pasal 4)."),
        count_people=lambda: len(rows),
        orientation=Orientation.LANDSCAPE,
    )


def _by_month(period: Period, scope: Scope) -> list[dict[str, Any]]:
    months = _lines(period, scope).annotate(month=TruncMonth("happened_on")).values("month")
    return list(_with_figures(months).order_by("month"))


def _by_owner(period: Period, scope: Scope) -> list[dict[str, Any]]:
    seller = "titipan__produk__"
    owners = (
        _lines(period, scope)
        .annotate(name=Coalesce(f"{seller}usaha__name", f"{seller}koperasi__name"))
        .values(f"{seller}usaha", f"{seller}koperasi", "name")
    )
    return list(_with_figures(owners).order_by("name", f"{seller}usaha", f"{seller}koperasi"))


def _lines(period: Period, scope: Scope) -> Any:
    lines = narrow(MutasiTitipan.objects.order_by(), scope).between(period.start, period.end)
    return lines.filter(titipan__produk__kategori__slug=scope.jenis) if scope.jenis else lines


def _with_figures(groups: Any) -> Any:
    counts = {jenis: Sum("jumlah", filter=Q(jenis=jenis), default=0) for jenis in JenisMutasi.values}
    sold = Q(jenis=JenisMutasi.TERJUAL)
    money = {
        name: Sum(F("jumlah") * F(f"titipan__{price}"), filter=sold, default=0)
        for name, price in (("penjualan", "harga_jual"), ("hak_pemilik", "harga_titip"))
    }
    return groups.annotate(**counts, **money)


def _cells(row: dict[str, Any]) -> tuple[int, ...]:
    figures = row | {"jasa": row["penjualan"] - row["hak_pemilik"]}
    return tuple(figures[name] for name in _NAMES)


def _narrowing(scope: Scope) -> dict[str, Any]:
    """As the ledger is narrowed to the same lines."""
    found = desk_place(scope)
    if scope.jenis:
        kategori = Kategori.objects.values_list("pk", flat=True).get(slug=scope.jenis)
        found["titipan__produk__kategori__id__exact"] = kategori
    return found


def _leading(cells: Iterable[int], period: Period, narrowing: dict[str, Any]) -> Iterator[Value]:
    """Goods lead to their lines of the ledger, which has no column of money."""
    days = days_within("happened_on", period)
    for name, figure in zip(_NAMES, cells, strict=True):
        url = desk_list("etalase_mutasititipan", jenis__exact=name, **narrowing, **days)
        yield leading(figure, url if name in JenisMutasi.values else "")


def _owner(row: dict[str, Any]) -> dict[str, str]:
    usaha, koperasi = row["titipan__produk__usaha"], row["titipan__produk__koperasi"]
    return {"pemilik": f"usaha-{usaha}" if usaha else f"koperasi-{koperasi}"}


def _totals(rows: Iterable[dict[str, Any]]) -> tuple[int, ...]:
    cells = [_cells(row) for row in rows]
    return tuple(sum(column) for column in zip(*cells, strict=True)) if cells else (0,) * len(_NAMES)

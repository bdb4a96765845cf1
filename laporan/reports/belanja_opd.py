"""1 ASN 1 Produk by OPD: a month after the other, and the months of a stretch side by side (domain 9.4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils import timezone

from belanja_asn.aturan import Bulan, months_between
from belanja_asn.choices import KeadaanBelanja, KeadaanLapor
from belanja_asn.models import AturanBelanja, Belanja, Opd
from belanja_asn.rekap import Angka, Baris, all_asn, rows_of, total
from common.tanggal import BULAN_PENDEK
from common.templatetags.indonesia import bulan, rupiah
from laporan.drill import days_within, desk_list, leading
from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, Row, numbered
from laporan.reports.counting import narrow
from laporan.scope import Scope
from spreadsheets.sheet import Kind, Section

# Two years fill about as many pages as anybody reads; side by side a year fills the sheet.
_MOST_MONTHS, _MOST_COLUMNS = 24, 12
_NOTES = (
    (
        "Ikut: ASN yang belanjanya dalam sebulan, dijumlahkan, mencapai nilai paling sedikit menurut aturan bulan "
        "itu. Hanya belanja yang sudah dikonfirmasi yang dihitung."
    ),
    "Rekap OPD: ASN dan nilai yang dilaporkan perangkat daerah tanpa rincian, di luar yang tercatat satu per satu.",
    "ASN dibedakan menurut NIP atau nama; belanja tanpa nama dihitung sebagai satu orang setiap nota.",
    (
        "Jumlah ASN adalah jumlah terakhir yang tercatat sampai bulan itu; jumlah yang dicatat kemudian tidak "
        "dihitung mundur."
    ),
    "Melapor nihil berbeda dari belum melapor; yang belum diketahui ditulis -.",
)
_NARROWED = "Hanya belanja di penjual wilayah ini. Rekap OPD tanpa rincian tidak termasuk: wilayahnya tidak diketahui."


def opds() -> Iterable[tuple[str, str]]:
    return Opd.objects.active().values_list("slug", "name")


@dataclass(frozen=True)
class _Counted:
    months: list[Bulan]
    rows: list[Baris]
    is_narrowed: bool

    @property
    def notes(self) -> tuple[str, ...]:
        rules = AturanBelanja.objects.filter(valid_from__lte=self.months[-1].end) if self.months else ()
        told = tuple(
            f"{rule.name}{f' ({rule.dasar_hukum})' if rule.dasar_hukum else ''}: paling sedikit "
            f"{rupiah(rule.nilai_minimum)} setiap ASN setiap bulan, sejak {bulan(rule.valid_from)}."
            for rule in rules
            if rule.valid_until is None or rule.valid_until >= self.months[0].start
        )
        return (*told, *((_NARROWED,) if self.is_narrowed else ()), *_NOTES)


def _counted(period: Period, scope: Scope, *, most: int) -> _Counted:
    first = AturanBelanja.objects.order_by("valid_from").values_list("valid_from", flat=True).first()
    today = timezone.localdate()
    start = max(filter(None, (first, period.start))) if first else None
    months = months_between(start, min(today, period.end or today), most=most) if start else []
    offices = Opd.objects.active()
    if scope.jenis:
        offices = offices.filter(slug=scope.jenis)
    purchases = narrow(Belanja.objects.counted(), scope)
    rows = rows_of(months, opds=offices, purchases=purchases, with_reports=not scope.codes)
    return _Counted(months, rows, bool(scope.codes))


def build(period: Period, scope: Scope) -> Report:
    counted = _counted(period, scope, most=_MOST_MONTHS)
    return Report(
        name=scope.file_name("rekap-1-asn-1-produk", period),
        title="Rekapitulasi 1 ASN 1 Produk per perangkat daerah",
        subtitles=(str(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("opd", "Perangkat daerah", weight=3),
            Column("asn", "Jumlah ASN", Kind.NUMBER),
            Column("tercatat", "Tercatat", Kind.NUMBER, group="ASN yang ikut"),
            Column("rekap", "Rekap OPD", Kind.NUMBER, group="ASN yang ikut"),
            Column("ikut", "Jumlah", Kind.NUMBER, group="ASN yang ikut"),
            Column("persen", "%", Kind.PERCENT, group="ASN yang ikut"),
            Column("kurang", "Belum mencapai", Kind.NUMBER),
            Column("nilai_tercatat", "Tercatat", Kind.NUMBER, group="Nilai belanja (Rp)"),
            Column("nilai_rekap", "Rekap OPD", Kind.NUMBER, group="Nilai belanja (Rp)"),
            Column("nilai", "Jumlah", Kind.NUMBER, group="Nilai belanja (Rp)"),
            Column("keadaan", "Laporan"),
        ),
        rows=lambda: numbered(_by_month(counted)),
        totals=("JUMLAH", None, *_totals(counted)),
        notes=counted.notes,
        orientation=Orientation.LANDSCAPE,
    )


def _by_month(counted: _Counted) -> Iterator[Row]:
    # A month without rows has no heading: two headings in a row are more than the typesetter bears.
    for month, rows in groupby(counted.rows, key=lambda row: row.month):
        if len(counted.months) > 1:
            yield Section(bulan(month.start))
        yield from (_row(row, is_narrowed=counted.is_narrowed) for row in rows)


def _row(row: Baris, *, is_narrowed: bool) -> tuple[Any, ...]:
    if is_narrowed:
        return (row.opd.name, row.jumlah_asn, *_figures(row.angka, None), None)
    if row.is_silent:
        return (row.opd.name, row.jumlah_asn, *[None] * 8, row.keadaan.label)
    month = Period.between(row.month.start, row.month.end)
    of_office = {"opd__id__exact": row.opd.pk}
    confirmed = of_office | {"keadaan": KeadaanBelanja.DIKONFIRMASI.value}
    url = desk_list("belanja_asn_belanja", **confirmed, **days_within("bought_on", month))
    told = desk_list("belanja_asn_laporanopd", **of_office, **days_within("bulan", month))
    return (row.opd.name, row.jumlah_asn, *_figures(row.angka, row.persen, url, told), row.keadaan.label)


def _figures(angka: Angka, share: float | None, url: str = "", told: str = "") -> tuple[Any, ...]:
    """`url`: the purchases whose amounts were recorded one by one; `told`: what the office reported as a sum.

    How many civil servants these were leads nowhere: who they are is for their own office's recap officer.
    """
    return (
        angka.ikut,
        leading(angka.ikut_dilaporkan, told),
        angka.seluruh_ikut,
        share,
        angka.kurang,
        leading(angka.nilai, url),
        leading(angka.nilai_dilaporkan, told),
        angka.seluruh_nilai,
    )


def _totals(counted: _Counted) -> tuple[Any, ...]:
    """Civil servants of several months are not added up: most are the same people."""
    whole = total(counted.rows)
    number = all_asn(counted.rows) if len(counted.months) == 1 else None
    share = None if number is None or not number or counted.is_narrowed else whole.seluruh_ikut / number * 100
    reported = sum(row.keadaan != KeadaanLapor.BELUM for row in counted.rows)
    told = None if counted.is_narrowed else f"{reported} dari {len(counted.rows)} melapor"
    return (number, *_figures(whole, share), told)


def build_months(period: Period, scope: Scope) -> Report:
    counted = _counted(period, scope, most=_MOST_COLUMNS)
    by_office: dict[int, list[Baris]] = {}
    for row in counted.rows:
        by_office.setdefault(row.opd.pk, []).append(row)
    return Report(
        name=scope.file_name("1-asn-1-produk-per-bulan", period),
        title="ASN yang ikut 1 ASN 1 Produk per perangkat daerah dan bulan",
        subtitles=(str(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("opd", "Perangkat daerah", weight=3),
            *(Column(month.text, _short(month), Kind.NUMBER) for month in counted.months),
            Column("nilai", "Nilai belanja (Rp)", Kind.NUMBER),
        ),
        rows=lambda: numbered(
            (
                rows[0].opd.name,
                *(None if row.is_silent else row.angka.seluruh_ikut for row in rows),
                total(rows).seluruh_nilai,
            )
            for rows in by_office.values()
        ),
        totals=(
            "JUMLAH",
            None,
            *(
                sum(row.angka.seluruh_ikut for row in counted.rows if row.month == month)
                for month in counted.months
            ),
            total(counted.rows).seluruh_nilai,
        ),
        notes=counted.notes,
        orientation=Orientation.LANDSCAPE,
    )


def _short(month: Bulan) -> str:
    return f"{BULAN_PENDEK[month.month - 1]} {month.year}"

"""Recap of businesses per kecamatan by field of business, the "sektor" of training forms (domain 9.4)."""

from laporan.period import Period
from laporan.report import Orientation, Report
from laporan.reports.counting import state_label
from laporan.reports.kecamatan_table import table
from laporan.scope import Scope
from umkm.choices import BidangUsaha


def build(period: Period, scope: Scope) -> Report:
    columns, rows, totals = table(
        period, scope, [("Bidang usaha", "bidang_usaha", list(BidangUsaha.choices))], jenis="skala"
    )
    return Report(
        name=scope.file_name("rekap-umkm-bidang", period),
        title="Rekapitulasi UMKM menurut sektor (bidang usaha)",
        subtitles=(state_label(period), *scope.subtitles),
        columns=columns,
        rows=rows,
        totals=totals,
        orientation=Orientation.LANDSCAPE,
    )

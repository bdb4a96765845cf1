"""Recap of businesses per kecamatan by size class and by the owner's sex (domain 9.4)."""

from laporan.period import Period
from laporan.report import Orientation, Report
from laporan.reports.counting import state_label
from laporan.reports.kecamatan_table import table
from laporan.scope import Scope
from umkm.choices import JenisKelamin, Skala


def build(period: Period, scope: Scope) -> Report:
    skala = [(value, label.removeprefix("Usaha ").capitalize()) for value, label in Skala.choices]
    columns, rows, totals = table(
        period,
        scope,
        [
            ("Skala usaha", "skala", skala),
            (
                "Jenis kelamin pemilik",
                "pemilik__jenis_kelamin",
                [(value, value) for value in JenisKelamin.values],
            ),
        ],
        jenis="bidang_usaha",
    )
    return Report(
        name=scope.file_name("rekap-umkm", period),
        title="Rekapitulasi UMKM menurut skala dan jenis kelamin pemilik",
        subtitles=(state_label(period), *scope.subtitles),
        columns=columns,
        rows=rows,
        totals=totals,
        notes=(
            "Skala menurut pernyataan pemilik; bila belum dinyatakan, menurut hasil hitung (PP 7/2021 Pasal 35).",
            "Satu pemilik dapat memiliki beberapa usaha; yang dihitung adalah usaha.",
        ),
        orientation=Orientation.LANDSCAPE,
    )

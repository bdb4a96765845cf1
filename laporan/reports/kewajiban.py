"""The duty calendar on paper: a section for each month, by kecamatan and day (domain 8)."""

from collections.abc import Iterator
from typing import Any

from common.templatetags.indonesia import bulan as month_in_words
from common.templatetags.indonesia import samar_telepon, tanggal_pendek
from laporan.hari_ini import today
from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, Row, numbered
from laporan.reports.counting import narrow
from laporan.scope import Scope
from legalitas.choices import JenisKewajiban
from legalitas.kewajiban.aturan import Bulan
from legalitas.kewajiban.kalender import Kewajiban, duties
from spreadsheets.sheet import Kind, Section

# A longer period is cut: nobody calls people about what is due in two years.
_MOST_MONTHS = 24


def kinds() -> list[tuple[str, str]]:
    return [choice for choice in JenisKewajiban.choices if choice[0] != JenisKewajiban.WAJIB_HALAL]


def build(period: Period, scope: Scope) -> Report:
    """The months of the period; without one, this month and the two that follow."""
    months = _months(period)
    span = Period.between(months[0].start, months[-1].end)
    return Report(
        name=scope.file_name("kalender-kewajiban", span),
        title="Kalender kewajiban",
        subtitles=(str(span), *scope.subtitles),
        columns=(
            NUMBER,
            Column("pemegang", "Usaha/koperasi", weight=2),
            Column("kecamatan", "Kecamatan"),
            Column("kewajiban", "Kewajiban", weight=1.5),
            Column("keterangan", "Nomor/keterangan", weight=1.5),
            Column("tanggal", "Tanggal", Kind.DATE),
            Column("telepon", "Telepon", Kind.IDENTIFIER),
            Column("diingatkan", "Diingatkan"),
        ),
        rows=lambda: numbered(_rows(months, scope)),
        notes=(
            "P-IRT diingatkan 12, 6, 3, dan 1 bulan sebelum berakhir; izin BPOM dan merek 12 dan 6 bulan.",
            "Surat tanpa tanggal akhir tidak dianggap berakhir. Nomor telepon disamarkan.",
        ),
        orientation=Orientation.LANDSCAPE,
    )


def _months(period: Period) -> list[Bulan]:
    first = Bulan.of(period.start or today())
    last = Bulan.of(period.end) if period.end else first.after(2)
    months = [first]
    while months[-1] != last and len(months) < _MOST_MONTHS:
        months.append(months[-1].after(1))
    return months


def _rows(months: list[Bulan], scope: Scope) -> Iterator[Row]:
    for month in months:
        rows = duties(month, narrow=lambda records: narrow(records, scope), jenis=scope.jenis)
        for number, row in enumerate(rows.iterator(chunk_size=500)):
            if number == 0:
                # A month without duties has no heading: two headings in a row are more than the typesetter bears.
                yield Section(month_in_words(month.start))
            yield _row(Kewajiban.of(row))


def _row(duty: Kewajiban) -> tuple[Any, ...]:
    return (
        duty.holder,
        duty.kecamatan,
        duty.jenis.label,
        duty.told,
        duty.due_on,
        samar_telepon(duty.phone),
        tanggal_pendek(duty.reminded_at),
    )

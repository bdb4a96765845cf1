"""One subject of the dashboard: a table that says it all, and where it helps a chart or a map of the same."""

from dataclasses import dataclass

from common.charts import Chart
from laporan.dasbor.peta import Peta
from laporan.drill import report_page
from laporan.period import Period
from laporan.report import Column, Report, Row
from laporan.scope import Scope


@dataclass(frozen=True)
class Panel:
    report: Report
    chart: Chart | None = None
    peta: Peta | None = None
    more: str = ""  # the report that says more


def titled(title: str, columns: tuple[Column, ...], rows: list[Row], *notes: str) -> Report:
    return Report(name="dasbor", title=title, columns=columns, rows=rows, notes=notes)


def more(slug: str, year: int | None, scope: Scope) -> str:
    return report_page(slug, Period.year(year) if year else Period.all(), kecamatan=scope.kecamatan)

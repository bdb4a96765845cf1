"""The year on A6 paper: cover, figures, charts as bars, map and tables, by the same typesetter as every report."""

import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from laporan import people
from laporan.dasbor.figures import Dasbor
from laporan.dasbor.panel import Panel
from laporan.document import printed_line
from laporan.glyphs import printable
from laporan.layout import breakable
from laporan.pdf import typeset
from laporan.report import Report, bare
from spreadsheets.sheet import Section

_LONGEST_WORD = 12  # em; a longer one may break anywhere in a narrow column


def pocket_book(dasbor: Dasbor, *, printed_at: datetime.datetime) -> bytes:
    return typeset(
        content(dasbor, printed_at),
        template="buku_saku",
        timestamp=int(printed_at.timestamp()),
        tagged=True,
    )


def content(dasbor: Dasbor, printed_at: datetime.datetime) -> dict[str, Any]:
    """As plain data: every text formatted and made printable."""
    logo = people.letterhead(printed_at.date()).logo
    return {
        "office": _words(settings.OFFICE_NAME),
        "district": _words(settings.DISTRICT_NAME),
        "site": _words(settings.SITE_NAME),
        "logo": None if logo is None else list(logo),
        "year": str(dasbor.year),
        "place": _words(dasbor.place),
        "printed": printed_line(printed_at),
        "tiles": [{"number": _words(tile.number), "label": _words(tile.label)} for tile in dasbor.tiles],
        "panels": [_panel(panel) for panel in dasbor.panels],
        "notes": [_words(note) for note in dasbor.notes],
    }


def _panel(panel: Panel) -> dict[str, Any]:
    return {
        "title": _words(panel.report.title),
        "notes": [_words(note) for note in panel.report.notes],
        "table": _table(panel.report),
        "chart": _drawing("laporan/dasbor/_grafik.svg", chart=panel.chart),
        "map": _drawing(
            "laporan/dasbor/_peta.svg", peta=panel.peta if panel.peta and panel.peta.areas else None
        ),
        "description": _words((panel.chart or panel.peta).description) if panel.chart or panel.peta else "",  # type: ignore[union-attr]
    }


def _drawing(template: str, **figure: Any) -> str | None:
    return render_to_string(template, figure) if all(figure.values()) else None


def _table(report: Report) -> dict[str, Any]:
    return {
        "header": [
            [{"label": _words(cell.label), "colspan": cell.colspan, "rowspan": cell.rowspan} for cell in line]
            for line in report.header
        ],
        "aligns": [column.alignment for column in report.columns],
        # A long name in front takes what the figures leave.
        "leads": report.columns[0].weight > 1,
        "rows": [
            [_words(column.format(bare(value))) for column, value in zip(report.columns, row, strict=True)]
            for row in report
            if not isinstance(row, Section)
        ],
    }


def _words(text: str) -> str:
    return breakable(printable(text), _LONGEST_WORD, bold=True)

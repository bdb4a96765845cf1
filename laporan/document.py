"""What the paper template prints, as plain data: every text formatted, fitted and made printable."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from common.templatetags.indonesia import tanggal, waktu
from laporan import layout
from laporan.glyphs import printable
from laporan.imprint import Imprint
from laporan.layout import Fit, breakable, fit, need, widened, wrap
from laporan.report import NOTHING, Column, Orientation, Report, Row
from laporan.signature import Letterhead, Signatory, SignatureBlock, Signing
from spreadsheets.sheet import Kind, Section

SIDE, TOP, BOTTOM = 25, 20, 22  # margins in mm
POINTS_PER_MM = 72 / 25.4
LAST_ROWS = 2  # that go along with the signature
TAGGED_LIMIT = 2_000  # rows; tags multiply the memory: longer reports stay archivable, but untagged
NOTES_BESIDE_SIGNATURE = 1500  # characters; longer notes may break over pages
_BLANK = "\N{NO-BREAK SPACE}"  # a line of nothing else is a line
_GIANT = 25  # lines; a row taller than that may break, lest it run off the paper

# Letter sizes of the template, for words longer than a line.
_TITLE, _TEXT, _NOTE = 12, 11, 9


def document(
    report: Report,
    rows: Sequence[Row],
    letterhead: Letterhead | None,
    signature: SignatureBlock | None,
    printed_at: datetime.datetime,
    paper: tuple[int, int],
    imprint: Imprint | None = None,
) -> dict[str, Any]:
    across, down = paper if report.orientation == Orientation.PORTRAIT else reversed(paper)
    room = (across - 2 * SIDE) * POINTS_PER_MM
    table, is_whole = _table(report, rows, room)
    if across < down and not is_whole:
        # Words broken anywhere are no table to sign: what is too wide for upright paper is printed across.
        turned = replace(report, orientation=Orientation.LANDSCAPE)
        return document(turned, rows, letterhead, signature, printed_at, paper, imprint)
    return {
        "paper": {"width": across, "height": down, "side": SIDE, "top": TOP, "bottom": BOTTOM},
        "author": letterhead.lines[-1] if letterhead else "",
        "letterhead": letterhead and letterhead_parts(letterhead, room * 0.7),
        "title": _line(report.title.upper(), room / _TITLE),
        "subtitles": [_line(text.upper(), room / _TITLE) for text in report.subtitles],
        "imprint": imprint and _imprint(imprint, room),
        "table": table,
        "notes": _notes([_line(note, room * 0.9 / _NOTE) for note in report.notes]),
        "signature": signature and signature_parts(signature, room * 0.45 / _TEXT),
        "printed": imprint.footer if imprint else printed_line(printed_at),
    }


def _imprint(imprint: Imprint, room: float) -> dict[str, Any]:
    data = imprint.as_data()
    return {**data, "lines": [_line(line, room / _TEXT) for line in data["lines"]]}


def printed_line(printed_at: datetime.datetime) -> str:
    return f"Dicetak {tanggal(printed_at)}, {waktu(printed_at)}"


def _line(text: str, room: float) -> str:
    """`room` in em. Measured as bold, which is the wider."""
    return breakable(printable(text), room, bold=True)


def _table(report: Report, rows: Sequence[Row], room: float) -> tuple[dict[str, Any], bool]:
    """The table, and whether all its words stand whole."""
    texts = [_texts(report.columns, row) for row in rows]
    totals = [(printable(text), span) for text, span in report.total_cells]
    table_fit = _fit(report, texts, totals, room)
    cells = [_wrapped(row, table_fit, report.least_lines) for row in texts]
    split = max(0, len(rows) - LAST_ROWS)
    if split and isinstance(rows[split - 1], Section):
        split -= 1  # the name of a section goes where its rows go
    opened = next((row for row in reversed(cells[:split]) if isinstance(row, dict)), None)
    header, header_heights = _header(report, table_fit)
    heights = [_height(row, table_fit) for row in cells[:split]]
    table = {
        "size": table_fit.size,
        "edges": {"top": layout.TOP_EDGE, "bottom": -layout.BOTTOM_EDGE, "leading": layout.LEADING},
        "inset": {"x": layout.PADDING_X, "y": layout.PADDING_Y},
        "widths": [round(column, 3) for column in table_fit.widths],
        "aligns": [column.alignment for column in report.columns],
        "header": header,
        "header_rows": len(header_heights),
        "heights": [*header_heights, *heights],
        # A table in tags is one table; parts end where pages do, which only rows of known height can tell.
        "in_parts": len(rows) > TAGGED_LIMIT and None not in heights and Section not in map(type, rows),
        "rows": cells[:split],
        "last_rows": cells[split:],
        "section": opened["section"] if opened and not isinstance(cells[split], dict) else None,
        "nothing": None if rows else NOTHING,
        "totals": [{"text": text, "colspan": span} for text, span in totals],
    }
    return table, table_fit.is_whole


def _texts(columns: Sequence[Column], row: Row) -> list[str] | Section:
    if isinstance(row, Section):
        return row
    return [printable(column.format(value)) for column, value in zip(columns, row, strict=True)]


def _fit(
    report: Report, rows: Sequence[list[str] | Section], totals: Sequence[tuple[str, int]], room: float
) -> Fit:
    cells = [row for row in rows if not isinstance(row, Section)]
    # A total under one column needs its room there; a label over several finds room enough.
    under = [part for text, span in totals for part in ([text] if span == 1 else [""] * span)]
    needs = [
        need(
            [row[position] for row in cells],
            column.label,
            total=under[position] if under else "",
            keep_whole=column.is_numeric or column.kind == Kind.DATE,
            weight=column.weight,
            least=column.room,
        )
        for position, column in enumerate(report.columns)
    ]
    for label in report.header[0]:
        if label.colspan > 1:
            members = slice(label.column, label.column + label.colspan)
            needs[members] = widened(needs[members], label.label)
    return fit(needs, room)


def _wrapped(row: list[str] | Section, table_fit: Fit, least: int) -> list[str] | dict[str, str]:
    if isinstance(row, Section):
        whole = table_fit.room(0, len(table_fit.widths))
        return {"section": wrap(printable(row.text), whole, bold=True)}
    first, *others = (wrap(text, table_fit.room(position)) for position, text in enumerate(row))
    return [first + f"\n{_BLANK}" * (least - 1 - first.count("\n")), *others]


def _height(row: list[str] | dict[str, str], table_fit: Fit) -> float | None:
    lines = 1 + max(text.count("\n") for text in (row.values() if isinstance(row, dict) else row))
    return table_fit.height(lines) if lines <= _GIANT else None


def _header(report: Report, table_fit: Fit) -> tuple[list[dict[str, Any]], list[float]]:
    """The cells of the header, line by line, and the heights of the lines."""
    cells = []
    lines = [0] * len(report.header)
    whole = 0
    for level, labels in enumerate(report.header):
        for cell in labels:
            label = wrap(printable(cell.label), table_fit.room(cell.column, cell.colspan), bold=True)
            count = 1 + label.count("\n")
            if cell.rowspan == 1:
                lines[level] = max(lines[level], count)
            whole = max(whole, count)
            cells.append({"label": label, "colspan": cell.colspan, "rowspan": cell.rowspan, "size": 1})
    lines[-1] = max(lines[-1], whole - sum(lines[:-1]))
    heights = [table_fit.height(count) for count in lines]
    if report.column_numbers:
        cells += [
            {"label": f"({n})", "colspan": 1, "rowspan": 1, "size": 0.8}
            for n in range(1, len(report.columns) + 1)
        ]
        heights.append(table_fit.height(1))
    return cells, heights


def _notes(notes: list[str]) -> dict[str, Any]:
    if sum(map(len, notes)) <= NOTES_BESIDE_SIGNATURE:
        return {"beside": notes, "apart": []}
    return {"beside": [], "apart": notes}


def letterhead_parts(letterhead: Letterhead, room: float) -> dict[str, Any]:
    return {
        "lines": [_line(line, room / 16) for line in letterhead.lines],
        "address": _line(letterhead.address_line, room / 9.5),
        "contact": _line(letterhead.contact_line, room / 9.5),
        "logo": None if letterhead.logo is None else list(letterhead.logo),
    }


def signature_parts(block: SignatureBlock, room: float) -> dict[str, Any]:
    return {
        "place_and_date": _line(block.place_and_date, room),
        "electronic": block.mode == Signing.TTE,
        "qr": block.qr_svg,
        "people": [_person(person, room) for person in block.signatories],
    }


def _person(person: Signatory, room: float) -> dict[str, Any]:
    return {
        "heading": _line(person.heading, room),
        "above": [_line(text, room) for text in person.lines_above],
        "name": _line(person.name, room),
        "below": [_line(text, room) for text in person.lines_below],
    }

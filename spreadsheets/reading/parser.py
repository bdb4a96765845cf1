"""One workbook in a process of its own: the file on stdin, JSON lines on stdout. Run as a file, without Django.

The parser fills the whole rectangle between the outermost cells, and gives up its process when memory ends: a few
bytes in the last corner of a sheet would end the server. Here they end only this process.

    parser.py MEGABYTES SECONDS MOST_ROWS MOST_COLUMNS [INDEX]

Without INDEX: {"sheets": [[index, name, is_hidden], …]} and then every sheet in that order; with one that sheet alone.
A sheet: {"merged": …}, lists of rows, {"end": index}. Instead of any of them: {"refused": reason}, with its "sheet".
"""

import datetime
import io
import json
import re
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

ROWS_A_LINE = 500
# What stands for a formula that was never worked out: the file holds no value for it.
UNCOMPUTED = "#RUMUS?"
_PIECE = 1 << 20
_MOST_FAULTS = 100_000
_LETTERS = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_NO_VALUE = re.compile(rb"(?:</f>|<f\b[^>]*/>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_VALUE = re.compile(rb"<v>([^<]{1,20})</v>")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_RELATION_ID = re.compile(rb'\b\w+:id="([^"]*)"')
_ID, _TARGET = re.compile(rb'\bId="([^"]*)"'), re.compile(rb'\bTarget="([^"]*)"')


def limit(megabytes: int, seconds: int) -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass  # Windows has no limits and macOS refuses these.


def tell(what: Any) -> None:
    sys.stdout.write(json.dumps(what, default=_tagged) + "\n")


def _tagged(value: Any) -> dict[str, Any]:
    if isinstance(value, datetime.datetime):
        return {"datetime": value.isoformat()}
    if isinstance(value, datetime.date):
        return {"date": value.isoformat()}
    if isinstance(value, datetime.time):
        return {"time": value.isoformat()}
    if isinstance(value, datetime.timedelta):
        return {"seconds": value.total_seconds()}
    return {"text": str(value)}


def untagged(tag: dict[str, Any]) -> Any:
    """The other way round, for whoever reads the lines."""
    (kind, value), *_ = tag.items()
    if kind == "datetime":
        return datetime.datetime.fromisoformat(value)
    if kind == "date":
        return datetime.date.fromisoformat(value)
    if kind == "time":
        return datetime.time.fromisoformat(value)
    if kind == "seconds":
        return datetime.timedelta(seconds=value)
    return tag if kind in ("sheets", "merged", "end", "refused") else value


def tell_sheets(book: Any) -> list[int]:
    sheets = [
        [index, sheet.name, str(sheet.visible) != "SheetVisibleEnum.Visible"]
        for index, sheet in enumerate(book.sheets_metadata)
        if str(sheet.typ) == "SheetTypeEnum.WorkSheet"
    ]
    tell({"sheets": sheets})
    return [index for index, *_ in sheets]


def tell_rows(book: Any, content: bytes, index: int, most_rows: int, most_columns: int) -> None:
    sheet = book.get_sheet_by_index(index)
    if sheet.start is None:
        tell({"merged": []})
        return
    if sheet.end[0] >= most_rows:
        tell({"refused": "rows", "sheet": index})
        return
    if sheet.end[1] >= most_columns:
        tell({"refused": "columns", "sheet": index})
        return
    tell({"merged": sheet.merged_cell_ranges or []})
    left = [None] * sheet.start[1]
    faults = _faults(content, index)
    rows = (
        _whole(left + [None if cell == "" else cell for cell in row], faults.get(number))
        for number, row in enumerate(sheet.iter_rows(), 1)
    )
    while lines := list(islice(rows, ROWS_A_LINE)):
        tell(lines)


def _whole(row: list[Any], faults: dict[int, str] | None) -> list[Any]:
    for place, fault in (faults or {}).items():
        if place < len(row) and row[place] is None:
            row[place] = fault
    while row and row[-1] is None:
        row.pop()
    return row


# --- formulas without a value: the parser shows them as blank cells -----------------------------


def _faults(content: bytes, index: int) -> dict[int, dict[int, str]]:
    """Row number → place → what Excel shows there ("#N/A"), or `UNCOMPUTED`."""
    import zipfile  # Loading it takes a quarter of the time in which the names of sheets are told.

    found: dict[int, dict[int, str]] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts, parts.open(_part(parts, index)) as part:
            for cell, text in islice(_faulty(part), _MOST_FAULTS):
                if place := _LETTERS.search(cell):
                    found.setdefault(int(place[2]), {})[_column(place[1])] = text
    except (zipfile.BadZipFile, KeyError, IndexError, ValueError, OSError):
        return {}  # Another format, or parts where nobody else puts them: then blank cells stay blank.
    return found


def _part(parts: Any, index: int) -> str:
    sheet = _SHEET.findall(parts.read("xl/workbook.xml"))[index]
    wanted = _first(_RELATION_ID, sheet)
    for relation in _RELATION.findall(parts.read("xl/_rels/workbook.xml.rels")):
        if _first(_ID, relation) == wanted:
            target = _first(_TARGET, relation)
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    raise KeyError(wanted)


def _first(pattern: re.Pattern[bytes], text: bytes) -> str:
    match = pattern.search(text)
    return match[1].decode("utf-8", "replace") if match else ""


def _faulty(part: Any) -> Iterator[tuple[bytes, str]]:
    """(opening tag of the cell, what stands for its value), piece by piece of the sheet's XML."""
    rest = b""
    while piece := part.read(_PIECE):
        whole, mark, rest = (rest + piece).rpartition(b"</c>")
        if not mark:
            continue
        text = whole + mark
        at = text.find(b't="e"')
        while at >= 0:
            start = text.rfind(b"<c ", 0, at)
            value = _VALUE.search(text, at)
            if start >= 0 and b">" not in text[start:at] and value:
                yield text[start:at], value[1].decode("ascii", "replace")
            at = text.find(b't="e"', at + 1)
        for match in _NO_VALUE.finditer(text):
            start = text.rfind(b"<c ", 0, match.start())
            tag = text[start : text.find(b">", start)]
            # A formula may well come to an empty text.
            if start >= 0 and b't="str"' not in tag and b't="e"' not in tag:
                yield tag, UNCOMPUTED


def _column(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place - 1


def main(megabytes: int, seconds: int, most_rows: int, most_columns: int, index: int | None = None) -> None:
    limit(megabytes, seconds)
    import python_calamine

    content = sys.stdin.buffer.read()
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        for each in tell_sheets(book) if index is None else [index]:
            tell_rows(book, content, each, most_rows, most_columns)
            tell({"end": each})
    except python_calamine.PasswordError:
        tell({"refused": "password"})
    except (python_calamine.CalamineError, MemoryError):
        tell({"refused": "broken"})


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))

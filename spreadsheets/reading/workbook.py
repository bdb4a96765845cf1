"""XLSX, XLS and ODS: parsed in a process of its own, with limits, row by row as they are asked for."""

import json
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from spreadsheets.reading.book import (
    MOST_COLUMNS,
    MOST_ROWS,
    Book,
    Cell,
    Merged,
    NumberedRow,
    Rows,
    SheetInfo,
    SheetRefused,
    refuse_size,
)
from spreadsheets.reading.parser import untagged

_MEGABYTES = 2048
_SECONDS = 120
_LIMITS = [str(number) for number in (_MEGABYTES, _SECONDS, MOST_ROWS, MOST_COLUMNS)]
_COMMAND = [sys.executable, "-I", str(Path(__file__).with_name("parser.py")), *_LIMITS]
# Nothing of the server's surroundings, its keys least of all, is of use to a parser.
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"}

LOCKED = (
    "Berkas ini dilindungi kata sandi. Buka di Excel, hapus kata sandinya lewat File > Info > Protect Workbook, "
    "simpan, lalu unggah lagi."
)
BROKEN = (
    "Berkas ini terpotong atau rusak, sehingga tidak dapat dibaca. "
    "Buka di Excel, simpan sebagai berkas baru (.xlsx), lalu unggah lagi."
)
SWOLLEN = (
    "Isi berkas ini terlalu besar untuk dibaca dengan aman. Hapus isi yang tertinggal jauh di bawah atau di kanan "
    "tabel, salin hanya tabelnya ke berkas baru, atau bagi menjadi beberapa berkas, lalu unggah lagi."
)


class Workbook(Book):
    """Opening a long workbook is most of the work: sheets asked for in their order come from one parser."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        # Knows nothing of the book: let go of, both end at once, and the parser with them.
        self._stream = _ask(content)
        # Sheets that the stream still tells; it stands before the first of them.
        self._coming: list[int] = []

    @cached_property
    def sheets(self) -> list[SheetInfo]:
        """Asked for by the first look at a file; whoever knows where its table lies does not ask."""
        answer = self._judged(next(self._stream, None))
        if not isinstance(answer, dict):
            raise SheetRefused(BROKEN)
        found = [SheetInfo(*sheet) for sheet in answer["sheets"]]
        if not found:
            raise SheetRefused("Berkas ini tidak memuat satu lembar pun.")
        self._coming = [sheet.index for sheet in found]
        return found

    def rows(self, index: int) -> Rows:
        answers = self._answers(index)
        head = next(answers, None)
        if not isinstance(head, dict):
            raise SheetRefused(BROKEN)
        merged = [Merged(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in head["merged"]]
        return Rows(_numbered(answers), merged)

    def _answers(self, index: int) -> Iterator[Any]:
        is_next = self._coming[:1] == [index]
        stream = self._stream if is_next else _ask(self._content, index)
        later = self._coming[1:]
        if is_next:
            # Nobody may read on from the middle of this sheet.
            self._coming = []
        try:
            for answer in map(self._judged, stream):
                if isinstance(answer, dict) and "end" in answer:
                    self._coming = later if is_next else self._coming
                    return
                yield answer
            raise SheetRefused(BROKEN)
        finally:
            if not (is_next and self._coming):
                stream.close()

    def _judged(self, answer: Any) -> Any:
        reason = answer.get("refused") if isinstance(answer, dict) else None
        if reason in ("rows", "columns"):
            name = self.name_of(answer["sheet"])
            refuse_size(name, MOST_ROWS + (reason == "rows"), MOST_COLUMNS + (reason == "columns"))
        if reason:
            raise SheetRefused(LOCKED if reason == "password" else BROKEN)
        return answer


def _ask(content: bytes, index: int | None = None) -> Generator[Any]:
    """The parser's answers. A reader who has seen enough ends it."""
    command = _COMMAND if index is None else [*_COMMAND, str(index)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_ENVIRONMENT,
    ) as process:
        assert process.stdin  # noqa: S101  (told to Popen two lines above)
        assert process.stdout  # noqa: S101
        try:
            with suppress(BrokenPipeError), process.stdin as pipe:
                pipe.write(content)
            for line in process.stdout:
                yield json.loads(line, object_hook=untagged)
            # Half a sheet must not pass for a whole one. A process ended by a signal had reached its limits.
            if code := process.wait():
                raise SheetRefused(SWOLLEN if code < 0 else BROKEN)
        finally:
            process.kill()


def _numbered(answers: Iterator[list[list[Cell]]]) -> Iterator[NumberedRow]:
    number = 0
    for rows in answers:
        for row in rows:
            number += 1
            yield number, row

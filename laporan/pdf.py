"""A `Report` on paper: typeset in a process of its own, so that a large one cannot take the server along."""

import datetime
import json
import subprocess
import sys
from enum import StrEnum
from itertools import islice
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from laporan.document import TAGGED_LIMIT, document
from laporan.imprint import Imprint
from laporan.report import Report
from laporan.signature import Letterhead, SignatureBlock

ROW_LIMIT = 5_000  # past this a PDF serves nobody: seconds of work and hundreds of sheets; XLSX has no limit
SECONDS = 30
MEGABYTES = 1_500  # twice what the longest report needs

# None of ours: the typesetter needs no database password. Threads are few, since each takes from MEGABYTES.
_ENVIRONMENT = {"LANG": "C.UTF-8", "RAYON_NUM_THREADS": "2", "MALLOC_ARENA_MAX": "2"}

# A few documents at a time: each may need hundreds of megabytes.
_turn = BoundedSemaphore(2)


class Paper(StrEnum):
    F4 = "f4"
    A4 = "a4"

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in millimetres, upright."""
        return (215, 330) if self is Paper.F4 else (210, 297)


class TooLong(Exception):  # noqa: N818  (it is an answer, not a fault)
    """The report has more rows than a PDF can sensibly hold."""


class RenderingFailed(Exception):  # noqa: N818
    """The typesetter gave up, ran out of memory or out of time."""


def render_pdf(
    report: Report,
    *,
    letterhead: Letterhead | None,
    signature: SignatureBlock | None,
    printed_at: datetime.datetime,
    paper: Paper = Paper.F4,
    imprint: Imprint | None = None,
) -> bytes:
    """The PDF, the same to the byte whenever report, people and `printed_at` are the same."""
    rows = list(islice(report, ROW_LIMIT + 1))
    if len(rows) > ROW_LIMIT:
        raise TooLong
    content = document(report, rows, letterhead, signature, printed_at, paper.size, imprint)
    return typeset(content, timestamp=int(printed_at.timestamp()), tagged=len(rows) <= TAGGED_LIMIT)


def typeset(content: dict[str, Any], *, timestamp: int, tagged: bool, template: str = "report") -> bytes:
    job = {
        "template": template,
        "document": content,
        "timestamp": timestamp,
        "tagged": tagged,
        "megabytes": MEGABYTES,
    }
    command = [sys.executable, "-I", str(Path(__file__).with_name("typst_render.py"))]
    with _turn:
        try:
            done = subprocess.run(
                command,
                input=json.dumps(job).encode(),
                capture_output=True,
                timeout=SECONDS,
                env=_ENVIRONMENT,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise RenderingFailed(f"no PDF after {SECONDS} s") from error
    if done.returncode != 0:
        raise RenderingFailed(done.stderr.decode(errors="replace")[-2000:])
    return done.stdout

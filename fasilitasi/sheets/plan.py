"""A case as a row would make it, not yet written, and how a field of it changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db import models

from fasilitasi.models import Fasilitasi, LangkahFasilitasi
from fasilitasi.sheets.reading import ToldCase
from legalitas.models import Sertifikat
from spreadsheets import records
from spreadsheets.kind import Change

# Field → column, where a column of the sheet holds it.
COLUMN_OF = {
    "merek": "merek",
    "jumlah_unit": "jumlah_unit",
    "tahun_anggaran": "tahun_anggaran",
    "sumber_dana": "sumber_dana",
    "biaya": "biaya",
    "pendamping": "pendamping",
    "lembaga_penerbit": "lembaga_penerbit",
    "alasan_ulang": "alasan_ulang",
    "number_on_paper": "nomor_sertifikat",
    "nomor_ketetapan": "nomor_ketetapan",
    "valid_until": "berlaku_sampai",
}


@dataclass
class CasePlan:
    """Records as they will be, not yet written. Which of the existing ones differ stands in `touched`."""

    case: Fasilitasi
    steps: list[LangkahFasilitasi] = field(default_factory=list)
    paper: Sertifikat | None = None
    # New ones of the second unit and those after it.
    more_papers: list[Sertifikat] = field(default_factory=list)
    ties: list[Any] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    touched: set[type[models.Model]] = field(default_factory=set)
    is_new: bool = False
    is_new_paper: bool = False


@dataclass(frozen=True)
class Around:
    """Who brings the rows, whether they may finish cases, and on which day."""

    by: Any
    may_finish: bool
    today: date


def assign(made: CasePlan, record: models.Model, given: Mapping[str, Any], told: ToldCase) -> None:
    """What the form would refuse is refused in the row; of an existing record each change is shown."""
    is_paper = isinstance(record, Sertifikat)
    whose = "Sertifikat" if is_paper else "Fasilitasi"
    changes = records.assign(record, given, told.row, columns=COLUMN_OF, whose=whose)
    if changes and not record._state.adding:
        made.touched.add(type(record))
        # The number of a land title tells what somebody owns.
        made.changes += [replace(change, is_secret=is_paper) for change in changes]

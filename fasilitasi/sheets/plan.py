"""A case as a row would make it, not yet written, and how a field of it changes."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from common.fields import RupiahField
from common.templatetags.indonesia import rupiah, tanggal
from fasilitasi.models import Fasilitasi, LangkahFasilitasi
from fasilitasi.sheets.reading import ToldCase
from legalitas.models import Sertifikat
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
    changes: list[Change] = field(default_factory=list)
    touched: set[type[models.Model]] = field(default_factory=set)
    is_new: bool = False
    is_new_paper: bool = False


@dataclass(frozen=True)
class Around:
    """Who brings the rows, and whether they may finish cases."""

    by: Any
    may_finish: bool


def assign(made: CasePlan, record: models.Model, given: dict[str, Any], told: ToldCase) -> None:
    for name, raw in given.items():
        column: Any = record._meta.get_field(name)
        try:
            value = column.clean(raw, record)
        except ValidationError as error:
            refuse(told, error.messages, name)
        else:
            set_field(made, record, name, value)


def set_field(made: CasePlan, record: models.Model, name: str, value: Any) -> None:
    old = getattr(record, name)
    if old == value:
        return
    setattr(record, name, value)
    if record._state.adding:
        return
    column: Any = record._meta.get_field(name)
    whose = "Sertifikat" if isinstance(record, Sertifikat) else "Fasilitasi"
    made.touched.add(type(record))
    made.changes.append(
        Change(
            f"{whose}: {column.verbose_name}",
            _shown(column, old),
            _shown(column, value),
            is_secret=name == "number_on_paper",
        )
    )


def _shown(column: Any, value: Any) -> str:
    if value in (None, ""):
        return ""
    if isinstance(column, models.DateField):
        return tanggal(value)
    if isinstance(column, RupiahField):
        return rupiah(value)
    return str(dict(column.flatchoices).get(value, value)) if column.choices else str(value)


def refuse(told: ToldCase, texts: list[str], name: str) -> None:
    for text in texts:
        told.row.refuse(text, "Perbaiki isi sel ini.", column=COLUMN_OF.get(name, "keterangan"))

"""What a row would make of its owner: the same rules as the form, and old → new."""

from dataclasses import dataclass, field

from spreadsheets.kind import Change
from spreadsheets.records import added_lines, assign, blank, refuse_as_form, warn_once
from umkm.models import Pemilik
from umkm.sheets.columns import PEMILIK
from umkm.sheets.pemilik.reading import Told

_COLUMN_OF = {name: column for column, name in PEMILIK.items()} | {
    "desa": "kel_pengusaha",
    "notes": "catatan_petugas",
}


@dataclass
class Plan:
    """The owner as they will be, not yet written."""

    owner: Pemilik
    is_touched: bool
    changes: list[Change] = field(default_factory=list)


def plan(told: Told, owner: Pemilik | None) -> Plan:
    """Errors and warnings go to the row; the record given is changed in memory, nothing is written."""
    record, is_told = owner or blank(Pemilik), owner is not None
    fields = told.pemilik | {"notes": added_lines(record.notes, told.notes)}
    changes = assign(record, fields, told.row, columns=_COLUMN_OF, whose="Pemilik", is_told=is_told)
    refuse_as_form(told.row, record.refuse_impossible_birth, columns=_COLUMN_OF)
    warn_once(told.row, record.suspicions())
    return Plan(record, bool(changes), changes if is_told else [])

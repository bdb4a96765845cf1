"""What the check made of a row whose owner and business are both new, kept until the row is saved."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from spreadsheets import keeping
from spreadsheets.kind import Planned
from spreadsheets.models import ImportRow
from umkm.models import BatasSkala, DataTahunan, Pemilik, Usaha
from umkm.sheets.planning import Plan

# Names of the records of a row.
PEMILIK, USAHA, ANGKA = "pemilik", "usaha", "angka"


@dataclass
class Kept:
    """Stands where a row's `Told` stands that has to be looked at again."""

    plan: Plan
    group: str
    # What the row says of the owner, by attribute.
    about_owner: Iterable[str]

    @property
    def nik_index(self) -> str:
        return self.group if self.plan.owner.nik else ""

    def joined(self, owner: Pemilik) -> Plan:
        """The plan with an owner who is there by now; this row only fills what they left empty."""
        said = self.plan.owner
        holes = [name for name in self.about_owner if is_blank(owner, name)]
        for name in holes:
            setattr(owner, name, getattr(said, name))
        self.plan.owner = owner
        if not holes:
            self.plan.touched.discard(Pemilik)
        return self.plan


def is_blank(owner: Pemilik | None, name: str) -> bool:
    column = Pemilik._meta.get_field(name)
    return owner is None or getattr(owner, column.attname) in (None, "")  # type: ignore[union-attr]


def kept(made: Plan) -> dict[str, Any]:
    """Nothing where the row means somebody on record: saving has to look at them again."""
    if made.has_owner or made.has_usaha:
        return {}
    records = {PEMILIK: keeping.kept(made.owner), USAHA: keeping.kept(made.usaha)}
    return records | ({ANGKA: keeping.kept(made.figures)} if made.figures else {})


def restored(planned: Planned) -> Kept:
    records = planned.records
    made = Plan(
        keeping.restored(Pemilik, records[PEMILIK]),
        keeping.restored(Usaha, records[USAHA]),
        touched={Pemilik, Usaha},
        has_owner=False,
        has_usaha=False,
    )
    if ANGKA in records:
        made.figures, made.is_new_year = keeping.restored(DataTahunan, records[ANGKA]), True
        made.touched.add(DataTahunan)
    return Kept(made, planned.record.group, records[PEMILIK].keys())


def made_before(rows: dict[str, ImportRow]) -> dict[str, int]:
    """Group → the owner that an earlier batch of this import made."""
    return {
        group: pk
        for group, row in rows.items()
        for model, pk, was_made in row.written
        if model == Pemilik._meta.label and was_made
    }


def mark(limits: Iterable[BatasSkala]) -> str:
    """What kept records rest on beside the office's records: the limits of the size classes in force, and the code."""
    told = sorted(
        (limit.berlaku_mulai, limit.skala, limit.modal_maksimum, limit.penjualan_maksimum) for limit in limits
    )
    columns = keeping.mark(Pemilik, Usaha, DataTahunan)
    return hashlib.sha256(f"{columns}{told}".encode()).hexdigest()[:12]

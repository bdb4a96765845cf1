"""What a row of results tells beside a paper: `Bank penyalur: BRI; Plafon disetujui: 25000000`."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from common.text import fold
from fasilitasi.forms.results import field_of
from fasilitasi.isian import in_one_line, in_words, read_line
from fasilitasi.models import Fasilitasi, IsianHasil
from spreadsheets.kind import Change, Row

_COLUMN = "isian_hasil"
Asked = dict[int, list[IsianHasil]]


def asked_by_kind(cases: Iterable[Fasilitasi]) -> Asked:
    """One statement."""
    found: Asked = defaultdict(list)
    for isian in IsianHasil.objects.filter(jenis__in={case.jenis_id for case in cases}, is_active=True):
        found[isian.jenis_id].append(isian)
    return found


def result_of(row: Row, case: Fasilitasi, asked: Asked) -> dict[IsianHasil, Any]:
    """Each value as the form of the finish would read it; what it would refuse is refused in the row."""
    told = read_line(str(row.get(_COLUMN) or ""))
    names = {fold(isian.name): isian for isian in asked.get(case.jenis_id, ())}
    for unknown in told.keys() - names.keys():
        row.refuse(
            f"Isian “{unknown or told[unknown]}” tidak diminta untuk {case.jenis}.",
            f"Yang diminta: {', '.join(isian.name for isian in names.values()) or 'tidak ada'}.",
            column=_COLUMN,
        )
    found = {}
    for key, isian in names.items():
        try:
            value = field_of(isian).clean(told.get(key, ""))
        except ValidationError as error:
            row.refuse(
                f"{isian.name}: {' '.join(error.messages)}",
                "Tulis sebagai “Nama isian: nilai”, dipisahkan titik koma.",
                column=_COLUMN,
            )
            continue
        if value not in (None, ""):
            found[isian] = value
    return found


def change_of(hasil: dict[IsianHasil, Any]) -> list[Change]:
    if not hasil:
        return []
    words = in_one_line((isian.name, in_words(isian.isian, value)) for isian, value in hasil.items())
    return [Change("Isian hasil", "", words, is_secret=any(isian.is_personal for isian in hasil))]

"""Places on sheets: the names a template offers, the desa a row means, and the officer's kecamatan."""

from typing import Any

from spreadsheets.kind import Message, Row
from wilayah.match import Match, Regions
from wilayah.models import Desa, Kecamatan


def kecamatan_names() -> list[str]:
    return list(Kecamatan.objects.values_list("name", flat=True))


def desa_names() -> list[str]:
    return sorted(set(Desa.objects.values_list("name", flat=True)))


def find_place(row: Row, regions: Regions, kecamatan: str, desa: str) -> Match:
    """What two columns of the row mean; doubts go to the row."""
    if not row.get(kecamatan) and not row.get(desa):
        return Match()
    # One sheet for each kecamatan is how offices keep such lists.
    within = None if row.get(kecamatan) else regions.kecamatan_in(row.about)
    match = regions.find(str(row.get(kecamatan) or ""), str(row.get(desa) or ""), within=within)
    row.messages += [
        Message(problem.text, problem.advice, problem.level, desa, str(row.get(desa) or row.get(kecamatan)))
        for problem in match.problems
    ]
    return match


def keep_to_scope(row: Row, desa: Desa | None, user: Any, *, column: str, noun: str) -> None:
    """The officer's kecamatan, as on every form: what lies outside is not theirs to write."""
    if not user.scope:
        return
    if desa is None:
        row.refuse(
            f"Desa/kelurahan {noun} tidak diketahui, padahal akun Anda terbatas pada wilayah tugas.",
            f"Isi desa/kelurahan {noun}.",
            column=column,
        )
    elif desa.kecamatan_id not in {kecamatan.pk for kecamatan in user.scope}:
        row.refuse(
            f"{desa} berada di luar wilayah tugas Anda.",
            "Serahkan baris ini kepada petugas kabupaten.",
            column=column,
        )

"""Whether the figures of an annual meeting are believable: each doubt a sentence, none of them an error.

Half of the members is what most statutes ask as quorum (UU 25/1992 leaves it to the statute), nine founders are what
the law asks of a primary cooperative (UU 6/2023).
"""

from collections.abc import Iterable, Mapping

LEAST_MEMBERS = 9
# A figure that is three times, or a third of, that of the year before is more often a slip than a change.
MOST_GROWTH = 3

Figures = Mapping[str, int | None]
_COMPARED = {
    "jumlah_anggota": "Jumlah anggota",
    "modal_sendiri": "Modal sendiri",
    "aset": "Aset",
    "volume_usaha": "Volume usaha",
}


def quorum_doubt(*, hadir: int | None, anggota: int | None) -> str:
    if hadir is None or anggota is None or hadir > anggota or hadir * 2 >= anggota:
        return ""
    return "Yang hadir kurang dari separuh anggota. Periksa kuorum menurut anggaran dasarnya."


def members_doubt(*, anggota: int | None, is_primer: bool) -> str:
    if anggota is None or not is_primer or anggota >= LEAST_MEMBERS:
        return ""
    return f"Anggota kurang dari {LEAST_MEMBERS} orang, syarat koperasi primer (UU 6/2023)."


def surplus_doubt(*, shu: int | None, volume_usaha: int | None) -> str:
    if shu is None or volume_usaha is None or shu <= volume_usaha:
        return ""
    return "SHU lebih besar daripada volume usaha."


def jumps(now: Figures, before: Figures) -> Iterable[str]:
    """Against the book year before; where either year is unknown or zero nothing is said."""
    for name, label in _COMPARED.items():
        this, last = now.get(name), before.get(name)
        if not this or not last:
            continue
        if this > last * MOST_GROWTH:
            yield f"{label} lebih dari {MOST_GROWTH} kali tahun buku sebelumnya."
        elif this * MOST_GROWTH < last:
            yield f"{label} kurang dari sepertiga tahun buku sebelumnya."

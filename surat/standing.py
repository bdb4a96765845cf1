"""Where cooperatives stand between an overdue annual meeting and its warnings: three statements for any number."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from koperasi.models import Koperasi, RapatAnggota
from surat.models import Surat
from surat.peringatan import LEVELS, book_year, obstacle

# A cooperative and its book year; letters of other kinds have neither.
_Key = tuple[int | None, int | None]


@dataclass(frozen=True)
class Standing:
    koperasi: Koperasi
    tahun_buku: int
    letters: list[Surat]  # in the order of their levels
    obstacle: str

    @property
    def next_level(self) -> int:
        """Of the letter that may be written now; 0 for none."""
        return 0 if self.obstacle else len(self.letters) + 1


def standing_of(koperasi: Koperasi, *, on: date) -> Standing:
    return standings([koperasi], on=on)[0]


def standings(rows: Iterable[Koperasi], *, on: date) -> list[Standing]:
    rows = list(rows)
    held = {
        (koperasi, year): day
        for koperasi, year, day in RapatAnggota.objects.filter(koperasi__in=rows).values_list(
            "koperasi", "tahun_buku", "held_on"
        )
    }
    letters: dict[_Key, list[Surat]] = defaultdict(list)
    for surat in (
        Surat.objects.filter(koperasi__in=rows, jenis__slug__in=LEVELS)
        .select_related("dokumen", "jenis")
        .defer("dokumen__pdf")
        .order_by("jenis__slug")
    ):
        letters[surat.koperasi_id, surat.tahun_buku].append(surat)
    return [_standing(koperasi, held, letters, on) for koperasi in rows]


def _standing(
    koperasi: Koperasi,
    held: dict[tuple[int, int], date | None],
    letters: dict[_Key, list[Surat]],
    on: date,
) -> Standing:
    year = book_year(on, is_primer=koperasi.is_primer)
    written = letters[koperasi.pk, year]
    return Standing(
        koperasi,
        year,
        written,
        obstacle(
            year,
            held_on=held.get((koperasi.pk, year)),
            founded_on=koperasi.tanggal_badan_hukum,
            is_primer=koperasi.is_primer,
            issued_on=[surat.dokumen.dated_on for surat in written],
            on=on,
        ),
    )

"""Who a row's help is not for, and who received it before: the same rules as the portal's own forms.

What was granted in an earlier year did happen, and a report of that year must have it: such a row comes in, and what is
odd about it is said. Who works for the state is known as of now, and nobody can tell today why a thing was given twice
years ago. Within this year the office still decides, so the row is refused until the reason is written.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from fasilitasi.choices import BatasUlang
from fasilitasi.duplicates import second_among
from fasilitasi.langkah import EXITS
from fasilitasi.models import Fasilitasi
from fasilitasi.sasaran import exceeding_words, exceeds, excluded, excluded_words
from fasilitasi.sheets.reading import ToldCase
from koperasi.models import Koperasi
from umkm.models import Usaha

_REASON = "alasan_ulang"


@dataclass
class Finishing:
    """Of kinds with a limit: what earlier rows of the file grant, by subject in the file and kind."""

    cases: dict[tuple[str, int], list[Fasilitasi]] = field(default_factory=dict)

    def of(self, key: str, case: Fasilitasi) -> list[Fasilitasi]:
        return self.cases.get((key, case.jenis_id), [])

    def keep(self, key: str, case: Fasilitasi, day: date) -> None:
        if case.jenis.batas_ulang == BatasUlang.BEBAS:
            return
        grant = Fasilitasi(jenis=case.jenis, merek=case.merek, result_on=day)
        self.cases.setdefault((key, case.jenis_id), []).append(grant)


def guard(
    told: ToldCase,
    case: Fasilitasi,
    subject: Usaha | Koperasi,
    granted: Iterable[Fasilitasi],
    *,
    on: date,
    turnover: int | None = None,
) -> None:
    """`case` as the row found it: not written yet, or running. A closed one stands as it was closed."""
    is_new = case.pk is None
    if not (is_new or (case.is_open and told.is_finished)) or told.status in EXITS or told.day is None:
        return
    is_past = is_new and told.is_finished and told.day.year < on.year
    _guard_office(told, case, subject, is_past=is_past)
    if told.is_finished:
        _guard_second(told, second_among(granted, case, told.day.year), is_past=is_past)
    if not is_past and exceeds(omzet_terbanyak=case.jenis.omzet_terbanyak, turnover=turnover):
        told.row.warn(
            exceeding_words(case.jenis, case.jenis.omzet_terbanyak or 0), "Periksa sebelum menyimpan."
        )


def _guard_office(told: ToldCase, case: Fasilitasi, subject: Usaha | Koperasi, *, is_past: bool) -> None:
    is_aparatur = isinstance(subject, Usaha) and subject.pemilik.is_aparatur
    if not excluded(tolak_aparatur=case.jenis.tolak_aparatur, is_aparatur=is_aparatur):
        return
    words = excluded_words(case.jenis)
    if is_past:
        told.row.warn(words, "Hasil tahun lalu tetap dicatat, agar laporannya lengkap.")
    else:
        told.row.refuse(words, "Hapus barisnya, atau perbaiki data pemilik bila pekerjaannya sudah lain.")


def _guard_second(told: ToldCase, other: Fasilitasi | None, *, is_past: bool) -> None:
    if other is None or told.alasan_ulang:
        return
    words = f"{other.jenis} sudah diberikan ({other.nomor or 'baris lain berkas ini'})."
    if is_past:
        told.row.warn(words, "Hasil tahun lalu tetap dicatat. Isi alasannya bila masih diketahui.")
    else:
        told.row.refuse(words, "Isi kolom “Alasan diberikan lagi”, atau hapus barisnya.", column=_REASON)


def needs_reason(told: ToldCase, case: Fasilitasi, granted: Iterable[Fasilitasi], *, on: date) -> bool:
    """Whether the row may not become a case of its own beside those granted, unless it says why."""
    if not told.is_finished or told.alasan_ulang or told.day is None or told.day.year < on.year:
        return False
    return second_among(granted, case, told.day.year) is not None

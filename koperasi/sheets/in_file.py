"""What rows of one file have to do with each other: one cooperative in several book years, or twice in one."""

from dataclasses import dataclass, field

from common.fields import blind_index
from koperasi.duplicates import comparable_koperasi
from koperasi.sheets.matching import Match
from koperasi.sheets.planning import Beside
from koperasi.sheets.reading import OLDER, Told
from spreadsheets.kind import Batch
from umkm.duplicates import SIMILAR, likeness


@dataclass
class Seen:
    """A cooperative of the file: where it stood first, and what it was called there."""

    group: str
    number: int
    name: str
    nik: str
    # Key of the registered cooperative; 0 for a new one, None while the clerk has yet to say.
    pk: int | None
    # Book year → row; None stands for a row without figures.
    rows: dict[int | None, int] = field(default_factory=dict)
    newest: int = 0
    last_held: int = 0


class InFile:
    """Cooperatives are few: what is remembered of them lasts through all batches of a check."""

    def __init__(self, batch: Batch) -> None:
        self.by_mark: dict[str, Seen] = batch.remembered.setdefault("koperasi", {})

    def recognise(
        self, every: list[Told], matches: list[Match], beside: dict[int, Beside]
    ) -> list[Seen | None]:
        """Which rows are one cooperative, and which of them tell of an older book year."""
        found = [self._seen(told, match) for told, match in zip(every, matches, strict=True)]
        for told, match, seen in zip(every, matches, found, strict=True):
            if seen and told.year_of_figures and not match.twin:
                known = beside[match.koperasi.pk] if match.koperasi else Beside()
                held = told.year_of_figures if "held_on" in told.rat else 0
                seen.newest = max(seen.newest, told.year_of_figures, known.newest)
                seen.last_held = max(seen.last_held, held, known.last_held)
        for told, match, seen in zip(every, matches, found, strict=True):
            if seen and told.year_of_figures and not match.twin and told.year_of_figures < seen.newest:
                told.row.values[OLDER] = True
        return found

    def _seen(self, told: Told, match: Match) -> Seen | None:
        if not told.name:
            return None
        pk = None if match.twin else match.koperasi.pk if match.koperasi else 0
        marks = [*([f"pk {pk}"] if pk else []), *_marks(told)]
        known = list({id(seen): seen for mark in marks if (seen := self.by_mark.get(mark))}.values())
        if len(known) > 1:
            told.row.refuse(
                f"Nomor dan nama pada baris ini menunjuk dua koperasi: baris {known[0].number} dan {known[1].number}.",
                "Periksa NIK Koperasi, nomor badan hukum, dan namanya.",
                column="nama_koperasi",
            )
            return None
        if known:
            seen = known[0]
            self._compare(told, seen, pk)
        else:
            seen = Seen(blind_index(f"koperasi|{marks[0]}")[:32], told.row.number, told.name, told.nik, pk)
        seen.nik = seen.nik or told.nik
        for mark in marks:
            self.by_mark.setdefault(mark, seen)
        return seen

    def _compare(self, told: Told, seen: Seen, pk: int | None) -> None:
        if None not in (pk, seen.pk) and pk != seen.pk:
            told.row.refuse(
                f"Nomor atau nama pada baris ini menunjuk koperasi lain daripada baris {seen.number} ({seen.name}).",
                "Periksa NIK Koperasi, nomor badan hukum, nama, dan desanya.",
                column="nama_koperasi",
            )
        elif told.nik and seen.nik and told.nik != seen.nik:
            told.row.refuse(
                f"NIK Koperasi berbeda dari baris {seen.number}, padahal koperasinya sama.",
                "Satu koperasi hanya punya satu NIK Koperasi. Periksa sertifikatnya.",
                column="nik_koperasi",
            )
        elif likeness(comparable_koperasi(seen.name), told.comparable) < SIMILAR:
            told.row.refuse(
                f"Nomor koperasi ini di baris {seen.number} tertulis atas nama {seen.name}.",
                "Satu nomor hanya milik satu koperasi. Periksa keduanya.",
                column="nama_koperasi",
            )

    def keep_apart(self, told: Told, seen: Seen) -> None:
        """The same cooperative once for each book year; call when everything else about the row was judged."""
        year = told.year_of_figures
        if year in seen.rows:
            what = f"tahun buku {year}" if year else "tanpa angka tahun buku"
            told.row.refuse(
                f"Koperasi ini ({what}) sudah ada di baris {seen.rows[year]} berkas yang sama.",
                "Hapus salah satu, atau perbaiki tahun bukunya.",
                column="tahun_buku",
            )
        elif seen.rows and (year is None or None in seen.rows):
            told.row.refuse(
                f"Koperasi ini juga ada di baris {next(iter(seen.rows.values()))}, sebagian tanpa tahun buku.",
                "Isi tahun buku pada semua barisnya, atau sisakan satu.",
                column="tahun_buku",
            )
        if not told.row.is_refused:
            seen.rows[year] = told.row.number


def _marks(told: Told) -> list[str]:
    """By which a cooperative that is not registered yet is known again, the surest first."""
    named = f"name {told.contracted}|{told.desa.pk if told.desa else ''}"
    numbers = {"nik": told.nik, "deed": told.badan_hukum, "nib": told.nib}
    return [*(f"{what} {number}" for what, number in numbers.items() if number), named]

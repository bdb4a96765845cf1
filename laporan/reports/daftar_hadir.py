"""The list that participants sign, day by day: signatures in zig-zag, so that each finds room (domain 9.4)."""

import datetime
from collections.abc import Iterator

from common.templatetags.indonesia import hari_tanggal, sampai_pukul, telepon
from kegiatan.models import Kegiatan
from laporan.report import Column, Orientation, Report
from spreadsheets.sheet import Kind

# For those who come without having been registered.
_EMPTY_LINES = 5
_SIGNATURE = 12.0  # em
_DOTS = "…" * 8  # a row needs a name, on screen as well


def build(kegiatan: Kegiatan, day: datetime.date) -> Report:
    participants = kegiatan.peserta_set.registered().with_subject()
    return Report(
        name=f"daftar-hadir-{kegiatan.slug}-{day:%Y-%m-%d}",
        title="Daftar hadir",
        subtitles=(
            kegiatan.name,
            f"{hari_tanggal(day)}, {sampai_pukul(kegiatan.jam_mulai, kegiatan.jam_selesai)}",
            kegiatan.place,
        ),
        columns=(
            Column("no", "No", Kind.NUMBER, weight=0, empty=""),
            Column("nama", "Nama", weight=2, empty=""),
            Column("lp", "L/P", weight=0, empty=""),
            Column("usaha", "Usaha/instansi", weight=2, empty=""),
            Column("alamat", "Alamat", weight=1.5, empty=""),
            Column("telepon", "No HP", Kind.IDENTIFIER, empty=""),
            Column("ganjil", "Ganjil", group="Tanda tangan", room=_SIGNATURE, empty=""),
            Column("genap", "Genap", group="Tanda tangan", room=_SIGNATURE, empty=""),
        ),
        rows=lambda: _signed(_rows(participants)),
        count_people=participants.count,
        orientation=Orientation.LANDSCAPE,
        least_lines=2,
    )


def _rows(participants: object) -> Iterator[tuple[str, ...]]:
    for peserta in participants:  # type: ignore[attr-defined]
        yield peserta.person, peserta.sex, peserta.origin, peserta.address, telepon(peserta.reachable_at)
    for _ in range(_EMPTY_LINES):
        yield (_DOTS, *("",) * 4)


def _signed(rows: Iterator[tuple[str, ...]]) -> Iterator[tuple[object, ...]]:
    """The number of the row stands where its signature goes: left, right, left again."""
    for number, row in enumerate(rows, 1):
        mark = f"{number}."
        yield (number, *row, *((mark, "") if number % 2 else ("", mark)))

"""What a row says of a case: whose it is, of which kind, how far it came, and the paper it ended with."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from common.text import fold
from fasilitasi.choices import Status
from fasilitasi.jumlah_nomor import numbers_in
from fasilitasi.models import JenisFasilitasi
from fasilitasi.sheets.koperasi import tell_koperasi
from fasilitasi.sheets.options import Asked
from koperasi.sheets.reading import Told as ToldKoperasi
from legalitas.choices import NUMBER_ON_SUBJECT, JenisSertifikat
from legalitas.exports import HIDDEN
from legalitas.nomor import normalise_number
from spreadsheets.columns import choice_key
from spreadsheets.kind import Row
from umkm.sheets.reading import Told, tell
from wilayah.match import Regions

# What names of cooperatives begin with.
_LOOKS_LIKE_KOPERASI = re.compile(
    r"(?:koperasi|kop|primkop\w*|kud|ksu|ksp|kspps|kpri|kopkar|kopwan|koppontren|kdmp|kkmp|kopdes|kopkel)\b"
)
COURSE, PARTICIPANT = "Judul: ", "Peserta: "


@dataclass
class ToldCase:
    """One row; `usaha` is empty where the row is about a cooperative."""

    row: Row
    usaha: Told
    koperasi: ToldKoperasi | None = None
    jenis: JenisFasilitasi | None = None
    status: str = ""
    applied_on: datetime.date | None = None
    # The day that the case counts on, and whether just that day was told.
    day: datetime.date | None = None
    is_exact: bool = False
    number: str = ""
    # Of the second unit and those after it.
    more_numbers: list[str] = field(default_factory=list)
    nomor_ketetapan: str = ""
    valid_until: datetime.date | None = None
    alasan_ulang: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    # Names as written; they become a remark unless the case names those products already.
    product: str = ""
    # Of a training: two trainings in a year are two cases.
    course: str = ""
    name: str = ""

    @property
    def is_finished(self) -> bool:
        return self.status == Status.TERBIT

    @property
    def merek(self) -> str:
        return self.fields.get("merek", "")


Tell = Callable[[Row, Regions, Asked], ToldCase]


def tell_subject(row: Row, regions: Regions, jenis: JenisFasilitasi | None, number: str) -> ToldCase:
    """The business or the cooperative that the row is about."""
    sertifikat = jenis.sertifikat if jenis else ""
    extra = {}
    if is_about_koperasi(row, jenis):
        koperasi = tell_koperasi(row, regions)
        if sertifikat in NUMBER_ON_SUBJECT and number:
            koperasi.koperasi.setdefault(NUMBER_ON_SUBJECT[sertifikat], number)
        told = ToldCase(row, Told(row), koperasi, jenis, name=koperasi.name or "Tanpa nama koperasi")
        told.alasan_ulang = row.get("alasan_ulang") or ""
        told.notes += row.notes
        return told
    if sertifikat == JenisSertifikat.NIB and number and not row.get("nib"):
        extra["nib"] = number
    usaha = tell(replace(row, values={**row.values, **extra}), regions)
    usaha.only_fills = True
    reason = row.get("alasan_ulang") or ""
    return ToldCase(row, usaha, jenis=jenis, alasan_ulang=reason, name=usaha.label)


def is_about_koperasi(row: Row, jenis: JenisFasilitasi | None) -> bool:
    """As the row says; else as the kind says; else by what the name looks like where no owner is named."""
    if row.get("jenis_pemohon"):
        return row.get("jenis_pemohon") == "koperasi"
    if jenis and jenis.untuk in ("usaha", "koperasi"):
        return jenis.untuk == "koperasi"
    if row.get("nama_koperasi") or row.get("nik_koperasi"):
        return not (row.get("nama_usaha") or row.get("nib"))
    name = fold(row.get("nama_usaha") or "")
    return not row.get("nama_pengusaha") and _LOOKS_LIKE_KOPERASI.match(name) is not None


def jenis_of(row: Row, asked: Asked) -> JenisFasilitasi | None:
    word = row.get("jenis_fasilitasi")
    told = asked.kinds.get(choice_key(word)) if word else None
    if word and told is None:
        row.refuse(
            f"Jenis fasilitasi “{word}” tidak dikenal.",
            "Tulis seperti di daftar jenis fasilitasi, atau pilih jenisnya pada halaman kolom.",
            column="jenis_fasilitasi",
        )
    elif told and asked.jenis and told != asked.jenis:
        row.refuse(
            f"Baris ini tentang {told}, padahal Anda memilih {asked.jenis}.",
            "Perbaiki barisnya, atau pilih “Menurut kolom Jenis fasilitasi”.",
            column="jenis_fasilitasi",
        )
    elif told is None and asked.jenis is None:
        row.refuse(
            "Jenis fasilitasi tidak diketahui.",
            "Isi kolomnya, atau pilih jenisnya pada halaman kolom.",
        )
    return told or asked.jenis


def numbers_of(row: Row, jenis: JenisFasilitasi | None) -> list[str]:
    """As stored for the kind, one for each unit that has its own; what an export had to hide says nothing."""
    raw = str(row.get("nomor_sertifikat") or "")
    if not raw or raw == HIDDEN or jenis is None:
        return []
    every = numbers_in(raw) if jenis.nomor_per_satuan else [raw]
    return [number for each in every if (number := normalise_number(jenis.sertifikat, each))]


def lines_of(row: Row) -> list[str]:
    """Remarks of the row, without what an export had to hide."""
    text = row.get("keterangan") or ""
    return [line.strip() for line in text.splitlines() if line.strip() and line.strip() != HIDDEN]


def course_of(notes: str) -> str:
    """Which training a case is about, as its remarks say."""
    marked = [line for line in notes.splitlines() if line.startswith((COURSE, PARTICIPANT))]
    return "|".join(fold(line) for line in marked)

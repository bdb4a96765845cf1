"""The kind of sheet that brings participants of trainings: one participant a row, one finished case each."""

import datetime

from common.templatetags.indonesia import tanggal
from fasilitasi.choices import Status
from fasilitasi.sheets.kind import CaseSheet
from fasilitasi.sheets.options import Asked, PelatihanOptions, period_in
from fasilitasi.sheets.pelatihan_columns import PELATIHAN_COLUMNS
from fasilitasi.sheets.reading import (
    COURSE,
    PARTICIPANT,
    ToldCase,
    course_of,
    lines_of,
    numbers_of,
    tell_subject,
)
from spreadsheets.kind import Row
from spreadsheets.reading.periods import is_whole
from wilayah.match import Regions

_FIELDS = ("tahun_anggaran", "sumber_dana", "biaya")


class PelatihanSheet(CaseSheet):
    slug = "pelatihan"
    title = "Peserta pelatihan"
    description = (
        "Satu baris untuk satu peserta beserta usahanya. Beberapa pelatihan boleh berada dalam satu berkas; "
        "judul kolom formulir peserta dikenali."
    )
    permissions = (
        "fasilitasi.add_fasilitasi",
        "fasilitasi.finish_fasilitasi",
        "legalitas.add_sertifikat",
        "koperasi.add_koperasi",
        "umkm.add_usaha",
        "umkm.change_usaha",
        "umkm.view_personal_data",
    )
    columns = PELATIHAN_COLUMNS
    options_form = PelatihanOptions

    def check_mapping(self, names: set[str]) -> list[str]:
        problems = super().check_mapping(names)
        if "nama_pengusaha" not in names:
            problems.append("Pilih kolom yang memuat nama peserta (kolom portal “Nama pengusaha”).")
        return problems

    def tell(self, row: Row, regions: Regions, asked: Asked) -> ToldCase:
        number = next(iter(numbers_of(row, asked.jenis)), "")
        told = tell_subject(row, regions, asked.jenis, number)
        told.number, told.status = number, Status.TERBIT
        told.fields = {name: row.get(name) for name in _FIELDS if row.get(name) not in (None, "")}
        if chosen := asked.options.get("tahun_anggaran"):
            told.fields.setdefault("tahun_anggaran", chosen)
        told.notes = [*_about_training(row, told, asked), *told.notes, *lines_of(row)]
        told.course = course_of("\n".join(told.notes))
        if told.koperasi and row.get("nama_pengusaha"):
            told.name = f"{told.name} ({row.get('nama_pengusaha')})"
        return told


def _about_training(row: Row, told: ToldCase, asked: Asked) -> list[str]:
    """What the case says of its training, line by line."""
    title = row.get("judul_kegiatan") or asked.options.get("judul")
    if not title:
        row.refuse(
            "Judul pelatihan tidak diketahui.", "Isi kolomnya, atau isi “Judul pelatihan” pada halaman kolom."
        )
    period = _period(row, asked)
    if period:
        told.day, told.is_exact = period[1], True
        told.usaha.year = period[1].year
    told_of = {
        COURSE: title,
        "Lokasi: ": row.get("lokasi_kegiatan") or asked.options.get("lokasi"),
        "Waktu: ": _shown(period) if period and period[0] != period[1] else "",
        "Lama: ": f"{row.get('jam_pelajaran')} JP" if row.get("jam_pelajaran") else "",
        "Narasumber: ": row.get("narasumber"),
        PARTICIPANT: row.get("nama_pengusaha") if told.koperasi else "",
        "Jabatan peserta: ": row.get("jabatan_peserta"),
    }
    return [f"{label}{value}" for label, value in told_of.items() if value]


def _period(row: Row, asked: Asked) -> list[datetime.date] | None:
    told = row.get("tanggal_kegiatan")
    if told is None and any(message.column == "tanggal_kegiatan" for message in row.messages):
        return None
    period: list[datetime.date] | None = told or period_in(asked.options.get("waktu") or "")
    if period is None:
        row.refuse(
            "Tanggal pelatihan tidak diketahui.",
            "Isi kolomnya, atau isi “Tanggal pelatihan” pada halaman kolom.",
        )
        return None
    first, last = period
    if last > asked.today and not (is_whole(first, last) and first <= asked.today):
        row.refuse("Tanggal tidak boleh di masa depan.", "Periksa tanggalnya.", column="tanggal_kegiatan")
        return None
    if first != last and is_whole(first, last):
        last = min(last, asked.today)
        row.warn(f"Tanggal pelatihan tidak lengkap, jadi dicatat {tanggal(last)}.")
    return [first, last]


def _shown(period: list[datetime.date]) -> str:
    return f"{tanggal(period[0])} s.d. {tanggal(period[1])}"

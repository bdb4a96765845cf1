"""The kind of sheet that brings recipients of a kind of facilitation, one case a row."""

from fasilitasi.choices import Status
from fasilitasi.sheets.kind import CaseSheet
from fasilitasi.sheets.options import SELESAI, Asked, PenerimaOptions
from fasilitasi.sheets.penerima_columns import PENERIMA_COLUMNS
from fasilitasi.sheets.reading import ToldCase, jenis_of, lines_of, numbers_of, tell_subject
from fasilitasi.sheets.when import When, budget_year_in, result_day
from spreadsheets.kind import Row
from wilayah.match import Regions

# Fields of a case that are stored as they were read.
_FIELDS = (
    "merek",
    "jumlah_unit",
    "tahun_anggaran",
    "sumber_dana",
    "biaya",
    "pendamping",
    "lembaga_penerbit",
)


class PenerimaSheet(CaseSheet):
    slug = "penerima"
    title = "Penerima fasilitasi"
    description = (
        "Satu baris untuk satu fasilitasi yang diterima atau dimohon. Daftar penerima yang diunduh dari laporan "
        "dapat dimasukkan kembali."
    )
    permissions = (
        "fasilitasi.add_fasilitasi",
        "fasilitasi.change_fasilitasi",
        "legalitas.add_sertifikat",
        "koperasi.add_koperasi",
        "umkm.add_usaha",
        "umkm.change_usaha",
        "umkm.view_personal_data",
    )
    columns = PENERIMA_COLUMNS
    options_form = PenerimaOptions

    def check_mapping(self, names: set[str]) -> list[str]:
        problems = super().check_mapping(names)
        if not names & {"nama_usaha", "nama_pengusaha", "nama_koperasi"}:
            problems.append("Pilih kolom yang memuat nama usaha, nama pemilik, atau nama koperasi.")
        return problems

    def tell(self, row: Row, regions: Regions, asked: Asked) -> ToldCase:
        jenis = jenis_of(row, asked)
        number, *more = numbers_of(row, jenis) or [""]
        told = tell_subject(row, regions, jenis, number)
        told.number, told.more_numbers = number, more
        told.nomor_ketetapan = row.get("nomor_ketetapan") or ""
        told.valid_until = row.get("berlaku_sampai")
        told.fields = {name: row.get(name) for name in _FIELDS if row.get(name) not in (None, "")}
        if more:
            told.fields.setdefault("jumlah_unit", len(more) + 1)
        told.notes += lines_of(row)
        told.status = _status(row, number, asked)
        _tell_days(told, asked)
        _tell_budget_year(told, asked)
        told.product = row.get("produk_utama") or ""
        return told


def _status(row: Row, number: str, asked: Asked) -> str:
    """As the row says; a result's date or number is a result; for the rest the clerk has decided."""
    if status := row.get("status"):
        return status
    if row.get("tanggal_hasil") or number or asked.options.get("tanpa_status") == SELESAI:
        return Status.TERBIT
    return Status.DIAJUKAN


def _tell_days(told: ToldCase, asked: Asked) -> None:
    row, applied_on = told.row, told.row.get("tanggal_permohonan")
    told.applied_on = applied_on
    if applied_on and applied_on > asked.today:
        row.refuse("Tanggal permohonan belum tiba.", "Periksa kembali.", column="tanggal_permohonan")
        return
    if told.is_finished:
        when = result_day(row, asked)
    elif row.get("tanggal_hasil"):
        row.refuse(
            f"Tanggal hasil terisi, padahal statusnya “{Status(told.status).label}”.",
            "Kosongkan tanggal hasilnya, atau perbaiki statusnya.",
            column="status",
        )
        return
    else:
        when = When(applied_on, True) if applied_on else result_day(row, asked)
    if when is None:
        return
    told.day, told.is_exact = when.day, when.is_exact
    if applied_on and applied_on > when.day:
        row.refuse(
            "Tanggal tidak boleh mendahului tanggal permohonan.",
            "Periksa kedua tanggalnya.",
            column="tanggal_hasil",
        )
        told.day = None


def _tell_budget_year(told: ToldCase, asked: Asked) -> None:
    """Apart from the year of the result; the titles' is taken over and said."""
    if told.fields.get("tahun_anggaran"):
        return
    chosen, titled = asked.options.get("tahun_anggaran"), budget_year_in(told.row.about)
    if chosen:
        told.fields["tahun_anggaran"] = chosen
    elif titled:
        told.fields["tahun_anggaran"] = titled
        told.row.warn(f"Tahun anggaran {titled} diambil dari judul lembar.")

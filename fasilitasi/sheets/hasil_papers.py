"""What a row of results says of the papers that a case ends with, and what is wrong with them."""

from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from fasilitasi import actions
from fasilitasi.hasil import doubts_of_paper
from fasilitasi.jumlah_nomor import Count, twice
from fasilitasi.models import Fasilitasi, IsianHasil
from fasilitasi.sheets.hasil_values import Asked, result_of
from fasilitasi.sheets.reading import numbers_of
from legalitas.choices import NAMES_PRODUCTS, NUMBER_ON_SUBJECT
from legalitas.nomor import number_errors
from spreadsheets.kind import Row


@dataclass(frozen=True)
class ToldResult:
    numbers: list[str]
    day: date
    valid_until: date | None
    nomor_ketetapan: str
    hasil: dict[IsianHasil, Any]


def tell_result(row: Row, case: Fasilitasi, asked: Asked) -> ToldResult | None:
    day = row.get("tanggal_hasil")
    if day is None:
        row.refuse(
            "Tanggal hasil kosong.", "Isi tanggal terbit atau tanggal selesainya.", column="tanggal_hasil"
        )
        return None
    return ToldResult(
        numbers_of(row, case.jenis),
        day,
        row.get("berlaku_sampai"),
        row.get("nomor_ketetapan") or "",
        result_of(row, case, asked),
    )


def numbered(case: Fasilitasi, numbers: list[str]) -> list[actions.Numbered]:
    """Which of several products each number is for no sheet tells, and no mark may show on a wrong one."""
    is_unclear = len(numbers) > 1 and case.jenis.sertifikat in NAMES_PRODUCTS
    return [actions.Numbered(number, [] if is_unclear else None) for number in numbers]


def judge_papers(
    row: Row,
    case: Fasilitasi,
    told: ToldResult,
    taken: dict[tuple[str, str], int],
    in_file: dict[tuple[str, str], int],
) -> None:
    """`taken` are numbers of the portal, `in_file` those of the rows before."""
    _judge_count(row, case, told)
    if told.valid_until and told.valid_until < told.day:
        row.refuse(
            "Tanggal akhir tidak boleh mendahului tanggal hasil.",
            "Periksa kedua tanggalnya.",
            column="berlaku_sampai",
        )
    for number in told.numbers:
        _judge_number(row, case, number, taken, in_file)
    if not row.is_refused:
        _warn_of_doubts(row, case, told)


def _judge_count(row: Row, case: Fasilitasi, told: ToldResult) -> None:
    count = Count(case.jumlah_unit, len(told.numbers), case.jenis.nomor_per_satuan)
    if again := twice(told.numbers):
        row.refuse(f"Nomor {again} ditulis dua kali.", "Hapus salah satu.", column="nomor_sertifikat")
    elif count.too_many:
        row.refuse(count.too_many, "Periksa jumlah satuannya.", column="nomor_sertifikat")
    elif count.too_few and not row.get("catatan_langkah"):
        row.refuse(count.too_few, "Pisahkan nomor dengan titik koma (;).", column="nomor_sertifikat")


def _judge_number(
    row: Row,
    case: Fasilitasi,
    number: str,
    taken: dict[tuple[str, str], int],
    in_file: dict[tuple[str, str], int],
) -> None:
    jenis = case.jenis.sertifikat
    for text in number_errors(jenis, number):
        row.refuse(text, "Perbaiki isi sel ini.", column="nomor_sertifikat")
    if (jenis, number) in taken:
        row.refuse(
            "Nomor ini sudah tercatat pada sertifikat lain.", "Periksa nomornya.", column="nomor_sertifikat"
        )
    if in_file.setdefault((jenis, number), row.number) != row.number:
        row.refuse(
            f"Nomor ini sudah ada di baris {in_file[jenis, number]} berkas yang sama.",
            "Periksa kedua barisnya.",
            column="nomor_sertifikat",
        )
    if jenis in NUMBER_ON_SUBJECT and not row.is_refused:
        _judge_number_on_subject(row, case, number)


def _warn_of_doubts(row: Row, case: Fasilitasi, told: ToldResult) -> None:
    found = []
    for number in told.numbers or [""]:
        paper = actions.certificate_of(case, told.day, number, told.valid_until, told.nomor_ketetapan)
        paper.number_on_paper = number
        found += doubts_of_paper(paper)
    for text in dict.fromkeys(found):
        row.warn(text, column="nomor_sertifikat")
    if len(told.numbers) > 1 and case.jenis.sertifikat in NAMES_PRODUCTS:
        row.warn(
            "Lembar ini tidak menyebut nomor mana untuk produk mana.",
            "Pilih produknya pada setiap sertifikat; sesudah itu tandanya tampil di situs.",
            column="nomor_sertifikat",
        )


def _judge_number_on_subject(row: Row, case: Fasilitasi, number: str) -> None:
    """Such a number is stored with the applicant, whose own rules decide."""
    field = NUMBER_ON_SUBJECT[case.jenis.sertifikat]
    trial = copy(case.subject)
    present = getattr(trial, field)
    if present and present != number:
        row.warn(f"Menggantikan nomor yang tercatat pada {trial}.", column="nomor_sertifikat")
    setattr(trial, field, number)
    try:
        trial.full_clean()
    except ValidationError as error:
        row.refuse(" ".join(error.messages), "Perbaiki data pemohon lebih dahulu.", column="nomor_sertifikat")

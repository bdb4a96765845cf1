"""The paper that a row's case ends with: new, known by its number, or filled up."""

from datetime import date
from typing import Any

from fasilitasi import actions
from fasilitasi.hasil import doubts_of_paper, number_label
from fasilitasi.jumlah_nomor import Count, twice
from fasilitasi.models import Fasilitasi
from fasilitasi.sheets.plan import CasePlan, assign
from fasilitasi.sheets.reading import ToldCase
from koperasi.models import Koperasi
from legalitas.choices import NUMBER_ON_SUBJECT
from legalitas.models import Sertifikat
from legalitas.nomor import number_errors
from spreadsheets.kind import Change
from umkm.models import Usaha


def plan_paper(
    made: CasePlan,
    told: ToldCase,
    subject: Usaha | Koperasi,
    known: Sertifikat | None,
    more_known: list[Sertifikat],
) -> None:
    assert told.jenis and told.day  # noqa: S101, PT018
    jenis, case = told.jenis.sertifikat, made.case
    for number in (told.number, *told.more_numbers):
        for text in number_errors(jenis, number):
            told.row.refuse(text, "Perbaiki isi sel ini.", column="nomor_sertifikat")
    _judge_count(told, case)
    if case.sertifikat:
        _fill_paper(made, told, case.sertifikat)
        _fill_more(made, told, told.day, more_known)
        return
    if known and not _may_take(told, known, subject):
        return
    made.paper = known or actions.certificate_of(case, told.day)
    made.is_new_paper = known is None
    if not known:
        assign(made, made.paper, _on_paper(told, jenis), told)
        _judge_paper(told, made.paper)
    _plan_more(made, told, told.day, told.more_numbers, more_known)
    case.sertifikat = made.paper
    if not made.is_new:
        made.touched.add(Fasilitasi)
        made.changes.append(Change("Fasilitasi: sertifikat", "", str(made.paper), is_secret=True))


def _judge_count(told: ToldCase, case: Fasilitasi) -> None:
    """What happened stays as it happened: too few numbers are said, more than there are units are a slip."""
    numbers = [number for number in (told.number, *told.more_numbers) if number]
    count = Count(case.jumlah_unit, len(numbers), case.jenis.nomor_per_satuan)
    if again := twice(numbers):
        told.row.refuse(f"Nomor {again} ditulis dua kali.", "Hapus salah satu.", column="nomor_sertifikat")
    elif count.too_many:
        told.row.refuse(count.too_many, "Periksa kedua kolomnya.", column="nomor_sertifikat")
    elif count.too_few:
        told.row.warn(count.too_few, column="nomor_sertifikat")


def _plan_more(
    made: CasePlan, told: ToldCase, day: date, numbers: list[str], known: list[Sertifikat]
) -> None:
    if known:
        told.row.refuse(
            "Salah satu nomor ini sudah tercatat untuk jenis sertifikat yang sama.",
            "Periksa nomornya di sertifikat.",
            column="nomor_sertifikat",
        )
        return
    for number in numbers:
        paper = actions.certificate_of(made.case, day, number, told.valid_until, told.nomor_ketetapan)
        made.more_papers.append(paper)


def judge_number_on_subject(told: ToldCase, subject: Usaha | Koperasi) -> None:
    jenis = told.jenis.sertifikat if told.jenis else ""
    name = NUMBER_ON_SUBJECT.get(jenis)
    if name and told.number and getattr(subject, name, "") not in ("", told.number):
        told.row.refuse(
            f"{number_label(jenis)[0]} ini berbeda dari yang tercatat pada {subject}.",
            "Periksa sertifikatnya; bila yang tercatat salah, perbaiki di data itu lebih dahulu.",
            column="nomor_sertifikat",
        )


def _may_take(told: ToldCase, known: Sertifikat, subject: Usaha | Koperasi) -> bool:
    """A paper that was recorded by hand becomes this case's, if it is the same subject's and no other case's."""
    is_theirs = bool(subject.pk) and known.subject == subject
    if not is_theirs or known.fasilitasi_set.all() or known.fasilitasi_lain_set.all():
        told.row.refuse(
            "Nomor ini sudah tercatat untuk jenis sertifikat yang sama"
            + (" pada fasilitasi lain." if is_theirs else " atas nama lain."),
            "Periksa nomornya di sertifikat.",
            column="nomor_sertifikat",
        )
        return False
    told.row.warn("Sertifikat ini sudah tercatat, jadi fasilitasi dihubungkan dengannya.")
    return True


def _judge_paper(told: ToldCase, paper: Sertifikat) -> None:
    if paper.valid_until and paper.issued_on and paper.valid_until < paper.issued_on:
        told.row.refuse(
            "Tanggal akhir tidak boleh mendahului tanggal hasil.",
            "Periksa kedua tanggalnya.",
            column="berlaku_sampai",
        )
    looked_at = Sertifikat(
        jenis=paper.jenis,
        number_on_paper=told.number,
        issued_on=paper.issued_on,
        valid_until=paper.valid_until,
        nomor_ketetapan=paper.nomor_ketetapan,
    )
    for doubt in doubts_of_paper(looked_at):
        told.row.warn(doubt, column="nomor_sertifikat")


def _on_paper(told: ToldCase, jenis: str) -> dict[str, Any]:
    """What the row tells of the paper; a number that stands on the subject is not repeated here."""
    given = {
        "number_on_paper": "" if jenis in NUMBER_ON_SUBJECT else told.number,
        "nomor_ketetapan": told.nomor_ketetapan,
        "valid_until": told.valid_until,
    }
    return {name: value for name, value in given.items() if value}


def _fill_paper(made: CasePlan, told: ToldCase, paper: Sertifikat) -> None:
    """A finished case's paper gets what was not known when it was finished."""
    given = _on_paper(told, paper.jenis)
    empty = {name: value for name, value in given.items() if not getattr(paper, name)}
    if empty:
        made.paper = paper
        assign(made, paper, empty, told)
        _judge_paper(told, paper)


def _fill_more(made: CasePlan, told: ToldCase, day: date, known: list[Sertifikat]) -> None:
    """Numbers of further units that came later than the first; whose first is another, the officer sorts out."""
    have = [paper.number_on_paper for paper in made.case.papers]
    missing = [number for number in told.more_numbers if number not in have]
    if not missing:
        return
    if have[0] not in ("", told.number):
        told.row.warn(
            "Nomor di berkas berbeda dari yang tercatat, jadi nomor satuan lainnya tidak ditambahkan.",
            "Catat nomor lainnya pada sertifikat pemohon.",
            column="nomor_sertifikat",
        )
        return
    _plan_more(made, told, day, missing, [paper for paper in known if paper.number_on_paper in missing])
    made.touched.add(Fasilitasi)
    counts = f"{len(have)} nomor", f"{len(have) + len(missing)} nomor"
    made.changes.append(Change("Fasilitasi: sertifikat", *counts))

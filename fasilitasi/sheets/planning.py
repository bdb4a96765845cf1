"""What a row would make of its case and paper: the same rules, steps and doubts as the admin's own pages."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from common.fields import RupiahField
from common.templatetags.indonesia import rupiah, tanggal
from fasilitasi import actions
from fasilitasi.choices import Status
from fasilitasi.hasil import doubts_of_paper, number_label
from fasilitasi.langkah import EXITS, may_move
from fasilitasi.models import Fasilitasi, LangkahFasilitasi
from fasilitasi.sheets.reading import ToldCase
from koperasi.models import Koperasi
from legalitas.choices import NUMBER_ON_SUBJECT
from legalitas.models import Sertifikat
from legalitas.nomor import number_errors
from spreadsheets.kind import Change
from umkm.models import Usaha

# Field → column, where a column of the sheet holds it.
_COLUMN_OF = {
    "merek": "merek",
    "jumlah_unit": "jumlah_unit",
    "tahun_anggaran": "tahun_anggaran",
    "sumber_dana": "sumber_dana",
    "biaya": "biaya",
    "pendamping": "pendamping",
    "lembaga_penerbit": "lembaga_penerbit",
    "number_on_paper": "nomor_sertifikat",
    "nomor_ketetapan": "nomor_ketetapan",
    "valid_until": "berlaku_sampai",
}
_MAY_NOT_FINISH = "Akun Anda belum boleh menyelesaikan fasilitasi."


@dataclass
class CasePlan:
    """Records as they will be, not yet written. Which of the existing ones differ stands in `touched`."""

    case: Fasilitasi
    steps: list[LangkahFasilitasi] = field(default_factory=list)
    paper: Sertifikat | None = None
    changes: list[Change] = field(default_factory=list)
    touched: set[type[models.Model]] = field(default_factory=set)
    is_new: bool = False
    is_new_paper: bool = False


@dataclass(frozen=True)
class Around:
    """Who brings the rows, and whether they may finish cases."""

    by: Any
    may_finish: bool


def plan_case(
    told: ToldCase,
    present: Fasilitasi | None,
    subject: Usaha | Koperasi,
    paper: Sertifikat | None,
    around: Around,
    *,
    is_certain: bool,
) -> CasePlan:
    """Errors and warnings go to the row; `present` is changed in memory, nothing is written."""
    assert told.jenis  # noqa: S101  (a row without a kind is refused before)
    is_usaha = isinstance(subject, Usaha)
    case = present or Fasilitasi(
        jenis=told.jenis,
        usaha=subject if isinstance(subject, Usaha) else None,
        koperasi=subject if isinstance(subject, Koperasi) else None,
    )
    case.jenis = told.jenis
    made = CasePlan(case, is_new=present is None)
    if made.is_new:
        _refuse_wrong_subject(told, is_usaha)
        case.applied_on = told.applied_on or told.day or case.applied_on
    _fill(made, told)
    _add_notes(made, told)
    if made.is_new:
        made.steps.append(actions.opened(case, around.by))
    _move(made, told, around)
    if told.is_finished and told.jenis.sertifikat:
        if is_certain:
            _judge_number_on_subject(told, subject)
        _plan_paper(made, told, subject, paper)
    if made.is_new:
        made.changes = []
    return made


def _refuse_wrong_subject(told: ToldCase, is_usaha: bool) -> None:
    assert told.jenis  # noqa: S101
    if told.jenis.untuk == ("koperasi" if is_usaha else "usaha"):
        told.row.refuse(
            f"{told.jenis} hanya untuk {told.jenis.untuk}.", "Pilih jenis fasilitasi yang sesuai."
        )


# --- the case ---------------------------------------------------------------------------------


def _fill(made: CasePlan, told: ToldCase) -> None:
    """All of a new case; of a running one what is empty; a closed one stands as it was closed."""
    for name, raw in told.fields.items():
        column: Any = Fasilitasi._meta.get_field(name)
        try:
            value = column.clean(raw, made.case)
        except ValidationError as error:
            _refuse(told, error.messages, name)
            continue
        old = getattr(made.case, name)
        if made.is_new or (made.case.is_open and old in (None, "")):
            _set(made, made.case, name, value)
        elif old != value:
            told.row.warn(
                f"{column.verbose_name.capitalize()} di berkas berbeda dari yang tercatat, jadi tidak diubah.",
                "Perbaiki di data fasilitasi bila isi lembar yang benar.",
                column=_COLUMN_OF[name],
            )
    if made.case.jumlah_unit < 1:
        told.row.refuse("Jumlah satuan paling sedikit 1.", "Perbaiki isi sel ini.", column="jumlah_unit")


def _add_notes(made: CasePlan, told: ToldCase) -> None:
    """Lines that are not there yet: the same sheet twice adds nothing."""
    present = made.case.notes.splitlines()
    fresh = [line for note in told.notes for line in note.splitlines() if line.strip() not in present]
    if fresh:
        _assign(made, made.case, {"notes": "\n".join([*present, *(line.strip() for line in fresh)])}, told)


def _move(made: CasePlan, told: ToldCase, around: Around) -> None:
    """From where the case stands to where the row says it is, by one signed step."""
    case, day = made.case, told.day
    if told.status == case.status or day is None:
        return
    if told.is_finished and not around.may_finish:
        told.row.refuse(_MAY_NOT_FINISH, "Serahkan baris ini kepada verifikator.")
        return
    is_running = not told.is_finished and told.status not in EXITS
    if is_running and not may_move(case.status, told.status):
        # The row knows less than the record.
        return
    notes = "\n".join(told.notes) if told.status in EXITS else ""
    if told.status in EXITS and not notes:
        told.row.refuse(
            f"Tulis alasannya: “{Status(told.status).label}” menutup fasilitasi ini.",
            "Isi kolom keterangan.",
            column="keterangan",
        )
    for text in actions.obstacles(case, told.status, day):
        told.row.refuse(text, "Periksa tanggal dan statusnya.")
    made.steps.append(actions.step(case, told.status, day, around.by, notes))
    _set(made, case, "status", told.status)
    if told.is_finished:
        _set(made, case, "result_on", day)


# --- its paper --------------------------------------------------------------------------------


def _plan_paper(
    made: CasePlan,
    told: ToldCase,
    subject: Usaha | Koperasi,
    known: Sertifikat | None,
) -> None:
    assert told.jenis and told.day  # noqa: S101, PT018
    jenis, case = told.jenis.sertifikat, made.case
    for text in number_errors(jenis, told.number):
        told.row.refuse(text, "Perbaiki isi sel ini.", column="nomor_sertifikat")
    if case.sertifikat:
        _fill_paper(made, told, case.sertifikat)
        return
    if known and not _may_take(told, known, subject):
        return
    made.paper = known or actions.certificate_of(case, told.day)
    made.is_new_paper = known is None
    if not known:
        _assign(made, made.paper, _on_paper(told, jenis), told)
        _judge_paper(told, made.paper)
    case.sertifikat = made.paper
    if not made.is_new:
        made.touched.add(Fasilitasi)
        made.changes.append(Change("Fasilitasi: sertifikat", "", str(made.paper), is_secret=True))


def _judge_number_on_subject(told: ToldCase, subject: Usaha | Koperasi) -> None:
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
    if not is_theirs or known.fasilitasi_set.all():
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
        _assign(made, paper, empty, told)
        _judge_paper(told, paper)


# --- fields -----------------------------------------------------------------------------------


def _assign(made: CasePlan, record: models.Model, given: dict[str, Any], told: ToldCase) -> None:
    for name, raw in given.items():
        column: Any = record._meta.get_field(name)
        try:
            value = column.clean(raw, record)
        except ValidationError as error:
            _refuse(told, error.messages, name)
        else:
            _set(made, record, name, value)


def _set(made: CasePlan, record: models.Model, name: str, value: Any) -> None:
    old = getattr(record, name)
    if old == value:
        return
    setattr(record, name, value)
    if record._state.adding:
        return
    column: Any = record._meta.get_field(name)
    whose = "Sertifikat" if isinstance(record, Sertifikat) else "Fasilitasi"
    made.touched.add(type(record))
    made.changes.append(
        Change(
            f"{whose}: {column.verbose_name}",
            _shown(column, old),
            _shown(column, value),
            is_secret=name == "number_on_paper",
        )
    )


def _shown(column: Any, value: Any) -> str:
    if value in (None, ""):
        return ""
    if isinstance(column, models.DateField):
        return tanggal(value)
    if isinstance(column, RupiahField):
        return rupiah(value)
    return str(dict(column.flatchoices).get(value, value)) if column.choices else str(value)


def _refuse(told: ToldCase, texts: list[str], name: str) -> None:
    for text in texts:
        told.row.refuse(text, "Perbaiki isi sel ini.", column=_COLUMN_OF.get(name, "keterangan"))

"""What a row would make of its case: the same rules, steps and doubts as the admin's own pages."""

from typing import Any

from common.text import fold
from fasilitasi import actions
from fasilitasi.choices import Status
from fasilitasi.langkah import EXITS, may_move
from fasilitasi.models import Fasilitasi
from fasilitasi.sheets.papers import judge_number_on_subject, plan_paper
from fasilitasi.sheets.plan import COLUMN_OF, Around, CasePlan, assign
from fasilitasi.sheets.reading import ToldCase
from koperasi.models import Koperasi
from legalitas.models import Sertifikat
from spreadsheets.records import added_lines
from umkm.models import Usaha

_MAY_NOT_FINISH = "Akun Anda belum boleh menyelesaikan fasilitasi."


def plan_case(
    told: ToldCase,
    present: Fasilitasi | None,
    subject: Usaha | Koperasi,
    paper: Sertifikat | None,
    more_papers: list[Sertifikat],
    around: Around,
    *,
    is_certain: bool,
) -> CasePlan:
    """Errors and warnings go to the row; `present` is changed in memory, nothing is written."""
    assert told.jenis  # noqa: S101  (a row without a kind is refused before)
    is_usaha = isinstance(subject, Usaha)
    case = present or new_case(told, subject)
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
            judge_number_on_subject(told, subject)
        plan_paper(made, told, subject, paper, more_papers)
    if made.is_new:
        made.changes = []
    return made


def new_case(told: ToldCase, subject: Usaha | Koperasi) -> Fasilitasi:
    """As far as its kind and applicant go; the rest is filled in cell by cell."""
    assert told.jenis  # noqa: S101
    return Fasilitasi(
        jenis=told.jenis,
        usaha=subject if isinstance(subject, Usaha) else None,
        koperasi=subject if isinstance(subject, Koperasi) else None,
        merek=told.merek,
    )


def _refuse_wrong_subject(told: ToldCase, is_usaha: bool) -> None:
    assert told.jenis  # noqa: S101
    if told.jenis.untuk == ("koperasi" if is_usaha else "usaha"):
        told.row.refuse(
            f"{told.jenis} hanya untuk {told.jenis.untuk}.", "Pilih jenis fasilitasi yang sesuai."
        )


# --- the case ---------------------------------------------------------------------------------


def _fill(made: CasePlan, told: ToldCase) -> None:
    """All of a new case; of a running one what is empty; a closed one stands as it was closed."""
    case = made.case
    for name, raw in told.fields.items():
        if made.is_new or (case.is_open and getattr(case, name) in (None, "")):
            assign(made, case, {name: raw}, told)
        elif getattr(case, name) != raw:
            column: Any = Fasilitasi._meta.get_field(name)
            told.row.warn(
                f"{str(column.verbose_name).capitalize()} di berkas berbeda dari yang tercatat, jadi tidak diubah.",
                "Perbaiki di data fasilitasi bila isi lembar yang benar.",
                column=COLUMN_OF[name],
            )
    if made.case.jumlah_unit < 1:
        told.row.refuse("Jumlah satuan paling sedikit 1.", "Perbaiki isi sel ini.", column="jumlah_unit")


def _add_notes(made: CasePlan, told: ToldCase) -> None:
    """Lines that are not there yet: the same sheet twice adds nothing."""
    lines = list(told.notes)
    if told.product and not _names_products(made, told.product):
        lines.append(f"Produk: {told.product}")
    assign(made, made.case, {"notes": added_lines(made.case.notes, lines)}, told)


def _names_products(made: CasePlan, names: str) -> bool:
    """As the list of cases tells them; a name may hold a comma of its own."""
    known = set() if made.is_new else {fold(produk.name) for produk in made.case.produk.all()}
    return fold(names) in known or {fold(name) for name in names.split(",")} <= known


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
    assign(made, case, {"status": told.status}, told)
    if told.is_finished:
        given: dict[str, Any] = {"result_on": day}
        if told.alasan_ulang:
            given["alasan_ulang"] = told.alasan_ulang
        assign(made, case, given, told)

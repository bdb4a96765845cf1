"""What both kinds of case sheets share: whose the row is, whether the case is recorded, and what it would make."""

from abc import abstractmethod
from copy import copy
from dataclasses import replace

from common.templatetags.indonesia import tanggal
from fasilitasi.choices import Status
from fasilitasi.models import Fasilitasi, LangkahFasilitasi
from fasilitasi.sheets import writing
from fasilitasi.sheets.cases import CaseMatch, CasesInFile, KnownCases, case_key, case_twin
from fasilitasi.sheets.guards import Finishing, guard, needs_reason
from fasilitasi.sheets.options import Asked
from fasilitasi.sheets.plan import Around, CasePlan
from fasilitasi.sheets.planning import new_case, plan_case
from fasilitasi.sheets.reading import ToldCase
from fasilitasi.sheets.subjects import Subject, Subjects
from koperasi.models import Koperasi
from legalitas.models import Sertifikat
from spreadsheets.kind import Batch, Outcome, Planned, Row, SheetKind, Twin
from spreadsheets.models import RowState
from umkm.models import DataTahunan, Pemilik, Usaha
from umkm.sheets.matching import twin_of
from wilayah.match import Regions


class CaseSheet(SheetKind):
    undo_order = (
        LangkahFasilitasi._meta.label,
        Fasilitasi.sertifikat_lain.through._meta.label,
        Fasilitasi._meta.label,
        Sertifikat._meta.label,
        DataTahunan._meta.label,
        Usaha._meta.label,
        Pemilik._meta.label,
        Koperasi._meta.label,
    )
    # One business may be in several rows: two trainings, two kinds of help.
    undo_shared = 3
    writes_like = ("usaha", "koperasi", "fasilitasi")

    @abstractmethod
    def tell(self, row: Row, regions: Regions, asked: Asked) -> ToldCase:
        """What the row says; what it cannot say is refused."""

    def stamp(self) -> str:
        return writing.stamp()

    def check(self, rows: list[Row], batch: Batch) -> list[Outcome]:
        asked, regions = Asked.of(batch.options, batch.user), Regions()
        every = [self.tell(row, regions, asked) for row in rows]
        subjects = Subjects(every, batch, asked.today.year)
        whose = [subjects.of(told) for told in every]
        known = KnownCases(every, [subject.registered for subject in whose])
        matches = [known.match(told, subject.registered) for told, subject in zip(every, whose, strict=True)]
        keys = [
            case_key(told, subject.key, match)
            for told, subject, match in zip(every, whose, matches, strict=True)
        ]
        in_file = CasesInFile(keys, batch)
        around = Around(batch.user, asked.may_finish, asked.today)
        finishing = batch.remembered.setdefault("finishing", Finishing())
        outcomes = []
        for told, subject, match, key in zip(every, whose, matches, keys, strict=True):
            in_file.compare(told, key)
            subjects.keep(told)
            guarded = _guard(told, subject, match, known, finishing, around)
            outcomes.append(_judge(told, subject, guarded, key, known, around))
        return outcomes

    def commit(self, planned: list[Planned], batch: Batch) -> None:
        writing.write(planned, batch, self.tell)


def _guard(
    told: ToldCase,
    subject: Subject,
    match: CaseMatch,
    known: KnownCases,
    finishing: Finishing,
    around: Around,
) -> CaseMatch:
    """The match, and where a case of its own would need a reason first, without the way to one."""
    record = subject.usaha or subject.koperasi
    if told.jenis is None or told.day is None or record is None:
        return match
    granted, own = known.granted(told, subject.registered), new_case(told, record)
    before = [*granted, *finishing.of(subject.key, own)]
    case = match.case or own
    guard(told, case, record, before, on=around.today, turnover=subject.turnover)
    if match.reason and needs_reason(told, own, granted, on=around.today):
        told.row.warn(
            "Bila ini pemberian yang lain, alasannya belum diisi.",
            "Isi kolom “Alasan diberikan lagi”, lalu periksa berkasnya kembali.",
            column="alasan_ulang",
        )
        match = replace(match, may_be_new=False)
    if told.is_finished and case.status != Status.TERBIT and not told.row.is_refused:
        finishing.keep(subject.key, own, told.day)
    return match


def _judge(
    told: ToldCase, subject: Subject, match: CaseMatch, key: str, known: KnownCases, around: Around
) -> Outcome:
    made, record = None, subject.usaha or subject.koperasi
    if told.jenis and told.day and record:
        is_certain = subject.twin is None and not match.reason
        present = _copied(match.case)
        paper, more = known.paper(told), known.more_papers(told)
        made = plan_case(told, present, record, paper, more, around, is_certain=is_certain)
    changes = [*subject.changes, *(made.changes if made else ())]
    state, twin = _state(subject, match, made)
    if twin and state == RowState.TWIN and known.paper(told):
        # Its number stands on a paper already, and a number can do so once.
        twin = replace(twin, may_be_new=False)
    group = told.usaha.group if told.koperasi is None else ""
    return Outcome(state, _label(told), key, group, twin, changes)


def _copied(case: Fasilitasi | None) -> Fasilitasi | None:
    """To be changed on trial."""
    if case is None:
        return None
    trial = copy(case)
    trial.sertifikat = copy(case.sertifikat)
    return trial


def _state(subject: Subject, match: CaseMatch, made: CasePlan | None) -> tuple[RowState, Twin | None]:
    if subject.twin:
        twin = subject.twin
        if match.case:
            also = match.reason or f"{match.case.jenis} yang sama sudah tercatat"
            twin = replace(twin, reason=f"{twin.reason}; {also} ({match.case.nomor})")
        return RowState.TWIN, twin
    if match.case and match.reason:
        return RowState.TWIN, replace(case_twin(match.case, match.reason), may_be_new=match.may_be_new)
    if match.case:
        is_touched = subject.is_touched or bool(made and made.touched)
        return RowState.CHANGED if is_touched else RowState.SAME, case_twin(match.case)
    return RowState.NEW, twin_of(subject.registered, "") if subject.registered else None


def _label(told: ToldCase) -> str:
    """Whose, what, and when it counts: never to be guessed from elsewhere."""
    if told.jenis is None or told.day is None:
        return told.name
    how = "hasil" if told.is_finished else Status(told.status).label.lower()
    return f"{told.name}: {told.jenis}, {how} {tanggal(told.day)}"

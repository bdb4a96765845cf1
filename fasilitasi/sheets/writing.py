"""Writing a batch of cases: owners, businesses and cooperatives first, then cases with their papers and steps."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.db.models.functions import Left
from django.utils import timezone

from fasilitasi import actions
from fasilitasi.models import Fasilitasi, JenisFasilitasi, LangkahFasilitasi
from fasilitasi.sheets.cases import KnownCases
from fasilitasi.sheets.guards import guard
from fasilitasi.sheets.koperasi import plan_koperasi
from fasilitasi.sheets.options import Asked
from fasilitasi.sheets.plan import Around, CasePlan
from fasilitasi.sheets.planning import new_case, plan_case
from fasilitasi.sheets.reading import Tell, ToldCase
from fasilitasi.sheets.subjects import BUSINESS_KEY
from koperasi.models import Koperasi
from legalitas.models import Sertifikat
from spreadsheets.kind import Batch, ChangedError, Planned
from spreadsheets.models import Decision, ImportRow, RowState
from spreadsheets.records import locked, refuse_other_change, save_all, stamp_of
from umkm.models import Kbli, Usaha
from umkm.sheets.writing import TRACKED
from umkm.sheets.writing import write as write_usaha
from wilayah.match import Regions

Target = tuple[str, int] | None
_TIE = Fasilitasi.sertifikat_lain.through
_KOPERASI, _USAHA, _CASE = Koperasi._meta.label, Usaha._meta.label, Fasilitasi._meta.label


def stamp() -> str:
    return stamp_of(*TRACKED, Koperasi, Sertifikat, JenisFasilitasi, Fasilitasi)


@dataclass
class _Line:
    planned: Planned
    told: ToldCase
    target: Target
    case: Fasilitasi | None = None
    subject: Usaha | Koperasi | None = None
    written: list[tuple[str, int, bool]] = field(default_factory=list)

    @property
    def key(self) -> str:
        return self.planned.record.key[:BUSINESS_KEY]

    @property
    def is_certain(self) -> bool:
        return self.planned.record.state != RowState.TWIN


def write(planned: list[Planned], batch: Batch, tell: Tell) -> None:
    asked, regions = Asked.of(batch.options, batch.user), Regions()
    lines = [_Line(each, tell(each.row, regions, asked), each.target) for each in planned]
    _find_cases(lines)
    _write_usaha([line for line in lines if line.told.koperasi is None], batch)
    _write_koperasi([line for line in lines if line.told.koperasi], batch)
    plans = _plan(lines, Around(batch.user, asked.may_finish, asked.today))
    _save_papers(plans, batch)
    _save_cases(plans)
    for line, made in zip(lines, plans, strict=True):
        line.planned.written = _written(line, made)


def _find_cases(lines: list[_Line]) -> None:
    """Cases that rows were compared with, locked; a case's own subject is its row's."""
    twins = {pk for line in lines if (pk := _case_of(line.planned.record))}
    cases = Fasilitasi.objects.filter(pk__in=twins).select_related("jenis", "sertifikat")
    found = {case.pk: case for case in locked(cases).prefetch_related("produk")}
    for line in lines:
        if pk := _case_of(line.planned.record):
            case = found.get(pk)
            if case is None or case.archived_at:
                raise ChangedError
            line.target = (_USAHA, case.usaha_id) if case.usaha_id else (_KOPERASI, case.koperasi_id or 0)
            line.case = None if line.planned.record.decision == Decision.NEW else case


def _case_of(record: ImportRow) -> int | None:
    return record.twin["pk"] if record.twin.get("model") == _CASE else None


# --- whose ------------------------------------------------------------------------------------


def _write_usaha(lines: list[_Line], batch: Batch) -> None:
    """Round by round: a business that several rows are about is registered by the first of them."""
    made = _made_before(lines, batch, _USAHA)
    options = {"edition": Kbli.Edition.KBLI_2020, "tahun": timezone.localdate().year}
    for rows in _rounds(lines):
        planned = []
        for line in rows:
            is_known = line.target is not None and line.target[0] == _USAHA
            if line.key in made and not is_known:
                line.target = (_USAHA, made[line.key])
            planned.append(_without_case(line))
        plans = write_usaha(planned, replace(batch, options=options), [line.told.usaha for line in rows])
        for line, each, plan in zip(rows, planned, plans, strict=True):
            line.subject, line.written = plan.usaha, list(each.written)
            plan.usaha.pemilik = plan.owner
            made.setdefault(line.key, plan.usaha.pk)


def _without_case(line: _Line) -> Planned:
    """The row as the sheet of businesses would have it."""
    record = line.planned.record
    model, pk = line.target or ("", 0)
    is_shown = line.is_certain and record.twin and model == _USAHA
    about = ImportRow(
        state=RowState.CHANGED if is_shown else RowState.NEW,
        twin={"model": model, "pk": pk} if model else {},
        changes=record.changes,
    )
    return Planned(line.planned.row, about)


def _rounds(lines: Iterable[_Line]) -> list[list[_Line]]:
    """Each subject once in a round."""
    counts: dict[str, int] = defaultdict(int)
    rounds: list[list[_Line]] = []
    for line in lines:
        turn = counts[line.key]
        counts[line.key] += 1
        if turn == len(rounds):
            rounds.append([])
        rounds[turn].append(line)
    return rounds


def _made_before(lines: list[_Line], batch: Batch, label: str) -> dict[str, int]:
    """Key of a subject → the record that an earlier batch of this import wrote for it."""
    earlier = (
        ImportRow.objects.filter(upload=batch.upload)
        .exclude(written=[])
        .annotate(subject=Left("key", BUSINESS_KEY))
        .filter(subject__in={line.key for line in lines})
    )
    return {
        subject: pk
        for subject, written in earlier.order_by("-id").values_list("subject", "written")
        for model, pk, was_made in written
        if model == label and was_made
    }


def _write_koperasi(lines: list[_Line], batch: Batch) -> None:
    if not lines:
        return
    made = _made_before(lines, batch, _KOPERASI)
    for line in lines:
        if line.target is None and line.key in made:
            line.target = (_KOPERASI, made[line.key])
    targets = {line.target[1] for line in lines if line.target}
    present = {each.pk: each for each in locked(Koperasi.objects.filter(pk__in=targets))}
    fresh: dict[str, Koperasi] = {}
    touched: dict[int, Koperasi] = {}
    for line in lines:
        assert line.told.koperasi  # noqa: S101  (whose rows these are)
        known = present.get(line.target[1]) if line.target else fresh.get(line.key)
        if line.target and (known is None or known.archived_at):
            raise ChangedError
        line.subject, changes = plan_koperasi(line.told.koperasi, known)
        if known is None:
            fresh[line.key] = line.subject
        elif changes and known.pk:
            touched[known.pk] = known
    save_all(Koperasi, [(each, True) for each in (*fresh.values(), *touched.values())])
    new = {koperasi.pk for koperasi in fresh.values()}
    for line in lines:
        pk = line.subject.pk if line.subject else 0
        if pk in new or pk in touched:
            line.written.append((_KOPERASI, pk, pk in new))


# --- cases ------------------------------------------------------------------------------------


def _plan(lines: list[_Line], around: Around) -> list[CasePlan]:
    known = KnownCases([line.told for line in lines], [line.subject for line in lines], locks=True)
    plans = []
    for line in lines:
        subject = line.subject
        if subject is None:
            raise ChangedError
        decided = line.planned.record.decision == Decision.USE and line.case is None
        # The clerk said whose it is; the case of theirs that the row means goes with it.
        present = known.match(line.told, subject).case if decided else line.case
        if present:
            # One record in memory for all rows that mean it, with the subject as it was just written.
            present = next((case for case in known.of(line.told, subject) if case.pk == present.pk), present)
        found = present or new_case(line.told, subject)
        guard(line.told, found, subject, known.granted(line.told, subject), on=around.today)
        paper, more = known.paper(line.told), known.more_papers(line.told)
        made = plan_case(line.told, present, subject, paper, more, around, is_certain=line.is_certain)
        if line.told.row.is_refused:
            raise ChangedError
        if line.planned.record.state == RowState.CHANGED:
            refuse_other_change(line.planned.record, made.changes)
        plans.append(made)
    return plans


def _save_papers(plans: list[CasePlan], batch: Batch) -> None:
    fresh = [made.paper for made in plans if made.paper and made.is_new_paper]
    more = [paper for made in plans for paper in made.more_papers]
    for paper in (*fresh, *more):
        # As `fasilitasi.actions.finish` does: whoever finishes a case has seen its paper.
        paper.verified_at, paper.verified_by = timezone.now(), batch.user
    known = ((made.paper, Sertifikat in made.touched) for made in plans if made.paper)
    save_all(Sertifikat, (*known, *((paper, True) for paper in more)))


def _save_cases(plans: list[CasePlan]) -> None:
    fresh = [made.case for made in plans if made.is_new]
    for made in plans:
        if made.paper:
            # The keys are known only now.
            made.case.sertifikat = made.paper
    for case, nomor in zip(
        fresh, actions.next_numbers([case.applied_on.year for case in fresh]), strict=True
    ):
        case.nomor = nomor
    save_all(Fasilitasi, ((made.case, Fasilitasi in made.touched) for made in plans))
    steps = [step for made in plans for step in made.steps]
    for made in plans:
        for step in made.steps:
            step.fasilitasi = made.case
    LangkahFasilitasi.objects.bulk_create(steps)
    for made in plans:
        made.ties = [_TIE(fasilitasi=made.case, sertifikat=paper) for paper in made.more_papers]
    _TIE._base_manager.bulk_create([tie for made in plans for tie in made.ties])


def _written(line: _Line, made: CasePlan) -> list[tuple[str, int, bool]]:
    found = [(LangkahFasilitasi._meta.label, step.pk, True) for step in made.steps]
    if made.is_new or Fasilitasi in made.touched:
        found.append((_CASE, made.case.pk, made.is_new))
    found += [(_TIE._meta.label, tie.pk, True) for tie in made.ties]
    found += [(Sertifikat._meta.label, paper.pk, True) for paper in made.more_papers]
    if made.paper and (made.is_new_paper or Sertifikat in made.touched):
        found.append((Sertifikat._meta.label, made.paper.pk, made.is_new_paper))
    return found + line.written

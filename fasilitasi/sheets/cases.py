"""Which recorded case a row means: the same one, one that may be the same, or none (domain 6.1)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.db.models.functions import Left, Substr
from django.urls import reverse

from common.fields import blind_index
from common.templatetags.indonesia import tanggal
from fasilitasi.choices import SatuanHitung, Status
from fasilitasi.langkah import EXITS
from fasilitasi.models import Fasilitasi, JenisFasilitasi
from fasilitasi.sheets.reading import ToldCase, course_of
from fasilitasi.sheets.subjects import BUSINESS_KEY
from koperasi.models import Koperasi
from legalitas.choices import NUMBER_ON_SUBJECT
from legalitas.models import Sertifikat
from spreadsheets.kind import Batch, Twin
from spreadsheets.models import ImportRow
from spreadsheets.records import locked
from umkm.models import Usaha

_PART = 10
_CASE_KEY = BUSINESS_KEY + _PART


@dataclass(frozen=True)
class CaseMatch:
    """`reason` is a doubt; without one, `case` is certain (or None: not recorded yet)."""

    case: Fasilitasi | None = None
    reason: str = ""
    # False where a case beside the doubtful one would be a second grant without a reason.
    may_be_new: bool = True


class KnownCases:
    """Cases of the subjects and kinds of a batch, and papers that bear its numbers; four statements at most."""

    def __init__(
        self, every: Iterable[ToldCase], subjects: Iterable[Usaha | Koperasi | None], *, locks: bool = False
    ) -> None:
        every = list(every)
        kinds = {told.jenis.pk for told in every if told.jenis}
        present = [each for each in subjects if each and each.pk]
        usaha = {each.pk for each in present if isinstance(each, Usaha)}
        koperasi = {each.pk for each in present if isinstance(each, Koperasi)}
        found: Any = Fasilitasi.objects.active().filter(
            Q(usaha__in=usaha) | Q(koperasi__in=koperasi), jenis__in=kinds
        )
        cases = locked(found) if locks else found.order_by("pk")
        self.cases: dict[Any, list[Fasilitasi]] = defaultdict(list)
        for case in cases.select_related("jenis", "sertifikat").prefetch_related("produk", "sertifikat_lain"):
            self.cases[case.jenis_id, case.usaha_id, case.koperasi_id].append(case)
        self.papers = _papers(every)
        # Cases that an earlier row of the batch means already.
        self.claimed: set[int] = set()

    def of(self, told: ToldCase, subject: Usaha | Koperasi | None) -> list[Fasilitasi]:
        if subject is None or not subject.pk or not told.jenis:
            return []
        found = self._all_of(told.jenis, subject)
        if told.course:
            return [case for case in found if course_of(case.notes) == told.course]
        return [case for case in found if not told.merek or case.merek.upper() == told.merek.upper()]

    def granted(self, told: ToldCase, subject: Usaha | Koperasi | None) -> list[Fasilitasi]:
        """What the subject received of the row's kind, about whatever."""
        if subject is None or not subject.pk or not told.jenis:
            return []
        return [case for case in self._all_of(told.jenis, subject) if case.status == Status.TERBIT]

    def _all_of(self, jenis: JenisFasilitasi, subject: Usaha | Koperasi) -> list[Fasilitasi]:
        is_usaha = isinstance(subject, Usaha)
        return self.cases[jenis.pk, subject.pk if is_usaha else None, None if is_usaha else subject.pk]

    def match(self, told: ToldCase, subject: Usaha | Koperasi | None) -> CaseMatch:
        found = self.of(told, subject)
        same = [case for case in found if _is_same(told, case)]
        free = [case for case in same if case.pk not in self.claimed] or same
        if free:
            self.claimed.add(free[0].pk)
            return CaseMatch(free[0])
        for case in found:
            if reason := _doubt(told, case):
                return CaseMatch(case, reason)
        return CaseMatch()

    def paper(self, told: ToldCase) -> Sertifikat | None:
        """The paper that bears the row's number already."""
        if not told.jenis or not told.number:
            return None
        return self.papers.get((told.jenis.sertifikat, told.number))

    def more_papers(self, told: ToldCase) -> list[Sertifikat]:
        """Papers that bear a further number of the row already."""
        jenis = told.jenis.sertifikat if told.jenis else ""
        return [paper for number in told.more_numbers if (paper := self.papers.get((jenis, number)))]


def _papers(every: list[ToldCase]) -> dict[tuple[str, str], Sertifikat]:
    wanted = {
        (told.jenis.sertifikat, number)
        for told in every
        if told.jenis and told.number and told.jenis.sertifikat not in NUMBER_ON_SUBJECT
        for number in (told.number, *told.more_numbers)
    }
    if not wanted:
        return {}
    kinds, numbers = zip(*wanted, strict=True)
    found = Sertifikat.objects.active().filter(jenis__in=kinds, number_on_paper__in=numbers)
    return {
        (paper.jenis, paper.number_on_paper): paper
        for paper in found.prefetch_related("fasilitasi_set", "fasilitasi_lain_set").select_related(
            "usaha", "koperasi"
        )
    }


def _number(case: Fasilitasi) -> str:
    """A number that stands on the subject is the same for all its cases, so it tells none of them apart."""
    return case.sertifikat.number_on_paper if case.sertifikat else ""


def _is_same(told: ToldCase, case: Fasilitasi) -> bool:
    if "jumlah_unit" in told.fields and told.fields["jumlah_unit"] != case.jumlah_unit:
        return False
    if told.status != case.status:
        return False
    if not told.is_finished:
        day = case.applied_on
        return told.day is None or (day == told.day if told.is_exact else day.year == told.day.year)
    number = _number(case)
    if told.number and number:
        return told.number == number and _is_same_day(told, case)
    return _is_same_day(told, case)


def _is_same_day(told: ToldCase, case: Fasilitasi) -> bool:
    if case.result_on is None or told.day is None:
        return False
    return case.result_on == told.day if told.is_exact else case.result_on.year == told.day.year


def _doubt(told: ToldCase, case: Fasilitasi) -> str:
    """Why this may be the same case; empty where it is another one."""
    if case.is_open and told.is_finished and told.day and told.day < case.applied_on:
        # What began later cannot have ended so early.
        return ""
    if case.is_open:
        return f"permohonan {case.jenis} masih berjalan sejak {tanggal(case.applied_on)}"
    if case.status in EXITS:
        same_year = told.day and case.applied_on.year == told.day.year and told.status == case.status
        return f"{case.jenis} ini sudah tercatat {case.get_status_display().lower()}" if same_year else ""
    number = _number(case)
    if told.number and told.number == number:
        return f"nomor sertifikat sama, hasil {tanggal(case.result_on)}"
    if told.day is None or case.result_on is None or case.result_on.year != told.day.year:
        return ""
    if told.number and number and case.jenis.satuan == SatuanHitung.BIDANG:
        # Another plot of the same owner.
        return ""
    return f"{case.jenis} sudah diterima tahun {case.result_on.year}, hasil {tanggal(case.result_on)}"


def case_twin(case: Fasilitasi, reason: str = "") -> Twin:
    return Twin(
        model=Fasilitasi._meta.label,
        pk=case.pk,
        label=str(case),
        reason=reason,
        detail=case.get_status_display(),
        url=reverse("admin:fasilitasi_fasilitasi_change", args=[case.pk]),
    )


# --- rows of one file -------------------------------------------------------------------------


def case_key(told: ToldCase, subject_key: str, match: CaseMatch) -> str:
    """Subject, then kind with year and brand (or the very case), then the number on paper: 12 + 10 + 10 or none."""
    if match.case and not match.reason:
        return f"{subject_key}{blind_index(f'kasus|{match.case.pk}')[:_PART]}"
    jenis, year = (told.jenis.pk if told.jenis else ""), (told.day.year if told.day else "")
    case = blind_index(f"{jenis}|{year}|{told.merek.upper()}|{told.course}")[:_PART]
    is_on_paper = told.jenis and told.number and told.jenis.sertifikat not in NUMBER_ON_SUBJECT
    number = (
        blind_index(f"nomor|{told.jenis.sertifikat}|{told.number}")[:_PART]
        if is_on_paper and told.jenis
        else ""
    )
    return f"{subject_key}{case}{number}"


class CasesInFile:
    """The same help twice in one file, and one number on two papers."""

    def __init__(self, keys: Iterable[str], batch: Batch) -> None:
        keys = list(keys)
        self.by_case: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self.by_number: dict[str, tuple[str, int]] = {}
        earlier = (
            ImportRow.objects.filter(upload=batch.upload)
            .exclude(key="")
            .annotate(case=Left("key", _CASE_KEY), number_part=Substr("key", _CASE_KEY + 1))
            .filter(
                Q(case__in={key[:_CASE_KEY] for key in keys})
                | Q(number_part__in={key[_CASE_KEY:] for key in keys} - {""})
            )
        )
        for key, number in earlier.order_by("id").values_list("key", "number"):
            self._keep(key, number)

    def compare(self, told: ToldCase, key: str) -> None:
        case, number = key[:_CASE_KEY], key[_CASE_KEY:]
        for other, row in self.by_case[case]:
            if not (number and other[_CASE_KEY:] and number != other[_CASE_KEY:]):
                told.row.refuse(
                    f"Fasilitasi ini sudah ada di baris {row} berkas yang sama.",
                    "Hapus salah satu. Bila memang dua, isi nomor sertifikat atau mereknya pada keduanya.",
                )
                break
        else:
            if number and number in self.by_number:
                told.row.refuse(
                    f"Nomor sertifikat ini sudah ada di baris {self.by_number[number][1]} berkas yang sama.",
                    "Satu nomor hanya untuk satu sertifikat. Periksa keduanya.",
                    column="nomor_sertifikat",
                )
        if not told.row.is_refused:
            self._keep(key, told.row.number)

    def _keep(self, key: str, row: int) -> None:
        self.by_case[key[:_CASE_KEY]].append((key, row))
        if number := key[_CASE_KEY:]:
            self.by_number.setdefault(number, (key, row))

"""The kind of sheet that finishes many cases at once: a case a row, with the number and date of its result."""

from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError

from common.templatetags.indonesia import tanggal
from fasilitasi import actions
from fasilitasi.choices import BatasUlang, Status
from fasilitasi.duplicates import GrantKey, grant_key, granted_to, second_among
from fasilitasi.jumlah_nomor import BETWEEN
from fasilitasi.models import Fasilitasi, JenisFasilitasi, LangkahFasilitasi, NilaiHasil
from fasilitasi.sasaran import excluded, excluded_words
from fasilitasi.sheets.hasil_columns import COLUMNS
from fasilitasi.sheets.hasil_papers import ToldResult, judge_papers, numbered, tell_result
from fasilitasi.sheets.hasil_values import Asked, asked_by_kind, change_of
from fasilitasi.sheets.reading import numbers_of
from koperasi.models import Koperasi
from legalitas.choices import NUMBER_ON_SUBJECT, JenisSertifikat
from legalitas.models import Sertifikat
from spreadsheets.kind import Batch, Change, ChangedError, Outcome, Planned, Row, SheetKind, Twin
from spreadsheets.models import RowState
from spreadsheets.records import stamp_of
from umkm.models import Pemilik, Usaha

_TIE, _MORE = Sertifikat.produk.through, Fasilitasi.sertifikat_lain.through
_CASE = Fasilitasi._meta.label


class HasilSheet(SheetKind):
    slug = "hasil"
    title = "Hasil fasilitasi (nomor sertifikat)"
    description = (
        "Satu baris menyelesaikan satu fasilitasi yang sedang berjalan: nomor fasilitasi, tanggal hasil, dan nomor "
        "sertifikatnya. Untuk ratusan nomor yang datang bersama, misalnya dari BPN atau BPJPH."
    )
    permissions = ("fasilitasi.finish_fasilitasi", "fasilitasi.change_fasilitasi", "umkm.view_personal_data")
    columns = COLUMNS
    undo_order = (
        LangkahFasilitasi._meta.label,
        NilaiHasil._meta.label,
        _TIE._meta.label,
        _MORE._meta.label,
        _CASE,
        Sertifikat._meta.label,
        Usaha._meta.label,
        Koperasi._meta.label,
    )
    # A number such as the NIB stands on the applicant, which several rows may be about.
    undo_shared = 2
    undo_whole = True
    keeps_notes = False
    writes_like = ("usaha", "koperasi", "fasilitasi")

    def stamp(self) -> str:
        return stamp_of(Fasilitasi, JenisFasilitasi, Sertifikat, Usaha, Koperasi, Pemilik)

    def check(self, rows: list[Row], batch: Batch) -> list[Outcome]:
        cases = _cases(rows, batch.user)
        known = _Known.of(rows, cases, batch)
        return [_judge(row, cases.get(_nomor(row)), known) for row in rows]

    def commit(self, planned: list[Planned], batch: Batch) -> None:
        """Each through the same door as from its own page, so that no rule of the finish can be missing here."""
        cases = _cases([each.row for each in planned], batch.user)
        asked = asked_by_kind(cases.values())
        for each in planned:
            case = cases.get(_nomor(each.row))
            if case is None or each.target != (_CASE, case.pk) or case.status == Status.TERBIT:
                raise ChangedError
            try:
                each.written = _finish(case, each.row, batch.user, asked)
            except (ValidationError, IntegrityError):
                raise ChangedError from None


def _nomor(row: Row) -> str:
    return str(row.get("nomor_fasilitasi") or "").upper().replace(" ", "")


def _cases(rows: list[Row], user: Any) -> dict[str, Fasilitasi]:
    """Within the officer's kecamatan; one statement."""
    cases: Any = Fasilitasi.objects.active().in_scope_of(user).with_subject()
    return {
        case.nomor: case
        for case in cases.filter(nomor__in={_nomor(row) for row in rows}).prefetch_related(
            "produk", "sertifikat_lain"
        )
    }


# --- what rows are compared with ---------------------------------------------------------------


@dataclass
class _Known:
    """What rows are compared with: papers and grants of the portal, and the rows of the file before."""

    taken: dict[tuple[str, str], int]  # (kind of certificate, number) → the certificate that bears it
    granted: dict[GrantKey, list[Fasilitasi]]
    seen: dict[str, int]  # number of a case → its row
    numbers: dict[tuple[str, str], int]  # (kind of certificate, number) → its row
    asked: Asked  # what each kind asks for beside a paper
    finishing: dict[GrantKey, list[Fasilitasi]]  # by rows of the file, of kinds with a limit

    @classmethod
    def of(cls, rows: list[Row], cases: dict[str, Fasilitasi], batch: Batch) -> "_Known":
        return cls(
            _taken(rows, cases),
            granted_to(cases.values()),
            {key: row.number for key, row in batch.seen({_nomor(row) for row in rows}).items()},
            batch.remembered.setdefault("numbers", {}),
            asked_by_kind(cases.values()),
            batch.remembered.setdefault("finishing", {}),
        )

    def second(self, case: Fasilitasi, day: date) -> Fasilitasi | None:
        key = grant_key(case)
        return second_among([*self.granted.get(key, ()), *self.finishing.get(key, ())], case, day.year)

    def keep(self, case: Fasilitasi, day: date) -> None:
        if case.jenis.batas_ulang != BatasUlang.BEBAS:
            done = copy(case)
            done.result_on = day
            self.finishing.setdefault(grant_key(case), []).append(done)


def _taken(rows: list[Row], cases: dict[str, Fasilitasi]) -> dict[tuple[str, str], int]:
    """One statement."""
    asked = {
        number for row in rows if (case := cases.get(_nomor(row))) for number in numbers_of(row, case.jenis)
    }
    found = Sertifikat.objects.active().filter(number_on_paper__in=asked).order_by()
    return {(jenis, number): pk for jenis, number, pk in found.values_list("jenis", "number_on_paper", "pk")}


# --- what becomes of it -----------------------------------------------------------------------


def _judge(row: Row, case: Fasilitasi | None, known: _Known) -> Outcome:
    nomor, seen = _nomor(row), known.seen
    if case is None:
        row.refuse(
            f"Fasilitasi {nomor or 'tanpa nomor'} tidak ditemukan.",
            "Periksa nomornya pada daftar fasilitasi.",
            column="nomor_fasilitasi",
        )
        return Outcome(RowState.NEW, nomor)
    if nomor in seen:
        row.refuse(f"{nomor} sudah ada di baris {seen[nomor]} berkas yang sama.", "Hapus salah satu.")
    seen.setdefault(nomor, row.number)
    told = tell_result(row, case, known.asked)
    twin = Twin(_CASE, case.pk, str(case), may_be_new=False)
    label = f"{nomor}: {case.subject}"
    if told is None:
        return Outcome(RowState.CHANGED, label, nomor, twin=twin)
    if _is_same(case, told):
        return Outcome(RowState.SAME, label, nomor, twin=twin)
    _refuse_what_cannot_be(row, case, told, known)
    if case.jenis.sertifikat:
        judge_papers(row, case, told, known.taken, known.numbers)
    if not row.is_refused:
        known.keep(case, told.day)
    return Outcome(RowState.CHANGED, label, nomor, twin=twin, changes=_changes(case, told))


def _is_same(case: Fasilitasi, told: ToldResult) -> bool:
    numbers = sorted(number for paper in case.papers if (number := paper.number))
    return (case.status, case.result_on, numbers) == (Status.TERBIT, told.day, sorted(told.numbers))


def _refuse_what_cannot_be(row: Row, case: Fasilitasi, told: ToldResult, known: _Known) -> None:
    for text in actions.obstacles(case, Status.TERBIT, told.day):
        row.refuse(text, "Periksa nomor dan tanggalnya.")
    owner = case.usaha.pemilik if case.usaha else None
    if owner and excluded(tolak_aparatur=case.jenis.tolak_aparatur, is_aparatur=owner.is_aparatur):
        row.refuse(excluded_words(case.jenis), "Tolak permohonan ini.")
    if not row.get("alasan_ulang") and (other := known.second(case, told.day)):
        row.refuse(
            f"{case.jenis} sudah diberikan ({other.nomor}).",
            "Isi kolom “Alasan diberikan lagi”, atau hapus barisnya.",
            column="alasan_ulang",
        )


def _changes(case: Fasilitasi, told: ToldResult) -> list[Change]:
    found = [
        Change("Status", case.status_label, Status.TERBIT.label),
        Change("Tanggal hasil", "", tanggal(told.day)),
    ]
    if told.numbers:
        # A land title's number tells what somebody owns.
        is_land = case.jenis.sertifikat == JenisSertifikat.SHAT
        found.append(Change("Nomor sertifikat", "", BETWEEN.join(told.numbers), is_secret=is_land))
    return [*found, *change_of(told.hasil)]


def _finish(case: Fasilitasi, row: Row, by: Any, asked: Asked) -> list[tuple[str, int, bool]]:
    told = tell_result(row, case, asked)
    if told is None:
        raise ChangedError
    subject = case.subject
    field = NUMBER_ON_SUBJECT.get(case.jenis.sertifikat)
    before = getattr(subject, field) if field else ""
    done = actions.finish(
        fasilitasi=case,
        by=by,
        result_on=told.day,
        numbers=numbered(case, told.numbers),
        valid_until=told.valid_until,
        nomor_ketetapan=told.nomor_ketetapan,
        notes=row.get("catatan_langkah") or "",
        alasan_ulang=row.get("alasan_ulang") or "",
        hasil=told.hasil,
    )
    step = done.langkahfasilitasi_set.order_by("-pk").values_list("pk", flat=True)[0]
    written = [(LangkahFasilitasi._meta.label, step, True), (_CASE, done.pk, False)]
    papers = done.papers
    ties = _TIE._base_manager.filter(sertifikat__in=papers).values_list("pk", flat=True)
    more = _MORE._base_manager.filter(fasilitasi=done).values_list("pk", flat=True)
    values = done.nilaihasil_set.values_list("pk", flat=True)
    written += [(NilaiHasil._meta.label, pk, True) for pk in values]
    written += [(_TIE._meta.label, pk, True) for pk in ties]
    written += [(_MORE._meta.label, pk, True) for pk in more]
    written += [(Sertifikat._meta.label, paper.pk, True) for paper in papers]
    if field and told.numbers and told.numbers != [before]:
        written.append((subject._meta.label, subject.pk, False))
    return written

"""The cooperative that a row means: NIK Koperasi, then the legal entity's number, then name and desa."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F, Func, Q, QuerySet, Value
from django.db.models.functions import Upper

from common.fields import blind_index
from common.identifiers import normalise_nik_koperasi
from koperasi.duplicates import comparable_koperasi
from koperasi.models import Koperasi
from spreadsheets.kind import Change, Row, Twin
from umkm.duplicates import SIMILAR, likeness
from umkm.sheets.matching import grouped, twin_of
from umkm.sheets.reading import place
from wilayah.match import Regions
from wilayah.models import Desa

_COLUMN_OF = {"nik_koperasi": "nik_koperasi", "nomor_badan_hukum": "nomor_badan_hukum"}


@dataclass
class ToldKoperasi:
    row: Row
    name: str = ""
    desa: Desa | None = None
    numbers: dict[str, str] = field(default_factory=dict)  # field → as told

    @cached_property
    def comparable(self) -> str:
        return comparable_koperasi(self.name)

    @property
    def badan_hukum(self) -> str:
        return _compact(self.numbers.get("nomor_badan_hukum", ""))

    @property
    def nik(self) -> str:
        return self.numbers.get("nik_koperasi", "")

    @cached_property
    def key(self) -> str:
        """Rows that mean one cooperative."""
        who = self.nik or f"{self.comparable}|{self.desa.pk if self.desa else ''}"
        return blind_index(f"koperasi|{who}")


@dataclass
class Match:
    koperasi: Koperasi | None = None
    twin: Twin | None = None
    refusal: str = ""
    advice: str = ""


def tell_koperasi(row: Row, regions: Regions) -> ToldKoperasi:
    told = ToldKoperasi(row, row.get("nama_koperasi") or row.get("nama_usaha") or "")
    found: dict[str, Any] = {}
    own = row.get("kec_koperasi") or row.get("kel_koperasi")
    place(found, row, regions, *(("kec_koperasi", "kel_koperasi") if own else ("kec_usaha", "kel_usaha")))
    told.desa = found.get("desa")
    if nik := normalise_nik_koperasi(row.get("nik_koperasi") or ""):
        told.numbers["nik_koperasi"] = nik
    if number := row.get("nomor_badan_hukum"):
        told.numbers["nomor_badan_hukum"] = number
    if not told.name:
        row.refuse("Nama koperasi kosong.", "Isi nama koperasinya.")
    return told


class RegisteredKoperasi:
    """What the office already has that rows of a batch may mean; one statement, and one for the officer's scope."""

    def __init__(self, rows: list[ToldKoperasi], user: Any) -> None:
        self.user = user
        found = list(_candidates(rows)) if rows else []
        self.by_pk = {each.pk: each for each in found}
        self.by_nik = {each.nik_koperasi: each for each in found if each.nik_koperasi}
        self.by_number = grouped(found, lambda each: _compact(each.nomor_badan_hukum))
        self.by_desa = grouped(found, lambda each: each.desa_id)
        self.by_name = grouped(found, lambda each: comparable_koperasi(each.name))
        self.reached = frozenset[int]()
        if user.scope and found:
            reach = Koperasi.objects.in_scope_of(user).filter(pk__in=self.by_pk)
            self.reached = frozenset(reach.values_list("pk", flat=True))

    def reaches(self, koperasi: Koperasi) -> bool:
        return not self.user.scope or koperasi.pk in self.reached

    def match(self, told: ToldKoperasi) -> Match:
        found = self._found(told)
        if found.koperasi and not self.reaches(found.koperasi):
            return Match(
                refusal="Koperasi ini sudah terdaftar di luar wilayah tugas Anda.",
                advice="Serahkan baris ini kepada petugas kabupaten.",
            )
        if found.koperasi and found.koperasi.archived_at:
            return Match(
                refusal=f"{found.koperasi} sudah ada di arsip.",
                advice="Kembalikan dahulu dari arsip, lalu unggah baris ini lagi.",
            )
        return found

    def _found(self, told: ToldKoperasi) -> Match:
        if known := self.by_nik.get(told.nik):
            return self._same(told, known, "NIK Koperasi sama, tetapi namanya berbeda", may_be_new=False)
        near = [*self.by_number.get(told.badan_hukum or None, [])]
        for known in near:
            return self._same(told, known, "nomor badan hukum sama, tetapi namanya berbeda")
        return self._by_name(told)

    def _same(self, told: ToldKoperasi, known: Koperasi, doubt: str, *, may_be_new: bool = True) -> Match:
        is_alike = likeness(told.comparable, comparable_koperasi(known.name)) >= SIMILAR
        if is_alike or not self.reaches(known):
            return Match(koperasi=known)
        return Match(twin=_twin(known, doubt, may_be_new=may_be_new))

    def _by_name(self, told: ToldKoperasi) -> Match:
        if told.desa is None:
            return self._without_place(told)
        near = [(likeness(told.comparable, comparable_koperasi(each.name)), each) for each in self._of(told)]
        near = [(likely, each) for likely, each in near if likely >= SIMILAR and self.reaches(each)]
        if not near:
            return Match()
        likely, best = min(near, key=lambda pair: (-pair[0], pair[1].archived_at is not None, pair[1].pk))
        if likely == 1 and not _contradicts(told, best):
            return Match(koperasi=best)
        if best.archived_at:
            return Match()
        return Match(twin=_twin(best, "nama mirip di desa yang sama"))

    def _of(self, told: ToldKoperasi) -> list[Koperasi]:
        return self.by_desa.get(told.desa.pk, []) if told.desa else []

    def _without_place(self, told: ToldKoperasi) -> Match:
        same = [each for each in self.by_name.get(told.comparable, []) if not _contradicts(told, each)]
        same = [each for each in same if self.reaches(each) and not each.archived_at]
        if not same:
            return Match()
        if same[0].desa_id is None:
            return Match(koperasi=same[0])
        return Match(twin=_twin(same[0], "nama sama; desa di berkas kosong"))


def _candidates(rows: list[ToldKoperasi]) -> QuerySet[Koperasi]:
    """The numbers are free text, so spaces, dots and case are left out on both sides."""
    niks = {told.nik for told in rows} - {""}
    numbers = {told.badan_hukum for told in rows} - {""}
    desa = {told.desa.pk for told in rows if told.desa}
    names = {told.name.upper() for told in rows if told.name and told.desa is None}
    compact = Func(
        F("nomor_badan_hukum"), Value("[^0-9A-Za-z]"), Value(""), Value("g"), function="regexp_replace"
    )
    every = Koperasi.objects.with_place().annotate(compact=Upper(compact), folded=Upper("name"))
    return every.filter(
        Q(nik_koperasi__in=niks) | Q(compact__in=numbers) | Q(desa__in=desa) | Q(folded__in=names)
    ).order_by("pk")


def _twin(known: Koperasi, reason: str, *, may_be_new: bool = True) -> Twin:
    twin = twin_of(known, reason, may_be_new=may_be_new)
    return replace(twin, detail=str(known.desa)) if known.desa else twin


def _compact(number: str) -> str:
    return "".join(letter for letter in number if letter.isascii() and letter.isalnum()).upper()


def _contradicts(told: ToldKoperasi, known: Koperasi) -> bool:
    return bool(told.nik and known.nik_koperasi and told.nik != known.nik_koperasi)


def plan_koperasi(told: ToldKoperasi, known: Koperasi | None) -> tuple[Koperasi, list[Change]]:
    """A draft with what the row tells, or what the known one had empty; nothing is written."""
    record = known or Koperasi(name=told.name, desa=told.desa, is_draft=True)
    changes: list[Change] = []
    for name, number in told.numbers.items():
        column: Any = Koperasi._meta.get_field(name)
        try:
            value = column.clean(number, record)
        except ValidationError as error:
            _refuse(told, error.messages, name)
            continue
        old = getattr(record, name)
        if not old:
            setattr(record, name, value)
            changes += [Change(f"Koperasi: {column.verbose_name}", "", value)] if known else []
        elif old != value:
            told.row.warn(
                f"{column.verbose_name} di berkas berbeda dari yang terdaftar, jadi tidak diubah.",
                "Perbaiki di data koperasi bila isi lembar yang benar.",
            )
    if known is None:
        _judge_new(told, record)
    for suspicion in record.suspicions():
        told.row.warn(suspicion)
    return record, changes


def _judge_new(told: ToldKoperasi, record: Koperasi) -> None:
    try:
        record.clean_fields(exclude=[field.name for field in Koperasi._meta.fields if field.name != "name"])
    except ValidationError as error:
        _refuse(told, error.messages, "name")
    told.row.warn(
        "Koperasi ini belum terdaftar, jadi dicatat sebagai draf.", "Lengkapi nanti di data koperasi."
    )


def _refuse(told: ToldKoperasi, texts: Iterable[str], name: str) -> None:
    for text in texts:
        told.row.refuse(text, "Perbaiki isi sel ini.", column=_COLUMN_OF.get(name, ""))


def keep_to_scope(told: ToldKoperasi, match: Match, user: Any) -> None:
    """As for businesses: what lies outside the officer's kecamatan is not theirs to write."""
    if not user.scope or match.refusal:
        return
    desa = told.desa or (match.koperasi.desa if match.koperasi else None)
    if desa is None:
        told.row.refuse(
            "Desa/kelurahan koperasi tidak diketahui, padahal akun Anda terbatas pada wilayah tugas.",
            "Isi desa/kelurahan koperasi.",
        )
    elif desa.kecamatan_id not in {kecamatan.pk for kecamatan in user.scope}:
        told.row.refuse(
            f"{desa} berada di luar wilayah tugas Anda.", "Serahkan baris ini kepada petugas kabupaten."
        )

"""Which registered cooperative a row means: NIK Koperasi, badan hukum, NIB, then name and desa (domain rule 11.6).

Everything is asked once for a batch. What only resembles is never taken for the same: the clerk decides.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Q
from django.db.models.functions import Upper
from django.urls import reverse

from koperasi.choices import Kelompok
from koperasi.duplicates import MOST_IN_A_DESA, compact_number, comparable_koperasi, with_compact_number
from koperasi.models import Koperasi
from koperasi.nama import contracted_koperasi
from koperasi.sheets.reading import Told
from spreadsheets.kind import Twin
from umkm.duplicates import SIMILAR, likeness

_OTHER_NAME = "NIK Koperasi sama, tetapi nama berbeda"


@dataclass
class Match:
    """`twin` is a doubt; without one, `koperasi` is certain (or None: not registered yet)."""

    koperasi: Koperasi | None = None
    twin: Twin | None = None
    refusal: str = ""
    advice: str = ""


class Registered:
    """What the office already has that rows of a batch may mean."""

    def __init__(self, rows: list[Told], user: Any) -> None:
        places = {told.desa.pk for told in rows if told.desa}
        keys = _with_same_number(rows) | neighbours(places) | _with_same_name(rows)
        found = list(Koperasi.objects.with_place().filter(pk__in=keys))
        self.by_key = {each.pk: each for each in found}
        self.by_nik = {each.nik_koperasi: each for each in found if each.nik_koperasi}
        self.by_deed = _grouped(found, lambda each: compact_number(each.nomor_badan_hukum))
        self.by_nib = _grouped(found, lambda each: each.nib)
        self.by_desa = _grouped(found, lambda each: each.desa_id)
        self.by_name = _grouped(found, lambda each: contracted_koperasi(each.name))
        self.is_bounded = bool(user.scope)
        self.in_reach = frozenset[int]()
        if self.is_bounded:
            reached = Koperasi.objects.in_scope_of(user).filter(pk__in=self.by_key)
            self.in_reach = frozenset(reached.values_list("pk", flat=True))

    def reaches(self, koperasi: Koperasi) -> bool:
        return not self.is_bounded or koperasi.pk in self.in_reach

    def match(self, told: Told) -> Match:
        if not told.name:
            return Match()
        doubts: list[tuple[Koperasi, str]] = []
        for koperasi, reason, is_certain in self._candidates(told):
            if is_certain:
                return self._refused(koperasi) or Match(koperasi)
            doubts.append((koperasi, reason))
        return self._doubtful(told, doubts)

    def _candidates(self, told: Told) -> Iterator[tuple[Koperasi, str, bool]]:
        """(cooperative, why, whether it is certain), the strongest first."""
        if koperasi := self.by_nik.get(told.nik):
            yield koperasi, _OTHER_NAME, _resembles(told, koperasi)
        numbered = ((self.by_deed, told.badan_hukum, "nomor badan hukum"), (self.by_nib, told.nib, "NIB"))
        for registered, number, what in numbered:
            for koperasi in registered[number]:
                is_other = _has_other_nik(told, koperasi)
                why = "NIK Koperasi berbeda" if is_other else "nama berbeda"
                yield koperasi, f"{what} sama, {why}", not is_other and _resembles(told, koperasi)
        yield from self._by_name(told)

    def _by_name(self, told: Told) -> Iterator[tuple[Koperasi, str, bool]]:
        if told.desa is None:
            for koperasi in self.by_name[told.contracted]:
                is_certain = koperasi.desa_id is None and not _has_other_number(told, koperasi)
                yield koperasi, "nama sama, desa tidak ditulis di berkas", is_certain
            return
        same_desa = self.by_desa[told.desa.pk]
        for koperasi in same_desa:
            if contracted_koperasi(koperasi.name) == told.contracted:
                is_other = _has_other_number(told, koperasi)
                why = "nama sama di desa yang sama" + (", nomor berbeda" if is_other else "")
                yield koperasi, why, not is_other
        others = [each for each in same_desa if not _has_other_nik(told, each)]
        near = [(likeness(told.comparable, comparable_koperasi(each.name)), each) for each in others]
        for likely, koperasi in sorted(near, key=lambda pair: (-pair[0], pair[1].pk)):
            if likely >= SIMILAR:
                yield koperasi, "nama mirip di desa yang sama", False
        if told.koperasi.get("kelompok") == Kelompok.KDMP:
            for koperasi in others:
                if koperasi.kelompok == Kelompok.KDMP:
                    yield koperasi, "Koperasi Merah Putih lain di desa yang sama", False

    def _refused(self, koperasi: Koperasi) -> Match | None:
        if not self.reaches(koperasi):
            return Match(
                refusal="Koperasi ini sudah terdaftar di luar wilayah tugas Anda.",
                advice="Serahkan baris ini kepada petugas kabupaten.",
            )
        if koperasi.archived_at:
            return Match(
                refusal=f"{koperasi} sudah ada di arsip.",
                advice="Kembalikan dahulu dari arsip, lalu unggah baris ini lagi.",
            )
        return None

    def _doubtful(self, told: Told, doubts: list[tuple[Koperasi, str]]) -> Match:
        for koperasi, reason in doubts:
            if reason == _OTHER_NAME and (refused := self._refused(koperasi)):
                # The number can stand only once, here or elsewhere.
                return refused
            if not self.reaches(koperasi):
                told.row.warn(
                    f"Ada koperasi dengan {reason} di luar wilayah tugas Anda.", "Tanyakan petugas kabupaten."
                )
            elif not koperasi.archived_at:
                return Match(twin=_twin(koperasi, reason))
        return Match()


def _resembles(told: Told, koperasi: Koperasi) -> bool:
    return likeness(told.comparable, comparable_koperasi(koperasi.name)) >= SIMILAR


def _has_other_nik(told: Told, koperasi: Koperasi) -> bool:
    return bool(told.nik and koperasi.nik_koperasi and told.nik != koperasi.nik_koperasi)


def _has_other_number(told: Told, koperasi: Koperasi) -> bool:
    theirs = compact_number(koperasi.nomor_badan_hukum)
    other_deed = bool(told.badan_hukum and theirs and told.badan_hukum != theirs)
    return other_deed or _has_other_nik(told, koperasi)


def _grouped(records: Iterable[Koperasi], key: Callable[[Koperasi], Any]) -> dict[Any, list[Koperasi]]:
    groups: dict[Any, list[Koperasi]] = defaultdict(list)
    for record in records:
        if key(record):
            groups[key(record)].append(record)
    return groups


def _twin(koperasi: Koperasi, reason: str) -> Twin:
    parts = [str(koperasi.desa)] if koperasi.desa else []
    if koperasi.nik_koperasi:
        parts.append(f"NIK Koperasi {koperasi.nik_koperasi}")
    if koperasi.nomor_badan_hukum:
        parts.append(f"badan hukum {koperasi.nomor_badan_hukum}")
    return Twin(
        model=Koperasi._meta.label,
        pk=koperasi.pk,
        label=str(koperasi),
        reason=reason,
        detail=", ".join(parts),
        url=reverse("admin:koperasi_koperasi_change", args=[koperasi.pk]),
        may_be_new=reason != _OTHER_NAME,
    )


# --- in the database --------------------------------------------------------------------------


def _with_same_number(rows: list[Told]) -> set[int]:
    niks, nibs = ({getattr(told, name) for told in rows} - {""} for name in ("nik", "nib"))
    deeds = {told.badan_hukum for told in rows} - {""}
    same = Q(nik_koperasi__in=niks) | Q(nib__in=nibs) | Q(compact_number__in=deeds)
    return set(with_compact_number(Koperasi.objects.all()).filter(same).values_list("pk", flat=True))


def neighbours(places: Iterable[int]) -> set[int]:
    """Cooperatives of these desa. One desa has a handful; so many of each are compared by name."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT neighbour.id
            FROM unnest(%s::bigint[]) AS place (id)
            CROSS JOIN LATERAL (
                SELECT koperasi.id FROM koperasi_koperasi AS koperasi
                WHERE koperasi.desa_id = place.id ORDER BY koperasi.id LIMIT %s
            ) AS neighbour
            """,
            [sorted(places), MOST_IN_A_DESA],
        )
        return {pk for (pk,) in cursor.fetchall()}


def _with_same_name(rows: list[Told]) -> set[int]:
    names = {told.name.upper() for told in rows if told.name and told.desa is None}
    same = Koperasi.objects.annotate(folded=Upper("name")).filter(folded__in=names)
    return set(same.values_list("pk", flat=True))

"""Which registered owner a row means: NIK KTP, else the name with desa, telephone or day of birth.

Everything is asked once for a batch. What only resembles is never taken for the same: the clerk decides.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Q

from common.fields import blind_index
from spreadsheets.kind import Twin
from spreadsheets.likeness import likeliest
from umkm.duplicates import SIMILAR
from umkm.models import Pemilik
from umkm.nama import comparable_pemilik
from umkm.sheets.matching import OTHER_NAME, grouped, resembles, twin_of
from umkm.sheets.pemilik.reading import Told

# Two people of one name differ in one of these.
_TELLING = ("phone", "tanggal_lahir", "jenis_kelamin")
_MARKS = (*_TELLING, "tempat_lahir", "email", "address")


@dataclass
class Match:
    """`twin` is a doubt; without one, `owner` is certain (or None: not registered yet)."""

    owner: Pemilik | None = None
    twin: Twin | None = None
    # Namesakes fit the row as well: it may be this one only where nothing changes by it.
    is_one_of_several: bool = False
    refusal: str = ""
    advice: str = ""


class Registered:
    """Owners on record that rows of a batch may mean."""

    def __init__(self, rows: list[Told], user: Any) -> None:
        niks = {told.nik_index for told in rows} - {""}
        phones = {told.pemilik.get("phone", "") for told in rows} - {""}
        owners = Pemilik.objects.select_related("desa__kecamatan")
        numbered = list(owners.filter(Q(nik_index__in=niks) | Q(phone__in=phones)))
        self.by_nik = {owner.nik_index: owner for owner in numbered if owner.nik_index in niks}
        strangers = [told for told in rows if told.name and told.nik_index not in self.by_nik]
        namesakes = _namesakes(strangers) - {owner.pk for owner in numbered}
        every = [*numbered, *owners.filter(pk__in=namesakes)]
        self.by_key = {owner.pk: owner for owner in every}
        self.by_phone = grouped(every, lambda owner: owner.phone)
        self.by_day = grouped(every, lambda owner: owner.tanggal_lahir)
        self.by_desa = grouped(every, lambda owner: owner.desa_id)
        self.by_name = grouped(every, lambda owner: comparable_pemilik(owner.name))
        self.is_bounded = bool(user.scope)
        mine = Pemilik.objects.in_scope_of(user).filter(pk__in=self.by_key)
        self.in_reach = frozenset(mine.values_list("pk", flat=True)) if self.is_bounded else frozenset()

    def reaches(self, owner: Pemilik) -> bool:
        return not self.is_bounded or owner.pk in self.in_reach

    def match(self, told: Told, is_taken: Callable[[Pemilik], bool]) -> Match:
        """`is_taken`: an earlier row of the file means that owner."""
        owner = self.by_nik.get(told.nik_index)
        found = _numbered(told, owner) if owner else self._of_stranger(told, is_taken)
        return self._refused(found) or found

    def _refused(self, found: Match) -> Match | None:
        if found.owner is None:
            return None
        if not self.reaches(found.owner):
            return Match(
                refusal="NIK KTP ini sudah terdaftar di luar wilayah tugas Anda.",
                advice="Serahkan baris ini kepada petugas kabupaten.",
            )
        if found.owner.archived_at:
            return Match(
                refusal=f"{found.owner} sudah ada di arsip.",
                advice="Kembalikan dahulu dari arsip, lalu unggah baris ini lagi.",
            )
        return None

    def _of_stranger(self, told: Told, is_taken: Callable[[Pemilik], bool]) -> Match:
        """No registered owner has the row's NIK: those of another NIK are other people."""
        near: dict[int, tuple[Pemilik, str]] = {}
        for owner, reason in self._candidates(told):
            if not (told.nik_index and owner.nik_index):
                near.setdefault(owner.pk, (owner, reason))
        mine = [pair for pair in near.values() if self.reaches(pair[0])]
        for _, reason in (pair for pair in near.values() if not self.reaches(pair[0])):
            told.row.warn(
                f"Ada orang dengan {reason} di luar wilayah tugas Anda.", "Tanyakan petugas kabupaten."
            )
        present = [owner for owner, _ in mine if not owner.archived_at]
        same = [owner for owner in present if _is_same(told, owner)]
        if not same and not present:
            same = [owner for owner, _ in mine if _is_same(told, owner)]
        if same:
            # A list without numbers tells namesakes apart by nothing: each of its rows is one of them.
            return _likeliest(told, [owner for owner in same if not is_taken(owner)] or same)
        doubts = [twin_of(owner, reason) for owner, reason in mine if not owner.archived_at]
        return Match(twin=doubts[0]) if doubts else Match()

    def _candidates(self, told: Told) -> Iterator[tuple[Pemilik, str]]:
        """Those that nothing but the clerk may tell from the row's person, the surest first."""
        for owner in self.by_phone[told.pemilik.get("phone")]:
            if _resembles(told, owner):
                yield owner, "nomor HP sama dan nama mirip"
        for owner in self.by_day[told.pemilik.get("tanggal_lahir")]:
            if _resembles(told, owner):
                yield owner, "tanggal lahir sama dan nama mirip"
        if told.desa:
            near = [owner for owner in self.by_desa[told.desa.pk] if _resembles(told, owner)]
            for owner in sorted(near, key=lambda owner: comparable_pemilik(owner.name) != told.comparable):
                is_equal = comparable_pemilik(owner.name) == told.comparable
                yield owner, "nama sama di desa yang sama" if is_equal else "nama mirip di desa yang sama"
        for owner in self.by_name[told.comparable]:
            if told.desa is None or owner.desa_id is None:
                yield owner, "nama sama, desa tidak diketahui"


def _numbered(told: Told, owner: Pemilik) -> Match:
    if told.name and not resembles(told.comparable, comparable_pemilik(owner.name)):
        return Match(owner, twin_of(owner, OTHER_NAME, may_be_new=False))
    return Match(owner)


def _resembles(told: Told, owner: Pemilik) -> bool:
    return resembles(told.comparable, comparable_pemilik(owner.name))


def _is_same(told: Told, owner: Pemilik) -> bool:
    """The same name, nothing that speaks against it, and a place or a number that speaks for it."""
    if comparable_pemilik(owner.name) != told.comparable:
        return False
    pairs = [(told.pemilik.get(name), getattr(owner, name)) for name in _TELLING]
    if any(mine and theirs and mine != theirs for mine, theirs in pairs):
        return False
    if (told.desa.pk if told.desa else None) == owner.desa_id:
        return True
    is_placeless = told.desa is None or owner.desa_id is None
    return is_placeless and any(mine and mine == theirs for mine, theirs in pairs[:2])


def _likeliest(told: Told, same: list[Pemilik]) -> Match:
    """The one that the row describes best."""
    owner, several = likeliest(
        same, lambda owner: [(told.pemilik.get(name), getattr(owner, name)) for name in _MARKS]
    )
    return Match(owner, is_one_of_several=several)


def key_of(owner: Pemilik) -> str:
    return blind_index(f"pemilik|{owner.pk}")[:32]


# --- names in the database --------------------------------------------------------------------

_NAMESAKES = """
    WITH wanted AS (
        SELECT * FROM unnest(%(names)s::text[], %(desa)s::bigint[], %(days)s::date[]) AS row (name, desa_id, born)
    )
    SELECT owner.id FROM wanted JOIN umkm_pemilik AS owner ON owner.desa_id = wanted.desa_id
    WHERE similarity(upper(owner.name), wanted.name) >= %(similar)s
    UNION
    SELECT owner.id FROM wanted JOIN umkm_pemilik AS owner ON owner.tanggal_lahir = wanted.born
    WHERE similarity(upper(owner.name), wanted.name) >= %(similar)s
    UNION
    SELECT owner.id FROM wanted JOIN umkm_pemilik AS owner ON upper(owner.name) = wanted.name
    WHERE owner.desa_id IS NULL OR wanted.desa_id IS NULL
"""


def _namesakes(rows: list[Told]) -> set[int]:
    """Owners whose name equals or resembles a row's, near enough to be the same: one statement for all rows."""
    asked = {
        (told.name.upper(), told.desa.pk if told.desa else None, told.pemilik.get("tanggal_lahir"))
        for told in rows
    }
    if not asked:
        return set()
    names, desa, days = zip(*asked, strict=True)
    told: dict[str, Any] = {"names": list(names), "desa": list(desa), "days": list(days), "similar": SIMILAR}
    with connection.cursor() as cursor:
        cursor.execute(_NAMESAKES, told)
        return {pk for (pk,) in cursor.fetchall()}

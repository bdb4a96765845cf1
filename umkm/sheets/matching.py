"""Which registered owner and business a row means: NIK KTP, then NIB, then name and desa (domain rule 11.6).

Everything is asked once for a batch. What only resembles is never taken for the same: the clerk decides.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.functions import Upper
from django.urls import reverse

from spreadsheets.among import among, among_filled
from spreadsheets.kind import Twin
from umkm.duplicates import SIMILAR, likeness
from umkm.models import Pemilik, Usaha
from umkm.nama import comparable_pemilik, comparable_usaha
from umkm.sheets.reading import Told

OTHER_NAME = "NIK KTP sama, tetapi nama pemilik berbeda"


@dataclass
class Match:
    """`twin` is a doubt; without one, `usaha` and `owner` are certain (or None: not registered yet)."""

    owner: Pemilik | None = None
    usaha: Usaha | None = None
    twin: Twin | None = None
    refusal: str = ""
    advice: str = ""


class Registered:
    """What the office already has that rows of a batch may mean."""

    def __init__(self, rows: list[Told], user: Any) -> None:
        self.user = user
        niks = {told.nik_index for told in rows} - {""}
        phones = {told.pemilik.get("phone", "") for told in rows} - {""}
        numbered = among_filled("nik_index", niks) | among_filled("phone", phones)
        # With the home: a row that names another one tells which it was before.
        owners = list(Pemilik.objects.select_related("desa__kecamatan").filter(numbered))
        self.by_nik = {owner.nik_index: owner for owner in owners if owner.nik_index in niks}
        self.by_phone = grouped(owners, lambda owner: owner.phone)
        nibs = {told.usaha.get("nib", "") for told in rows} - {""}
        known = {owner.pk for owner in self.by_nik.values()}
        usaha = list(_usaha().filter(Q(pemilik__in=known) | among_filled("nib", nibs)))
        usaha += self._namesakes(rows, {each.pk for each in usaha})
        self.usaha = usaha
        self.people = {owner.pk: owner for owner in owners}
        self.businesses = {each.pk: each for each in usaha}
        self.by_owner = grouped(usaha, lambda each: each.pemilik_id)
        self.by_nib = grouped(usaha, lambda each: each.nib)
        self.by_desa = grouped(usaha, lambda each: each.desa_id)
        self._reach(owners, usaha)

    def _namesakes(self, rows: list[Told], known: set[int]) -> list[Usaha]:
        """Businesses of the same desa whose name equals or resembles a row's, for owners not known by NIK."""
        wanted = {
            (told.desa.pk, told.name.upper(), bool(told.nik_index))
            for told in rows
            if told.desa and told.name and told.nik_index not in self.by_nik
        }
        equal = _equal_names({(place, name) for place, name, _ in wanted})
        # Comparing by resemblance costs far more, so only what has no namesake is compared so.
        named = {name for _, name in equal}
        similar = _similar_names({each for each in wanted if each[:2] not in named})
        placeless = _placeless([told for told in rows if not told.desa and told.nik_index not in self.by_nik])
        return list(_usaha().filter(pk__in=({pk for pk, _ in equal} | similar | placeless) - known))

    def _reach(self, owners: list[Pemilik], usaha: list[Usaha]) -> None:
        """Which of them lie in the officer's kecamatan; two statements, none without a scope."""
        self.is_bounded = bool(self.user.scope)
        self.owners_in_reach = self.usaha_in_reach = frozenset[int]()
        if self.is_bounded:
            people = Pemilik.objects.in_scope_of(self.user).filter(pk__in=[owner.pk for owner in owners])
            self.owners_in_reach = frozenset(people.values_list("pk", flat=True))
            businesses = Usaha.objects.in_scope_of(self.user).filter(pk__in=[each.pk for each in usaha])
            self.usaha_in_reach = frozenset(businesses.values_list("pk", flat=True))

    def reaches(self, record: Pemilik | Usaha) -> bool:
        reach = self.owners_in_reach if isinstance(record, Pemilik) else self.usaha_in_reach
        return not self.is_bounded or record.pk in reach

    # --- one row ----------------------------------------------------------------------------

    def match(self, told: Told) -> Match:
        owner = self.by_nik.get(told.nik_index)
        found = self._of_owner(told, owner) if owner else self._of_stranger(told)
        return self._refused(found) or found

    def _refused(self, found: Match) -> Match | None:
        for record in (found.usaha, found.owner):
            if record is None:
                continue
            if not self.reaches(record):
                what = "NIK KTP" if isinstance(record, Pemilik) else "Usaha"
                return Match(
                    refusal=f"{what} ini sudah terdaftar di luar wilayah tugas Anda.",
                    advice="Serahkan baris ini kepada petugas kabupaten.",
                )
            if record.archived_at:
                return Match(
                    refusal=f"{record} sudah ada di arsip.",
                    advice="Kembalikan dahulu dari arsip, lalu unggah baris ini lagi.",
                )
        return None

    def _of_owner(self, told: Told, owner: Pemilik) -> Match:
        """The NIK is registered: only the name of the business is left to compare."""
        if not resembles(told.comparable_owner, comparable_pemilik(owner.name)):
            return Match(owner=owner, twin=twin_of(owner, OTHER_NAME, may_be_new=False))
        near = self._nearest(told, self.by_owner[owner.pk])
        if near is None:
            present = [each for each in self.by_owner[owner.pk] if not each.archived_at]
            if told.is_nameless and present:
                return Match(owner=owner, twin=twin_of(present[0], "nama usaha di berkas kosong"))
            return Match(owner=owner)
        if comparable_usaha(near.name) == told.comparable:
            return Match(owner=owner, usaha=near)
        if near.archived_at:
            return Match(owner=owner)
        return Match(owner=owner, twin=twin_of(near, "nama usaha mirip milik orang yang sama"))

    def _of_stranger(self, told: Told) -> Match:
        doubts: list[Twin] = []
        for usaha, reason in self._candidates(told):
            if not _may_be_one_person(told, usaha.pemilik):
                if reason == "NIB sama" and self.reaches(usaha) and not usaha.archived_at:
                    doubts.append(twin_of(usaha, "NIB sama, NIK KTP berbeda"))
                continue
            if not self.reaches(usaha):
                told.row.warn(
                    f"Ada usaha dengan {reason} di luar wilayah tugas Anda.", "Tanyakan petugas kabupaten."
                )
                continue
            is_same_name = comparable_usaha(usaha.name) == told.comparable
            is_same_owner = comparable_pemilik(usaha.pemilik.name) == told.comparable_owner
            if is_same_name and is_same_owner and (told.desa or reason == "NIB sama" or not usaha.desa_id):
                return Match(owner=usaha.pemilik, usaha=usaha)
            if not usaha.archived_at:
                doubts.append(twin_of(usaha, reason))
        doubts += [
            twin_of(owner, "nomor HP sama dan nama mirip")
            for owner in self.by_phone[told.pemilik.get("phone") or None]
            if _may_be_one_person(told, owner)
            and self.reaches(owner)
            and not owner.archived_at
            and resembles(told.comparable_owner, comparable_pemilik(owner.name))
        ]
        return Match(twin=doubts[0]) if doubts else Match()

    def _candidates(self, told: Told) -> Iterable[tuple[Usaha, str]]:
        for usaha in self.by_nib[told.usaha.get("nib") or None]:
            yield usaha, "NIB sama"
        if told.desa is None:
            yield from self._without_desa(told)
            return
        same_desa = self.by_desa[told.desa.pk]
        near = [(likeness(told.comparable, comparable_usaha(each.name)), each) for each in same_desa]
        for likely, usaha in sorted(near, key=lambda pair: (-pair[0], pair[1].pk)):
            if likely >= SIMILAR:
                yield usaha, "nama sama di desa yang sama" if likely == 1 else "nama mirip di desa yang sama"

    def _without_desa(self, told: Told) -> Iterable[tuple[Usaha, str]]:
        """Name and owner are all that is told: those without desa themselves come first."""
        same = [
            usaha
            for usaha in self.usaha
            if comparable_usaha(usaha.name) == told.comparable
            and comparable_pemilik(usaha.pemilik.name) == told.comparable_owner
        ]
        for usaha in sorted(same, key=lambda each: (each.desa_id is not None, each.pk)):
            yield usaha, "nama usaha dan pemilik sama, desa tidak ditulis"

    def _nearest(self, told: Told, usaha: list[Usaha]) -> Usaha | None:
        """The most alike; of equals the one not archived, then the older."""
        near = [(likeness(told.comparable, comparable_usaha(each.name)), each) for each in usaha]
        near = [(likely, each) for likely, each in near if likely >= SIMILAR]
        if not near:
            return None
        return min(near, key=lambda pair: (-pair[0], pair[1].archived_at is not None, pair[1].pk))[1]


def _usaha() -> QuerySet[Usaha]:
    return Usaha.objects.select_related("pemilik__desa__kecamatan", "desa__kecamatan", "kbli")


def grouped(records: Iterable[Any], key: Any) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = defaultdict(list)
    for record in records:
        if key(record):
            groups[key(record)].append(record)
    return groups


def resembles(one: str, other: str) -> bool:
    return likeness(one, other) >= SIMILAR


def _may_be_one_person(told: Told, owner: Pemilik) -> bool:
    return not (told.nik_index and owner.nik_index and told.nik_index != owner.nik_index)


def twin_of(record: Any, reason: str, *, may_be_new: bool = True) -> Twin:
    meta = record._meta
    parts = [f"milik {record.pemilik}"] if isinstance(record, Usaha) else []
    if isinstance(record, Pemilik) and record.nik:
        parts.append(f"NIK {record.masked_nik}")
    if isinstance(record, Usaha) and record.desa:
        parts.append(str(record.desa))
    if record.archived_at:
        parts.append("diarsipkan")
    return Twin(
        model=meta.label,
        pk=record.pk,
        label=str(record),
        reason=reason,
        detail=", ".join(parts),
        url=reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk]),
        may_be_new=may_be_new,
    )


# --- names in the database --------------------------------------------------------------------


def _equal_names(wanted: set[tuple[int, str]]) -> set[tuple[int, tuple[int, str]]]:
    """(key, the name it has)."""
    if not wanted:
        return set()
    names = {name for _, name in wanted}
    desa = {place for place, _ in wanted}
    called = Usaha.objects.annotate(folded=Upper("name")).filter(among("folded", names))
    same = called.filter(desa__in=desa)
    found = same.values_list("pk", "desa_id", "folded")
    return {(pk, (place, name)) for pk, place, name in found if (place, name) in wanted}


def _placeless(rows: list[Told]) -> set[int]:
    """Businesses called like those rows that tell no desa, of owners called so too."""
    names = {told.name.upper() for told in rows if told.name}
    owners = {told.owner_name.upper() for told in rows if told.owner_name}
    same = Usaha.objects.annotate(folded=Upper("name"), owner=Upper("pemilik__name"))
    return set(same.filter(folded__in=names, owner__in=owners).values_list("pk", flat=True))


def _similar_names(wanted: set[tuple[int, str, bool]]) -> set[int]:
    """One statement, whatever the number of rows. The desa bounds what is compared, and so do two NIK.

    `wanted` tells of each name whether its row has a NIK KTP: one that is registered too would be this row's own
    and known by it, so a name of two NIK is one of two people (`_may_be_one_person`).
    """
    if not wanted:
        return set()
    places, names, has_nik = zip(*sorted(wanted), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH wanted AS MATERIALIZED (
                SELECT * FROM unnest(%s::bigint[], %s::text[], %s::bool[]) AS told (desa_id, name, has_nik)
            ), met AS (
                SELECT usaha.id, usaha.name, wanted.name AS wanted
                FROM umkm_pemilik AS owner JOIN umkm_usaha AS usaha ON usaha.pemilik_id = owner.id
                JOIN wanted ON wanted.desa_id = usaha.desa_id
                WHERE owner.nik_index = '' AND wanted.has_nik
                UNION ALL
                SELECT usaha.id, usaha.name, wanted.name
                FROM umkm_usaha AS usaha JOIN wanted ON wanted.desa_id = usaha.desa_id
                WHERE NOT wanted.has_nik
            )
            SELECT DISTINCT id FROM met WHERE similarity(upper(name), wanted) >= %s
            """,
            [list(places), list(names), list(has_nik), SIMILAR],
        )
        return {pk for (pk,) in cursor.fetchall()}

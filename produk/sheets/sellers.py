"""Whose a row is: NIB, or the seller's name with owner, desa or kecamatan. Never a guess among several."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from koperasi.duplicates import comparable_koperasi
from koperasi.models import Koperasi
from koperasi.nama import contracted_koperasi
from koperasi.sheets.matching import neighbours
from produk.sheets.columns import KOPERASI, USAHA
from produk.sheets.naming import NamedSeller
from umkm.duplicates import SIMILAR, likeness
from umkm.models import Usaha
from umkm.nama import comparable_pemilik, comparable_usaha

Seller = Usaha | Koperasi
# Names that resemble a written one, looked up to be suggested.
_SUGGESTED = 5
_MOST_NAMED = 3
_UNKNOWN_ADVICE = "Perbaiki namanya, atau daftarkan dahulu usaha atau koperasinya."


@dataclass
class Found:
    """A seller (or whoever holds what the row tells of), or why there is none."""

    seller: Seller | None = None
    refusal: str = ""
    advice: str = ""
    column: str = ""


class Sellers:
    """Sellers that rows of a batch may name: a fixed number of statements for all of them."""

    def __init__(self, rows: Sequence[NamedSeller], user: Any) -> None:
        names = sorted({told.seller.upper() for told in rows} - {""})
        nibs = sorted({told.nib for told in rows} - {""})
        places = {told.desa.pk for told in rows if told.desa}
        usaha = _candidates(Usaha, names, nibs)
        koperasi = _candidates(Koperasi, names, nibs) | neighbours(places)
        businesses = Usaha.objects.with_place().with_owner().filter(pk__in=usaha)
        cooperatives = Koperasi.objects.with_place().filter(pk__in=koperasi)
        self.every: list[Seller] = [*businesses, *cooperatives]
        self.by_nib = _grouped(self.every, lambda seller: seller.nib)
        self.by_name = _grouped(self.every, _name_key)
        self.is_bounded = bool(user.scope)
        # Whoever imports at no office is told of no owner.
        self.names_owners = user.has_perm("umkm.view_personal_data")
        self.kecamatan = {kecamatan.pk for kecamatan in user.scope}

    def reaches(self, seller: Seller) -> bool:
        return not self.is_bounded or bool(seller.desa and seller.desa.kecamatan_id in self.kecamatan)

    def _described(self, seller: Seller) -> str:
        owner = f" milik {seller.pemilik}" if self.names_owners and isinstance(seller, Usaha) else ""
        return f"{seller}{owner}" + (f", {seller.desa}" if seller.desa else "")

    def find(self, told: NamedSeller) -> Found:
        found = self._find(told)
        found.column = found.column or told.noun
        return found

    def _find(self, told: NamedSeller) -> Found:
        noun = told.noun
        if not told.seller and not told.nib:
            return Found(
                refusal=f"{noun.capitalize()} tidak ditulis.", advice=f"Isi NIB {noun}, atau namanya."
            )
        if numbered := _of_kind(told, self.by_nib.get(told.nib, [])):
            return self._numbered(told, numbered)
        if told.nib:
            told.row.warn(f"NIB {noun} belum tercatat di portal.", column=f"nib_{noun}")
        if not told.seller:
            return Found(
                refusal=f"Tidak ada {noun} dengan NIB ini.",
                advice=f"Periksa NIB-nya, atau isi nama {noun}.",
                column=f"nib_{noun}",
            )
        named = [
            *self.by_name.get((USAHA, told.seller_as_usaha), []),
            *self.by_name.get((KOPERASI, told.seller_as_koperasi), []),
        ]
        return self._chosen(told, _narrowed(told, _of_kind(told, named)))

    def _numbered(self, told: NamedSeller, sellers: list[Seller]) -> Found:
        """One NIB may serve several businesses of a person: then the name tells which."""
        fitting = [seller for seller in sellers if not told.seller or _resembles(told, seller)]
        if fitting:
            exact = [seller for seller in fitting if is_called(told, seller)]
            return self._chosen(told, exact or fitting)
        shown = [str(seller) for seller in sellers if self.reaches(seller)]
        theirs = f"milik {', '.join(shown[:_MOST_NAMED])}" if shown else f"milik {told.noun} lain"
        return Found(
            refusal=f"NIB ini {theirs}, bukan {told.seller}.",
            advice=f"Periksa NIB dan nama {told.noun}nya.",
            column=f"nib_{told.noun}",
        )

    def _chosen(self, told: NamedSeller, sellers: list[Seller]) -> Found:
        present = [seller for seller in sellers if not seller.archived_at]
        mine = [seller for seller in present if self.reaches(seller)]
        if len(mine) == 1:
            if not (told.nib or told.owner or told.desa or told.kecamatan):
                told.row.warn(
                    f"{told.noun.capitalize()} hanya dikenali dari namanya: {self._described(mine[0])}.",
                    f"Isi NIB, pemilik, atau desa {told.noun} agar pasti.",
                    column=told.noun,
                )
            return Found(mine[0])
        if mine:
            listed = "; ".join(self._described(seller) for seller in mine[:_MOST_NAMED])
            return Found(
                refusal=f"Ada {len(mine)} {told.noun} yang cocok: {listed}.",
                advice=f"Isi NIB, nama pemilik, atau desa {told.noun} yang dimaksud.",
            )
        if present:
            return Found(
                refusal=f"{told.noun.capitalize()} ini berada di luar wilayah tugas Anda.",
                advice="Serahkan baris ini kepada petugas kabupaten.",
            )
        if archived := next((seller for seller in sellers if self.reaches(seller)), None):
            return Found(
                refusal=f"{told.noun.capitalize()} {archived} sudah ada di arsip.",
                advice="Kembalikan dahulu dari arsip, lalu unggah baris ini lagi.",
            )
        return self._unknown(told)

    def _unknown(self, told: NamedSeller) -> Found:
        near = [
            (_likeness(told, seller), seller)
            for seller in _of_kind(told, self.every)
            if self.reaches(seller) and not seller.archived_at
        ]
        near = sorted((pair for pair in near if pair[0] >= SIMILAR), key=lambda pair: (-pair[0], pair[1].pk))
        place = told.desa or told.kecamatan
        refusal = f"{told.noun.capitalize()} “{told.seller}” tidak ditemukan" + (
            f" di {place}." if place else "."
        )
        if near:
            refusal += (
                f" Yang mirip: {'; '.join(self._described(seller) for _, seller in near[:_MOST_NAMED])}."
            )
        return Found(refusal=refusal, advice=_UNKNOWN_ADVICE)


def _of_kind(told: NamedSeller, sellers: Iterable[Seller]) -> list[Seller]:
    wanted = told.seller_kind
    return [seller for seller in sellers if not wanted or wanted == _kind_of(seller)]


def _narrowed(told: NamedSeller, sellers: list[Seller]) -> list[Seller]:
    """Those that fit everything else the row says."""
    if told.owner:
        sellers = [
            seller
            for seller in sellers
            if isinstance(seller, Usaha)
            and likeness(comparable_pemilik(seller.pemilik.name), told.owner) >= SIMILAR
        ]
    if told.desa:
        return [seller for seller in sellers if seller.desa_id == told.desa.pk]
    if told.kecamatan:
        inside = told.kecamatan.pk
        return [seller for seller in sellers if seller.desa and seller.desa.kecamatan_id == inside]
    return sellers


def _kind_of(seller: Seller) -> str:
    return USAHA if isinstance(seller, Usaha) else KOPERASI


def _name_key(seller: Seller) -> tuple[str, str]:
    if isinstance(seller, Usaha):
        return USAHA, comparable_usaha(seller.name)
    return KOPERASI, contracted_koperasi(seller.name)


def is_called(told: NamedSeller, seller: Seller) -> bool:
    return _name_key(seller)[1] in (told.seller_as_usaha, told.seller_as_koperasi)


def _likeness(told: NamedSeller, seller: Seller) -> float:
    if isinstance(seller, Usaha):
        return likeness(told.seller_as_usaha, comparable_usaha(seller.name))
    return likeness(comparable_koperasi(told.seller), comparable_koperasi(seller.name))


def _resembles(told: NamedSeller, seller: Seller) -> bool:
    return _likeness(told, seller) >= SIMILAR


def _grouped(sellers: Iterable[Seller], key: Callable[[Seller], Any]) -> dict[Any, list[Seller]]:
    groups: dict[Any, list[Seller]] = {}
    for seller in sellers:
        if key(seller):
            groups.setdefault(key(seller), []).append(seller)
    return groups


# The same NIB, the same name, and the likeliest of what resembles a name.
_CANDIDATES = """
    SELECT id FROM {table} WHERE upper(name) = ANY(%(names)s) OR (nib <> '' AND nib = ANY(%(nibs)s))
    UNION
    SELECT near.id FROM unnest(%(names)s::text[]) AS wanted (name)
    CROSS JOIN LATERAL (
        SELECT id FROM {table} WHERE upper(name) %% wanted.name
        ORDER BY similarity(upper(name), wanted.name) DESC, id LIMIT %(most)s
    ) AS near
"""


def _candidates(noun: type[Seller], names: list[str], nibs: list[str]) -> set[int]:
    with connection.cursor() as cursor:
        statement = _CANDIDATES.replace("{table}", noun._meta.db_table)
        cursor.execute(statement, {"names": names, "nibs": nibs, "most": _SUGGESTED})
        return {pk for (pk,) in cursor.fetchall()}

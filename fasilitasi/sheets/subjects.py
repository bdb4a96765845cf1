"""Whose case a row is about: which registered business or cooperative, or one still to be registered."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.db.models.functions import Upper

from common.fields import blind_index
from fasilitasi.sheets.koperasi import koperasi_key, plan_koperasi
from fasilitasi.sheets.reading import ToldCase
from koperasi.models import Koperasi
from koperasi.sheets.matching import Registered as RegisteredKoperasi
from spreadsheets.kind import Batch, Change, Twin
from umkm.models import Kbli, Pemilik, Usaha
from umkm.nama import comparable_pemilik
from umkm.sheets.matching import Match, Registered, twin_of
from umkm.sheets.places import keep_to_scope
from umkm.sheets.planning import Plan, Surroundings, plan
from umkm.sheets.reading import Told
from umkm.sheets.usaha import OwnersInFile, compared, keep_usaha_to_scope, require_owner

BUSINESS_KEY = 12


@dataclass
class Subject:
    """The record as it would be, not written. `registered` is what the office has: certain, or in doubt by `twin`."""

    usaha: Usaha | None = None
    koperasi: Koperasi | None = None
    registered: Usaha | Koperasi | None = None
    twin: Twin | None = None
    changes: tuple[Change, ...] = ()
    is_touched: bool = False
    # The newest known, this row's own included.
    turnover: int | None = None
    # Rows of a file that mean one subject share it.
    key: str = ""


def surroundings(every: Sequence[ToldCase], usaha: Any, year: int) -> Surroundings:
    """What plans of businesses rest on. These sheets tell no KBLI, so the edition has no say."""
    options = {"edition": Kbli.Edition.KBLI_2020, "tahun": year}
    return Surroundings.of([told.usaha for told in every], usaha, options)


class Subjects:
    """Asked once for a batch; the same rules as for the sheet of businesses."""

    def __init__(self, every: list[ToldCase], batch: Batch, year: int) -> None:
        self.user = batch.user
        rows = [told.usaha for told in every if told.koperasi is None]
        self.registered = Registered(rows, batch.user)
        self.koperasi = RegisteredKoperasi([told.koperasi for told in every if told.koperasi], batch.user)
        self.placeless = _placeless(rows, batch.user)
        self.around = surroundings(every, [*self.registered.usaha, *self.placeless.values()], year)
        self.owners = OwnersInFile(rows, batch)

    def of(self, told: ToldCase) -> Subject:
        return self._of_koperasi(told) if told.koperasi else self._of_usaha(told)

    def keep(self, told: ToldCase) -> None:
        """Later rows are compared with one that stands."""
        if told.koperasi is None and not told.row.is_refused:
            self.owners.keep(told.usaha)

    def _of_usaha(self, told: ToldCase) -> Subject:
        usaha = told.usaha
        require_owner(usaha)
        match = self._match(usaha)
        if match.refusal:
            told.row.refuse(match.refusal, match.advice)
        keep_usaha_to_scope(usaha, match, self.user)
        self.owners.compare(usaha)
        owner, known, twin = self._compared(match)
        key = _usaha_key(told, match)
        made = plan(usaha, copy(owner), copy(known), self.around)
        made.usaha.pemilik = made.owner
        return Subject(
            usaha=made.usaha,
            registered=known,
            twin=twin,
            changes=tuple(made.changes),
            is_touched=bool(made.touched),
            turnover=self._turnover(made),
            key=key,
        )

    def _turnover(self, made: Plan) -> int | None:
        figures = [made.figures, *self.around.figures.get(made.usaha.pk, ())]
        known = [each for each in figures if each and each.penjualan_tahunan is not None]
        return max(known, key=lambda each: each.tahun).penjualan_tahunan if known else None

    def _match(self, told: Told) -> Match:
        """A list often tells no desa at all; then a business of that name and owner is meant, or may be."""
        found = self.registered.match(told)
        is_unknown = not (found.owner or found.usaha or found.twin or found.refusal)
        if is_unknown and told.desa is None and (near := self._namesake(told)):
            if near.desa_id is None:
                return Match(owner=near.pemilik, usaha=near)
            return Match(twin=twin_of(near, "nama usaha dan pemilik sama; desa di berkas kosong"))
        return found

    def _namesake(self, told: Told) -> Usaha | None:
        for usaha in self.placeless.values():
            if usaha.name.upper() == told.name.upper() and (
                comparable_pemilik(usaha.pemilik.name) == told.comparable_owner
            ):
                return usaha
        return None

    def _compared(self, match: Match) -> tuple[Pemilik | None, Usaha | None, Twin | None]:
        if match.twin and match.twin.pk in self.placeless and match.twin.model == Usaha._meta.label:
            near = self.placeless[match.twin.pk]
            return near.pemilik, near, match.twin
        return compared(match, self.registered)

    def _of_koperasi(self, told: ToldCase) -> Subject:
        assert told.koperasi  # noqa: S101  (what `of` asked)
        match = self.koperasi.match(told.koperasi)
        if match.refusal:
            told.row.refuse(match.refusal, match.advice)
        else:
            desa = told.koperasi.desa or (match.koperasi.desa if match.koperasi else None)
            keep_to_scope(told.row, desa, self.user, column="kel_usaha", noun="koperasi")
        known = self.koperasi.by_key[match.twin.pk] if match.twin else match.koperasi
        made, changes = plan_koperasi(told.koperasi, copy(known))
        key = blind_index(f"koperasi|{match.koperasi.pk}") if match.koperasi else koperasi_key(told.koperasi)
        return Subject(
            koperasi=made,
            registered=known,
            twin=match.twin,
            changes=tuple(changes),
            is_touched=bool(changes),
            key=key[:BUSINESS_KEY],
        )


def _usaha_key(told: ToldCase, match: Match) -> str:
    own = f"usaha|{match.usaha.pk}" if match.usaha else told.usaha.key
    # Without a name or an owner the row is refused anyway, and means nobody else's.
    return blind_index(own or f"baris|{told.row.sheet}|{told.row.number}")[:BUSINESS_KEY]


def _placeless(rows: list[Told], user: Any) -> dict[int, Usaha]:
    """Namesakes of what rows without a desa tell; an officer of some kecamatan may not bring such rows."""
    names = {told.name.upper() for told in rows if told.desa is None and told.name}
    if not names or user.scope:
        return {}
    known = Usaha.objects.active().select_related("pemilik", "desa__kecamatan", "kbli")
    found = known.annotate(folded=Upper("name")).filter(folded__in=names).order_by("pk")
    return {usaha.pk: usaha for usaha in found}

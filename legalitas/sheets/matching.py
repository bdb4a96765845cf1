"""Which certificate a row means: by its number, else by holder, kind and what the paper says.

Everything is asked once for a batch. What is not certain is left to the clerk.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse

from common.fields import blind_index
from common.templatetags.indonesia import tanggal
from common.text import fold
from koperasi.models import Koperasi
from legalitas.choices import NUMBER_ON_SUBJECT
from legalitas.models import Sertifikat
from legalitas.sheets.reading import Told
from produk.models import Produk
from produk.sheets.sellers import Found, Seller, Sellers, is_called
from spreadsheets.kind import Twin
from spreadsheets.likeness import likeliest
from umkm.models import Usaha

_NUMBER_COLUMN = "nomor_sertifikat"
_SAID = ("issued_on", "valid_until", "merek", "nomor_ketetapan", "penerbit")


@dataclass
class Match:
    """`twin` is a doubt; without one, `paper` is certain (or None: not on record yet)."""

    paper: Sertifikat | None = None
    twin: Twin | None = None
    # Others fit the row as well: it may be this one only where nothing changes by it.
    is_one_of_several: bool = False
    refusal: str = ""
    advice: str = ""
    column: str = "jenis_sertifikat"


class Papers:
    """Holders that rows of a batch name, what the office has of theirs, and their products."""

    def __init__(self, rows: list[Told], user: Any) -> None:
        papers = Sertifikat.objects.with_subject().prefetch_related("produk").order_by("pk")
        wanted = {(told.jenis, told.number_on_paper) for told in rows if told.number_on_paper}
        numbered = papers.filter(
            jenis__in={jenis for jenis, _ in wanted}, number_on_paper__in={number for _, number in wanted}
        )
        self.by_number: dict[tuple[str, str], Sertifikat] = {}
        for paper in numbered:
            known = self.by_number.get((paper.jenis, paper.number_on_paper))
            if known is None or known.archived_at:
                self.by_number[paper.jenis, paper.number_on_paper] = paper
        sellers = Sellers(rows, user)
        self.found = [self._holder(told, sellers) for told in rows]
        holders = [each.seller for each in self.found if each.seller]
        theirs = Q(usaha__in=_keys(holders, Usaha)) | Q(koperasi__in=_keys(holders, Koperasi))
        self.of_holder: dict[Any, list[Sertifikat]] = defaultdict(list)
        for paper in papers.filter(theirs):
            self.of_holder[paper.usaha_id, paper.koperasi_id, paper.jenis].append(paper)
        self.products: dict[Any, list[Produk]] = defaultdict(list)
        offered = Produk.objects.filter(theirs, archived_at=None).order_by("pk")
        for produk in offered.only("name", "usaha", "koperasi"):
            self.products[produk.usaha_id, produk.koperasi_id].append(produk)
        every = [*self.by_number.values(), *(paper for each in self.of_holder.values() for paper in each)]
        self.by_key = {paper.pk: paper for paper in every}

    def _holder(self, told: Told, sellers: Sellers) -> Found:
        """A number on record tells its holder, where the row does not name another."""
        paper = self.by_number.get((told.jenis, told.number_on_paper))
        is_named = bool(told.seller or told.row.get("nib_pemegang"))
        if paper is None or (is_named and not is_called(told, paper.subject)):
            return sellers.find(told)
        if not sellers.reaches(paper.subject):
            return Found(
                refusal="Sertifikat ini tercatat di luar wilayah tugas Anda.",
                advice="Serahkan baris ini kepada petugas kabupaten.",
                column=told.noun,
            )
        return Found(paper.subject)

    def products_of(self, holder: Seller | None) -> list[Produk]:
        return self.products[_pair(holder)] if holder else []

    def match(self, told: Told, holder: Seller, is_taken: Callable[[Sertifikat], bool]) -> Match:
        """`is_taken`: an earlier row of the file means that paper."""
        if known := self.by_number.get((told.jenis, told.number_on_paper)):
            return _numbered(known, holder)
        fitting = [paper for paper in self.of_holder[(*_pair(holder), told.jenis)] if _may_be(told, paper)]
        present = [paper for paper in fitting if not paper.archived_at]
        free = [paper for paper in present if not is_taken(paper)] or present
        if free:
            return _likeliest(told, free)
        if archived := next((paper for paper in fitting if _is_sure(told, paper)), None):
            return _archived(archived)
        if told.hides_number:
            return Match(
                refusal="Nomornya disembunyikan dalam berkas ini, dan sertifikatnya belum tercatat.",
                advice="Tulis nomornya seperti di sertifikat.",
                column=_NUMBER_COLUMN,
            )
        return Match()


def key_of(paper: Sertifikat) -> str:
    return blind_index(f"sertifikat|{paper.pk}")[:32]


def _pair(holder: Seller) -> tuple[int | None, int | None]:
    return (holder.pk, None) if isinstance(holder, Usaha) else (None, holder.pk)


def _keys(holders: Iterable[Seller], noun: type[Seller]) -> set[int]:
    return {holder.pk for holder in holders if isinstance(holder, noun)}


def _numbered(known: Sertifikat, holder: Seller) -> Match:
    if known.subject != holder:
        return Match(
            refusal="Nomor ini sudah tercatat untuk jenis sertifikat yang sama atas nama lain.",
            advice="Periksa nomor dan pemegangnya di sertifikat.",
            column=_NUMBER_COLUMN,
        )
    return _archived(known) if known.archived_at else Match(known)


def _archived(paper: Sertifikat) -> Match:
    return Match(
        refusal=f"{paper} milik {paper.subject} sudah ada di arsip.",
        advice="Kembalikan dahulu dari arsip, lalu unggah baris ini lagi.",
    )


# --- papers without a number to go by ---------------------------------------------------------


def _may_be(told: Told, paper: Sertifikat) -> bool:
    """Nothing that both say differs. A kind whose number stands on the holder has one paper, whatever its dates."""
    if told.number_on_paper and paper.number_on_paper:
        return False
    if told.hides_number and not paper.number_on_paper:
        return False
    if told.jenis in NUMBER_ON_SUBJECT:
        return True
    telling = ["merek", "nomor_ketetapan", "issued_on"]
    if not (told.paper.get("issued_on") and paper.issued_on):
        telling.append("valid_until")
    return not any(mine and theirs and mine != theirs for mine, theirs in _pairs(told, paper, telling))


def _is_sure(told: Told, paper: Sertifikat) -> bool:
    """The same day of issue, or neither tells one and nothing else of the row is more than what is on record."""
    mine = told.paper.get("issued_on")
    if told.jenis in NUMBER_ON_SUBJECT:
        return not mine or not paper.issued_on or mine == paper.issued_on
    return bool(
        mine == paper.issued_on and (mine or bool(told.number_on_paper) == bool(paper.number_on_paper))
    )


def _likeliest(told: Told, papers: list[Sertifikat]) -> Match:
    best, several = likeliest(papers, lambda paper: _pairs(told, paper, _SAID))
    if _is_sure(told, best):
        return Match(best, is_one_of_several=several)
    return Match(twin=twin_of(best, "jenis dan pemegang sama, tanggal atau nomornya lain"))


def _pairs(told: Told, paper: Sertifikat, names: Iterable[str]) -> list[tuple[Any, Any]]:
    return [(_plain(told.paper.get(name)), _plain(getattr(paper, name))) for name in names]


def _plain(value: Any) -> Any:
    return fold(value) if isinstance(value, str) else value


def twin_of(paper: Sertifikat, reason: str) -> Twin:
    parts = [f"milik {paper.subject}"]
    parts += [f"terbit {tanggal(paper.issued_on)}"] if paper.issued_on else []
    parts += [f"berlaku sampai {tanggal(paper.valid_until)}"] if paper.valid_until else []
    return Twin(
        model=Sertifikat._meta.label,
        pk=paper.pk,
        label=str(paper),
        reason=reason,
        detail=", ".join(parts),
        url=reverse("admin:legalitas_sertifikat_change", args=[paper.pk]),
    )

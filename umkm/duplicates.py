"""Who or what may already be registered (domain rule 11.6). Strong hints first; nothing is merged by itself."""

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q, QuerySet
from django.db.models.functions import Greatest, Upper

from common.admin.duplicates import Duplicate, merged
from common.identifiers import normalise_nib, normalise_phone
from common.text import fold
from umkm.models import Pemilik, Usaha
from umkm.nama import comparable_pemilik, comparable_usaha

SIMILAR = 0.5
# How many rows of one desa are compared by name; the database hands over the likeliest.
_CANDIDATES = 40


def of_pemilik(values: dict[str, Any], *, exclude: int | None = None) -> list[Duplicate]:
    """Owners with the NIK, the telephone or nearly the name of `values`."""
    owners = Pemilik.objects.select_related("desa__kecamatan")
    if exclude:
        owners = owners.exclude(pk=exclude)
    found: list[Duplicate] = []
    if nik := values.get("nik"):
        found += _told(owners.with_nik(nik), "NIK KTP sama")
    if phone := normalise_phone(values.get("phone") or ""):
        same = owners.filter(Q(phone=phone) | Q(usaha__whatsapp=phone)).distinct()
        found += _told(same[:5], "nomor HP/WhatsApp sama")
    name, desa, born = values.get("name"), values.get("desa"), values.get("tanggal_lahir")
    if name and desa:
        found += _told(
            _namesakes(owners.filter(desa=desa), name, comparable_pemilik), "nama mirip di desa yang sama"
        )
    if name and born:
        same_day = owners.filter(tanggal_lahir=born)
        found += _told(_namesakes(same_day, name, comparable_pemilik), "nama mirip dan tanggal lahir sama")
    return merged(found)


def of_usaha(values: dict[str, Any], *, exclude: int | None = None) -> list[Duplicate]:
    """Businesses with the NIB, the telephone or nearly the name of `values`.

    One owner may have several businesses, so the owner alone says nothing.
    """
    businesses = Usaha.objects.select_related("pemilik", "desa__kecamatan")
    if exclude:
        businesses = businesses.exclude(pk=exclude)
    found: list[Duplicate] = []
    name, desa, pemilik = values.get("name"), values.get("desa"), values.get("pemilik")
    if name and pemilik:
        own = businesses.filter(pemilik=pemilik)
        found += _told(_namesakes(own, name, comparable_usaha), "nama mirip milik orang yang sama")
    if nib := normalise_nib(values.get("nib") or ""):
        found += _told(businesses.filter(nib=nib)[:5], "NIB sama")
    if phone := normalise_phone(values.get("whatsapp") or ""):
        same = businesses.filter(Q(whatsapp=phone) | Q(pemilik__phone=phone)).exclude(pemilik=pemilik)
        found += _told(same[:5], "nomor WhatsApp sama")
    if name and desa:
        same_desa = businesses.filter(desa=desa)
        found += _told(_namesakes(same_desa, name, comparable_usaha), "nama mirip di desa yang sama")
    return merged(found)


def _namesakes(rows: QuerySet, name: str, comparable: Any) -> list[Any]:
    """Rows whose comparable name resembles `name`; titles and legal forms are taken off before comparing."""
    wanted = comparable(name)
    nearness = Greatest(
        TrigramWordSimilarity(wanted, Upper("name")), TrigramWordSimilarity(fold(name), Upper("name"))
    )
    likely = rows.annotate(nearness=nearness).order_by("-nearness", "pk")[:_CANDIDATES]
    close = [(likeness(wanted, comparable(row.name)), row) for row in likely]
    return [row for near, row in sorted(close, key=lambda pair: -pair[0]) if near >= SIMILAR][:5]


def likeness(one: str, other: str) -> float:
    """Shared trigrams over all trigrams, as pg_trgm counts them; for names already made comparable."""
    mine, yours = _trigrams(one), _trigrams(other)
    return len(mine & yours) / len(mine | yours) if mine and yours else 0.0


def _trigrams(text: str) -> set[str]:
    padded = [f"  {word} " for word in text.split()]
    return {word[at : at + 3] for word in padded for at in range(len(word) - 2)}


def _told(rows: Iterable[Any], reason: str) -> list[Duplicate]:
    return [Duplicate(row, reason, detail(row)) for row in rows]


def detail(row: Any) -> str:
    """Enough to tell two people apart at the counter, and no number of theirs in full."""
    parts = []
    if isinstance(row, Usaha):
        parts.append(f"milik {row.pemilik}")
    if isinstance(row, Pemilik) and row.nik:
        parts.append(f"NIK {row.masked_nik}")
    if row.desa:
        parts.append(str(row.desa))
    if row.archived_at:
        parts.append("diarsipkan")
    return ", ".join(parts)

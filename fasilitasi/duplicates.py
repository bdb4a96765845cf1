"""The same help twice: per subject, kind and year, and per brand where one is named; never per person."""

from typing import Any

from common.templatetags.indonesia import tanggal
from fasilitasi.choices import BatasUlang
from fasilitasi.models import Fasilitasi, FasilitasiQuerySet
from fasilitasi.sasaran import exceeding_words, exceeds


def granted_in(fasilitasi: Fasilitasi, year: int) -> FasilitasiQuerySet:
    """Other finished cases of the same kind for the same subject (and brand) with a result in `year`."""
    return _like(fasilitasi).finished().in_year(year)


def granted_before(fasilitasi: Fasilitasi) -> FasilitasiQuerySet:
    """Other finished cases of the same kind for the same subject, whenever and about whatever."""
    return _same(fasilitasi).finished()


def second_grants(fasilitasi: Fasilitasi, year: int) -> FasilitasiQuerySet:
    """Earlier grants within the limit that the kind sets, so that one more needs a reason.

    Where brands or products make the difference, a case that names none is taken to be about the same.
    """
    limit = fasilitasi.jenis.batas_ulang
    if limit == BatasUlang.BEBAS:
        return Fasilitasi.objects.none()
    granted = granted_before(fasilitasi)
    if limit == BatasUlang.SEKALI:
        return granted
    granted = granted.in_year(year)
    if limit == BatasUlang.MEREK and fasilitasi.merek:
        return granted.filter(merek__iexact=fasilitasi.merek) | granted.filter(merek="")
    if limit == BatasUlang.PRODUK and fasilitasi.produk.exists():
        mine = fasilitasi.produk.order_by().values("pk")
        return (granted.filter(produk__in=mine) | granted.filter(produk=None)).distinct()
    return granted


def running_beside(fasilitasi: Fasilitasi) -> FasilitasiQuerySet:
    """Other open cases of the same kind for the same subject (and brand)."""
    return _like(fasilitasi).open()


def doubts(fasilitasi: Fasilitasi, year: int) -> list[str]:
    """What the officer should know before going on."""
    found = [
        f"{other.jenis} untuk {fasilitasi.subject} sudah diberikan tahun {year}: {other.nomor}, "
        f"hasil {tanggal(other.result_on)}."
        for other in granted_in(fasilitasi, year)[:3]
    ]
    if fasilitasi.is_open:
        found += [
            f"Permohonan {other.jenis} lain untuk {fasilitasi.subject} masih berjalan: {other.nomor}."
            for other in running_beside(fasilitasi)[:3]
        ]
        found += _beyond_ceiling(fasilitasi)
    return found


def _beyond_ceiling(fasilitasi: Fasilitasi) -> list[str]:
    ceiling, usaha = fasilitasi.jenis.omzet_terbanyak, fasilitasi.usaha
    if ceiling is None or usaha is None:
        return []
    known: Any = usaha.datatahunan_set.exclude(penjualan_tahunan=None).order_by("-tahun").first()
    turnover = known.penjualan_tahunan if known else None
    return (
        [exceeding_words(fasilitasi.jenis, ceiling)]
        if exceeds(omzet_terbanyak=ceiling, turnover=turnover)
        else []
    )


def _same(fasilitasi: Fasilitasi) -> FasilitasiQuerySet:
    cases = Fasilitasi.objects.select_related("jenis").exclude(pk=fasilitasi.pk)
    return cases.filter(
        jenis=fasilitasi.jenis_id, usaha=fasilitasi.usaha_id, koperasi=fasilitasi.koperasi_id
    ).order_by("pk")


def _like(fasilitasi: Fasilitasi) -> FasilitasiQuerySet:
    same = _same(fasilitasi)
    return same.filter(merek__iexact=fasilitasi.merek) if fasilitasi.merek else same

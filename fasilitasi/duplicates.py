"""The same help twice: per subject, kind and year, and per brand where one is named; never per person."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from common.templatetags.indonesia import tanggal
from fasilitasi.batas_ulang import Grant, is_second
from fasilitasi.choices import BatasUlang
from fasilitasi.models import Fasilitasi, FasilitasiQuerySet
from fasilitasi.sasaran import exceeding_words, exceeds

# Kind, and business or cooperative.
GrantKey = tuple[int, int | None, int | None]


def granted_in(fasilitasi: Fasilitasi, year: int) -> FasilitasiQuerySet:
    """Other finished cases of the same kind for the same subject (and brand) with a result in `year`."""
    return _like(fasilitasi).finished().in_year(year)


def granted_before(fasilitasi: Fasilitasi) -> FasilitasiQuerySet:
    """Other finished cases of the same kind for the same subject, whenever and about whatever."""
    return _same(fasilitasi).finished()


def second_grant(fasilitasi: Fasilitasi, year: int) -> Fasilitasi | None:
    """An earlier grant within the limit that the kind sets, so that one more needs a reason."""
    if fasilitasi.jenis.batas_ulang == BatasUlang.BEBAS:
        return None
    return second_among(granted_before(fasilitasi).prefetch_related("produk"), fasilitasi, year)


def granted_to(cases: Iterable[Fasilitasi]) -> dict[GrantKey, list[Fasilitasi]]:
    """Finished cases of the kinds and applicants of `cases`; two statements for any number."""
    cases = list(cases)
    usaha = {case.usaha_id for case in cases if case.usaha_id}
    koperasi = {case.koperasi_id for case in cases if case.koperasi_id}
    found: dict[GrantKey, list[Fasilitasi]] = defaultdict(list)
    finished = (
        Fasilitasi.objects.finished()
        .filter(Q(usaha__in=usaha) | Q(koperasi__in=koperasi), jenis__in={case.jenis_id for case in cases})
        .order_by("pk")
    )
    for case in finished.prefetch_related("produk"):
        found[grant_key(case)].append(case)
    return found


def grant_key(case: Fasilitasi) -> GrantKey:
    return case.jenis_id, case.usaha_id, case.koperasi_id


def second_among(granted: Iterable[Fasilitasi], case: Fasilitasi, year: int) -> Fasilitasi | None:
    """The first of the applicant's earlier grants of the kind beside which this one would be the second."""
    limit, now = case.jenis.batas_ulang, _grant(case, year)
    found = (
        other
        for other in granted
        if not (case.pk and other.pk == case.pk)
        and other.result_on
        and is_second(limit, earlier=_grant(other, other.result_on.year), now=now)
    )
    return next(found, None)


def _grant(case: Fasilitasi, year: int) -> Grant:
    # A case that is not stored yet names no products.
    produk = case.produk.all() if case.pk else ()
    return Grant(year, case.merek, frozenset(each.pk for each in produk))


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

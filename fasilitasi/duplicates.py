"""The same help twice: per subject, kind and year, and per brand where one is named; never per person."""

from common.templatetags.indonesia import tanggal
from fasilitasi.models import Fasilitasi, FasilitasiQuerySet


def granted_in(fasilitasi: Fasilitasi, year: int) -> FasilitasiQuerySet:
    """Other finished cases of the same kind for the same subject (and brand) with a result in `year`."""
    return _like(fasilitasi).finished().in_year(year)


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
    return found


def _like(fasilitasi: Fasilitasi) -> FasilitasiQuerySet:
    cases = Fasilitasi.objects.select_related("jenis").exclude(pk=fasilitasi.pk)
    same = cases.filter(
        jenis=fasilitasi.jenis_id, usaha=fasilitasi.usaha_id, koperasi=fasilitasi.koperasi_id
    ).order_by("pk")
    return same.filter(merek__iexact=fasilitasi.merek) if fasilitasi.merek else same

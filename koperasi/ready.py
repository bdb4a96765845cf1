"""Readiness for the NIK certificate from the records: one cooperative in words, many as conditions of a list."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.db.models import Case, Exists, Max, OuterRef, Q, Subquery, Value, When

from koperasi import standing
from koperasi.choices import JabatanPengurus
from koperasi.kepatuhan import rat_due_on
from koperasi.kesiapan import Condition, KesiapanNik, conditions
from koperasi.models import Koperasi, Pengurus, RapatAnggota

# Certificates are a layer above; this is what they call the one of the NIK Koperasi.
_JENIS = "nik_koperasi"
_DATA = {
    "nomor_badan_hukum": "nomor badan hukum",
    "tanggal_badan_hukum": "tanggal badan hukum",
    "desa": "desa/kelurahan",
    "address": "alamat kantor",
    "nib": "NIB",
    "npwp": "NPWP",
}
_OFFICERS = (JabatanPengurus.KETUA, JabatanPengurus.SEKRETARIS, JabatanPengurus.BENDAHARA)
_FIGURES = {
    "anggota_l": "anggota laki-laki",
    "anggota_p": "anggota perempuan",
    "modal_sendiri": "modal sendiri",
    "aset": "aset",
}


def conditions_of(koperasi: Koperasi, on: datetime.date) -> tuple[Condition, ...]:
    held = set(koperasi.rapatanggota_set.held(at=on).values_list("tahun_buku", flat=True))
    certificates: Any = koperasi.sertifikat_set.filter(jenis=_JENIS, archived_at=None, issued_on__lte=on)
    newest = certificates.aggregate(newest=Max("issued_on"))["newest"]
    return conditions(
        is_aktif=koperasi.is_aktif(max(held, default=None), at=on),
        held=held,
        is_primer=koperasi.is_primer,
        missing=_missing(koperasi, on),
        has_number=bool(koperasi.nik_koperasi),
        certificate_year=newest and newest.year,
        on=on,
    )


def _missing(koperasi: Koperasi, on: datetime.date) -> Iterator[str]:
    for name, label in _DATA.items():
        if not getattr(koperasi, name):
            yield label
    in_office = set(koperasi.pengurus_set.current(at=on).values_list("jabatan", flat=True))
    yield from (jabatan.label.lower() for jabatan in _OFFICERS if jabatan not in in_office)
    rat = koperasi.rapatanggota_set.newest(at=on).first()
    for name, label in _FIGURES.items():
        if rat is None or getattr(rat, name) is None:
            yield f"{label} pada RAT"


def in_readiness(kesiapan: KesiapanNik, on: datetime.date) -> Q:
    """Those of this readiness, as `kesiapan.readiness` judges each."""
    updated = ~Q(nik_koperasi="") & Q(
        pk__in=Koperasi.objects.filter(
            sertifikat__jenis=_JENIS,
            sertifikat__archived_at=None,
            sertifikat__issued_on__year=on.year,
            sertifikat__issued_on__lte=on,
        ).values("pk")
    )
    ready = standing.active(on) & _two_years(on) & _complete(on)
    return {
        KesiapanNik.MUTAKHIR: updated,
        KesiapanNik.SIAP: ~updated & ready,
        KesiapanNik.BELUM: ~updated & ~ready,
    }[kesiapan]


def readiness_of_each(on: datetime.date) -> Case:
    """The value of `KesiapanNik` of each row, for lists that show it."""
    judged = (KesiapanNik.MUTAKHIR, KesiapanNik.SIAP)
    return Case(
        *(When(in_readiness(each, on), then=Value(each.value)) for each in judged),
        default=Value(KesiapanNik.BELUM.value),
    )


def _two_years(on: datetime.date) -> Q:
    last = on.year - 1
    held = {year: Q(standing.meeting(on, tahun_buku=year)) for year in (last, last - 1, last - 2)}
    found = held[last] & held[last - 1]
    for is_primer, bentuk in standing.BENTUK:
        if on <= rat_due_on(last, is_primer=is_primer):
            found |= bentuk & ~held[last] & held[last - 1] & held[last - 2]
    return found


def _complete(on: datetime.date) -> Q:
    complete = Q()
    for name in _DATA:
        is_empty = (
            Q(**{f"{name}__isnull": True}) if name in ("tanggal_badan_hukum", "desa") else Q(**{name: ""})
        )
        complete &= ~is_empty
    for jabatan in _OFFICERS:
        officers = Pengurus.objects.current(at=on).filter(koperasi=OuterRef("pk"), jabatan=jabatan)
        complete &= Q(Exists(officers))
    newest = RapatAnggota.objects.held(at=on).filter(koperasi=OuterRef("koperasi")).order_by("-tahun_buku")
    known = {f"{name}__isnull": False for name in _FIGURES}
    meetings = RapatAnggota.objects.filter(
        koperasi=OuterRef("pk"), pk=Subquery(newest.values("pk")[:1]), **known
    )
    return complete & Q(Exists(meetings))

"""How far each desa has come with its Koperasi Merah Putih: the same rows for the page, the map and the report.

Every desa and kelurahan has its row, whether anything was begun there or not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from koperasi.choices import JenisGerai, Kelompok
from koperasi.models import Koperasi, RapatAnggota
from wilayah.models import Desa

# What has to be done, in the order in which it usually is (domain of Inpres 9/2025).
SYARAT = {
    "musdesus": "Musdesus",
    "akta": "Akta notaris",
    "badan_hukum": "Badan hukum",
    "nik": "NIK Koperasi",
    "nib": "NIB",
    "npwp": "NPWP",
    "rekening": "Rekening",
    "anggota": "Anggota",
    "gerai": "Gerai buka",
    "rat": "RAT",
}


@dataclass(frozen=True)
class Progress:
    desa: Desa
    kdmp: Any = None  # what was recorded for the desa, if anything
    koperasi: Any = None  # its cooperative, if one is registered
    musdesus_on: date | None = None
    akta: str = ""
    badan_hukum: str = ""
    anggota_l: int | None = None
    anggota_p: int | None = None
    last_book_year: int | None = None

    @property
    def gerai(self) -> list[str]:
        return [JenisGerai(each).label for each in self.kdmp.gerai] if self.kdmp else []

    @property
    def met(self) -> dict[str, bool]:
        """What of `SYARAT` is done."""
        return {
            "musdesus": bool(self.musdesus_on),
            "akta": bool(self.akta),
            "badan_hukum": bool(self.badan_hukum),
            "nik": bool(self.koperasi and self.koperasi.nik_koperasi),
            "nib": bool(self.koperasi and self.koperasi.nib),
            "npwp": bool(self.koperasi and self.koperasi.npwp),
            "rekening": bool(self.kdmp and self.kdmp.bank),
            "anggota": bool((self.anggota_l or 0) + (self.anggota_p or 0)),
            "gerai": bool(self.gerai),
            "rat": self.last_book_year is not None,
        }

    @property
    def count(self) -> int:
        return sum(self.met.values())


def progress(villages: QuerySet, *, at: date) -> list[Progress]:
    """One for each of these desa; what carries a date counts only from that day on."""
    meetings = RapatAnggota.objects.newest(at=at)
    cooperatives = (
        Koperasi.objects.active()
        .filter(kelompok=Kelompok.KDMP)
        .order_by("pk")
        .prefetch_related(Prefetch("rapatanggota_set", meetings, to_attr="newest_meeting"))
    )
    found = villages.select_related("kecamatan", "kdmp").prefetch_related(
        Prefetch("koperasi_set", cooperatives, to_attr="merah_putih")
    )
    return [_of(desa, at) for desa in found]


def _of(desa: Any, at: date) -> Progress:
    kdmp = getattr(desa, "kdmp", None)
    koperasi = next(iter(desa.merah_putih), None)
    rat = next(iter(koperasi.newest_meeting), None) if koperasi else None
    figures = rat if rat and rat.jumlah_anggota is not None else kdmp
    return Progress(
        desa=desa,
        kdmp=kdmp,
        koperasi=koperasi,
        musdesus_on=kdmp.musdesus_on if kdmp and _begun(kdmp.musdesus_on, at) else None,
        akta=_dated(kdmp.nomor_akta, kdmp.tanggal_akta, at) if kdmp else "",
        badan_hukum=_dated(koperasi.nomor_badan_hukum, koperasi.tanggal_badan_hukum, at) if koperasi else "",
        anggota_l=figures and figures.anggota_l,
        anggota_p=figures and figures.anggota_p,
        last_book_year=rat and rat.tahun_buku,
    )


def _begun(day: date | None, at: date) -> bool:
    return day is not None and day <= at


def _dated(number: str, day: date | None, at: date) -> str:
    """ "AHU-…, 12-06-2025"; either part may be missing."""
    if day is not None and day > at:
        return ""
    return ", ".join(filter(None, (number, f"{day:%d-%m-%Y}" if day else "")))


def counts(rows: Iterable[Progress]) -> dict[str, int]:
    """How many of these desa have done each of `SYARAT`."""
    found = dict.fromkeys(SYARAT, 0)
    for row in rows:
        for name, is_met in row.met.items():
            found[name] += is_met
    return found

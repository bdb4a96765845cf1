"""What a report is, and what it may be narrowed to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from etalase.choices import Keperluan
from fasilitasi.models import Indikator, JenisFasilitasi
from kegiatan.choices import JenisKegiatan
from koperasi.choices import JenisKoperasi
from laporan.period import Period
from laporan.report import Report
from laporan.reports import (
    belanja_opd,
    belanja_penjual,
    daftar_umkm,
    kdmp,
    kewajiban,
    penerima_unik,
    rat,
    sertifikat_berakhir,
    sinergi,
)
from laporan.scope import Scope
from produk.models import Kategori
from umkm.choices import BidangUsaha, Skala


@dataclass(frozen=True)
class Jenis:
    """What a report may be narrowed to by kind: the caption of the choice, and (value, label) of each."""

    caption: str
    offers: Callable[[], Iterable[tuple[str, str]]]


@dataclass(frozen=True)
class ReportKind:
    slug: str
    title: str
    description: str
    build: Callable[[Period, Scope], Report]
    group: str
    jenis: Jenis
    this_year: bool = False  # opens on the current year instead of on everything
    years_ahead: int = 0  # that may be asked for, besides those on record


def _kinds_of_facilitation() -> list[tuple[str, str]]:
    """Each kind, and the kinds that an indicator counts together: a total of those leads to its rows, too."""
    kinds = list(JenisFasilitasi.objects.values_list("slug", "name"))
    indicators = Indikator.objects.in_use().prefetch_related("jenis")
    counted = {",".join(sorted(jenis.slug for jenis in row.jenis.all())): row.name for row in indicators}
    together = {slugs: name for slugs, name in counted.items() if "," in slugs}
    return [*kinds, *together.items()]


JENIS_FASILITASI = Jenis("Jenis", _kinds_of_facilitation)
PENERIMA = Jenis("Penerima", penerima_unik.recipients)
INDIKATOR = Jenis("Indikator", lambda: Indikator.objects.in_use().values_list("slug", "name"))
BIDANG_USAHA = Jenis("Bidang usaha", lambda: BidangUsaha.choices)
KELOMPOK_USAHA = Jenis("Kelompok usaha", daftar_umkm.groups)
SKALA = Jenis("Skala", lambda: Skala.choices)
JENIS_KOPERASI = Jenis("Jenis koperasi", lambda: JenisKoperasi.choices)
SINERGI = Jenis("Koperasi", sinergi.kinds)
KEADAAN_RAT = Jenis("Keadaan RAT", rat.standings)
SYARAT_KDMP = Jenis("Syarat", kdmp.wanting)
JENIS_SERTIFIKAT = Jenis("Jenis sertifikat", sertifikat_berakhir.kinds)
JENIS_KEGIATAN = Jenis("Jenis kegiatan", lambda: JenisKegiatan.choices)
OPD = Jenis("Perangkat daerah", belanja_opd.opds)
PENJUAL = Jenis("Penjual", belanja_penjual.sellers)
KEWAJIBAN = Jenis("Kewajiban", kewajiban.kinds)
KATEGORI = Jenis("Kategori", lambda: Kategori.objects.values_list("slug", "name"))
KEPERLUAN = Jenis("Keperluan", lambda: Keperluan.choices)

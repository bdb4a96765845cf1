"""The printed reports, one module each: `build(period, scope) -> Report`. The order here is the menu's."""

from collections.abc import Callable
from dataclasses import dataclass

from laporan.period import Period
from laporan.report import Report
from laporan.reports import (
    daftar_penerima,
    daftar_umkm,
    keragaan_koperasi,
    rekap_fasilitasi,
    rekap_kecamatan,
    rekap_umkm,
    rekap_umkm_bidang,
    sertifikat_berakhir,
)
from laporan.scope import Scope


@dataclass(frozen=True)
class ReportKind:
    slug: str
    title: str
    description: str
    build: Callable[[Period, Scope], Report]
    group: str
    asks_jenis: bool = False  # may be narrowed to one kind of facilitation
    this_year: bool = False  # opens on the current year instead of on everything


_KINDS = (
    ReportKind(
        "rekap-fasilitasi",
        "Rekap fasilitasi per jenis dan tahun",
        "Jumlah fasilitasi yang selesai, satu kolom setiap tahun, termasuk rekap awal tanpa nama.",
        rekap_fasilitasi.build,
        "Fasilitasi",
        asks_jenis=True,
    ),
    ReportKind(
        "rekap-kecamatan",
        "Rekap fasilitasi per kecamatan",
        "Seluruh kecamatan, satu kolom setiap jenis fasilitasi.",
        rekap_kecamatan.build,
        "Fasilitasi",
        this_year=True,
    ),
    ReportKind(
        "daftar-penerima",
        "Daftar penerima fasilitasi",
        "Nama usaha atau koperasi, alamat, jenis, nomor sertifikat, dan tanggal hasil.",
        daftar_penerima.build,
        "Fasilitasi",
        this_year=True,
        asks_jenis=True,
    ),
    ReportKind(
        "daftar-umkm",
        "Daftar UMKM",
        "Usaha yang terdaftar beserta pemilik, skala, tenaga kerja, dan produknya.",
        daftar_umkm.build,
        "UMKM",
    ),
    ReportKind(
        "rekap-umkm",
        "Rekap UMKM per skala dan jenis kelamin",
        "Jumlah usaha setiap kecamatan menurut skala dan jenis kelamin pemilik.",
        rekap_umkm.build,
        "UMKM",
    ),
    ReportKind(
        "rekap-umkm-bidang",
        "Rekap UMKM per sektor (bidang usaha)",
        "Jumlah usaha setiap kecamatan menurut bidang usaha.",
        rekap_umkm_bidang.build,
        "UMKM",
    ),
    ReportKind(
        "keragaan-koperasi",
        "Keragaan koperasi",
        "Badan hukum, RAT, anggota, modal, volume usaha, dan SHU menurut tahun buku.",
        keragaan_koperasi.build,
        "Koperasi",
    ),
    ReportKind(
        "sertifikat-berakhir",
        "Sertifikat akan berakhir",
        "Sertifikat yang masa berlakunya habis dalam rentang waktu yang dipilih.",
        sertifikat_berakhir.build,
        "Legalitas",
    ),
)

REPORTS: dict[str, ReportKind] = {kind.slug: kind for kind in _KINDS}

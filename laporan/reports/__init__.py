"""The printed reports, one module each: `build(period, scope) -> Report`. The order here is the menu's."""

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
    belum_halal,
    daftar_penerima,
    daftar_umkm,
    etalase,
    kdmp,
    kegiatan,
    keragaan_koperasi,
    kewajiban,
    kunjungan,
    perbandingan_tahun,
    rat,
    rekap_fasilitasi,
    rekap_kecamatan,
    rekap_umkm,
    rekap_umkm_bidang,
    sertifikat_berakhir,
    sinergi,
    target_realisasi,
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


_JENIS_FASILITASI = Jenis("Jenis", _kinds_of_facilitation)
_INDIKATOR = Jenis("Indikator", lambda: Indikator.objects.in_use().values_list("slug", "name"))
_BIDANG_USAHA = Jenis("Bidang usaha", lambda: BidangUsaha.choices)
_SKALA = Jenis("Skala", lambda: Skala.choices)
_JENIS_KOPERASI = Jenis("Jenis koperasi", lambda: JenisKoperasi.choices)
_KEADAAN_RAT = Jenis("Keadaan RAT", rat.standings)
_SYARAT_KDMP = Jenis("Syarat", kdmp.wanting)
_JENIS_SERTIFIKAT = Jenis("Jenis sertifikat", sertifikat_berakhir.kinds)
_JENIS_KEGIATAN = Jenis("Jenis kegiatan", lambda: JenisKegiatan.choices)
_OPD = Jenis("Perangkat daerah", belanja_opd.opds)
_PENJUAL = Jenis("Penjual", belanja_penjual.sellers)
_KEWAJIBAN = Jenis("Kewajiban", kewajiban.kinds)
_KATEGORI = Jenis("Kategori", lambda: Kategori.objects.values_list("slug", "name"))
_KEPERLUAN = Jenis("Keperluan", lambda: Keperluan.choices)

_KINDS = (
    ReportKind(
        "rekap-fasilitasi",
        "Rekap fasilitasi per jenis dan tahun",
        "Jumlah fasilitasi yang selesai, satu kolom setiap tahun, termasuk rekap awal tanpa nama.",
        rekap_fasilitasi.build,
        "Fasilitasi",
        _JENIS_FASILITASI,
    ),
    ReportKind(
        "rekap-kecamatan",
        "Rekap fasilitasi per kecamatan",
        "Seluruh kecamatan, satu kolom setiap jenis fasilitasi.",
        rekap_kecamatan.build,
        "Fasilitasi",
        _JENIS_FASILITASI,
        this_year=True,
    ),
    ReportKind(
        "perbandingan-tahun",
        "Perbandingan dengan tahun sebelumnya",
        "Fasilitasi setiap kecamatan dan setiap jenis, di samping waktu yang sama tahun sebelumnya, dengan selisihnya.",
        perbandingan_tahun.build,
        "Fasilitasi",
        _JENIS_FASILITASI,
        this_year=True,
    ),
    ReportKind(
        "target-realisasi",
        "Target dan realisasi, s.d. triwulan",
        "Setiap indikator: target dan realisasi kumulatif s.d. triwulan, capaian, formula, dan sumber data (LKjIP).",
        target_realisasi.by_end_of_quarter,
        "Fasilitasi",
        _INDIKATOR,
        this_year=True,
    ),
    ReportKind(
        "target-realisasi-triwulan",
        "Target dan realisasi, triwulan ini",
        "Setiap indikator: target dan realisasi dari setiap triwulan saja, tidak dijumlahkan.",
        target_realisasi.by_single_quarter,
        "Fasilitasi",
        _INDIKATOR,
        this_year=True,
    ),
    ReportKind(
        "daftar-penerima",
        "Daftar penerima fasilitasi",
        "Nama usaha atau koperasi, alamat, jenis, nomor sertifikat, dan tanggal hasil.",
        daftar_penerima.build,
        "Fasilitasi",
        _JENIS_FASILITASI,
        this_year=True,
    ),
    ReportKind(
        "daftar-umkm",
        "Daftar UMKM",
        "Usaha yang terdaftar beserta pemilik, skala, tenaga kerja, dan produknya.",
        daftar_umkm.build,
        "UMKM",
        _BIDANG_USAHA,
    ),
    ReportKind(
        "rekap-umkm",
        "Rekap UMKM per skala dan jenis kelamin",
        "Jumlah usaha setiap kecamatan menurut skala dan jenis kelamin pemilik.",
        rekap_umkm.build,
        "UMKM",
        _BIDANG_USAHA,
    ),
    ReportKind(
        "rekap-umkm-bidang",
        "Rekap UMKM per sektor (bidang usaha)",
        "Jumlah usaha setiap kecamatan menurut bidang usaha.",
        rekap_umkm_bidang.build,
        "UMKM",
        _SKALA,
    ),
    ReportKind(
        "keragaan-koperasi",
        "Keragaan koperasi",
        "Badan hukum, RAT, anggota, modal, volume usaha, dan SHU menurut tahun buku.",
        keragaan_koperasi.build,
        "Koperasi",
        _JENIS_KOPERASI,
    ),
    ReportKind(
        "rat",
        "Pelaksanaan RAT",
        "Koperasi yang sudah dan belum RAT menurut tahun buku, dan surat peringatan yang jatuh tempo.",
        rat.build,
        "Koperasi",
        _KEADAAN_RAT,
    ),
    ReportKind(
        "rat-kecamatan",
        "Rekap RAT per kecamatan",
        "Seluruh kecamatan: sudah, belum, surat peringatan, dan koperasi tidak aktif.",
        rat.build_kecamatan,
        "Koperasi",
        _JENIS_KOPERASI,
    ),
    ReportKind(
        "kdmp",
        "Koperasi Desa/Kelurahan Merah Putih",
        "Seluruh desa dan kelurahan: musdesus, akta, badan hukum, nomor, rekening, anggota, gerai, dan RAT.",
        kdmp.build,
        "Koperasi",
        _SYARAT_KDMP,
    ),
    ReportKind(
        "sinergi-koperasi",
        "Sinergi koperasi dan UMKM",
        "Usaha anggota setiap koperasi, dan usaha yang hasilnya dibeli, dijualkan, atau modalnya dipinjami.",
        sinergi.build,
        "Koperasi",
        _JENIS_KOPERASI,
    ),
    ReportKind(
        "sinergi-kecamatan",
        "Rekap sinergi per kecamatan",
        "Seluruh kecamatan: koperasi yang bekerja sama dengan usaha, banyaknya usaha, dan nilainya.",
        sinergi.build_kecamatan,
        "Koperasi",
        _JENIS_KOPERASI,
    ),
    ReportKind(
        "sertifikat-berakhir",
        "Sertifikat akan berakhir",
        "Sertifikat yang masa berlakunya habis dalam rentang waktu yang dipilih.",
        sertifikat_berakhir.build,
        "Legalitas",
        _JENIS_SERTIFIKAT,
        years_ahead=10,  # the longest there is: a trade mark
    ),
    ReportKind(
        "kewajiban",
        "Kalender kewajiban",
        "Siapa yang perlu diingatkan setiap bulan: surat yang berakhir, komitmen P-IRT, RAT, NIK Koperasi.",
        kewajiban.build,
        "Legalitas",
        _KEWAJIBAN,
        years_ahead=1,
    ),
    ReportKind(
        "belum-halal",
        "Usaha makanan dan minuman belum bersertifikat halal",
        "Daftar panggil menjelang dan sesudah hari wajib halal, per kecamatan.",
        belum_halal.build,
        "Legalitas",
        _BIDANG_USAHA,
    ),
    ReportKind(
        "rekap-kegiatan",
        "Rekap kegiatan",
        "Pelatihan, bazar, dan pertemuan: yang terdaftar, yang hadir, dan fasilitasi yang tercatat darinya.",
        kegiatan.build,
        "Kegiatan",
        _JENIS_KEGIATAN,
        this_year=True,
        years_ahead=1,
    ),
    ReportKind(
        "omzet-bazar",
        "Hasil penjualan bazar",
        "Setiap bazar: peserta, yang melaporkan hasil, dan jumlahnya bila dilaporkan lima peserta atau lebih.",
        kegiatan.build_turnover,
        "Kegiatan",
        _BIDANG_USAHA,
        this_year=True,
    ),
    ReportKind(
        "1-asn-1-produk",
        "Rekap 1 ASN 1 Produk",
        "Setiap perangkat daerah setiap bulan: jumlah ASN, yang ikut, persentase, nilai, dan yang belum melapor.",
        belanja_opd.build,
        "1 ASN 1 Produk",
        _OPD,
        this_year=True,
    ),
    ReportKind(
        "1-asn-1-produk-bulan",
        "1 ASN 1 Produk per bulan",
        "Banyaknya ASN yang ikut, satu kolom setiap bulan.",
        belanja_opd.build_months,
        "1 ASN 1 Produk",
        _OPD,
        this_year=True,
    ),
    ReportKind(
        "belanja-asn-penjual",
        "Belanja ASN per usaha dan koperasi",
        "Apa yang dibelanjakan program di setiap penjual.",
        belanja_penjual.build,
        "1 ASN 1 Produk",
        _PENJUAL,
        this_year=True,
    ),
    ReportKind(
        "belanja-asn-kecamatan",
        "Belanja ASN per kecamatan",
        "Seluruh kecamatan, kepulauan dan daratan: penjual, banyaknya belanja, dan nilainya.",
        belanja_penjual.build_kecamatan,
        "1 ASN 1 Produk",
        _PENJUAL,
        this_year=True,
    ),
    ReportKind(
        "etalase-bulan",
        "Perputaran etalase per bulan",
        "Barang titipan yang masuk, terjual, kembali, dan rusak, serta nilai penjualannya.",
        etalase.build,
        "Rumah Usaha",
        _KATEGORI,
        this_year=True,
    ),
    ReportKind(
        "etalase-pemilik",
        "Perputaran etalase per pemilik",
        "Yang sama untuk setiap usaha atau koperasi yang menitipkan barang.",
        etalase.build_pemilik,
        "Rumah Usaha",
        _KATEGORI,
        this_year=True,
    ),
    ReportKind(
        "kunjungan",
        "Kunjungan menurut buku tamu",
        "Banyaknya tamu setiap bulan menurut keperluan, tanpa nama.",
        kunjungan.build,
        "Rumah Usaha",
        _KEPERLUAN,
        this_year=True,
    ),
)

REPORTS: dict[str, ReportKind] = {kind.slug: kind for kind in _KINDS}

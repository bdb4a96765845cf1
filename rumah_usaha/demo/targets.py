"""The invented district's performance agreement: indicators, and their targets of three years."""

from dataclasses import dataclass

_OFFICE = "Rumah Usaha, catatan fasilitasi"


@dataclass(frozen=True)
class Indicator:
    """`targets` by year: cumulative values at the end of each quarter."""

    name: str
    slug: str
    ukuran: str
    jenis: tuple[str, ...]
    satuan: str
    formula: str
    source: str
    targets: dict[int, tuple[int, int, int, int]]
    notes: str = ""


def indicators() -> tuple[Indicator, ...]:
    return (
        Indicator(
            "Jumlah usaha yang memperoleh sertifikat halal", "sertifikat-halal", "fasilitasi", ("halal",), "usaha",
            "Jumlah usaha yang sertifikat halalnya terbit pada tahun berjalan", _OFFICE,
            {2024: (2, 6, 10, 14), 2025: (3, 8, 14, 20), 2026: (4, 10, 18, 24)},
        ),
        Indicator(
            "Jumlah legalitas produk yang terbit (P-IRT, BPOM, merek)", "legalitas-produk", "fasilitasi",
            ("pirt", "bpom", "merek"), "dokumen", "P-IRT + izin edar BPOM + merek yang terbit", _OFFICE,
            {2024: (3, 8, 13, 18), 2025: (4, 10, 17, 24), 2026: (5, 12, 20, 28)},
        ),
        Indicator(
            "Jumlah bidang tanah usaha mikro yang bersertipikat", "sertipikat-tanah", "fasilitasi", ("shat",), "bidang",
            "Jumlah bidang yang sertipikatnya terbit", "Kantor Pertanahan; catatan fasilitasi",
            {2025: (0, 8, 16, 25), 2026: (0, 10, 20, 30)}, "Menyesuaikan kuota Kantor Pertanahan.",
        ),
        Indicator(
            "Jumlah peserta pelatihan dan bimbingan teknis", "peserta-pelatihan", "fasilitasi", ("pelatihan",), "orang",
            "Jumlah peserta yang menyelesaikan pelatihan", _OFFICE,
            {2025: (0, 10, 20, 30), 2026: (0, 12, 24, 36)},
        ),
        Indicator(
            "Persentase koperasi aktif", "koperasi-aktif", "koperasi_aktif", (), "%",
            "Koperasi aktif ÷ jumlah koperasi × 100 %", "ODS; data koperasi Rumah Usaha",
            {2025: (60, 65, 68, 70), 2026: (65, 68, 70, 72)},
        ),
        Indicator(
            "Persentase koperasi berkinerja baik", "koperasi-berkinerja-baik", "koperasi_baik", (), "%",
            "Koperasi aktif yang diperiksa sehat atau cukup sehat, atau belum diperiksa tetapi sudah RAT dan ber-SHU "
            "positif ÷ jumlah koperasi × 100 %",
            "Pemeriksaan kesehatan (Permenkop 9/2020); RAT dan SHU pada data koperasi Rumah Usaha",
            {2025: (20, 45, 50, 55), 2026: (25, 50, 55, 60)},
        ),
        Indicator(
            "Persentase usaha yang memiliki NIB", "usaha-ber-nib", "usaha_nib", (), "%",
            "Usaha ber-NIB ÷ jumlah usaha terdaftar × 100 %", "OSS; data usaha Rumah Usaha",
            {2025: (40, 45, 50, 55), 2026: (55, 60, 65, 70)},
        ),
    )  # fmt: skip

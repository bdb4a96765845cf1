from django.db import models


class JenisSertifikat(models.TextChoices):
    HALAL = "halal", "Sertifikat halal"
    PIRT = "pirt", "P-IRT"
    BPOM = "bpom", "Izin edar BPOM"
    MEREK = "merek", "Merek terdaftar"
    NIB = "nib", "NIB"
    NIK_KOPERASI = "nik_koperasi", "Sertifikat NIK Koperasi"
    SHAT = "shat", "Sertipikat tanah (SHAT)"
    SNI = "sni", "SNI"
    PELATIHAN = "pelatihan", "Sertifikat pelatihan"
    LAINNYA = "lainnya", "Lainnya"


# Numbers that stand on the subject itself; the certificate row only reads them.
NUMBER_ON_SUBJECT: dict[str, str] = {JenisSertifikat.NIB: "nib", JenisSertifikat.NIK_KOPERASI: "nik_koperasi"}
# Marks the public may see, each only when verified and in force.
PUBLIC_MARKS = (
    JenisSertifikat.HALAL,
    JenisSertifikat.PIRT,
    JenisSertifikat.BPOM,
    JenisSertifikat.MEREK,
    JenisSertifikat.NIB,
)
# For these, one certificate may name several products and the mark shows on exactly those.
NAMES_PRODUCTS = (JenisSertifikat.HALAL, JenisSertifikat.PIRT, JenisSertifikat.BPOM)


class JenisKewajiban(models.TextChoices):
    """What the duty calendar calls people about (domain 8)."""

    PIRT = "pirt", "P-IRT berakhir"
    KOMITMEN_PIRT = "komitmen-pirt", "Komitmen P-IRT"
    BPOM = "bpom", "Izin edar BPOM berakhir"
    MEREK = "merek", "Merek berakhir"
    SNI = "sni", "SNI berakhir"
    HALAL = "halal", "Sertifikat halal lama: cek ulang"
    NIK_KOPERASI = "nik-koperasi", "Pemutakhiran NIK Koperasi"
    RAT = "rat", "RAT"
    WAJIB_HALAL = "wajib-halal", "Wajib bersertifikat halal"


class Saluran(models.TextChoices):
    """How somebody was reminded."""

    WHATSAPP = "whatsapp", "WhatsApp"
    TELEPON = "telepon", "Telepon"
    KUNJUNGAN = "kunjungan", "Kunjungan"
    SURAT = "surat", "Surat"

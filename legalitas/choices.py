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

"""Words that forms print. Stored values are the Indonesian words themselves."""

from django.db import models


class JenisKelamin(models.TextChoices):
    LAKI_LAKI = "L", "Laki-laki"
    PEREMPUAN = "P", "Perempuan"


class Pendidikan(models.TextChoices):
    TIDAK_SEKOLAH = "tidak_sekolah", "Tidak sekolah"
    SD = "sd", "SD"
    SMP = "smp", "SMP"
    SMA = "sma", "SMA/SMK"
    D1 = "d1", "D1"
    D2 = "d2", "D2"
    D3 = "d3", "D3"
    D4 = "d4", "D4"
    S1 = "s1", "S1"
    S2 = "s2", "S2"
    S3 = "s3", "S3"


class StatusUsaha(models.TextChoices):
    PERSEORANGAN = "perseorangan", "Perseorangan"
    IUMK = "iumk", "IUMK"
    UD = "ud", "UD"
    CV = "cv", "CV"
    PT_PERORANGAN = "pt_perorangan", "PT Perorangan"
    PT = "pt", "PT"
    KELOMPOK = "kelompok", "Kelompok/KUB"
    KOPERASI = "koperasi", "Koperasi"


class BidangUsaha(models.TextChoices):
    """The coarse field of training forms; KBLI is asked second."""

    MAKANAN_MINUMAN = "makanan_minuman", "Makanan/Minuman"
    FESYEN = "fesyen", "Fesyen"
    KERAJINAN = "kerajinan", "Kerajinan"
    PERDAGANGAN = "perdagangan", "Perdagangan"
    PERIKANAN_PETERNAKAN = "perikanan_peternakan", "Perikanan/Peternakan"
    FURNITUR = "furnitur", "Furnitur/Dekorasi rumah"
    PERTANIAN_PERKEBUNAN = "pertanian_perkebunan", "Pertanian/Perkebunan"
    JASA = "jasa", "Jasa"
    LAINNYA = "lainnya", "Lainnya"


class Skala(models.TextChoices):
    """Size classes of PP 7/2021 Pasal 35."""

    MIKRO = "mikro", "Usaha mikro"
    KECIL = "kecil", "Usaha kecil"
    MENENGAH = "menengah", "Usaha menengah"
    BESAR = "besar", "Usaha besar"


class DasarSkala(models.TextChoices):
    MODAL = "modal", "Modal usaha"
    PENJUALAN = "penjualan", "Hasil penjualan tahunan"


class TujuanPersetujuan(models.TextChoices):
    """What an owner may allow, one by one (UU 27/2022)."""

    KATALOG = "katalog", "Menampilkan usaha dan produknya di situs"
    NAMA = "nama", "Menampilkan nama pemilik"
    TELEPON = "telepon", "Memakai nomor telepon sebagai tautan WhatsApp"
    FOTO = "foto", "Menampilkan foto pemilik atau tempat usaha"
    LOKASI = "lokasi", "Menampilkan alamat dan titik lokasi usaha"


class SaluranPersetujuan(models.TextChoices):
    FORMULIR = "formulir", "Formulir kertas bertanda tangan"
    LISAN = "lisan", "Lisan, dicatat petugas"
    WHATSAPP = "whatsapp", "Pesan WhatsApp"
    DARING = "daring", "Formulir daring"


class NomorPribadi(models.TextChoices):
    """Numbers that are shown in full only with a reason."""

    NIK = "nik", "NIK KTP"
    NPWP = "npwp", "NPWP"

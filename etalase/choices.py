from django.db import models


class Keperluan(models.TextChoices):
    """Why somebody comes to the house."""

    BELANJA = "belanja", "Melihat atau membeli produk"
    KONSULTASI = "konsultasi", "Konsultasi usaha, izin, atau sertifikat"
    TITIP = "titip", "Menitipkan atau mengambil barang"
    KEGIATAN = "kegiatan", "Mengikuti pelatihan, bazar, atau rapat"
    KUNJUNGAN = "kunjungan", "Kunjungan dinas atau studi banding"
    LAINNYA = "lainnya", "Lainnya"


class JenisMutasi(models.TextChoices):
    """What can happen to goods on consignment."""

    MASUK = "masuk", "Masuk"
    TERJUAL = "terjual", "Terjual"
    KEMBALI = "kembali", "Kembali ke pemilik"
    RUSAK = "rusak", "Rusak atau hilang"

from django.db import models


class JenisKegiatan(models.TextChoices):
    PELATIHAN = "pelatihan", "Pelatihan"
    BAZAR = "bazar", "Bazar dan pameran"
    RAPAT = "rapat", "Rapat koordinasi"
    SOSIALISASI = "sosialisasi", "Sosialisasi"
    TEMU_USAHA = "temu_usaha", "Temu usaha"
    LAINNYA = "lainnya", "Kegiatan lain"


class StatusPeserta(models.TextChoices):
    """Who came is not a status: it is told by the days on record."""

    TERDAFTAR = "terdaftar", "Terdaftar"
    MENUNGGU = "menunggu", "Daftar tunggu"
    BATAL = "batal", "Batal"

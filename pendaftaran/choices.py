from django.db import models


class HasilPendaftaran(models.TextChoices):
    DITERIMA = "diterima", "Diterima"
    DIGABUNG = "digabung", "Digabungkan dengan data yang ada"
    DITOLAK = "ditolak", "Ditolak"

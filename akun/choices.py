from django.db import models


class JenisPermintaan(models.TextChoices):
    """What a person may ask about the own data (UU 27/2022 Pasal 6 and 8)."""

    PERBAIKAN = "perbaikan", "Memperbaiki data yang keliru"
    PENGHAPUSAN = "penghapusan", "Menghapus data saya atau mengakhiri pemrosesannya"

"""The result of a cooperative's health examination from its score (Permenkop 9/2020; bands of Perdep 06/2016)."""

from decimal import Decimal

from django.db import models


class HasilKesehatan(models.TextChoices):
    SEHAT = "sehat", "Sehat"
    CUKUP_SEHAT = "cukup_sehat", "Cukup sehat"
    DALAM_PENGAWASAN = "dalam_pengawasan", "Dalam pengawasan"
    DALAM_PENGAWASAN_KHUSUS = "dalam_pengawasan_khusus", "Dalam pengawasan khusus"


# Each from this score on; below the last it is the fourth.
_BANDS = (
    (Decimal(80), HasilKesehatan.SEHAT),
    (Decimal(66), HasilKesehatan.CUKUP_SEHAT),
    (Decimal(51), HasilKesehatan.DALAM_PENGAWASAN),
)


def hasil_kesehatan(skor: Decimal) -> HasilKesehatan:
    return next((hasil for least, hasil in _BANDS if skor >= least), HasilKesehatan.DALAM_PENGAWASAN_KHUSUS)

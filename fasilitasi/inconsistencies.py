"""What may be wrong with facilitation cases though every rule of the database holds."""

from django.db.models import F, Q

from common.inconsistencies import Inconsistency
from fasilitasi.choices import Status


def _without_certificate() -> Q:
    return Q(status=Status.TERBIT, sertifikat=None) & ~Q(jenis__sertifikat="")


def _result_before_application() -> Q:
    return Q(result_on__lt=F("applied_on"))


FASILITASI_CHECKS = (
    Inconsistency(
        "tanpa-sertifikat",
        "Selesai tanpa sertifikat",
        "Jenis ini menghasilkan sertifikat. Catat sertifikatnya pada usaha atau koperasinya.",
        _without_certificate,
    ),
    Inconsistency(
        "hasil-mendahului",
        "Tanggal hasil mendahului tanggal permohonan",
        "Periksa kedua tanggalnya.",
        _result_before_application,
    ),
)

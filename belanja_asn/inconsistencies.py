"""What may be wrong with the programme's records though every rule of the database holds."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from belanja_asn.models import JumlahAsn, PetugasRekap
from common.inconsistencies import Inconsistency


def _without_number() -> Q:
    known = JumlahAsn.objects.filter(opd=OuterRef("pk"), bulan__lte=timezone.localdate())
    return ~Q(Exists(known))


def _without_officer() -> Q:
    return ~Q(Exists(PetugasRekap.objects.current().filter(opd=OuterRef("pk"))))


OPD_CHECKS = (
    Inconsistency(
        "tanpa-jumlah-asn",
        "Jumlah ASN belum tercatat",
        "Isi jumlah ASN; tanpa itu persentase keikutsertaan tidak dapat dihitung.",
        _without_number,
    ),
    Inconsistency(
        "tanpa-petugas-rekap",
        "Belum ada petugas rekap yang bertugas",
        "Buatkan akun, lalu tambahkan sebagai petugas rekap perangkat daerah ini.",
        _without_officer,
    ),
)

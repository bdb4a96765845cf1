"""Who has to do something about an open case: the applicant, the office, or the agency that issues the result."""

from django.db.models import Q

from fasilitasi.choices import Status
from fasilitasi.langkah import OPEN

_WAITS_FOR: dict[str, tuple[Status, ...]] = {
    "pemohon": (Status.PERLU_PERBAIKAN,),
    "kantor": (Status.DIAJUKAN, Status.DIPERIKSA, Status.TERVERIFIKASI),
    "lembaga": (Status.DIPROSES,),
}
QUEUES = (
    ("pemohon", "Menunggu pemohon"),
    ("kantor", "Menunggu kantor"),
    ("lembaga", "Menunggu lembaga penerbit"),
)


def queue(name: str) -> Q:
    return Q(archived_at=None, status__in=_WAITS_FOR[name])


def mine(officer: int | None) -> Q:
    """Open cases of one officer."""
    return Q(archived_at=None, status__in=OPEN, petugas=officer)

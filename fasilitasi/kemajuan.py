"""What the holder of a receipt may know of a case: its kind, its steps by date, and what comes next."""

from dataclasses import dataclass, field
from datetime import date

from fasilitasi.berkas import checklist
from fasilitasi.choices import KeadaanBerkas, Status
from fasilitasi.models import Fasilitasi

_NEXT: dict[str, str] = {
    Status.DIAJUKAN: "Petugas akan memeriksa berkas Anda.",
    Status.DIPERIKSA: "Petugas sedang memeriksa berkas Anda.",
    Status.PERLU_PERBAIKAN: "Ada yang perlu Anda perbaiki. Datang atau hubungi kantor kami.",
    Status.TERVERIFIKASI: "Berkas Anda lengkap dan benar. Permohonan akan diteruskan.",
    Status.TERBIT: "Permohonan Anda selesai. Hubungi kantor kami bila hasilnya belum Anda terima.",
    Status.DITOLAK: "Permohonan ini ditolak. Hubungi kantor kami untuk mengetahui alasannya.",
    Status.DIBATALKAN: "Permohonan ini dibatalkan.",
}


@dataclass(frozen=True)
class Progress:
    nomor: str
    jenis: str
    now: str
    steps: list[tuple[str, date]]
    upcoming: list[str]
    what_next: str
    # Names of documents as the kind asks for them, never what an officer wrote about them.
    to_bring: list[str] = field(default_factory=list)
    to_mend: list[str] = field(default_factory=list)
    # "3 P-IRT": how many papers, never their numbers.
    yielded: str = ""


def progress_of(case: Fasilitasi) -> Progress:
    """Five statements at most, however many steps there are."""
    steps = case.langkahfasilitasi_set.filter(is_correction=False).select_related("tahap")
    items = (
        checklist(case) if case.status in (Status.DIAJUKAN, Status.DIPERIKSA, Status.PERLU_PERBAIKAN) else []
    )
    return Progress(
        nomor=case.nomor,
        jenis=case.jenis.name,
        now=case.status_label,
        steps=[(step.label, step.happened_on) for step in steps],
        upcoming=_upcoming(case),
        what_next=_NEXT.get(case.status) or _waiting_for(case),
        to_bring=[item.berkas.name for item in items if item.is_missing],
        to_mend=[item.berkas.name for item in items if item.keadaan == KeadaanBerkas.PERLU_PERBAIKAN],
        yielded=_yielded(case),
    )


def _yielded(case: Fasilitasi) -> str:
    """Where each unit has its own: a number of a land title, or whose it is, this page tells nobody."""
    if case.is_open or not case.jenis.nomor_per_satuan or not (papers := case.papers):
        return ""
    return f"{len(papers)} {case.jenis.get_sertifikat_display()}"


def _waiting_for(case: Fasilitasi) -> str:
    # The kind's issuer, which is public; a case may name another in words of its own.
    return f"Permohonan Anda sedang diproses di {case.jenis.penerbit or 'lembaga penerbit'}."


def _upcoming(case: Fasilitasi) -> list[str]:
    """Stages that are still to come; after a repair those of the check come again."""
    if not case.is_open:
        return []
    at = case.tahap_now.position if case.tahap_now else -1
    order = list(Status)
    here = order.index(Status.DIPERIKSA if case.status == Status.PERLU_PERBAIKAN else Status(case.status))
    return [
        stage.name
        for stage in case.jenis.tahapjenis_set.filter(is_active=True).exclude(status=Status.TERBIT)
        if (rank := order.index(Status(stage.status))) > here or (rank == here and stage.position > at)
    ]

"""The deed by which help changes hands (BAST): two parties, and what was handed over (domain 6.7)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from common.templatetags.indonesia import hari_tanggal, tanggal
from fasilitasi.choices import Status
from fasilitasi.models import Fasilitasi
from koperasi.models import Koperasi
from laporan.signature import Signatory, SignatureBlock
from surat.drafts import UNSIGNED, Draft, Goods, letters_of, signer
from surat.models import JenisSurat, Surat
from surat.pemohon import address_of

SERAH_TERIMA = "serah-terima"
FIRST, SECOND = "PIHAK PERTAMA", "PIHAK KEDUA"
# Before that nobody has decided that it is given.
_READY = (Status.TERVERIFIKASI, Status.DIPROSES, Status.TERBIT)


@dataclass(frozen=True)
class Penerimaan:
    """Who receives what, where and when."""

    name: str
    jabatan: str
    on: date
    tempat: str
    goods: Sequence[Goods] = field(default_factory=tuple)


def receiver_of(case: Fasilitasi) -> tuple[str, str]:
    """Name and capacity of who usually receives it; of a cooperative the officer on record knows."""
    subject = case.subject
    if isinstance(subject, Koperasi):
        return "", f"Ketua {subject.name}"
    return subject.pemilik.name, f"Pemilik {subject.name}"


def handover_draft(case: Fasilitasi, received: Penerimaan) -> Draft:
    jenis = JenisSurat.objects.get(slug=SERAH_TERIMA)
    head = signer()
    weekday, _, _ = hari_tanggal(received.on).partition(",")
    return Draft(
        jenis,
        case.subject,
        {
            "hari": weekday,
            "tanggal": tanggal(received.on),
            "tempat": received.tempat,
            "fasilitasi": case.jenis.name,
            "pemohon": case.subject.name,
        },
        obstacle=obstacle(case) or ("" if head else UNSIGNED),
        letter=letter_of(case),
        parties={
            FIRST: [("Nama", head.get("pejabat", "")), ("Jabatan", head.get("jabatan", ""))],
            SECOND: [
                ("Nama", received.name),
                ("Jabatan", received.jabatan),
                ("Alamat", address_of(case.subject)),
            ],
        },
        goods=list(received.goods),
    )


def letter_of(case: Fasilitasi) -> Surat | None:
    return letters_of(JenisSurat.objects.get(slug=SERAH_TERIMA)).filter(fasilitasi=case).first()


def obstacle(case: Fasilitasi) -> str:
    if case.jenis.sertifikat:
        return f"{case.jenis} berakhir dengan sertifikat, bukan dengan barang yang diserahkan."
    if case.archived_at:
        return f"{case.nomor} sudah diarsipkan."
    if case.status not in _READY:
        return f"{case.nomor} berstatus “{case.status_label}”. Berita acara dibuat sesudah permohonan terverifikasi."
    return ""


def signed_by_both(block: SignatureBlock, received: Penerimaan) -> SignatureBlock:
    """The receiver at the left, the office at the right."""
    office = replace(block.signatories[0], heading=f"{FIRST},")
    other = Signatory(name=received.name, jabatan=(f"{received.jabatan},",), heading=f"{SECOND},")
    return replace(block, signatories=(other, office))

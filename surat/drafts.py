"""A letter before it goes out: what it would say, and what stands in its way."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils import timezone

from common.text import fold
from fasilitasi.models import Fasilitasi
from koperasi.models import Koperasi
from laporan.models import Pejabat, Peran
from legalitas.choices import JenisSertifikat
from surat.models import JenisSurat, Surat
from surat.pemohon import Details, details_of, details_of_brand
from surat.wording import filled, lines, paragraphs
from umkm.models import Usaha

REKOMENDASI, KETERANGAN = "rekomendasi-merek", "keterangan-binaan"
_UNSIGNED = "Belum ada kepala dinas yang tercatat menjabat hari ini. Isi dahulu pejabat penanda tangan."


@dataclass(frozen=True)
class Draft:
    jenis: JenisSurat
    subject: Usaha | Koperasi
    values: dict[str, str]
    details: Details = field(default_factory=list)
    obstacle: str = ""
    # The one that went out already.
    letter: Surat | None = None

    @property
    def content(self) -> dict[str, Any]:
        return {
            "sifat": self.jenis.sifat,
            "perihal": filled(self.jenis.perihal, self.values),
            "recipient": lines(self.jenis.kepada, self.values),
            "paragraphs": paragraphs(self.jenis.body, self.values),
            "details": [list(line) for line in self.details],
        }


def brand_key(merek: str) -> str:
    """As brands are compared; one of signs alone is compared by its signs."""
    return fold(merek) or merek.casefold()


def brand_draft(case: Fasilitasi) -> Draft:
    """The recommendation that a case of a brand needs."""
    jenis = JenisSurat.objects.get(slug=REKOMENDASI)
    letters = _letters(jenis)
    return Draft(
        jenis,
        case.subject,
        {**_signer(), "pemohon": case.subject.name, "merek": case.merek},
        details_of_brand(case),
        obstacle=_obstacle_of_brand(case, letters),
        letter=letters.filter(fasilitasi=case).first(),
    )


def statement_draft(usaha: Usaha) -> Draft:
    """That a business is one of those the office mentors."""
    jenis = JenisSurat.objects.get(slug=KETERANGAN)
    values = {**_signer(), "pemohon": usaha.pemilik.name}
    today = _letters(jenis).filter(usaha=usaha, dokumen__dated_on=timezone.localdate()).first()
    return Draft(
        jenis, usaha, values, details_of(usaha), obstacle=_obstacle_of_statement(usaha), letter=today
    )


def _obstacle_of_brand(case: Fasilitasi, letters: Any) -> str:
    if case.jenis.sertifikat != JenisSertifikat.MEREK:
        return f"Rekomendasi merek hanya untuk fasilitasi merek, bukan {case.jenis}."
    if case.archived_at or not case.is_open:
        return f"{case.nomor} sudah ditutup atau diarsipkan."
    if not case.merek:
        return "Nama merek belum diisi pada fasilitasi ini."
    mine = letters.filter(
        usaha=case.usaha_id,
        koperasi=case.koperasi_id,
        merek=brand_key(case.merek),
        tahun=timezone.localdate().year,
    )
    if other := mine.exclude(fasilitasi=case).first():
        return (
            f"Merek {case.merek} sudah direkomendasikan tahun ini ({other.dokumen.nomor}). Satu rekomendasi berlaku "
            "untuk satu merek dan satu permohonan."
        )
    return "" if _signer() else _UNSIGNED


def _obstacle_of_statement(usaha: Usaha) -> str:
    if usaha.archived_at or not usaha.verified_at:
        return "Hanya usaha yang sudah diverifikasi dan tidak diarsipkan yang diberi surat keterangan."
    return "" if _signer() else _UNSIGNED


def _letters(jenis: JenisSurat) -> Any:
    return Surat.objects.filter(jenis=jenis).select_related("dokumen", "jenis").defer("dokumen__pdf")


def _signer() -> dict[str, str]:
    """The head of the office today; empty where nobody is on record."""
    today = timezone.localdate()
    head = Pejabat.objects.valid(at=today).filter(peran=Peran.KEPALA_DINAS).first()
    if head is None:
        return {}
    jabatan = f"{head.sebutan} {head.jabatan} {settings.DISTRICT_NAME}".strip()
    return {"pejabat": head.name, "jabatan": jabatan, "tahun": str(today.year)}

"""A letter before it goes out: what it would say, and what stands in its way."""

from dataclasses import asdict, dataclass, field
from typing import Any

from django.conf import settings
from django.utils import timezone

from common.text import fold
from fasilitasi.choices import KeadaanBerkas
from fasilitasi.models import Fasilitasi
from koperasi.models import Koperasi
from laporan.models import Pejabat, Peran
from legalitas.choices import JenisSertifikat
from surat.models import JenisSurat, Surat
from surat.pemohon import Details, details_of, details_of_brand
from surat.wording import filled, lines, paragraphs
from umkm.models import Usaha

REKOMENDASI, KETERANGAN = "rekomendasi-merek", "keterangan-binaan"
# As the checklist of documents calls it, whatever is added to the word.
_LABEL = "etiket"
_NO_LABEL = (
    "Gambar etiket belum ada di daftar berkas fasilitasi ini, jadi surat terbit tanpa gambarnya. Unggah etiket sebagai "
    "foto, bukan PDF, agar ikut tercetak."
)
UNSIGNED = "Belum ada kepala dinas yang tercatat menjabat hari ini. Isi dahulu pejabat penanda tangan."


@dataclass(frozen=True)
class Goods:
    """A line of what is handed over."""

    name: str
    jumlah: int
    satuan: str
    notes: str = ""


@dataclass(frozen=True)
class Draft:
    jenis: JenisSurat
    subject: Usaha | Koperasi | None  # None for what goes to many
    values: dict[str, str]
    details: Details = field(default_factory=list)
    obstacle: str = ""
    # The one that went out already.
    letter: Surat | None = None
    # What only some kinds have: parties with their lines, goods, and a list of whom it goes to on a sheet of its own.
    parties: dict[str, Details] = field(default_factory=dict)
    goods: list[Goods] = field(default_factory=list)
    attached: list[Details] = field(default_factory=list)
    # A picture that belongs to the paper, such as the label of a brand; its record keeps the file.
    picture: bytes | None = field(default=None, repr=False)
    hint: str = ""

    @property
    def content(self) -> dict[str, Any]:
        return {
            "sifat": self.jenis.sifat,
            "perihal": filled(self.jenis.perihal, self.values),
            "recipient": lines(self.jenis.kepada, self.values),
            "paragraphs": paragraphs(self.jenis.body, self.values),
            "details": [list(line) for line in self.details],
            "parties": {name: [list(line) for line in told] for name, told in self.parties.items()},
            "goods": [asdict(each) for each in self.goods],
            "attached": [[list(line) for line in told] for told in self.attached],
        }


def brand_key(merek: str) -> str:
    """As brands are compared; one of signs alone is compared by its signs."""
    return fold(merek) or merek.casefold()


def brand_draft(case: Fasilitasi) -> Draft:
    """The recommendation that a case of a brand needs."""
    jenis = JenisSurat.objects.get(slug=REKOMENDASI)
    letters = letters_of(jenis)
    picture = _label_of(case)
    return Draft(
        jenis,
        case.subject,
        {**signer(), "pemohon": case.subject.name, "merek": case.merek},
        details_of_brand(case),
        obstacle=_obstacle_of_brand(case, letters),
        letter=letters.filter(fasilitasi=case).first(),
        picture=picture,
        hint="" if picture else _NO_LABEL,
    )


def statement_draft(usaha: Usaha) -> Draft:
    """That a business is one of those the office mentors."""
    jenis = JenisSurat.objects.get(slug=KETERANGAN)
    values = {**signer(), "pemohon": usaha.pemilik.name}
    today = letters_of(jenis).filter(usaha=usaha, dokumen__dated_on=timezone.localdate()).first()
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
    return "" if signer() else UNSIGNED


def _label_of(case: Fasilitasi) -> bytes | None:
    """The newest picture of the brand's label among the case's documents; what has to be mended is not printed."""
    found = (
        case.berkasfasilitasi_set.filter(berkas__name__icontains=_LABEL, file__endswith=".jpg")
        .exclude(keadaan=KeadaanBerkas.PERLU_PERBAIKAN)
        .order_by("-pk")
        .first()
    )
    if found is None:
        return None
    with found.file.open("rb") as file:
        return file.read()


def _obstacle_of_statement(usaha: Usaha) -> str:
    if usaha.archived_at or not usaha.verified_at:
        return "Hanya usaha yang sudah diverifikasi dan tidak diarsipkan yang diberi surat keterangan."
    return "" if signer() else UNSIGNED


def letters_of(jenis: JenisSurat) -> Any:
    return Surat.objects.filter(jenis=jenis).select_related("dokumen", "jenis").defer("dokumen__pdf")


def signer() -> dict[str, str]:
    """The head of the office today; empty where nobody is on record."""
    today = timezone.localdate()
    head = Pejabat.objects.valid(at=today).filter(peran=Peran.KEPALA_DINAS).first()
    if head is None:
        return {}
    jabatan = f"{head.sebutan} {head.jabatan} {settings.DISTRICT_NAME}".strip()
    return {"pejabat": head.name, "jabatan": jabatan, "tahun": str(today.year)}

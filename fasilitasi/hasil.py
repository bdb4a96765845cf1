"""The paper a case ends with: what its number is called, and what looks odd before it is recorded."""

from django.conf import settings

from legalitas.choices import NUMBER_ON_SUBJECT, JenisSertifikat
from legalitas.models import Sertifikat
from legalitas.nomor import number_warnings
from legalitas.suspicions import suspicions

_LABELS: dict[str, tuple[str, str]] = {
    JenisSertifikat.HALAL: ("Nomor sertifikat halal", "Nomor yang dicetak di label, diawali ID."),
    JenisSertifikat.PIRT: ("Nomor P-IRT", "15 angka, misalnya 2027209010123-28."),
    JenisSertifikat.BPOM: ("Nomor izin edar BPOM", "MD diikuti angka."),
    JenisSertifikat.MEREK: ("Nomor pendaftaran merek", "IDM diikuti 9 angka, bukan nomor permohonan."),
    JenisSertifikat.NIB: ("NIB", "13 angka. Disimpan pada data usaha atau koperasi."),
    JenisSertifikat.NIK_KOPERASI: ("NIK Koperasi", "Bukan NIK KTP. Disimpan pada data koperasi."),
    JenisSertifikat.SHAT: ("Nomor sertipikat tanah", "14 angka, atau hak, desa, dan nomor. Tidak tampil di situs."),
    JenisSertifikat.SNI: ("Nomor SNI", ""),
}  # fmt: skip
# These papers may have no number at all.
_NUMBER_OPTIONAL = (JenisSertifikat.PELATIHAN, JenisSertifikat.LAINNYA)


def number_label(jenis: str) -> tuple[str, str]:
    """What the number of this kind is called, and a hint how it looks."""
    return _LABELS.get(jenis, ("Nomor sertifikat", "Boleh dikosongkan bila tidak bernomor."))


def doubts_of_paper(paper: Sertifikat) -> list[str]:
    """For the officer to look at once; of kinds whose number stands on the subject, `paper` brings it along."""
    number = paper.number_on_paper
    if not number and paper.jenis not in _NUMBER_OPTIONAL:
        return [f"{number_label(paper.jenis)[0]} belum diisi."]
    if paper.jenis in NUMBER_ON_SUBJECT:
        return number_warnings(paper.jenis, number, district_code=settings.DISTRICT_CODE)
    return suspicions(paper)

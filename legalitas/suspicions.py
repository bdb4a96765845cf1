"""What looks odd in a certificate beyond its number: told to the officer, never a reason to refuse."""

from common.templatetags.indonesia import tanggal
from legalitas.choices import NUMBER_ON_SUBJECT, JenisSertifikat
from legalitas.masa_berlaku import usual_valid_until
from legalitas.models import Sertifikat


def suspicions(sertifikat: Sertifikat) -> list[str]:
    found = sertifikat.suspicions()
    usual = usual_valid_until(sertifikat.jenis, sertifikat.issued_on)
    if usual and not sertifikat.valid_until:
        found.append(
            f"Tanggal “berlaku sampai” kosong. {sertifikat.get_jenis_display()} yang terbit "
            f"{tanggal(sertifikat.issued_on)} biasanya berlaku sampai {tanggal(usual)}. Isi bila di sertifikat "
            "memang tertulis begitu."
        )
    if sertifikat.nomor_ketetapan and sertifikat.jenis != JenisSertifikat.HALAL:
        found.append("Nomor ketetapan (KH) hanya ada pada sertifikat halal. Periksa jenis atau nomornya.")
    if sertifikat.jenis in NUMBER_ON_SUBJECT and not sertifikat.number:
        found.append(
            f"Nomor {sertifikat.get_jenis_display()} belum diisi pada data {sertifikat.subject}. "
            "Isi di sana agar terbaca di sini."
        )
    return found

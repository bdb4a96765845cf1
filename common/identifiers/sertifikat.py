"""Numbers printed on certificates: P-IRT, BPOM, halal, merek. Field papers vary, so these only warn."""

import dataclasses
import datetime
import re

from common.identifiers.cleaning import compact, is_digits
from common.text import tidy_line

# Peraturan BPOM 22/2018.
_PACKAGING = {
    "1": "gelas",
    "2": "plastik",
    "3": "karton atau kertas",
    "4": "kaleng",
    "5": "aluminium foil",
    "6": "lain-lain",
    "7": "komposit",
    "8": "ganda",
}
_HALAL = re.compile(r"ID[0-9]{10,20}")
_MEREK_APPLICATION = re.compile(r"(JID|DID|J00|D00)[0-9]+")


@dataclasses.dataclass(frozen=True)
class Pirt:
    """The parts of a P-IRT number of 15 digits."""

    packaging: str
    food_type: str
    district_code: str
    product_number: str
    producer_number: str
    expiry_year: int


def normalise_pirt(raw: str) -> str:
    """The digits of a P-IRT number, without "P-IRT No." and separators."""
    return compact(raw, "SPPIRT", "PIRT")


def decode_pirt(value: str) -> Pirt | None:
    """Take a P-IRT number of 15 digits apart; None for any other."""
    if not is_digits(value, 15):
        return None
    return Pirt(
        packaging=_PACKAGING.get(value[0], ""),
        food_type=value[1:3],
        district_code=f"{value[3:5]}.{value[5:7]}",
        product_number=value[7:9],
        producer_number=value[9:13],
        expiry_year=2000 + int(value[13:]),
    )


def format_pirt(value: str) -> str:
    """As printed: 13 digits, a dash, the year of expiry. Anything else is shown as it is."""
    pirt = normalise_pirt(value)
    return f"{pirt[:13]}-{pirt[13:]}" if is_digits(pirt, 15) else value


def pirt_warnings(value: str, *, district_code: str, valid_until: datetime.date | None = None) -> list[str]:
    """What looks wrong in a P-IRT number, for this district and this end of validity."""
    if not value:
        return []
    pirt = decode_pirt(value)
    if pirt is None:
        if is_digits(value, 12):
            return ["Nomor P-IRT 12 angka adalah bentuk lama (sebelum 2012). Pastikan masih berlaku."]
        return ["Nomor P-IRT seharusnya 15 angka, misalnya 2027209010123-28. Periksa kembali sertifikatnya."]
    warnings = []
    if not pirt.packaging:
        warnings.append("Angka pertama nomor P-IRT (jenis kemasan) seharusnya 1 sampai 8.")
    if compact(pirt.district_code) != compact(district_code):
        warnings.append(
            f"Kode kabupaten dalam nomor P-IRT ({pirt.district_code}) bukan {district_code}. "
            "Pastikan produk ini dibuat di kabupaten ini."
        )
    if valid_until and valid_until.year != pirt.expiry_year:
        warnings.append(
            f"Dua angka terakhir nomor P-IRT berarti berlaku sampai tahun {pirt.expiry_year}, "
            f"tetapi tanggal berakhir yang diisi tahun {valid_until.year}."
        )
    return warnings


def normalise_bpom(raw: str) -> str:
    """BPOM number without "BPOM RI" and separators."""
    return compact(raw, "BPOM", "RI")


def bpom_warnings(value: str) -> list[str]:
    """MD (local) or ML (imported) and digits."""
    if not value or re.fullmatch(r"M[DL][0-9]{12,16}", value):
        return []
    return ["Nomor BPOM seharusnya MD atau ML diikuti 12 sampai 16 angka. Periksa kembali izin edarnya."]


def normalise_halal(raw: str) -> str:
    """Certificate number as "ID…"; numbers of MUI's time are free text and only tidied."""
    number = compact(raw)
    return number if _HALAL.fullmatch(number) else " ".join(tidy_line(raw).split())


def halal_warnings(value: str) -> list[str]:
    """What looks wrong in a halal certificate number; the Ketetapan Halal has another, often confused."""
    if not value or _HALAL.fullmatch(value):
        return []
    upper = value.upper()
    if upper.startswith("KH"):
        return ["Ini tampaknya nomor Ketetapan Halal. Nomor sertifikat, yang dicetak di label, diawali ID."]
    if "MUI" in upper or any(is_digits(compact(value), length) for length in range(14, 18)):
        return ["Ini tampaknya nomor halal MUI yang lama. Periksa apakah sudah ada nomor dari BPJPH."]
    return ["Nomor sertifikat halal seharusnya ID diikuti 10 sampai 20 angka. Periksa kembali sertifikatnya."]


def normalise_merek(raw: str) -> str:
    """Trade mark number without separators or label."""
    return compact(raw)


def merek_warnings(value: str) -> list[str]:
    """IDM and nine digits once registered; an application has another number."""
    if not value or re.fullmatch(r"IDM[0-9]{9}", value):
        return []
    if _MEREK_APPLICATION.fullmatch(value):
        return ["Ini nomor permohonan merek. Setelah terdaftar, ganti dengan nomor berawalan IDM."]
    return ["Nomor merek terdaftar seharusnya IDM diikuti 9 angka. Periksa kembali sertifikatnya."]

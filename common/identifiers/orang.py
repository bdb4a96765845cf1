"""Numbers of a person: NIK KTP and NIP."""

import datetime
import re

from common.identifiers.cleaning import compact, is_digits, require_digits

# idn-area-data: provinces as of the 2022 division of Papua.
_PROVINCES = frozenset(
    str(code)
    for first, last in ((11, 19), (21, 21), (31, 36), (51, 53), (61, 65), (71, 76), (81, 82), (91, 96))
    for code in range(first, last + 1)
)
# The day of birth of a woman is written plus 40 (PP 37/2007 Pasal 37).
_FEMALE_OFFSET = 40
_HIDDEN = "•"


def normalise_nik(raw: str) -> str:
    """NIK KTP without spaces, dots, dashes, label or Excel's traces."""
    return compact(raw, "NIK", "KTP")


def validate_nik(value: str) -> None:
    """16 digits; everything else about a NIK only warns, because real ones break every rule."""
    require_digits(value, (16,), label="NIK KTP", advice="Periksa kembali pada KTP atau Kartu Keluarga.")


def nik_warnings(
    value: str, *, jenis_kelamin: str | None = None, tanggal_lahir: datetime.date | None = None
) -> list[str]:
    """What looks wrong in a NIK of 16 digits, given the stated sex ("L" or "P") and date of birth."""
    if not is_digits(value, 16):
        return []
    warnings = []
    if value[:2] not in _PROVINCES:
        warnings.append("Dua angka pertama NIK KTP bukan kode provinsi. Periksa kembali pada KTP.")
    day, month, year = int(value[6:8]), int(value[8:10]), int(value[10:12])
    is_female = day > _FEMALE_OFFSET
    born_day = day - _FEMALE_OFFSET if is_female else day
    if not _is_date_in_some_century(born_day, month, year):
        warnings.append("Angka ke-7 sampai ke-12 NIK KTP bukan tanggal lahir. Periksa kembali pada KTP.")
    elif tanggal_lahir and (born_day, month, year) != (
        tanggal_lahir.day,
        tanggal_lahir.month,
        tanggal_lahir.year % 100,
    ):
        warnings.append("Tanggal lahir tidak sama dengan yang tersirat dalam NIK KTP. Periksa keduanya.")
    if jenis_kelamin in ("L", "P") and is_female != (jenis_kelamin == "P"):
        warnings.append("Jenis kelamin tidak sama dengan yang tersirat dalam NIK KTP. Periksa keduanya.")
    if value[12:] == "0000":
        warnings.append("NIK KTP berakhir 0000; nomor urut dimulai dari 0001. Periksa kembali pada KTP.")
    return warnings


def _is_date_in_some_century(day: int, month: int, year: int) -> bool:
    for century in (1900, 2000):
        try:
            datetime.date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False


def mask_nik(value: str) -> str:
    """Only the last four digits visible; a fragment shows nothing."""
    digits = normalise_nik(value)
    visible = digits[-4:] if len(digits) >= 8 else ""
    return _HIDDEN * (len(digits) - len(visible)) + visible


def normalise_nip(raw: str) -> str:
    """NIP without spaces, dots or label."""
    return compact(raw, "NIPPPK", "NIP")


def validate_nip(value: str) -> None:
    """18 digits, where a number stands for a person; what they mean only warns."""
    require_digits(value, (18,), label="NIP", advice="Periksa kembali pada SK atau kartu pegawai.")


def nip_warnings(value: str) -> list[str]:
    """What looks wrong in a NIP (Perka BKN 22/2007). Positions 9-14 are free: PPPK numbers differ there."""
    if not value:
        return []
    if not is_digits(value, 18):
        return ["NIP seharusnya 18 angka. Periksa kembali pada SK atau kartu pegawai."]
    warnings = []
    if not re.fullmatch(r"(19|20)[0-9]{2}", value[:4]) or not _is_date(value[:8]):
        warnings.append("Delapan angka pertama NIP bukan tanggal lahir yang sah. Periksa kembali NIP.")
    if value[14] not in "12":
        warnings.append("Angka ke-15 NIP seharusnya 1 (laki-laki) atau 2 (perempuan). Periksa kembali NIP.")
    return warnings


def _is_date(yyyymmdd: str) -> bool:
    try:
        datetime.datetime.strptime(yyyymmdd, "%Y%m%d")
    except ValueError:
        return False
    return True


def format_nip(value: str) -> str:
    """As printed under a signature: 8-6-1-3 with spaces. Anything else is shown as it is."""
    nip = normalise_nip(value)
    if not is_digits(nip, 18):
        return value
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"

"""The number on a certificate, checked by kind: errors for the impossible, warnings for the odd."""

import datetime
import re
from collections.abc import Callable

from django.core.exceptions import ValidationError

from common.identifiers import (
    bpom_warnings,
    halal_warnings,
    merek_warnings,
    nik_koperasi_warnings,
    normalise_bpom,
    normalise_halal,
    normalise_merek,
    normalise_nib,
    normalise_nik_koperasi,
    normalise_pirt,
    pirt_warnings,
    validate_nib,
)
from common.text import tidy_line
from legalitas.choices import JenisSertifikat


def _normalise_shat(raw: str) -> str:
    """One plot, one spelling: 14 digits without separators, or `M 123 LABUAN` however it was punctuated.

    The number is all that tells a plot from the next: spelt otherwise, it would be granted twice.
    """
    digits = re.sub(r"[\s./-]", "", raw)
    if re.fullmatch("[0-9]{14}", digits):
        return digits
    words = re.split(r"[\s./,:-]+", tidy_line(raw).upper())
    return " ".join(word for word in words if word not in ("", "NO", "NOMOR"))


_NORMALISERS: dict[str, Callable[[str], str]] = {
    JenisSertifikat.HALAL: normalise_halal,
    JenisSertifikat.PIRT: normalise_pirt,
    JenisSertifikat.BPOM: normalise_bpom,
    JenisSertifikat.MEREK: normalise_merek,
    JenisSertifikat.NIB: normalise_nib,
    JenisSertifikat.NIK_KOPERASI: normalise_nik_koperasi,
    JenisSertifikat.SHAT: _normalise_shat,
}
_PLAIN_WARNINGS: dict[str, Callable[[str], list[str]]] = {
    JenisSertifikat.HALAL: halal_warnings,
    JenisSertifikat.BPOM: bpom_warnings,
    JenisSertifikat.MEREK: merek_warnings,
}


def normalise_number(jenis: str, raw: str) -> str:
    """The number as stored for its kind; kinds without a rule are only tidied."""
    return _NORMALISERS.get(jenis, tidy_line)(raw)


def number_errors(jenis: str, value: str) -> list[str]:
    """Why this cannot be a number of the kind; empty for everything that merely looks odd."""
    if not value:
        return []
    if not re.search("[0-9]", value):
        return ["Nomor harus memuat angka. Bila nomornya belum ada, kosongkan isian ini."]
    if jenis == JenisSertifikat.NIB:
        try:
            validate_nib(value)
        except ValidationError as error:
            return error.messages
    return []


def number_warnings(
    jenis: str, value: str, *, district_code: str, valid_until: datetime.date | None = None
) -> list[str]:
    """What looks odd in a number of the kind, for this district and this end of validity."""
    if not value:
        return []
    if jenis == JenisSertifikat.PIRT:
        return pirt_warnings(value, district_code=district_code, valid_until=valid_until)
    if jenis == JenisSertifikat.NIK_KOPERASI:
        return nik_koperasi_warnings(value, district_code=district_code)
    if jenis == JenisSertifikat.SHAT:
        return _shat_warnings(value)
    return _PLAIN_WARNINGS.get(jenis, lambda _: [])(value)


def _shat_warnings(value: str) -> list[str]:
    """NIB tanah has 14 digits; an old paper has the kind of right, the village and a short number."""
    digits = re.sub("[^0-9]", "", value)
    if len(digits) == 14 or (re.search("[A-Za-z]", value) and len(digits) <= 8):
        return []
    if len(digits) == 13:
        return ["Nomor 13 angka biasanya NIB usaha. NIB tanah 14 angka; periksa kembali sertipikatnya."]
    return ["Nomor sertipikat seharusnya 14 angka, atau hak, desa, dan nomor (misalnya M 123 Labuan)."]

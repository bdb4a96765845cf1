"""Number and date of the deed in one cell: "518/BH/VII/2008, 12-03-2008"."""

import datetime
import re

from django.core.exceptions import ValidationError

from common.tanggal import parse_tanggal

_WITH_DATE = re.compile(
    r"(?P<number>.*\S)(?:\s*[,;]|\s+/(?=\s)|\s)\s*\(?(?:tgl\.?|tanggal|tertanggal)?\s*"
    r"(?P<day>\d{1,2}(?:[-/.]\d{1,2}[-/.]|\s+[a-z]+\s+)\d{4})\)?",
    re.IGNORECASE,
)


def split_badan_hukum(text: str) -> tuple[str, datetime.date | None]:
    """A number that merely ends in a year stays whole."""
    if match := _WITH_DATE.fullmatch(text):
        try:
            day = parse_tanggal(match["day"])
        except ValidationError:
            return text, None
        number = re.sub(r"[\s,;/(]*(?:\b(?:tgl|tanggal|tertanggal)\b\.?)?[\s,;/(]*\Z", "", match["number"])
        if number:
            return number, day
    return text, None

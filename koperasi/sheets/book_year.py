"""The book year that a sheet's title or name tells. What may mean another year tells none: the clerk is asked."""

import re
from collections.abc import Iterable

from common.text import fold

_YEAR = r"((?:19|20)\d\d)"
_TOLD = re.compile(
    rf"\b(?:(?:tahun|thn|th) buku|tb|31 (?:desember|des|12)) {_YEAR}(?: (?:(?:sampai|s d|dan) )?{_YEAR})?\b"
)
_EARLIEST = 1960


def book_year_in(texts: Iterable[str]) -> int | None:
    """ "RAT TAHUN BUKU 2025", "TB. 2025", "Keadaan s.d. 31 Desember 2025"; two different years tell nothing.

    A bare "TAHUN 2025" may be the year in which the meeting was held, so it tells nothing either.
    """
    years = {int(year) for text in texts for found in _TOLD.findall(fold(text)) for year in found if year}
    return years.pop() if len(years) == 1 and min(years) >= _EARLIEST else None

"""Names of places in rows of their own, above the records that lie there: "DESA LEBITI", "B. Kec. Togean"."""

import re
from collections.abc import Iterable, Sequence

from common.text import fold
from spreadsheets.reading.book import Cell

# What the column of such places is called, from the wide to the narrow.
PLACES = ("Kecamatan (judul baris)", "Desa/kelurahan (judul baris)")
_NAMED = (re.compile(r"(?:kecamatan|kec) (.+)"), re.compile(r"(?:desa|kelurahan|kel|ds) (.+)"))
# In a narrow table a name alone may be a record.
_FEWEST = 4
_NUMBERED = re.compile(r"\A\s*(?:[IVXivx]{1,5}|[A-Za-z]|\d{1,3})\s*[.)]\s+")


def place_in(filled: Sequence[Cell]) -> tuple[int, str] | None:
    """Which of `PLACES` a row's filled cells name and how, where they name nothing else."""
    texts = [cell for cell in filled if isinstance(cell, str)]
    # Beside it at most the number or letter of the part.
    if not texts or len(filled) > 2 or (len(filled) == 2 and len(fold(str(filled[0]))) > 4):
        return None
    text = _NUMBERED.sub("", texts[-1], count=1).strip().rstrip(" :")
    for level, named in enumerate(_NAMED):
        if named.fullmatch(fold(text)):
            return level, text
    return None


def places_above(rows: Iterable[Sequence[Cell]], *, beside: int) -> tuple[str, ...]:
    """Those of `PLACES` that rows among these name, in their order; `beside` so many columns of the table's own."""
    if beside < _FEWEST:
        return ()
    found = {place[0] for row in rows if (place := place_in(filled(row)))}
    return tuple(name for level, name in enumerate(PLACES) if level in found)


def filled(cells: Iterable[Cell]) -> list[Cell]:
    """Cells that say something; blank ones of a file are None, and those of blanks alone are no more."""
    return [cell for cell in cells if cell is not None and not (isinstance(cell, str) and cell.isspace())]


class Standing:
    """The places in force while a sheet is read downwards; a wider one ends the narrower."""

    def __init__(self, headers: Sequence[str]) -> None:
        self._levels = [PLACES.index(header) for header in headers]
        self._names: dict[int, str] = {}

    def take(self, filled: Sequence[Cell]) -> bool:
        """Whether the row is such a heading, which is then in force."""
        if not (place := place_in(filled)):
            return False
        level, name = place
        self._names = {known: text for known, text in self._names.items() if known < level} | {level: name}
        return True

    def beside(self, cells: list[Cell], width: int) -> list[Cell]:
        """A record of that width, and where it lies."""
        return [*cells, *[None] * (width - len(cells)), *map(self._names.get, self._levels)]

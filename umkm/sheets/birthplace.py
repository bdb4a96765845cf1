"""Place and day of birth in one cell, as most lists have them: "Ampana, 12-03-1990"."""

from spreadsheets.kind import WARNING, Row
from spreadsheets.reading.days import place_before

_DAY, _PLACE = "tanggal_lahir", "tempat_lahir"


def take_birthplace(row: Row) -> None:
    """What stands before the day is the place, where no column of its own tells one."""
    if row.get(_PLACE) or not row.get(_DAY):
        return
    for message in row.messages:
        if message.column == _DAY and message.level == WARNING and (place := place_before(message.value)):
            row.values[_PLACE] = place
            # It is kept, so there is nothing to warn of.
            row.messages.remove(message)
            return

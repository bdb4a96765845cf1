"""Which cooperative performs well (berkinerja baik), the indicator of performance agreements (domain 9.4).

No rule of law defines it. Permenkop 9/2020 has cooperatives examined, so the examination decides where there is one;
health is examined mainly where money is saved and lent, so the others are judged by their meeting and surplus.
"""

from datetime import date

from koperasi.kesehatan import HasilKesehatan

_WELL = {HasilKesehatan.SEHAT, HasilKesehatan.CUKUP_SEHAT}
# An examination speaks for its year and the next: it is done once a year.
_YEARS = 2


def performs_well(
    *, is_aktif: bool, kesehatan: HasilKesehatan | None, has_rat: bool, shu: int | None
) -> bool:
    if not is_aktif:
        return False
    if kesehatan is not None:
        return kesehatan in _WELL
    return has_rat and (shu or 0) > 0


def speaks_for(day: date, *, tahun: int, examined_on: date | None) -> bool:
    """Whether an examination was known on a day and not yet old; an undated one is known when its year is over."""
    return (examined_on or date(tahun, 12, 31)) <= day and day.year - tahun < _YEARS

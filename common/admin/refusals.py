"""What the database refused in a race, in the words that the model would have used."""

from collections.abc import Iterable

from django.db import IntegrityError, models

_UNKNOWN = (
    "Data ini bertabrakan dengan data yang baru saja disimpan petugas lain. "
    "Isian Anda masih ada; periksa lalu simpan lagi."
)


def words_for(error: IntegrityError, touched: Iterable[type[models.Model]]) -> str:
    """The violated constraint's own message, looked up by its name."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    for model in touched:
        for constraint in model._meta.constraints:
            if constraint.name == name:
                return str(constraint.get_violation_error_message())
    return _UNKNOWN

"""How many numbers a finished case needs, where its kind numbers each unit: each plot, product or brand has its own.

A halal certificate names several products under one number, so which kinds these are is data.
"""

from dataclasses import dataclass

BETWEEN = "; "


def numbers_in(cell: str) -> list[str]:
    """Several numbers of one case as sheets write them: a comma parts them only where each part has digits.

    For the spelling of a land title may hold one too: `M 123, Labuan`.
    """
    found = []
    for part in cell.split(";"):
        smaller = [each.strip() for each in part.split(",")]
        is_list = all(any(map(str.isdigit, each)) for each in smaller)
        found += smaller if is_list else [part.strip()]
    return [number for number in found if number]


@dataclass(frozen=True)
class Count:
    """`numbers` for a case of `units`."""

    units: int
    numbers: int
    per_unit: bool

    @property
    def too_many(self) -> str:
        """Why the case cannot bear so many; empty where it can."""
        if self.numbers <= (self.units if self.per_unit else 1):
            return ""
        if self.per_unit:
            return (
                f"Ada {self.numbers} nomor, padahal jumlah satuannya {self.units}. "
                "Perbaiki nomornya atau jumlah satuannya."
            )
        return f"Ada {self.numbers} nomor, padahal jenis ini menghasilkan satu sertifikat."

    @property
    def too_few(self) -> str:
        """What is to be explained; no number at all is asked about elsewhere."""
        if not self.per_unit or not 0 < self.numbers < self.units:
            return ""
        return f"Baru {self.numbers} dari {self.units} nomor. Lengkapi, atau tulis alasannya pada catatan."


def twice(numbers: list[str]) -> str:
    """The first number that stands there again; empty where each is another."""
    return next((number for at, number in enumerate(numbers) if number and number in numbers[:at]), "")

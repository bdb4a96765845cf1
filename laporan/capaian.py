"""How far a target is reached: the arithmetic, values in, values out (domain 9.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

Number = Decimal | int


@dataclass(frozen=True)
class Ratio:
    """A part of a register, in percent: both numbers are kept, so that the paper can say "12 dari 40"."""

    part: int
    whole: int

    @property
    def percent(self) -> Decimal | None:
        """None where there is nothing to divide by."""
        return Decimal(100 * self.part) / self.whole if self.whole else None

    def __str__(self) -> str:
        return f"{self.part} dari {self.whole}"


def capaian(realised: Number | None, target: Number | None) -> Decimal | None:
    """Percent of the target; None, printed "-", where the target is 0 or one of the two is unknown."""
    if realised is None or not target:
        return None
    return Decimal(100) * realised / target


def running(quarters: Sequence[int]) -> list[int]:
    """Values of single quarters as cumulative ones: 2, 0, 3 → 2, 2, 5."""
    return [sum(quarters[: place + 1]) for place in range(len(quarters))]


def steps(cumulative: Sequence[Number | None]) -> list[Number | None]:
    """Cumulative targets as those of each quarter alone; None where the quarter before it was left open."""
    found: list[Number | None] = []
    before: Number | None = 0
    for value in cumulative:
        found.append(None if value is None or before is None else value - before)
        before = value
    return found

"""What every kind of file becomes: sheets of numbered rows."""

import datetime
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

Cell = (
    str | int | float | bool | datetime.datetime | datetime.date | datetime.time | datetime.timedelta | None
)
NumberedRow = tuple[int, list[Cell]]

MOST_ROWS = 200_000
MOST_COLUMNS = 300


class SheetRefused(Exception):  # noqa: N818  (a verdict for the clerk, not a fault)
    """Why a file is not taken in, in words for the clerk."""


@dataclass(frozen=True)
class SheetInfo:
    index: int
    name: str
    is_hidden: bool = False


@dataclass(frozen=True)
class Merged:
    """A block of cells shown as one; rows from 1 as Excel shows them, places from 0. Ends are inside."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Rows:
    """Rows of one sheet from the top, blank ones too; read once."""

    rows: Iterator[NumberedRow]
    merged: list[Merged] = field(default_factory=list)

    def __iter__(self) -> Iterator[NumberedRow]:
        return self.rows

    def first(self, count: int) -> list[list[Cell]]:
        """The cells of the topmost rows, which stay to be read."""
        seen = list(islice(self.rows, count))
        self.rows = chain(seen, self.rows)
        return [cells for _, cells in seen]


class Book(ABC):
    @property
    @abstractmethod
    def sheets(self) -> list[SheetInfo]: ...

    @abstractmethod
    def rows(self, index: int) -> Rows:
        """Anew at every call. Rows carry the number that Excel shows beside them."""

    def name_of(self, index: int) -> str:
        return next(sheet.name for sheet in self.sheets if sheet.index == index)


def refuse_size(name: str, height: int, width: int) -> None:
    if height > MOST_ROWS:
        raise SheetRefused(
            f"Lembar “{name}” berisi lebih dari {MOST_ROWS:,} baris".replace(",", ".")
            + ". Bagi menjadi beberapa berkas, atau hapus isi yang tertinggal jauh di bawah tabel."
        )
    if width > MOST_COLUMNS:
        raise SheetRefused(
            f"Lembar “{name}” melebar lebih dari {MOST_COLUMNS} kolom. "
            "Hapus isi yang tertinggal jauh di kanan tabel, lalu simpan dan unggah lagi."
        )

"""What people make and sell here, read from `data/usaha/*.toml`: texts that staff may correct without code."""

import random
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "usaha"


@dataclass(frozen=True)
class Good:
    names: tuple[str, ...]
    kategori: str
    satuan: str
    lowest: int
    highest: int
    step: int
    motif: str
    alt: str
    stories: tuple[str, ...]
    # How it is made or kept; where a good says nothing, what its trade says holds for it too.
    details: tuple[str, ...]
    pirt_kind: str
    can_be_halal: bool

    def price(self, rng: random.Random) -> int:
        return rng.randrange(self.lowest, self.highest + 1, self.step)


@dataclass(frozen=True)
class Trade:
    slug: str
    kbli: str
    bidang: str
    activity: str
    is_perikanan: bool
    # How likely per zone: pulau, darat, kota.
    places: dict[str, int]
    names: tuple[str, ...]
    pictures: tuple[str, ...]
    # Yearly sales of the smallest and the largest, in millions of rupiah.
    smallest: int
    largest: int
    stories: tuple[str, ...]
    details: tuple[str, ...]
    goods: tuple[Good, ...]


@cache
def trades() -> tuple[Trade, ...]:
    found = []
    for path in sorted(DATA.glob("*.toml")):
        with path.open("rb") as file:
            found += [_trade(entry) for entry in tomllib.load(file)["usaha"]]
    return tuple(found)


@cache
def trade(slug: str) -> Trade:
    return next(entry for entry in trades() if entry.slug == slug)


def _trade(entry: dict[str, Any]) -> Trade:
    smallest, largest = entry["penjualan"]
    return Trade(
        slug=entry["slug"],
        kbli=entry["kbli"],
        bidang=entry["bidang"],
        activity=entry["kegiatan"],
        is_perikanan=entry["perikanan"],
        places=entry["tempat"],
        names=tuple(entry["nama"]),
        pictures=tuple(entry["motif"]),
        smallest=smallest,
        largest=largest,
        stories=tuple(entry["cerita"]),
        details=tuple(entry["rinci"]),
        goods=tuple(_good(good) for good in entry["produk"]),
    )


def _good(entry: dict[str, Any]) -> Good:
    lowest, highest, step = entry["harga"]
    return Good(
        names=tuple(entry["nama"]),
        kategori=entry["kategori"],
        satuan=entry["satuan"],
        lowest=lowest,
        highest=highest,
        step=step,
        motif=entry["motif"],
        alt=entry["alt"],
        stories=tuple(entry["cerita"]),
        details=tuple(entry.get("rinci", ())),
        pirt_kind=entry.get("pirt", ""),
        can_be_halal=entry.get("halal", False),
    )

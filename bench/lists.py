"""Lists as offices have them, at any length: invented people (NIK KTP 720999…), real villages, and dirt."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

from rumah_usaha.demo.names import nik, person_name
from rumah_usaha.demo.places import Village, villages
from rumah_usaha.demo.trades import Trade, trades
from umkm.choices import BidangUsaha

HEADER = (
    "NO", "NIK", "NAMA PEMILIK", "L/P", "TEMPAT LAHIR", "TGL LAHIR", "PENDIDIKAN", "NO. HP/WA", "ALAMAT RUMAH",
    "NAMA USAHA", "NIB", "NPWP", "BIDANG USAHA", "KEGIATAN USAHA", "STATUS USAHA", "TAHUN BERDIRI", "KECAMATAN",
    "DESA/KEL", "ALAMAT USAHA", "MODAL", "OMZET/TAHUN", "TK L", "TK P",
)  # fmt: skip
_SEED = 7209
_NOTHING = ("-", "0", "BELUM ADA", "tidak ada", None, None, None)
_SCHOOLS = ("SD", "SMP", "SMA", "SMA/SMK", "S1", "SLTA", "D3")


def write_list(path: Path, count: int, *, seed: int = _SEED) -> None:
    """Title rows, a header, a row of column numbers, `count` rows of businesses, and a row of totals."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, options) as book:
        page, day = book.add_worksheet("Data UMKM"), book.add_format({"num_format": "dd/mm/yyyy"})
        page.write_string(0, 0, "DATA PELAKU USAHA MIKRO, KECIL DAN MENENGAH")
        page.write_string(1, 0, "KABUPATEN TOJO UNA-UNA TAHUN 2025")
        page.write_row(3, 0, HEADER)
        page.write_row(4, 0, range(1, len(HEADER) + 1))
        for row, cells in enumerate(rows(count, seed), 5):
            for place, cell in enumerate(cells):
                if isinstance(cell, date):
                    page.write_datetime(row, place, cell, day)
                elif cell is not None:
                    page.write(row, place, cell)
        page.write_row(count + 5, 0, ("JUMLAH", "", "", "", "", "", "", "", "", count))


def rows(count: int, seed: int = _SEED) -> Iterator[list[Any]]:
    """One business each; every twelfth belongs to the owner before. One row in a hundred cannot go in."""
    rng, places, kinds = random.Random(seed), villages(), trades()
    owner: list[Any] = []
    for number in range(1, count + 1):
        place, trade = rng.choice(places), rng.choice(kinds)
        if not owner or number % 12:
            owner = _owner(rng, number, place)
        yield [number, *_dirty(rng, [*owner, *_business(rng, number, place, trade)])]


def _owner(rng: random.Random, number: int, place: Village) -> list[Any]:
    sex = rng.choice("LPP")
    born = date(1958, 1, 1) + timedelta(days=number * 7919 % 15_700)
    name = f"{person_name(rng, sex)} {_tail(number)}"
    # A block that operators leave unassigned, with a digit more than the demo's.
    phone = f"08120000{number % 100_000:05d}" if rng.random() < 0.9 else rng.choice(_NOTHING)
    serial = 1 + number * 13 % 9973
    return [
        nik(born, sex, serial) if rng.random() < 0.95 else None,
        name.upper() if rng.random() < 0.4 else name,
        sex,
        "Ampana",
        born if rng.random() < 0.7 else f"{born:%d-%m-%Y}",
        rng.choice(_SCHOOLS),
        phone,
        f"Jl. Contoh No. {number % 200 + 1}",
    ]


def _tail(number: int) -> str:
    """A last word of its own for every owner, as pronounceable as the others."""
    parts = ("la", "mo", "ri", "ta", "su", "ne", "ba", "ko", "du", "wi")
    return "".join(parts[int(digit)] for digit in f"{number:05d}").capitalize()


def _business(rng: random.Random, number: int, place: Village, trade: Trade) -> list[Any]:
    return [
        f"{rng.choice(('Dapur', 'UD', 'Kios', 'Rumah', 'Toko', 'CV'))} {_tail(number * 7 % 100_000)}",
        f"9909{number % 10_000:04d}{number * 31 % 100_000:05d}"
        if rng.random() < 0.4
        else rng.choice(_NOTHING),
        f"99{number % 10**8:08d}99000" if rng.random() < 0.1 else None,
        BidangUsaha(trade.bidang).label,
        trade.activity[:1].upper() + trade.activity[1:],
        rng.choice(("Perseorangan", "perorangan", "CV", "Perseorangan")),
        rng.randrange(1995, 2025),
        place.kecamatan,
        place.name,
        f"Dusun {rng.randrange(1, 5)}",
        _money(rng, rng.randrange(1, 60) * 500_000),
        _money(rng, rng.randrange(2, 90) * 1_000_000),
        rng.randrange(4),
        rng.randrange(4),
    ]


def _money(rng: random.Random, amount: int) -> Any:
    dotted = f"{amount:,}".replace(",", ".")
    return rng.choice((amount, amount, f"Rp. {dotted},-", f"{dotted},00", "-"))


def _dirty(rng: random.Random, cells: list[Any]) -> list[Any]:
    chance = rng.random()
    if chance < 0.01:
        cells[0] = "72099912"  # A NIK of eight digits: the row is refused.
    elif chance < 0.04:
        cells[16] = f"Ds. {cells[16]}"
    elif chance < 0.06:
        cells[6] = f"{cells[6]} / 081200001234"
    elif chance < 0.08:
        cells[8] = None
    return cells

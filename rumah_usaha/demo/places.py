"""Where the invented businesses are: real villages, with shares that suit islands, mainland and town."""

import csv
import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

# How many businesses each kecamatan gets, by the last two digits of its code.
SHARES = {
    "01": 12, "02": 12, "03": 7, "04": 17, "05": 24, "06": 14, "07": 13, "08": 14, "09": 4, "10": 20, "11": 7, "12": 6,
}  # fmt: skip
TOWN = ("05", "10")

# Mainland villages with a shore: nobody inland tells of boats landing at the door.
SHORE = frozenset(
    [
        "Pusungi",
        "Tete A",
        "Tete B",
        "Uebone",
        "Borone",
        "Balanggala",
        "Sabo",
        "Longge",
        "Balingara",
        "Marowo",
        "Bonevoto",
        "Podi",
        "Tongku",
        "Tojo",
        "Pancuma",
        "Uekuli",
        "Betaua",
        "Sandada",
        "Uedele",
        "Bahari",
        "Tayawa",
        "Malei Tojo",
        "Matako",
        "Bambalo",
        "Toliba",
        "Ujung Tibu",
        "Tombiano",
        "Kabalo",
        "Mawomba",
        "Labuan",
        "Dondo",
        "Dondo Barat",
        "Uentanaga Bawah",
        "Muara Toba",
        "Bailo",
        "Ampana",
        "Labiabae",
        "Malotong",
    ]
)


@dataclass(frozen=True)
class Village:
    code: str
    name: str
    kind: str
    kecamatan: str
    kecamatan_code: str
    latitude: float
    longitude: float
    # pulau, darat or kota
    zone: str

    @property
    def has_shore(self) -> bool:
        return self.zone == "pulau" or self.name in SHORE

    @property
    def part(self) -> str:
        return "Lingkungan" if self.kind == "Kelurahan" else "Dusun"


@cache
def villages() -> tuple[Village, ...]:
    folder = Path(settings.REGION_DIR)
    with (folder / "kecamatan.csv").open(encoding="utf-8", newline="") as file:
        islands = {row["kode_kecamatan"] for row in csv.DictReader(file) if row["kepulauan"] == "ya"}
    with (folder / "desa.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_village(row, islands) for row in csv.DictReader(file))


def _village(row: dict[str, str], islands: set[str]) -> Village:
    code = row["kode_kecamatan"]
    zone = "pulau" if code in islands else "kota" if code[-2:] in TOWN else "darat"
    return Village(
        code=row["kode"],
        name=row["nama"],
        kind=row["jenis"],
        kecamatan=row["nama_kecamatan"],
        kecamatan_code=code,
        latitude=float(row["lat"]),
        longitude=float(row["lng"]),
        zone=zone,
    )


@cache
def village(code: str) -> Village:
    return next(place for place in villages() if place.code == code)


def village_named(name: str) -> Village:
    return next(place for place in villages() if place.name == name)


def address(rng: random.Random, place: Village) -> tuple[str, str, str]:
    """Address, RT and RW. Villages seldom have street names."""
    roman = rng.choice(("I", "II", "III", "IV"))
    if place.zone == "kota" and rng.random() < 0.7:
        street = rng.choice(
            ("Pelabuhan", "Pasar Sore", "Nyiur", "Cengkeh", "Karang", "Sauh", "Lamun", "Ketapang")
        )
        line = f"Jalan {street} Nomor {rng.randint(1, 88)}"
    else:
        line = f"{place.part} {roman}"
    return line, f"{rng.randint(1, 9):03d}", f"{rng.randint(1, 4):03d}"


def point_near(rng: random.Random, place: Village) -> tuple[float, float]:
    """Somewhere about the village: village centres are indicative only and never anybody's door."""
    spread = 0.004 if place.zone == "pulau" else 0.008
    return (
        round(place.latitude + rng.uniform(-spread, spread), 5),
        round(place.longitude + rng.uniform(-spread, spread), 5),
    )

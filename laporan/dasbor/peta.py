"""The district coloured by a count: the drawing of `/peta/`, with a level and a number for each kecamatan."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from common.templatetags.indonesia import angka
from wilayah.map import district_map

LEVELS = 4
# For paper, where no stylesheet is: from none to most.
_FILLS = ("#e3dccb", "#b7dad2", "#7fbcb0", "#3f8e78", "#1f6257")


@dataclass(frozen=True)
class Area:
    name: str
    d: str
    label_x: str
    label_y: str
    number: str
    level: int
    fill: str
    url: str = ""


@dataclass(frozen=True)
class Peta:
    viewbox: str
    areas: tuple[Area, ...]
    description: str
    legend: tuple[tuple[int, str], ...]


def coloured(counts: Mapping[str, int], kecamatan: Any, url_of: Any = None) -> Peta:
    """`counts` by code of the kecamatan; the darkest quarter of the scale reaches up to the largest count."""
    shapes = district_map()
    most = max(counts.values(), default=0)
    areas = []
    for row in kecamatan:
        shape = shapes.shapes.get(row.code)
        if shape is None:
            continue
        level = level_of(counts.get(row.code, 0), most)
        areas.append(
            Area(
                row.name,
                shape.d,
                str(shape.label_x),
                str(shape.label_y),
                angka(counts.get(row.code, 0)),
                level,
                _FILLS[level],
                url_of(row) if url_of else "",
            )
        )
    told = "; ".join(f"{area.name} {area.number}" for area in areas)
    return Peta(shapes.viewbox, tuple(areas), f"Peta kabupaten menurut jumlah. {told}.", tuple(_legend(most)))


def level_of(count: int, most: int) -> int:
    """0 for none, else 1 to LEVELS in equal steps up to the largest."""
    return math.ceil(LEVELS * count / most) if count > 0 and most > 0 else 0


def _legend(most: int) -> list[tuple[int, str]]:
    found = [(0, "0")]
    for level in range(1, LEVELS + 1):
        first, last = math.floor(most * (level - 1) / LEVELS) + 1, math.floor(most * level / LEVELS)
        if first <= last:
            found.append((level, angka(first) if first == last else f"{angka(first)}–{angka(last)}"))
    return found

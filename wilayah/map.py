"""The district as an SVG: outlines of its kecamatan, simplified from the region's GeoJSON once per process."""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from django.conf import settings

Point = tuple[float, float]
Ring = list[Point]

_WIDTH, _MARGIN = 1000, 12
# In units of the drawing: corners nearer than this to a straight line are left out, islets smaller are not drawn.
_TOLERANCE, _LEAST_AREA = 2.0, 12.0
# Room that a name needs, for the largest letters the stylesheet uses.
_LETTER_WIDTH, _LINE_HEIGHT = 15, 30


@dataclass(frozen=True)
class Shape:
    """One kecamatan: `d` of its path, and where the middle of its name stands."""

    d: str
    label_x: int
    label_y: int


@dataclass(frozen=True)
class DistrictMap:
    viewbox: str
    shapes: dict[str, Shape]


@cache
def district_map() -> DistrictMap:
    """Shapes by code of the kecamatan; none where the region comes without a map."""
    path = Path(settings.REGION_DIR) / "kecamatan.geojson"
    if not path.exists():
        return DistrictMap("0 0 0 0", {})
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    outlines = {row["properties"]["kode"]: list(_outer_rings(row["geometry"])) for row in features}
    drawn, height = _project(outlines)
    names = {row["properties"]["kode"]: row["properties"]["nama"] for row in features}
    labels = _spread({code: _middle(max(rings, key=_area)) for code, rings in drawn.items()}, names)
    shapes = {
        code: Shape(_path(rings), round(labels[code][0]), round(labels[code][1]))
        for code, rings in drawn.items()
    }
    return DistrictMap(f"0 0 {_WIDTH} {height}", shapes)


def _outer_rings(geometry: dict) -> Iterator[Ring]:
    """Lakes and enclaves would be too small to see."""
    coordinates = geometry["coordinates"]
    for polygon in coordinates if geometry["type"] == "MultiPolygon" else [coordinates]:
        yield [(float(x), float(y)) for x, y, *_ in polygon[0]]


def _project(outlines: dict[str, list[Ring]]) -> tuple[dict[str, list[Ring]], int]:
    """Degrees to units of the drawing, north up; near the equator a plain grid is true enough."""
    points = [point for rings in outlines.values() for ring in rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    shrink = math.cos(math.radians((south + north) / 2))
    scale = (_WIDTH - 2 * _MARGIN) / ((east - west) * shrink)
    drawn = {
        code: [
            [(_MARGIN + (x - west) * shrink * scale, _MARGIN + (north - y) * scale) for x, y in ring]
            for ring in rings
        ]
        for code, rings in outlines.items()
    }
    return drawn, round((north - south) * scale) + 2 * _MARGIN


def _area(ring: Ring) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def _middle(ring: Ring) -> Point:
    """Centre of the box around a ring."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _spread(places: dict[str, Point], names: dict[str, str]) -> dict[str, Point]:
    """Push names apart, up and down, until none lies on another, and keep them inside the drawing."""
    spread = {}
    for code, (x, y) in places.items():
        half = len(names[code]) * _LETTER_WIDTH / 2
        spread[code] = (min(max(x, half), _WIDTH - half), y)
    codes = sorted(spread, key=lambda code: spread[code][1])
    for _ in range(50):
        for upper, lower in pairwise(codes):
            (x1, y1), (x2, y2) = spread[upper], spread[lower]
            room = (len(names[upper]) + len(names[lower])) * _LETTER_WIDTH / 2
            overlap = _LINE_HEIGHT - (y2 - y1)
            if abs(x1 - x2) < room and overlap > 0:
                spread[upper], spread[lower] = (x1, y1 - overlap / 2), (x2, y2 + overlap / 2)
        codes.sort(key=lambda code: spread[code][1])
    return spread


def _path(rings: list[Ring]) -> str:
    """All outlines in whole units, each step relative to the last; the largest island is always drawn."""
    largest = max(rings, key=_area)
    return "".join(_outline(ring) for ring in rings if ring is largest or _area(ring) >= _LEAST_AREA)


def _outline(ring: Ring) -> str:
    corners = [(round(x), round(y)) for x, y in _simplify(ring)]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(corners) if (x1, y1) != (x2, y2)]
    if len(steps) < 3:
        return ""
    x, y = corners[0]
    return f"M{x} {y}l" + " ".join(f"{dx} {dy}" for dx, dy in steps[:-1]) + "z"


def _simplify(line: Ring) -> Ring:
    """Douglas and Peucker: keep the corner farthest from the straight line, and so on to either side of it."""
    if len(line) < 3:
        return line
    first, last = line[0], line[-1]
    at, farthest = max(
        ((index, _distance(point, first, last)) for index, point in enumerate(line)), key=lambda pair: pair[1]
    )
    if farthest <= _TOLERANCE:
        return [first, last]
    return _simplify(line[: at + 1])[:-1] + _simplify(line[at:])


def _distance(point: Point, first: Point, last: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, first, last
    length = math.hypot(x2 - x1, y2 - y1)
    if not length:
        return math.hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length

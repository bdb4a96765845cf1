"""Outlines: closed polygons in picture units (the short side of a picture is 1000 units).

Everything painted is a polygon with enough points to look round, so that moving, turning and
distorting are one function each, whatever the thing is.
"""

import math
import random
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Outline: TypeAlias = list[Point]


def ellipse(
    x: float,
    y: float,
    rx: float,
    ry: float | None = None,
    *,
    turn: float = 0,
    arc: Point = (0, 360),
    steps: int = 0,
) -> Outline:
    """Points on an ellipse; `arc` in degrees clockwise from the right (y grows downwards)."""
    ry = rx if ry is None else ry
    steps = steps or max(14, min(96, int(math.sqrt(max(rx, ry)) * 5)))
    start, stop = (math.radians(angle) for angle in arc)
    outline = []
    for index in range(steps + 1):
        angle = start + (stop - start) * index / steps
        outline.append((rx * math.cos(angle), ry * math.sin(angle)))
    return placed(outline, x, y, turn=turn)


def rectangle(x0: float, y0: float, x1: float, y1: float, radius: float = 0) -> Outline:
    radius = min(radius, (x1 - x0) / 2, (y1 - y0) / 2)
    if radius <= 0:
        return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    corners = (
        (x1 - radius, y0 + radius, 270),
        (x1 - radius, y1 - radius, 0),
        (x0 + radius, y1 - radius, 90),
        (x0 + radius, y0 + radius, 180),
    )
    return [
        point for x, y, angle in corners for point in ellipse(x, y, radius, arc=(angle, angle + 90), steps=7)
    ]


def smooth(points: Sequence[Point], *, closed: bool = True, steps: int = 8) -> Outline:
    """A Catmull-Rom curve through the points."""
    count = len(points)
    around = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    weights = _weights(steps)
    curve: Outline = []
    for index in range(count if closed else count - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = around[index : index + 4]
        for a, b, c, d in weights:
            curve.append((a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy))
    if not closed:
        curve.append(points[-1])
    return curve


@cache
def _weights(steps: int) -> tuple[tuple[float, float, float, float], ...]:
    """How much of four neighbours each point between the middle two takes."""
    return tuple(
        (
            0.5 * (-t + 2 * t**2 - t**3),
            0.5 * (2 - 5 * t**2 + 3 * t**3),
            0.5 * (t + 4 * t**2 - 3 * t**3),
            0.5 * (t**3 - t**2),
        )
        for t in (step / steps for step in range(steps))
    )


def ribbon(path: Sequence[Point], width: float | Callable[[float], float]) -> Outline:
    """A stroke along the path; a function gives the width at 0 (start) to 1 (end)."""
    left: Outline = []
    right: Outline = []
    last = len(path) - 1
    for index, (x, y) in enumerate(path):
        before, after = path[max(index - 1, 0)], path[min(index + 1, last)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1
        half = (width(index / last) if callable(width) else width) / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    return left + right[::-1]


def taper(start: float, end: float) -> Callable[[float], float]:
    """Width of a ribbon that runs thin (or wide)."""
    return lambda t: start + (end - start) * t


def spindle(middle: float, ends: float = 0) -> Callable[[float], float]:
    """Width of a ribbon that is widest half-way."""
    return lambda t: ends + middle * math.sin(math.pi * t)


def placed(
    outline: Sequence[Point],
    x: float = 0,
    y: float = 0,
    *,
    scale: float = 1,
    turn: float = 0,
    flat: float = 1,
) -> Outline:
    """Scaled, turned (degrees clockwise), squashed in height by `flat`, then moved."""
    cos, sin = math.cos(math.radians(turn)) * scale, math.sin(math.radians(turn)) * scale
    return [(x + px * cos - py * sin, y + (px * sin + py * cos) * flat) for px, py in outline]


def moved(outline: Sequence[Point], dx: float, dy: float) -> Outline:
    return [(x + dx, y + dy) for x, y in outline]


def grown(outline: Sequence[Point], factor: float) -> Outline:
    """Scaled about its own centre; below 1 gives an inset."""
    x0, y0, x1, y1 = bounds(outline)
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    return [(cx + (x - cx) * factor, cy + (y - cy) * factor) for x, y in outline]


def pebble(
    rng: random.Random, x: float, y: float, rx: float, ry: float, *, rough: float = 0.12, points: int = 9
) -> Outline:
    """An ellipse that no machine made."""
    turn = rng.uniform(0, 360)
    corners = []
    for index in range(points):
        angle = 2 * math.pi * index / points + math.radians(turn)
        reach = 1 + rng.uniform(-rough, rough)
        corners.append((x + rx * reach * math.cos(angle), y + ry * reach * math.sin(angle)))
    return smooth(corners, steps=5)


def revolved(profile: Sequence[Point], x: float, *, tilt: float = 0.14) -> Outline:
    """The silhouette of a thing turned on a wheel; the profile is (height y, radius) from top to bottom."""
    sides = smooth(profile, closed=False, steps=7)
    (top_y, top_r), (low_y, low_r) = sides[0], sides[-1]
    right = [(x + radius, y) for y, radius in sides]
    left = [(x - radius, y) for y, radius in reversed(sides)]
    base = ellipse(x, low_y, low_r, low_r * tilt, arc=(0, 180))
    crown = ellipse(x, top_y, top_r, top_r * tilt, arc=(180, 360))
    return right + base + left + crown


def leaf(length: float, width: float, *, bend: float = 0) -> Outline:
    """A pointed leaf from the origin to the right."""
    upper = [
        (0.0, 0.0),
        (0.25, -0.42),
        (0.55, -0.5),
        (0.85, -0.24),
        (1.0, 0.0),
        (0.85, 0.24),
        (0.55, 0.5),
        (0.25, 0.42),
    ]
    return smooth([(px * length, py * width + bend * math.sin(px * math.pi)) for px, py in upper], steps=5)


def bounds(outline: Sequence[Point]) -> tuple[float, float, float, float]:
    xs = [x for x, _ in outline]
    ys = [y for _, y in outline]
    return min(xs), min(ys), max(xs), max(ys)

"""Many small things: a few variants are painted once, then laid down hundreds of times."""

import math
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PIL import Image

from .canvas import Canvas, Mask
from .geometry import Outline, Point
from .palette import SHADOW

# Paints one thing about (x, y) and gives back its silhouette.
Morsel: TypeAlias = Callable[[Canvas, random.Random, float, float, float, float], Outline]


@dataclass(frozen=True)
class Stamp:
    picture: Image.Image
    coverage: Image.Image


def stamps(
    canvas: Canvas, rng: random.Random, morsel: Morsel, size: float, *, variants: int = 9
) -> list[Stamp]:
    """The morsel in several turns and sizes; the light stays where it is because each is painted anew."""
    made = []
    for index in range(variants):
        reach = size * rng.uniform(0.86, 1.14)
        side = reach * 2.6
        small = Canvas(side, side, canvas.scale)
        outline = morsel(small, rng, side / 2, side / 2, reach, 360 * index / variants + rng.uniform(-12, 12))
        mask = small.mask(outline)
        if mask is not None:
            made.append(Stamp(small.image.crop(mask.box), mask.coverage))
    return made


def lay(
    canvas: Canvas,
    rng: random.Random,
    pieces: Sequence[Stamp],
    places: Iterable[Point],
    *,
    depth: float = 0.4,
    throw: float = 5,
    within: Mask | None = None,
) -> None:
    """One piece on each place, each with the small shadow that makes a heap of dots a heap of things."""
    offset = max(1, round(throw * canvas.scale))
    dim = [round(level * depth) for level in range(256)]
    dark = [piece.coverage.point(dim) for piece in pieces]
    order = list(range(len(pieces)))
    for x, y in places:
        index = rng.choice(order)
        piece = pieces[index]
        left = round(x * canvas.scale) - piece.picture.width // 2
        top = round(y * canvas.scale) - piece.picture.height // 2
        canvas.apply(Mask(dark[index], left + offset, top + offset), SHADOW, within=within)
        canvas.stamp(piece.picture, Mask(piece.coverage, left, top), within=within)


def inside(
    rng: random.Random, x: float, y: float, rx: float, ry: float, count: int, *, sorted_down: bool = False
) -> list[Point]:
    """Places within an ellipse, evenly enough to cover it."""
    places = []
    golden = math.pi * (3 - math.sqrt(5))
    turn = rng.uniform(0, math.tau)
    for index in range(count):
        reach = math.sqrt((index + 0.5) / count) * rng.uniform(0.94, 1.03)
        angle = turn + index * golden
        places.append((x + rx * reach * math.cos(angle), y + ry * reach * math.sin(angle)))
    if sorted_down:
        places.sort(key=lambda place: place[1])
    else:
        rng.shuffle(places)
    return places


def mound(rng: random.Random, x: float, base: float, width: float, height: float, count: int) -> list[Point]:
    """Places of a pile seen from the front: wide at the base, the front ones last."""
    places = []
    for _ in range(count):
        across = max(-1.0, min(1.0, rng.gauss(0, 0.5)))
        ridge = height * math.cos(across * math.pi / 2) ** 0.8
        places.append((x + across * width / 2, base - ridge * rng.random() ** 0.8))
    return sorted(places, key=lambda place: place[1])


def ring(
    rng: random.Random, x: float, y: float, rx: float, ry: float, count: int, *, start: float = 0
) -> list[Point]:
    """Places on an ellipse."""
    return [
        (
            x + rx * math.cos(math.radians(start) + math.tau * index / count),
            y + ry * math.sin(math.radians(start) + math.tau * index / count),
        )
        for index in range(count)
    ]


def sprinkle(
    rng: random.Random, x: float, y: float, spread: float, count: int, *, flat: float = 0.4
) -> list[Point]:
    """A few strays around a place."""
    return [(x + rng.gauss(0, spread), y + rng.gauss(0, spread * flat)) for _ in range(count)]

"""Ikat: cloth woven of threads dyed beforehand."""

import random

from PIL import Image, ImageDraw, ImageFilter

from .palette import (
    CORAL,
    MANGO,
    PALM_DEEP,
    SEA_DEEP,
    SHELL,
    Colour,
    shade,
)

# Ground, first and second thread.
THREADS: tuple[tuple[Colour, Colour, Colour], ...] = (
    ((130, 36, 44), MANGO, SHELL),
    (SEA_DEEP, (236, 196, 120), CORAL),
    ((56, 40, 46), (206, 84, 60), MANGO),
    (PALM_DEEP, (240, 206, 130), SHELL),
    ((88, 44, 92), (236, 170, 90), SHELL),
    ((196, 96, 50), (60, 36, 40), SHELL),
)


def ikat(rng: random.Random, size: tuple[int, int], threads: tuple[Colour, Colour, Colour]) -> Image.Image:
    """Bands of stepped diamonds and hooks whose edges run, as dyed threads do."""
    ground, first, second = threads
    cell = max(30, size[0] // 12)
    tile = Image.new("RGB", (cell, cell * 3), ground)
    pen = ImageDraw.Draw(tile)
    half = cell / 2
    for reach, tone in ((0.96, first), (0.74, ground), (0.52, second), (0.26, first)):
        steps = [(half + half * reach * x, cell * 0.75 + cell * 0.7 * reach * y) for x, y in _stepped()]
        pen.polygon(steps, fill=tone)
    pen.rectangle((0, cell * 1.58, cell, cell * 1.68), fill=second)
    pen.rectangle((0, cell * 2.72, cell, cell * 2.82), fill=second)
    for index in range(4):
        x = cell * index / 4
        tone = first if index % 2 else second
        pen.polygon([(x, cell * 2.5), (x + cell / 8, cell * 1.9), (x + cell / 4, cell * 2.5)], fill=tone)
    tile = tile.filter(ImageFilter.BoxBlur((1, max(2, cell // 26))))
    cloth = Image.new("RGB", size, ground)
    for x in range(0, size[0], cell):
        for y in range(0, size[1], cell * 3):
            cloth.paste(tile, (x, y))
    weft = Image.frombytes("L", (size[0] // 2, 1), rng.randbytes(size[0] // 2)).resize(size)
    cloth.paste(
        shade(ground, 0.6), (0, 0), weft.point([round(max(0, level - 150) * 0.5) for level in range(256)])
    )
    return cloth


def _stepped() -> list[tuple[float, float]]:
    corner = [
        (0.0, -1.0),
        (0.25, -1.0),
        (0.25, -0.7),
        (0.5, -0.7),
        (0.5, -0.4),
        (0.75, -0.4),
        (0.75, -0.14),
        (1.0, -0.14),
    ]
    right = corner + [(x, -y) for x, y in reversed(corner)]
    return right + [(-x, y) for x, y in reversed(right)]

"""What stands in the water: jetties, houses on posts."""

import random

from .canvas import Canvas, Linear
from .geometry import moved, rectangle, ribbon
from .palette import (
    CREAM,
    SEA_DEEP,
    SEA_LIGHT,
    SHADOW,
    SHELL,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    Colour,
    mix,
    shade,
    tint,
)


def jetty(
    canvas: Canvas, rng: random.Random, start: tuple[float, float], end: tuple[float, float], width: float
) -> None:
    """Boards on posts, running to where it narrows."""
    (x0, y0), (x1, y1) = start, end
    for step in range(9):
        t = step / 8
        px, py, wide = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, width * (1 - 0.86 * t)
        for side in (-0.46, 0.46):
            post = rectangle(
                px + wide * side - wide * 0.03, py, px + wide * side + wide * 0.03, py + wide * 0.34
            )
            canvas.fill(post, shade(WOOD_DEEP, 0.2))
    deck = [(x0 - width / 2, y0), (x0 + width / 2, y0), (x1 + width * 0.07, y1), (x1 - width * 0.07, y1)]
    canvas.fill(deck, Linear(start, end, [(0, WOOD_LIGHT), (1, mix(WOOD, SEA_LIGHT, 0.25))]))
    gaps = []
    for step in range(26):
        t = 1 - 0.86 ** (step + rng.uniform(-0.1, 0.1))
        px, py, wide = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, width * (1 - 0.86 * t)
        gaps.append(rectangle(px - wide / 2, py - 1.5 * (1 - t), px + wide / 2, py + 2.5 * (1 - t)))
    canvas.fill(gaps, WOOD_DEEP, opacity=0.7, within=canvas.mask(deck))


def stilt_house(
    canvas: Canvas,
    rng: random.Random,
    x: float,
    base: float,
    width: float,
    *,
    wall: Colour,
    roof: Colour,
    waterline: float,
    afloat: bool = True,
) -> None:
    """A wooden house on posts; `base` is its floor, posts go down to the water, or to the ground."""
    height = width * 0.46
    half = width / 2
    for step in range(6):
        px = x - half * 0.92 + width * 0.92 * step / 5
        canvas.fill(
            rectangle(px - width * 0.013, base, px + width * 0.013, waterline + width * 0.04),
            shade(WOOD_DEEP, 0.1),
        )
        if afloat:
            mirrored = rectangle(
                px - width * 0.012, waterline + 2, px + width * 0.012, waterline + width * 0.2
            )
            canvas.fill(mirrored, SEA_DEEP, opacity=0.3, soft=4)
    for px in (x - half * 0.7, x + half * 0.2):
        canvas.fill(ribbon([(px, base + 6), (px + width * 0.2, waterline)], width * 0.013), WOOD_DEEP)
    canvas.fill(
        rectangle(x - half * 1.1, base - width * 0.015, x + half * 1.1, base + width * 0.03), WOOD_LIGHT
    )
    canvas.fill(
        rectangle(x - half * 1.1, base + width * 0.024, x + half * 1.1, base + width * 0.04), WOOD_DEEP
    )
    front = rectangle(x - half * 0.86, base - height, x + half * 0.86, base - width * 0.012)
    canvas.fill(
        front,
        Linear(
            (x - half, base - height),
            (x + half, base),
            [(0, tint(wall, 0.3)), (0.5, wall), (1, shade(wall, 0.25))],
        ),
    )
    mask = canvas.mask(front)
    canvas.fill(
        [rectangle(x - half, y, x + half, y + 2) for y in _rows(base - height, base, width * 0.036)],
        shade(wall, 0.4),
        opacity=0.4,
        within=mask,
    )
    canvas.fill(
        rectangle(x - half, base - height - 10, x + half, base - height + width * 0.1),
        SHADOW,
        opacity=0.5,
        soft=width * 0.03,
        within=mask,
    )
    door = rectangle(x - width * 0.065, base - height * 0.74, x + width * 0.065, base - width * 0.012)
    canvas.fill(door, shade(roof, 0.5))
    for px in (x - half * 0.52, x + half * 0.52):
        pane = rectangle(px - width * 0.07, base - height * 0.7, px + width * 0.07, base - height * 0.34)
        canvas.fill(moved(pane, 0, 0), CREAM)
        canvas.fill(
            [
                (px - width * 0.058, base - height * 0.67),
                (px - 2, base - height * 0.67),
                (px - 2, base - height * 0.37),
                (px - width * 0.058, base - height * 0.37),
            ],
            (250, 206, 120),
        )
        canvas.fill(
            [
                (px + 2, base - height * 0.67),
                (px + width * 0.058, base - height * 0.67),
                (px + width * 0.058, base - height * 0.37),
                (px + 2, base - height * 0.37),
            ],
            (96, 130, 128),
        )
    ridge = height * 1.72
    slope = [
        (x - half * 1.12, base - height * 0.92),
        (x - half * 0.62, base - ridge),
        (x + half * 0.62, base - ridge),
        (x + half * 1.12, base - height * 0.92),
    ]
    canvas.fill(
        slope,
        Linear(
            (0, base - ridge),
            (0, base - height * 0.9),
            [(0, tint(roof, 0.28)), (0.6, roof), (1, shade(roof, 0.3))],
        ),
    )
    thatch = canvas.mask(slope)
    straws = []
    for row in range(7):
        y = base - ridge + (ridge - height * 0.92) * row / 7
        for step in range(46):
            px = x - half * 1.15 + width * 1.15 * step / 45 + rng.uniform(-4, 4)
            straws.append(ribbon([(px, y), (px + (px - x) * 0.05, y + (ridge - height) / 5.4)], 2.2))
    canvas.fill(straws[::2], shade(roof, 0.45), opacity=0.4, within=thatch)
    canvas.fill(straws[1::3], tint(roof, 0.4), opacity=0.4, within=thatch)
    rail_y = base - width * 0.1
    canvas.fill(
        [
            rectangle(x - half * 1.08, rail_y, x - width * 0.09, rail_y + width * 0.014),
            rectangle(x + width * 0.09, rail_y, x + half * 1.08, rail_y + width * 0.014),
        ],
        SHELL,
    )
    posts = [
        rectangle(px - 2.5, rail_y, px + 2.5, base)
        for px in _rows(x - half * 1.07, x + half * 1.09, width * 0.06)
        if abs(px - x) > width * 0.09
    ]
    canvas.fill(posts, SHELL)


def _rows(start: float, stop: float, step: float) -> list[float]:
    return [start + step * index for index in range(int((stop - start) / step))]

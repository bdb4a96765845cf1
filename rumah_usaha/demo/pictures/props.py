"""Things that carry or accompany the subject: winnowing trays, banana leaves, plates, cups, boards."""

import math
import random
from collections.abc import Sequence

from .canvas import Canvas, Linear, cylinder
from .geometry import Outline, Point, ellipse, moved, placed, rectangle, revolved, ribbon, smooth
from .labels import band
from .morsels import across
from .palette import (
    CREAM,
    PALM,
    PALM_DEEP,
    PALM_LIGHT,
    SHADOW,
    SHELL,
    STRAW,
    STRAW_DEEP,
    WOOD,
    WOOD_LIGHT,
    Colour,
    mix,
    shade,
    tint,
)
from .surfaces import wood, woven


def winnowing_tray(canvas: Canvas, rng: random.Random, x: float, y: float, radius: float) -> None:
    """A tampah from above: a woven floor in a bound bamboo rim."""
    rim = ellipse(x, y, radius)
    canvas.shadow(rim, dx=22, dy=30, soft=26, opacity=0.5)
    canvas.fill(
        rim,
        Linear(
            (x - radius, y - radius),
            (x + radius, y + radius),
            [(0, tint(STRAW_DEEP, 0.4)), (1, shade(STRAW_DEEP, 0.3))],
        ),
    )
    floor = ellipse(x, y, radius * 0.9)
    side = canvas.image.size
    texture = woven(rng, side, max(8, side[0] // 52), colours=(tint(STRAW, 0.15), tint(STRAW, 0.35)))
    canvas.fill(floor, texture)
    mask = canvas.mask(floor)
    hollow = ellipse(x + radius * 0.09, y + radius * 0.1, radius * 0.86)
    canvas.fill([*_ring(x, y, radius, hollow)], SHADOW, opacity=0.5, soft=18, within=mask)
    strips = []
    for index in range(96):
        turn = index * 360 / 96
        strips.append(
            placed(
                [(0.895, -0.012), (1.0, -0.02), (1.0, 0.004), (0.895, 0.012)], x, y, scale=radius, turn=turn
            )
        )
    canvas.fill(strips[::2], tint(STRAW, 0.35), opacity=0.7)
    canvas.fill(strips[1::2], shade(STRAW_DEEP, 0.4), opacity=0.5)
    for reach in (0.905, 0.99):
        circle = ellipse(x, y, radius * reach)
        canvas.fill(ribbon(circle, radius * 0.012), shade(STRAW_DEEP, 0.5), opacity=0.7)


def _ring(x: float, y: float, radius: float, hollow: Outline) -> list[Outline]:
    """The crescent between a circle and a shifted hollow, as one self-cutting outline."""
    outer = ellipse(x, y, radius * 1.1)
    return [outer + hollow[::-1] + [hollow[-1], outer[0]]]


def banana_leaf(
    canvas: Canvas, rng: random.Random, x: float, y: float, length: float, width: float, turn: float
) -> None:
    half = [(-1.0, 0.0), (-0.86, 0.62), (-0.4, 0.97), (0.2, 1.0), (0.7, 0.7), (1.0, 0.0)]
    shape = smooth([*[(px, -py) for px, py in half], *[(px, py) for px, py in reversed(half[1:-1])]], steps=9)
    body = placed([(px * length / 2, py * width / 2) for px, py in shape], x, y, turn=turn)
    canvas.shadow(body, dx=14, dy=20, soft=16, opacity=0.45)
    tone = mix(PALM, PALM_LIGHT, rng.uniform(0.1, 0.35))
    stops = [
        (0, tint(tone, 0.3)),
        (0.44, tone),
        (0.5, shade(tone, 0.3)),
        (0.56, tint(tone, 0.06)),
        (1, shade(tone, 0.42)),
    ]
    canvas.fill(body, Linear(*across(x, y, width * 0.5, turn), stops))
    mask = canvas.mask(body)
    dark: list[Outline] = []
    light: list[Outline] = []
    for index in range(44):
        t = -0.98 + 1.96 * index / 43
        for side in (-1, 1):
            vein = smooth([(t, 0), (t + 0.06, side * 0.5), (t + 0.16, side * 1.05)], closed=False, steps=4)
            line = placed([(px * length / 2, py * width / 2) for px, py in vein], x, y, turn=turn)
            (dark if index % 2 else light).append(ribbon(line, 3))
    canvas.fill(dark, PALM_DEEP, opacity=0.34, within=mask)
    canvas.fill(light, CREAM, opacity=0.2, within=mask)
    rib = placed([(-length * 0.52, 0), (length * 0.5, 0)], x, y, turn=turn)
    canvas.fill(ribbon(rib, lambda t: 13 - 10 * t), tint(PALM_LIGHT, 0.35))
    canvas.fill(ribbon(moved(rib, 2, 4), lambda t: 4 - 3 * t), PALM_DEEP, opacity=0.6)


def plate(
    canvas: Canvas, x: float, y: float, radius: float, colour: Colour = SHELL, *, flat: float = 1
) -> None:
    rim = ellipse(x, y, radius, radius * flat)
    canvas.shadow(rim, dx=18, dy=24 * max(flat, 0.6), soft=22, opacity=0.45)
    canvas.fill(
        rim,
        Linear(
            (x - radius, y - radius * flat),
            (x + radius, y + radius * flat),
            [(0, tint(colour, 0.7)), (1, shade(colour, 0.2))],
        ),
    )
    well = ellipse(x, y + 2, radius * 0.72, radius * 0.72 * flat)
    canvas.fill(
        well,
        Linear(
            (x - radius, y - radius * flat),
            (x + radius, y + radius * flat),
            [(0, shade(colour, 0.18)), (0.6, tint(colour, 0.3)), (1, tint(colour, 0.6))],
        ),
    )
    line = ellipse(x, y, radius * 0.93, radius * 0.93 * flat)
    canvas.fill(ribbon(line, 5), (30, 120, 128), opacity=0.7)


def board(
    canvas: Canvas, rng: random.Random, x: float, y: float, width: float, height: float, turn: float = 0
) -> None:
    """A wooden serving board from above."""
    body = placed(moved(rectangle(0, 0, width, height, 34), -width / 2, -height / 2), x, y, turn=turn)
    canvas.shadow(body, dx=16, dy=22, soft=18, opacity=0.5)
    canvas.fill(moved(body, 3, 7), shade(WOOD, 0.5))
    canvas.fill(body, wood(rng, canvas.image.size, mix(WOOD, WOOD_LIGHT, 0.55), planks=2))
    canvas.fill(ribbon([*body, body[0]], 3), tint(WOOD_LIGHT, 0.4), opacity=0.6)


def low_tray(
    canvas: Canvas, rng: random.Random, x: float, y: float, radius: float, *, flat: float = 0.34
) -> None:
    """A woven tray on the table, seen from the front."""
    rim = ellipse(x, y, radius, radius * flat)
    canvas.shadow(rim, dx=20, dy=26, soft=18, opacity=0.5)
    wall = band(x, y, y + radius * 0.13, radius, radius * flat)
    canvas.fill(wall, cylinder(STRAW_DEEP, x - radius, x + radius))
    ticks = []
    for index in range(46):
        px = x - radius + 2 * radius * (index + 0.5) / 46
        low = y + radius * flat * math.sqrt(max(0.0, 1 - ((px - x) / radius) ** 2))
        ticks.append(rectangle(px - 5, low - 2, px + 3, low + radius * 0.13))
    canvas.fill(ticks, shade(STRAW_DEEP, 0.5), opacity=0.45)
    canvas.fill(rim, tint(STRAW, 0.2))
    floor = ellipse(x, y + 2, radius * 0.95, radius * flat * 0.92)
    side = canvas.image.size
    canvas.fill(floor, woven(rng, side, max(7, side[0] // 70), colours=(STRAW, tint(STRAW, 0.2))))
    canvas.fill(
        ellipse(x, y - radius * flat * 0.5, radius * 0.9, radius * flat * 0.4),
        SHADOW,
        opacity=0.32,
        soft=16,
        within=canvas.mask(floor),
    )


def cup(canvas: Canvas, x: float, base: float, radius: float, colour: Colour, drink: Colour) -> None:
    """A small cup on its saucer, from the front."""
    saucer = ellipse(x, base, radius * 1.6, radius * 0.46)
    canvas.shadow(saucer, dx=22, dy=14, soft=13, opacity=0.5)
    canvas.fill(moved(saucer, 0, 6), shade(colour, 0.4))
    canvas.fill(
        saucer,
        Linear(
            (x - radius * 1.6, 0), (x + radius * 1.6, 0), [(0, tint(colour, 0.5)), (1, shade(colour, 0.2))]
        ),
    )
    handle = ellipse(x + radius * 1.02, base - radius * 0.62, radius * 0.36, radius * 0.38)
    canvas.fill(ribbon(handle, radius * 0.15), shade(colour, 0.2))
    rim = base - radius * 1.15
    body = revolved(
        [
            (rim, radius),
            (rim + radius * 0.55, radius * 0.93),
            (base - radius * 0.16, radius * 0.64),
            (base - radius * 0.04, radius * 0.56),
        ],
        x,
        tilt=0.22,
    )
    canvas.fill(ellipse(x + 5, base, radius * 0.8, radius * 0.24), SHADOW, opacity=0.5, soft=6)
    canvas.fill(body, cylinder(colour, x - radius, x + radius))
    canvas.fill(ellipse(x, rim, radius, radius * 0.26), tint(colour, 0.5))
    canvas.fill(
        ellipse(x, rim + 3, radius * 0.92, radius * 0.22),
        Linear(
            (x - radius, rim),
            (x + radius, rim),
            [(0, shade(drink, 0.5)), (0.7, drink), (1, tint(drink, 0.3))],
        ),
    )
    canvas.fill(
        ribbon(ellipse(x, rim + 4, radius * 0.86, radius * 0.19, arc=(20, 160)), 3),
        tint(drink, 0.6),
        opacity=0.7,
    )


def steam(canvas: Canvas, rng: random.Random, x: float, y: float, height: float) -> None:
    for shift in (-24, 10, 34):
        path = [(x + shift + 20 * math.sin(step * 0.9 + shift), y - height * step / 6) for step in range(7)]
        canvas.fill(
            ribbon(smooth(path, closed=False), lambda t: 4 + 22 * t * (1 - t) * 2), CREAM, opacity=0.4, soft=9
        )


def rope(canvas: Canvas, path: Sequence[Point], width: float, colour: Colour = STRAW_DEEP) -> None:
    """A twisted cord along a path."""
    canvas.shadow(ribbon(path, width), dx=5, dy=7, soft=5)
    canvas.fill(ribbon(path, width), shade(colour, 0.24))
    twists = []
    for index in range(1, len(path) - 1, 2):
        (x0, y0), (x1, y1) = path[index - 1], path[index + 1]
        angle = math.degrees(math.atan2(y1 - y0, x1 - x0))
        twists.append(placed(ellipse(0, 0, width * 0.62, width * 0.2, turn=-42), *path[index], turn=angle))
    if twists:
        canvas.fill(twists, tint(colour, 0.35))

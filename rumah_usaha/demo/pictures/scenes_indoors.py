"""Workshops and kitchens. Three wide, two high."""

import math
import random

from .backdrops import palm_shade, wall
from .boats import boat
from .canvas import Canvas, Linear, Scene, cylinder
from .geometry import ellipse, moved, rectangle, ribbon, smooth
from .labels import band
from .palette import (
    CORAL,
    CREAM,
    MANGO,
    SEA,
    SHADOW,
    SHELL,
    STEEL,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    Colour,
    shade,
    tint,
)
from .surfaces import painted_wood, wood


def workshop(canvas: Canvas, rng: random.Random) -> None:
    """A bench with tools on the wall."""
    wall(canvas, rng, 700)
    canvas.fill(
        rectangle(0, 800, canvas.width, canvas.height),
        wood(rng, canvas.image.size, shade(WOOD_DEEP, 0.1), planks=7),
    )
    panel = rectangle(220, 120, 1280, 520, 10)
    canvas.shadow(panel, dx=12, dy=16, soft=14)
    canvas.fill(panel, wood(rng, canvas.image.size, WOOD_LIGHT, planks=8))
    for index in range(9):
        x = 300 + index * 112
        kind = index % 3
        high = rng.uniform(150, 230)
        handle = rectangle(x - 13, 190, x + 13, 190 + high * 0.5, 10)
        canvas.shadow(handle, dx=7, dy=9, soft=6)
        canvas.fill(handle, cylinder(rng.choice((CORAL, WOOD, SEA, MANGO)), x - 13, x + 13))
        low = 190 + high * 0.5
        if kind == 0:
            canvas.fill(
                [
                    (x - 8, low),
                    (x + 8, low),
                    (x + 6, low + high * 0.6),
                    (x, low + high * 0.66),
                    (x - 6, low + high * 0.6),
                ],
                cylinder(STEEL, x - 8, x + 8),
            )
        elif kind == 1:
            canvas.fill(rectangle(x - 52, low - 6, x + 46, low + 42, 8), cylinder(STEEL, x - 52, x + 46))
        else:
            canvas.fill(
                [(x - 12, low), (x + 14, low), (x + 44, low + high * 0.7), (x + 4, low + high * 0.74)],
                Linear((x - 20, 0), (x + 44, 0), [(0, tint(STEEL, 0.6)), (1, STEEL)]),
            )
    canvas.fill(ellipse(760, 930, 620, 40), SHADOW, opacity=0.5, soft=20)
    for x in (220, 1200):
        canvas.fill(rectangle(x, 690, x + 80, 930), cylinder(WOOD, x, x + 80))
    canvas.fill(
        [(140, 660), (220, 600), (1290, 600), (1370, 660)],
        wood(rng, canvas.image.size, tint(WOOD, 0.2), planks=16),
    )
    canvas.fill(
        rectangle(140, 660, 1370, 706, 6),
        Linear((140, 0), (1370, 0), [(0, tint(WOOD, 0.3)), (1, shade(WOOD, 0.3))]),
    )
    boat(canvas, rng, 700, 560, 560, trim=(WOOD_LIGHT, WOOD), roof=False, afloat=False)
    for _ in range(24):
        curl = rng.uniform(240, 1280), rng.uniform(616, 650)
        canvas.fill(ribbon(ellipse(*curl, rng.uniform(8, 16), 6, arc=(0, 250)), 4), tint(WOOD_LIGHT, 0.4))
    palm_shade(canvas, rng, opacity=0.1)


def kitchen(canvas: Canvas, rng: random.Random) -> None:
    """Pots on the stove, jars on the shelf: a house where food is made to sell."""
    wall(canvas, rng, 700)
    goods: tuple[Colour, ...] = (
        (186, 50, 34),
        (238, 196, 92),
        (120, 74, 46),
        (226, 142, 40),
        (110, 148, 80),
        (240, 226, 190),
    )
    for shelf in (230, 420):
        board = rectangle(160, shelf, 1340, shelf + 22, 4)
        canvas.fill(moved(board, 8, 22), SHADOW, opacity=0.35, soft=12)
        x = 200.0
        while x < 1280:
            radius, high = rng.uniform(34, 52), rng.uniform(84, 132)
            tone = rng.choice(goods)
            canvas.fill(
                band(x + radius, shelf - high, shelf - 4, radius, 8),
                cylinder(tone, x, x + 2 * radius, gloss=0.7),
            )
            canvas.fill(
                band(x + radius, shelf - high * 0.62, shelf - high * 0.26, radius, 8), SHELL, opacity=0.86
            )
            canvas.fill(
                band(x + radius, shelf - high - 20, shelf - high, radius * 0.9, 8),
                cylinder(rng.choice((WOOD, CORAL, MANGO, SEA)), x, x + 2 * radius),
            )
            x += radius * 2 + rng.uniform(14, 60)
        canvas.fill(board, Linear((0, shelf), (0, shelf + 22), [(0, tint(WOOD_LIGHT, 0.3)), (1, WOOD)]))
    canvas.fill(
        rectangle(0, 690, 1500, 1000),
        painted_wood(rng, canvas.image.size, rng.choice((SEA, (206, 130, 96), (226, 206, 160))), planks=9),
    )
    canvas.fill(
        rectangle(0, 660, 1500, 704),
        Linear((0, 660), (0, 704), [(0, tint(SHELL, 0.4)), (1, shade(SHELL, 0.24))]),
    )
    for x, radius, tone in ((360, 130, STEEL), (700, 160, (60, 56, 56)), (1090, 120, CORAL)):
        canvas.fill(ellipse(x + 26, 672, radius * 1.1, 24), SHADOW, opacity=0.5, soft=10)
        canvas.fill(band(x, 560, 664, radius, radius * 0.14), cylinder(tone, x - radius, x + radius))
        canvas.fill(ellipse(x, 560, radius * 1.03, radius * 0.15), tint(tone, 0.4))
        canvas.fill(
            ellipse(x, 562, radius * 0.92, radius * 0.12),
            Linear(
                (x - radius, 0), (x + radius, 0), [(0, shade(rng.choice(goods), 0.3)), (1, rng.choice(goods))]
            ),
        )
        for side in (-1, 1):
            canvas.fill(ribbon(ellipse(x + side * radius * 1.06, 590, 22, 18), 10), shade(tone, 0.4))
        for shift in (-30, 10, 44):
            steam = smooth(
                [(x + shift + 14 * math.sin(step + shift), 540 - step * 34) for step in range(5)],
                closed=False,
            )
            canvas.fill(ribbon(steam, lambda t: 6 + 20 * t * (1 - t) * 2), CREAM, opacity=0.4, soft=10)
    palm_shade(canvas, rng, opacity=0.1)


SCENES: dict[str, Scene] = {
    "usaha_bengkel": workshop,
    "usaha_dapur": kitchen,
}

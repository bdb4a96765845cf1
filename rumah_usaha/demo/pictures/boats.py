"""Boats of the islands, from the side, and what carries them: water near and far, jetties, stilts."""

import math
import random

from .backdrops import sea_view
from .canvas import Canvas, Linear
from .geometry import Outline, ellipse, moved, placed, rectangle, ribbon, smooth, spindle
from .palette import (
    CORAL,
    CREAM,
    MANGO,
    SEA,
    SEA_DEEP,
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

TRIMS: tuple[tuple[Colour, Colour], ...] = (
    ((28, 120, 130), MANGO),
    ((206, 84, 64), SHELL),
    ((52, 108, 78), MANGO),
    (SHELL, CORAL),
    ((40, 88, 138), SHELL),
    ((240, 176, 60), SEA_DEEP),
)


def lagoon(canvas: Canvas, rng: random.Random, horizon: float) -> None:
    """Clear shallow water: pale over sand, dark over reef, with a net of light on it."""
    sea_view(canvas, rng, horizon, blur=3)
    low = canvas.height
    water = [(0, SEA), (0.3, (38, 152, 156)), (0.7, (112, 204, 194)), (1, (186, 230, 212))]
    canvas.fill(
        rectangle(0, horizon + 20, canvas.width, low),
        Linear((0, horizon + 20), (0, low), water),
        opacity=0.85,
    )
    for _ in range(9):
        y = horizon + (low - horizon) * rng.uniform(0.3, 0.95)
        near = (y - horizon) / (low - horizon)
        reef = ellipse(rng.uniform(0, canvas.width), y, rng.uniform(90, 240) * near, 30 * near)
        canvas.fill(reef, mix(SEA_DEEP, SEA, 0.4), opacity=0.3, soft=16)
    glints = []
    for _ in range(70):
        y = horizon + 24 + (low - horizon) * rng.random() ** 1.5
        near = (y - horizon) / (low - horizon)
        x, reach = rng.uniform(-40, canvas.width), 30 + 110 * near
        line = smooth(
            [(x, y), (x + reach * 0.3, y - 5 * near), (x + reach * 0.7, y + 4 * near), (x + reach, y)],
            closed=False,
            steps=4,
        )
        glints.append(ribbon(line, spindle(1 + 6 * near, 0.4)))
    canvas.fill(glints, CREAM, opacity=0.4)


def reflection(
    canvas: Canvas, outline: Outline, waterline: float, colour: Colour, *, opacity: float = 0.35
) -> None:
    mirrored = [(x + 6 * math.sin(y * 0.12), 2 * waterline - y) for x, y in outline]
    canvas.fill(mirrored, shade(colour, 0.35), opacity=opacity, soft=5)


def boat(
    canvas: Canvas,
    rng: random.Random,
    x: float,
    y: float,
    length: float,
    *,
    trim: tuple[Colour, Colour],
    roof: bool,
    afloat: bool = True,
) -> None:
    """A slim wooden boat with outriggers; y is the waterline amidships."""
    half, high = length / 2, length * 0.13
    hull = smooth(
        [
            (x - half, y - high * 1.15),
            (x - half * 0.55, y - high * 0.66),
            (x, y - high * 0.55),
            (x + half * 0.6, y - high * 0.7),
            (x + half * 1.02, y - high * 1.4),
        ],
        closed=False,
    )
    keel = smooth(
        [
            (x + half * 0.9, y - high * 0.3),
            (x + half * 0.6, y + high * 0.3),
            (x, y + high * 0.44),
            (x - half * 0.6, y + high * 0.3),
            (x - half * 0.92, y - high * 0.2),
        ],
        closed=False,
    )
    body = hull + keel
    main, second = trim
    if afloat:
        reflection(canvas, body, y + high * 0.42, main)
        canvas.fill(ellipse(x, y + high * 0.46, half * 0.98, high * 0.3), SEA_DEEP, opacity=0.4, soft=9)
    back = [(x - half * 0.62, y - high * 1.5), (x + half * 0.5, y - high * 1.56)]
    canvas.fill(ribbon(back, 7), shade(WOOD_LIGHT, 0.2))
    canvas.fill(
        body,
        Linear(
            (0, y - high), (0, y + high * 0.5), [(0, tint(main, 0.22)), (0.5, main), (1, shade(main, 0.5))]
        ),
    )
    mask = canvas.mask(body)
    for shift, width, tone in ((0.16, high * 0.2, second), (0.42, high * 0.06, CREAM)):
        canvas.fill(ribbon(moved(hull, 0, high * shift), width), tone, within=mask)
    for step in (0.62, 0.82, 1.02):
        canvas.fill(ribbon(moved(hull, 0, high * step), 2.5), shade(main, 0.6), opacity=0.5, within=mask)
    canvas.fill(
        ellipse(x - half * 0.5, y - high * 0.1, half * 0.4, high * 0.16),
        CREAM,
        opacity=0.28,
        soft=10,
        within=mask,
    )
    canvas.fill(ribbon(hull, high * 0.12), tint(second, 0.15))
    if roof:
        _roof(canvas, x, y, half, high, second)
    for px in (x - half * 0.42, x + half * 0.36):
        arm = smooth(
            [(px, y - high * 0.75), (px + half * 0.05, y - high * 1.05), (px + half * 0.1, y + high * 0.5)],
            closed=False,
        )
        canvas.fill(ribbon(arm, 8), WOOD_DEEP)
        canvas.fill(ribbon(moved(arm, -2, -2), 3), WOOD_LIGHT)
    float_log = smooth(
        [(x - half * 0.72, y + high * 0.5), (x, y + high * 0.56), (x + half * 0.72, y + high * 0.44)],
        closed=False,
    )
    canvas.fill(ribbon(moved(float_log, 0, 8), 12), SHADOW, opacity=0.3, soft=5)
    canvas.fill(ribbon(float_log, lambda t: 15 - 5 * t), WOOD_LIGHT)
    canvas.fill(ribbon(moved(float_log, 0, 4), 4), WOOD_DEEP, opacity=0.5)


def _roof(canvas: Canvas, x: float, y: float, half: float, high: float, tone: Colour) -> None:
    for px in (-0.4, -0.12, 0.14, 0.38):
        canvas.fill(
            rectangle(x + half * px - 4, y - high * 2.2, x + half * px + 4, y - high * 0.7), WOOD_DEEP
        )
    cover = smooth(
        [
            (x - half * 0.52, y - high * 2.1),
            (x - half * 0.46, y - high * 2.42),
            (x, y - high * 2.55),
            (x + half * 0.46, y - high * 2.42),
            (x + half * 0.52, y - high * 2.1),
        ],
        closed=False,
    )
    canvas.fill(
        cover,
        Linear((x - half, 0), (x + half, 0), [(0, tint(tone, 0.4)), (0.4, tone), (1, shade(tone, 0.3))]),
    )
    scallops = [
        ellipse(
            x - half * 0.5 + half * 0.0625 * (2 * step + 1),
            y - high * 2.1,
            half * 0.0625,
            high * 0.16,
            arc=(0, 180),
        )
        for step in range(8)
    ]
    canvas.fill(scallops, SHELL)
    canvas.fill(scallops[::2], tone)


def wake(canvas: Canvas, x: float, y: float, length: float) -> None:
    parts = [
        ribbon(
            smooth(
                [
                    (x - length * 0.5, y + row * 9),
                    (x - length * 0.2, y + row * 9 + 4),
                    (x + length * 0.5, y + row * 8),
                ],
                closed=False,
            ),
            lambda t: 6 * math.sin(math.pi * t),
        )
        for row in range(3)
    ]
    canvas.fill(parts, CREAM, opacity=0.6)


def model_boat(
    canvas: Canvas, rng: random.Random, x: float, base: float, length: float, *, sail: Colour
) -> None:
    """A carved boat on its stand, with a cloth sail."""
    mast = [(x + length * 0.02, base - length * 0.14), (x, base - length * 0.92)]
    canvas.fill(ribbon(mast, 9), WOOD_DEEP)
    cloth = smooth(
        [
            (x + 6, base - length * 0.9),
            (x + length * 0.2, base - length * 0.68),
            (x + length * 0.36, base - length * 0.28),
            (x + length * 0.1, base - length * 0.24),
            (x + 8, base - length * 0.22),
            (x + length * 0.03, base - length * 0.55),
        ]
    )
    canvas.fill(moved(cloth, 6, 9), SHADOW, opacity=0.25, soft=9)
    canvas.fill(
        cloth,
        Linear(
            (x, base - length),
            (x + length * 0.4, base),
            [(0, tint(sail, 0.5)), (0.5, sail), (1, shade(sail, 0.3))],
        ),
    )
    jib = [
        (x - 6, base - length * 0.84),
        (x - length * 0.34, base - length * 0.26),
        (x - 8, base - length * 0.26),
    ]
    canvas.fill(
        jib,
        Linear(
            (x - length * 0.3, base - length * 0.8), (x, base), [(0, tint(sail, 0.7)), (1, shade(sail, 0.12))]
        ),
    )
    seams = [
        ribbon(placed([(0, 0), (length * 0.3, length * 0.06)], x + 8, base - length * height), 2)
        for height in (0.74, 0.58, 0.42)
    ]
    canvas.fill(seams, shade(sail, 0.4), opacity=0.5, within=canvas.mask(cloth))
    boat(
        canvas, rng, x, base - length * 0.1, length * 0.94, trim=(WOOD, WOOD_LIGHT), roof=False, afloat=False
    )
    for px in (x - length * 0.22, x + length * 0.2):
        canvas.fill(
            [
                (px - 30, base - length * 0.05),
                (px + 30, base - length * 0.05),
                (px + 44, base + 14),
                (px - 44, base + 14),
            ],
            shade(WOOD_DEEP, 0.2),
        )
    canvas.fill(
        rectangle(x - length * 0.36, base + 6, x + length * 0.34, base + 30, 6), shade(WOOD_DEEP, 0.05)
    )

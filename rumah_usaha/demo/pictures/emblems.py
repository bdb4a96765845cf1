"""One-colour marks for labels: what is in the package, drawn as a stamp would print it."""

import math
from collections.abc import Callable

from .canvas import Canvas
from .geometry import ellipse, leaf, placed, ribbon, smooth
from .palette import Colour

Emblem = Callable[[Canvas, float, float, float, Colour], None]


def wave(canvas: Canvas, x: float, y: float, size: float, ink: Colour) -> None:
    for row in (-0.35, 0.05, 0.45):
        crest = [(step / 12, row + 0.13 * math.sin(step / 12 * math.pi * 3)) for step in range(-12, 13)]
        canvas.fill(ribbon(placed(crest, x, y, scale=size), size * 0.12), ink)


def fish(canvas: Canvas, x: float, y: float, size: float, ink: Colour) -> None:
    body = smooth(
        [
            (-0.95, 0),
            (-0.5, -0.36),
            (0.05, -0.42),
            (0.55, -0.1),
            (1, -0.42),
            (0.86, 0),
            (1, 0.42),
            (0.55, 0.1),
            (0.05, 0.42),
            (-0.5, 0.36),
        ]
    )
    canvas.fill(
        [placed(body, x, y, scale=size), ellipse(x - size * 0.55, y - size * 0.08, size * 0.08)[::-1]], ink
    )


def palm(canvas: Canvas, x: float, y: float, size: float, ink: Colour) -> None:
    trunk = smooth([(0.12, 1), (0, 0.4), (0.06, -0.2)], closed=False)
    parts = [placed(ribbon(trunk, lambda t: 0.16 - 0.07 * t), x, y, scale=size)]
    for turn in (-160, -120, -70, -24, 12, 168):
        parts.append(
            placed(
                leaf(0.85, 0.24, bend=0.12 if abs(turn) < 90 else -0.12),
                x + size * 0.06,
                y - size * 0.22,
                scale=size,
                turn=turn,
            )
        )
    canvas.fill(parts, ink)


def sprig(canvas: Canvas, x: float, y: float, size: float, ink: Colour) -> None:
    parts = [placed(ribbon([(0, 1), (0, -0.7)], 0.07), x, y, scale=size)]
    for row in (0.6, 0.15, -0.3):
        parts += [placed(leaf(0.7, 0.34), x, y + row * size, scale=size, turn=turn) for turn in (-35, -145)]
    parts.append(placed(leaf(0.6, 0.3), x, y - 0.45 * size, scale=size, turn=-90))
    canvas.fill(parts, ink)


def drop(canvas: Canvas, x: float, y: float, size: float, ink: Colour) -> None:
    canvas.fill(
        placed(
            smooth(
                [
                    (0, -1),
                    (0.36, -0.3),
                    (0.58, 0.25),
                    (0.38, 0.76),
                    (0, 0.92),
                    (-0.38, 0.76),
                    (-0.58, 0.25),
                    (-0.36, -0.3),
                ]
            ),
            x,
            y,
            scale=size,
        ),
        ink,
    )


def chilli(canvas: Canvas, x: float, y: float, size: float, ink: Colour) -> None:
    spine = smooth([(-0.7, -0.5), (-0.4, 0.1), (0.2, 0.5), (0.95, 0.4)], closed=False)
    stalk = smooth([(-0.7, -0.5), (-0.74, -0.8), (-0.5, -1)], closed=False)
    canvas.fill(
        [
            placed(ribbon(spine, lambda t: 0.5 * (1 - t) ** 0.6 + 0.03), x, y, scale=size),
            placed(ribbon(stalk, 0.13), x, y, scale=size),
        ],
        ink,
    )


def bean(canvas: Canvas, x: float, y: float, size: float, ink: Colour) -> None:
    for dx, turn in ((-0.42, -62), (0.42, -118)):
        for side in (-1, 1):
            half = smooth(
                [
                    (-0.8, side * 0.06),
                    (-0.5, side * 0.4),
                    (0.1, side * 0.5),
                    (0.6, side * 0.36),
                    (0.82, side * 0.06),
                    (0.1, side * 0.12),
                ]
            )
            canvas.fill(placed(half, x + dx * size, y, scale=size * 0.86, turn=turn), ink)


def sun(canvas: Canvas, x: float, y: float, size: float, ink: Colour) -> None:
    parts = [ellipse(x, y, size * 0.42)]
    parts += [
        placed(ribbon([(0.56, 0), (0.92, 0)], lambda t: 0.16 - 0.1 * t), x, y, scale=size, turn=turn)
        for turn in range(0, 360, 36)
    ]
    canvas.fill(parts, ink)


def comb(canvas: Canvas, x: float, y: float, size: float, ink: Colour) -> None:
    for dx, dy in ((0, -0.52), (-0.46, 0.26), (0.46, 0.26)):
        canvas.fill(ellipse(x + dx * size, y + dy * size, size * 0.46, steps=6), ink)


def banana(canvas: Canvas, x: float, y: float, size: float, ink: Colour) -> None:
    for turn in (-12, 14, 40):
        spine = smooth([(-0.8, -0.35), (-0.35, 0.2), (0.3, 0.3), (0.9, -0.1)], closed=False)
        canvas.fill(
            placed(
                ribbon(spine, lambda t: 0.06 + 0.24 * math.sin(math.pi * t) ** 0.7),
                x,
                y - size * 0.1,
                scale=size * 0.9,
                turn=turn,
            ),
            ink,
        )


EMBLEMS: dict[str, Emblem] = {
    "wave": wave,
    "fish": fish,
    "palm": palm,
    "sprig": sprig,
    "drop": drop,
    "chilli": chilli,
    "bean": bean,
    "sun": sun,
    "comb": comb,
    "banana": banana,
}

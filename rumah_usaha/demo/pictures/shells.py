"""Shells and a sea star, one at a time."""

import math
import random

from .canvas import Canvas, Radial, ball
from .geometry import ellipse, grown, moved, placed, ribbon, smooth
from .palette import (
    CORAL,
    CREAM,
    MANGO,
    WHITE,
    Colour,
    shade,
    tint,
)


def scallop(canvas: Canvas, x: float, y: float, size: float, tone: Colour) -> None:
    fan = [
        (x - size * 0.24, y + size * 0.9),
        *[
            (
                x + size * (1.0 + 0.04 * (step % 2)) * math.cos(math.radians(a)),
                y + size * (1.0 + 0.04 * (step % 2)) * math.sin(math.radians(a)),
            )
            for step, a in enumerate(range(158, 383, 9))
        ],
        (x + size * 0.24, y + size * 0.9),
    ]
    canvas.shadow(fan, dx=12, dy=16, soft=11, opacity=0.5)
    canvas.fill(
        fan,
        Radial(
            (x - size * 0.2, y + size * 0.4),
            (size * 1.6, size * 1.6),
            [(0, tint(tone, 0.7)), (0.5, tone), (1, shade(tone, 0.2))],
        ),
    )
    mask = canvas.mask(fan)
    ribs = [
        ribbon(
            [
                (x, y + size * 0.85),
                (x + size * 1.1 * math.cos(math.radians(a)), y + size * 1.1 * math.sin(math.radians(a))),
            ],
            lambda t: 3 + 5 * t,
        )
        for a in range(165, 380, 15)
    ]
    canvas.fill(ribs, shade(tone, 0.4), opacity=0.35, within=mask)
    canvas.fill([moved(rib, -5, -2) for rib in ribs], WHITE, opacity=0.4, within=mask)
    for reach in (0.5, 0.8):
        canvas.fill(
            ribbon(ellipse(x, y + size * 0.3, size * reach, size * reach, arc=(170, 370)), 9),
            shade(tone, 0.2),
            opacity=0.3,
            soft=3,
            within=mask,
        )


def spiral(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    tone: Colour = (232, 200, 160)
    body = placed(
        smooth([(-1, -0.1), (-0.3, -0.5), (0.5, -0.52), (0.9, -0.1), (0.7, 0.4), (0.1, 0.5), (-0.6, 0.24)]),
        x,
        y,
        scale=size,
        turn=turn,
    )
    canvas.shadow(body, dx=9, dy=13, soft=9, opacity=0.5)
    canvas.fill(body, ball(tone, x, y, size, gloss=0.7))
    mask = canvas.mask(body)
    whorls = [
        placed(
            ribbon(ellipse(px, 0, 0.16 + (px + 1) * 0.16, 0.3 + (px + 1) * 0.16, arc=(70, 290)), 0.045),
            x,
            y,
            scale=size,
            turn=turn,
        )
        for px in (-0.7, -0.4, -0.05, 0.35)
    ]
    canvas.fill(whorls, (150, 96, 66), opacity=0.6, within=mask)
    mouth = placed(ellipse(0.46, 0.12, 0.24, 0.32, turn=30), x, y, scale=size, turn=turn)
    canvas.fill(mouth, (240, 160, 130))
    canvas.fill(grown(mouth, 0.6), (176, 92, 76))


def star(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> None:
    tone: Colour = rng.choice((CORAL, MANGO, (206, 110, 90)))
    points = [
        placed([((0.98 if step % 2 == 0 else 0.36), 0)], x, y, scale=size, turn=turn + step * 36)[0]
        for step in range(10)
    ]
    body = smooth(points, steps=5)
    canvas.shadow(body, dx=9, dy=13, soft=9, opacity=0.5)
    canvas.fill(body, ball(tone, x, y, size, gloss=0.4))
    dots = [
        placed(ellipse(0.16 * step, 0, 0.035, steps=7), x, y, scale=size, turn=turn + arm * 72)
        for arm in range(5)
        for step in range(1, 6)
    ]
    canvas.fill(dots, CREAM, opacity=0.7)

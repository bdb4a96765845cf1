"""What seasons and garnishes: chillies, cloves, nutmeg, shallots, limes, leaves."""

import random

from .canvas import Canvas, Linear, ball
from .geometry import Outline, ellipse, grown, leaf, placed, ribbon, smooth
from .morsels import across
from .palette import (
    CREAM,
    PALM,
    Colour,
    mix,
    shade,
    tint,
)


def chilli(
    canvas: Canvas,
    rng: random.Random,
    x: float,
    y: float,
    size: float,
    turn: float,
    *,
    tone: Colour = (206, 44, 34),
) -> Outline:
    bend = rng.uniform(0.12, 0.36) * rng.choice((-1, 1))
    spine = placed(
        smooth([(-1, 0), (-0.3, bend * 0.5), (0.4, bend * 0.9), (1, bend * 0.4)], closed=False),
        x,
        y,
        scale=size,
        turn=turn,
    )
    body = ribbon(spine, lambda t: size * 0.34 * (1 - t) ** 0.5 * (0.75 + 0.5 * t) + size * 0.02)
    canvas.fill(grown(body, 1.1), shade(tone, 0.4))
    canvas.fill(
        body,
        Linear(*across(x, y, size * 0.28, turn), [(0, tint(tone, 0.2)), (0.4, tone), (1, shade(tone, 0.55))]),
    )
    canvas.fill(ribbon(spine[3:-8], size * 0.05), CREAM, opacity=0.55, soft=size * 0.02)
    stalk = placed([(-0.98, 0), (-1.2, -0.03), (-1.42, 0.08)], x, y, scale=size, turn=turn)
    canvas.fill(ribbon(stalk, lambda t: size * (0.2 - 0.12 * t)), PALM)
    return body


def clove(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    stem = placed(
        ribbon([(-1, 0), (0.1, 0.04), (0.5, 0)], lambda t: 0.24 + 0.22 * t), x, y, scale=size, turn=turn
    )
    head = placed(ellipse(0.72, 0, 0.34), x, y, scale=size, turn=turn)
    tone = mix((134, 74, 46), (86, 46, 32), rng.random())
    canvas.fill(
        [grown(stem, 1.1), head],
        Linear(*across(x, y, size * 0.3, turn), [(0, tint(tone, 0.25)), (1, shade(tone, 0.5))]),
    )
    canvas.fill(grown(head, 0.72), tint(tone, 0.4))
    return placed(
        ribbon([(-1, 0), (0.1, 0.04), (0.56, 0), (1.04, 0)], lambda t: 0.26 + 0.4 * max(0, t - 0.3)),
        x,
        y,
        scale=size,
        turn=turn,
    )


def nutmeg(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    body = ellipse(x, y, size, size * 0.8, turn=turn)
    tone = mix((140, 92, 58), (112, 70, 46), rng.random())
    canvas.fill(grown(body, 1.1), shade(tone, 0.4))
    canvas.fill(body, ball(tone, x, y, size, gloss=0.5))
    for _ in range(4):
        path = [
            (px * size, py * size)
            for px, py in (
                (-0.8, rng.uniform(-0.5, 0.5)),
                (0, rng.uniform(-0.5, 0.5)),
                (0.8, rng.uniform(-0.5, 0.5)),
            )
        ]
        canvas.fill(
            ribbon(placed(smooth(path, closed=False), x, y, turn=turn), size * 0.06),
            (196, 66, 40),
            opacity=0.55,
        )
    return body


def shallot(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    body = placed(
        smooth(
            [
                (-1.1, 0),
                (-0.6, -0.34),
                (0, -0.62),
                (0.55, -0.5),
                (0.8, 0),
                (0.55, 0.5),
                (0, 0.62),
                (-0.6, 0.34),
            ]
        ),
        x,
        y,
        scale=size,
        turn=turn,
    )
    tone = mix((184, 84, 92), (150, 62, 78), rng.random())
    canvas.fill(grown(body, 1.1), shade(tone, 0.3))
    canvas.fill(body, ball(tone, x, y, size, gloss=0.6))
    for shift in (-0.28, 0.02, 0.3):
        line = placed(
            smooth([(-1, 0), (-0.3, shift), (0.3, shift * 1.1), (0.76, 0)], closed=False),
            x,
            y,
            scale=size,
            turn=turn,
        )
        canvas.fill(ribbon(line, size * 0.035), shade(tone, 0.5), opacity=0.5)
    return body


def lime(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    """A cut lime, its face to the viewer."""
    body = ellipse(x, y, size, size * 0.92)
    canvas.fill(body, ball((112, 158, 58), x, y, size))
    canvas.fill(ellipse(x, y, size * 0.9, size * 0.82), (236, 240, 190))
    for angle in range(0, 360, 45):
        wedge = placed(
            smooth([(0.08, 0), (0.6, -0.26), (0.8, 0), (0.6, 0.26)]),
            x,
            y,
            scale=size * 0.95,
            turn=turn + angle,
            flat=0.92,
        )
        canvas.fill(wedge, mix((188, 212, 92), (214, 226, 130), rng.random()))
    return body


def green_leaf(
    canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float, *, tone: Colour = PALM
) -> Outline:
    body = placed([(px - 0.5, py) for px, py in leaf(1, 0.46, bend=0.06)], x, y, scale=size * 2, turn=turn)
    canvas.fill(
        body,
        Linear(
            *across(x, y, size * 0.6, turn),
            [(0, tint(tone, 0.3)), (0.5, tone), (0.54, shade(tone, 0.24)), (1, shade(tone, 0.5))],
        ),
    )
    canvas.fill(
        ribbon(placed([(-0.95, 0), (0, 0.06), (0.95, 0)], x, y, scale=size, turn=turn), size * 0.045),
        tint(tone, 0.5),
        opacity=0.8,
    )
    for step in (-0.6, -0.3, 0.0, 0.3, 0.55):
        for side in (-1, 1):
            vein = placed(
                [(step, 0.04), (step + 0.24, side * 0.3 * (1 - abs(step) * 0.6))], x, y, scale=size, turn=turn
            )
            canvas.fill(ribbon(vein, size * 0.022), tint(tone, 0.4), opacity=0.5)
    return body

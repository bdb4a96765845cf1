"""Buns and palm sugar, one at a time."""

import random

from .canvas import Canvas, Linear, ball
from .geometry import Outline, ellipse, grown, pebble, ribbon
from .palette import CREAM, SHADOW, Colour, mix, shade, tint


def bun(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    body = ellipse(x, y, size, size * 0.86)
    tone = mix((222, 150, 72), (196, 120, 54), rng.random())
    canvas.fill(grown(body, 1.1), (96, 50, 26))
    canvas.fill(body, ball(tone, x, y, size, size * 0.86, gloss=0.55))
    canvas.fill(
        ellipse(x - size * 0.32, y - size * 0.36, size * 0.3, size * 0.14, turn=-32),
        CREAM,
        opacity=0.55,
        soft=size * 0.07,
    )
    for _ in range(8):
        canvas.fill(
            ellipse(
                x + rng.gauss(0, size * 0.3),
                y - size * 0.1 + rng.gauss(0, size * 0.2),
                size * 0.05,
                size * 0.03,
                turn=rng.uniform(0, 180),
                steps=6,
            ),
            (250, 230, 180),
        )
    return body


def sugar_dome(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    """Palm sugar as it leaves the coconut-shell mould: a brown half globe."""
    tone = mix((150, 84, 42), (112, 58, 30), rng.random())
    body = ellipse(x, y, size, size * 0.86, arc=(180, 360)) + ellipse(x, y, size, size * 0.3, arc=(0, 180))
    canvas.fill(grown(body, 1.1), shade(tone, 0.5))
    canvas.fill(body, ball(tone, x, y - size * 0.2, size, gloss=0.36))
    mask = canvas.mask(body)
    for _ in range(7):
        canvas.fill(
            pebble(
                rng,
                x + rng.gauss(0, size * 0.4),
                y - size * 0.3 + rng.gauss(0, size * 0.24),
                size * 0.09,
                size * 0.06,
            ),
            tint(tone, 0.3),
            opacity=0.45,
            within=mask,
        )
    lines = [
        ribbon(ellipse(x, y, size * (0.99 - step * 0.12), size * (0.84 - step * 0.16), arc=(195, 345)), 2.4)
        for step in (1, 2, 3)
    ]
    canvas.fill(lines, shade(tone, 0.5), opacity=0.3, within=mask)
    return body


def sugar_block(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    """Palm sugar poured into bamboo: a short cylinder."""
    tone: Colour = mix((166, 98, 50), (124, 68, 36), rng.random())
    high = size * 0.8
    body = ellipse(x, y - high / 2, size, size * 0.34, arc=(180, 360)) + ellipse(
        x, y + high / 2, size, size * 0.34, arc=(0, 180)
    )
    canvas.fill(grown(body, 1.1), shade(tone, 0.5))
    canvas.fill(
        body,
        Linear(
            (x - size, 0),
            (x + size, 0),
            [(0, shade(tone, 0.2)), (0.28, tint(tone, 0.24)), (0.6, tone), (1, shade(tone, 0.5))],
        ),
    )
    lid = ellipse(x, y - high / 2, size, size * 0.34)
    canvas.fill(
        lid, Linear((x - size, y - high), (x + size, y), [(0, tint(tone, 0.4)), (1, tint(tone, 0.06))])
    )
    canvas.fill(grown(lid, 0.7), SHADOW, opacity=0.14, soft=size * 0.08)
    return body

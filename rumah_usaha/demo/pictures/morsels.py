"""Small edible and natural things, each painted about a place in a given size and turn.

Every function gives back the silhouette, so that a thing can throw a shadow or be stamped many times.
"""

import math
import random

from .canvas import Canvas, Linear, ball
from .geometry import Outline, ellipse, grown, leaf, pebble, placed, ribbon, smooth
from .palette import (
    CREAM,
    INK,
    Colour,
    mix,
    shade,
    tint,
)


def across(
    outline_x: float, outline_y: float, size: float, turn: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Two points across a thing, from its lit to its dark side, whatever its turn."""
    normal = math.radians(turn + 90)
    dx, dy = math.cos(normal), math.sin(normal)
    if dx + dy < 0:
        dx, dy = -dx, -dy
    return (outline_x - dx * size, outline_y - dy * size), (outline_x + dx * size, outline_y + dy * size)


def coffee_bean(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    body = ellipse(x, y, size, size * 0.68, turn=turn)
    tone = mix((92, 54, 32), (58, 34, 24), rng.random())
    canvas.fill(grown(body, 1.3), shade(tone, 0.4))
    canvas.fill(body, ball(tone, x, y, size, gloss=0.5))
    groove = placed(
        smooth([(-0.9, 0.04), (-0.4, -0.12), (0.1, 0.06), (0.5, 0.12), (0.92, -0.04)], closed=False),
        x,
        y,
        scale=size,
        turn=turn,
    )
    canvas.fill(ribbon(groove, size * 0.16), shade(tone, 0.72))
    canvas.fill(ribbon(groove, size * 0.05), (24, 14, 12))
    return body


def cocoa_bean(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    body = placed([(px - 0.5, py) for px, py in leaf(1, 0.62)], x, y, scale=size * 2, turn=turn)
    tone = mix((132, 74, 44), (94, 48, 34), rng.random())
    canvas.fill(grown(body, 1.2), shade(tone, 0.4))
    canvas.fill(body, ball(tone, x, y, size, gloss=0.32))
    for shift in (-0.2, 0.14):
        line = placed([(-0.7, shift), (0, shift * 1.5), (0.7, shift)], x, y, scale=size, turn=turn)
        canvas.fill(ribbon(line, size * 0.07), shade(tone, 0.45), opacity=0.6)
    return body


def chip(
    canvas: Canvas,
    rng: random.Random,
    x: float,
    y: float,
    size: float,
    turn: float,
    *,
    tone: Colour = (242, 196, 92),
) -> Outline:
    """A fried slice, curled at the rim."""
    body = [
        (x + (px - x), y + (py - y))
        for px, py in pebble(rng, x, y, size, size * rng.uniform(0.62, 0.95), rough=0.07)
    ]
    tone = mix(tone, rng.choice(((228, 160, 60), (252, 222, 140))), rng.uniform(0, 0.5))
    canvas.fill(grown(body, 1.2), shade(tone, 0.42))
    start, end = across(x, y, size, turn)
    stops = [(0.0, tint(tone, 0.35)), (0.45, tone), (0.75, shade(tone, 0.2)), (1.0, tint(tone, 0.15))]
    canvas.fill(body, Linear(start, end, stops))
    canvas.fill(
        grown(body, 0.84),
        Linear(start, end, [(0, shade(tone, 0.12)), (0.5, tint(tone, 0.3)), (1, shade(tone, 0.1))]),
        opacity=0.75,
    )
    for angle in (0, 120, 240):
        spot = placed([(0.16, 0)], x, y, scale=size, turn=turn + angle)[0]
        canvas.fill(
            ellipse(*spot, size * 0.09, size * 0.04, turn=turn + angle), shade(tone, 0.34), opacity=0.7
        )
    return body


def cassava_chip(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    return chip(canvas, rng, x, y, size, turn, tone=(246, 218, 150))


def chilli_chip(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    body = chip(canvas, rng, x, y, size, turn, tone=(232, 140, 66))
    for _ in range(5):
        fleck = pebble(
            rng, x + rng.gauss(0, size * 0.35), y + rng.gauss(0, size * 0.3), size * 0.08, size * 0.06
        )
        canvas.fill(fleck, (168, 40, 26))
    return body


def cracker(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    """A puffed fish cracker, pale and blistered."""
    body = pebble(rng, x, y, size, size * 0.8, rough=0.13, points=11)
    tone = mix((248, 228, 190), (240, 204, 156), rng.random())
    canvas.fill(grown(body, 1.2), shade(tone, 0.34))
    canvas.fill(body, ball(tone, x, y, size, gloss=0.6))
    for _ in range(9):
        px, py = x + rng.gauss(0, size * 0.4), y + rng.gauss(0, size * 0.3)
        blister = size * rng.uniform(0.09, 0.2)
        canvas.fill(ellipse(px, py, blister), shade(tone, 0.16), opacity=0.55)
        canvas.fill(ellipse(px - blister * 0.2, py - blister * 0.25, blister * 0.7), CREAM, opacity=0.8)
    return body


def anchovy(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    bend = rng.uniform(-0.22, 0.22)
    spine = placed(
        smooth([(-1, 0), (-0.4, bend * 0.7), (0.3, bend), (1, 0)], closed=False), x, y, scale=size, turn=turn
    )
    body = ribbon(spine, lambda t: size * _slim(t))
    tone = mix((226, 206, 166), (190, 158, 112), rng.random())
    canvas.fill(grown(body, 1.15), shade(tone, 0.34))
    stops = [(0, (132, 116, 92)), (0.3, tone), (0.58, (252, 240, 208)), (0.72, tone), (1, shade(tone, 0.4))]
    canvas.fill(body, Linear(*across(x, y, size * 0.18, turn), stops))
    eye = placed([(-0.82, -0.02)], x, y, scale=size, turn=turn)[0]
    canvas.fill(ellipse(*eye, size * 0.075), CREAM)
    canvas.fill(ellipse(*eye, size * 0.05), INK)
    return body


def _slim(t: float) -> float:
    """The width of an anchovy from mouth to tail fin."""
    if t > 0.86:
        return 0.07 + 1.5 * (t - 0.86)
    return 0.1 + 0.24 * math.sin(math.pi * (0.1 + t)) ** 1.2


def rice_grain(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    body = ellipse(x, y, size, size * 0.4, turn=turn)
    canvas.fill(grown(body, 1.3), (214, 198, 164))
    canvas.fill(body, ball((248, 242, 226), x, y, size, gloss=0.8))
    return body


def peanut(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    body = ellipse(x, y, size, size * 0.72, turn=turn)
    tone = mix((214, 150, 92), (176, 96, 60), rng.random())
    canvas.fill(grown(body, 1.2), shade(tone, 0.4))
    canvas.fill(body, ball(tone, x, y, size, gloss=0.55))
    return body

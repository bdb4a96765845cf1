"""Cakes, biscuits and buns, one at a time."""

import math
import random

from .canvas import Canvas, Linear, ball
from .geometry import Outline, ellipse, grown, moved, pebble, placed, rectangle, ribbon, smooth
from .morsels import across
from .palette import CREAM, PALM, PALM_DEEP, PALM_LIGHT, mix, shade, tint


def biscuit(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    """A round filled biscuit with a clove on top."""
    body = ellipse(x, y, size, size * 0.92)
    tone = mix((240, 186, 92), (228, 160, 70), rng.random())
    canvas.fill(grown(body, 1.2), shade(tone, 0.4))
    canvas.fill(body, ball(tone, x, y, size, gloss=0.6))
    canvas.fill(
        ellipse(x + size * 0.06, y - size * 0.06, size * 0.2), shade(tone, 0.3), opacity=0.5, soft=size * 0.05
    )
    canvas.fill(ellipse(x, y - size * 0.1, size * 0.11), (84, 48, 30))
    canvas.fill(
        ellipse(x - size * 0.36, y - size * 0.4, size * 0.2, size * 0.11, turn=-38),
        CREAM,
        opacity=0.7,
        soft=size * 0.05,
    )
    return body


def sago_biscuit(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    """Bagea: a rough, pale, cracked biscuit of sago and kenari nuts."""
    body = pebble(rng, x, y, size, size * 0.78, rough=0.06)
    tone = mix((216, 178, 128), (194, 150, 102), rng.random())
    canvas.fill(grown(body, 1.2), shade(tone, 0.4))
    canvas.fill(body, ball(tone, x, y, size, gloss=0.4))
    for _ in range(4):
        path = [(x + rng.uniform(-0.6, 0.6) * size, y + rng.uniform(-0.5, 0.5) * size) for _ in range(3)]
        canvas.fill(ribbon(smooth(path, closed=False, steps=4), size * 0.05), shade(tone, 0.45), opacity=0.6)
    for _ in range(5):
        canvas.fill(
            ellipse(x + rng.gauss(0, size * 0.34), y + rng.gauss(0, size * 0.26), size * 0.09),
            tint(tone, 0.5),
            opacity=0.8,
        )
    return body


def leaf_ball(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    """Klepon: green rice balls in grated coconut."""
    body = ellipse(x, y, size, size * 0.94)
    canvas.fill(grown(body, 1.1), PALM_DEEP)
    canvas.fill(body, ball((118, 162, 72), x, y, size, gloss=0.4))
    _grated(canvas, rng, x, y, size, 34)
    return body


def sesame_ball(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    body = ellipse(x, y, size, size * 0.95)
    canvas.fill(grown(body, 1.1), (120, 70, 34))
    canvas.fill(body, ball((206, 144, 72), x, y, size, gloss=0.5))
    seeds = []
    for _ in range(44):
        angle, reach = rng.uniform(0, math.tau), size * 0.92 * math.sqrt(rng.random())
        seeds.append(
            ellipse(
                x + reach * math.cos(angle),
                y + reach * math.sin(angle) * 0.95,
                size * 0.07,
                size * 0.04,
                turn=rng.uniform(0, 180),
                steps=6,
            )
        )
    canvas.fill([moved(seed, 1.4, 1.8) for seed in seeds], (110, 66, 34), opacity=0.6)
    canvas.fill(seeds, (252, 236, 196))
    return body


def layer_cake(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    """Kue lapis: a block of coloured layers, seen from a little above."""
    tones = rng.choice(
        (
            ((232, 108, 100), (252, 236, 220)),
            ((112, 166, 82), (244, 240, 208)),
            ((150, 96, 60), (246, 222, 170)),
        )
    )
    high, wide, deep = size * 0.8, size * 1.0, size * 0.5
    left, top = x - wide, y - high / 2
    front = rectangle(left, top, x + wide * 0.7, top + high)
    side = [
        (x + wide * 0.7, top),
        (x + wide, top - deep),
        (x + wide, top + high - deep),
        (x + wide * 0.7, top + high),
    ]
    lid = [(left, top), (left + wide * 0.3, top - deep), (x + wide, top - deep), (x + wide * 0.7, top)]
    for index in range(7):
        tone = tones[index % 2]
        y0, y1 = top + high * index / 7, top + high * (index + 1) / 7
        canvas.fill(
            rectangle(left, y0, x + wide * 0.7, y1),
            Linear((left, 0), (x + wide * 0.7, 0), [(0, tint(tone, 0.3)), (1, shade(tone, 0.08))]),
        )
        canvas.fill(
            [(x + wide * 0.7, y0), (x + wide, y0 - deep), (x + wide, y1 - deep), (x + wide * 0.7, y1)],
            shade(tone, 0.3),
        )
    canvas.fill(lid, Linear((left, top - deep), (x + wide, top), [(0, tint(tones[0], 0.5)), (1, tones[0])]))
    del front, side
    return [
        (left, top + high),
        (left, top),
        lid[1],
        lid[2],
        (x + wide, top + high - deep),
        (x + wide * 0.7, top + high),
    ]


def green_roll(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    """Dadar gulung: a pandan pancake rolled around coconut and palm sugar."""
    body = placed(rectangle(-1.25, -0.5, 1.2, 0.5, 0.3), x, y, scale=size, turn=turn)
    canvas.fill(grown(body, 1.1), PALM_DEEP)
    canvas.fill(
        body,
        Linear(
            *across(x, y, size * 0.5, turn),
            [(0, (150, 190, 96)), (0.3, (186, 214, 130)), (0.6, (122, 168, 78)), (1, (66, 106, 54))],
        ),
    )
    edge = placed([(-1.1, 0.12), (1.1, 0.2)], x, y, scale=size, turn=turn)
    canvas.fill(ribbon(edge, size * 0.04), PALM_DEEP, opacity=0.5)
    end = placed(ellipse(1.06, 0, 0.2, 0.42), x, y, scale=size, turn=turn)
    canvas.fill(end, (146, 186, 90))
    canvas.fill(grown(end, 0.76), (112, 62, 34))
    return body


def brown_cake(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    """Cucur: crisp at the rim, domed in the middle."""
    body = pebble(rng, x, y, size, size * 0.94, rough=0.04, points=13)
    canvas.fill(grown(body, 1.1), (74, 38, 22))
    canvas.fill(body, ball((150, 84, 42), x, y, size, gloss=0.34))
    canvas.fill(ellipse(x, y, size * 0.6, size * 0.56), ball((186, 112, 58), x, y, size * 0.6, gloss=0.55))
    ticks = [
        placed(
            [(0.66, -0.012), (0.93, -0.02), (0.93, 0.02), (0.66, 0.012)], x, y, scale=size, turn=index * 15
        )
        for index in range(24)
    ]
    canvas.fill(ticks, (84, 44, 26), opacity=0.5)
    return body


def turnover(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    """Panada: a fried half-moon with a plaited rim, filled with fish."""
    curve = ellipse(0, 0, 1.15, 0.85, arc=(180, 360), steps=24)
    body = placed([*curve, (1.1, 0.12), (-1.1, 0.12)], x, y + size * 0.3, scale=size, turn=turn)
    canvas.fill(grown(body, 1.1), (110, 60, 28))
    canvas.fill(body, ball((210, 142, 68), x, y - size * 0.1, size * 1.1, size * 0.8, gloss=0.55))
    knots = [
        placed(
            ellipse(1.08 * math.cos(a), 0.8 * math.sin(a), 0.15, 0.1, turn=math.degrees(a) + 40),
            x,
            y + size * 0.3,
            scale=size,
            turn=turn,
        )
        for a in (math.pi + math.pi * step / 11 for step in range(12))
    ]
    for knot in knots:
        canvas.fill(knot, (226, 164, 88))
        canvas.fill(moved(grown(knot, 0.5), 2, 3), (160, 96, 44), opacity=0.6)
    return body


def leaf_parcel(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    """Nagasari or lalampa: wrapped in banana leaf, pinned at both ends."""
    body = placed(
        smooth(
            [
                (-1.35, -0.2),
                (-1, -0.5),
                (1, -0.5),
                (1.35, -0.2),
                (1.35, 0.2),
                (1, 0.5),
                (-1, 0.5),
                (-1.35, 0.2),
            ],
            steps=5,
        ),
        x,
        y,
        scale=size,
        turn=turn,
    )
    tone = mix(PALM, PALM_LIGHT, rng.uniform(0.1, 0.4))
    canvas.fill(grown(body, 1.1), PALM_DEEP)
    canvas.fill(
        body,
        Linear(
            *across(x, y, size * 0.5, turn),
            [(0, tint(tone, 0.2)), (0.3, tint(tone, 0.36)), (0.6, tone), (1, shade(tone, 0.5))],
        ),
    )
    lines = [
        placed(ribbon([(px, -0.48), (px + 0.06, 0.48)], 0.025), x, y, scale=size, turn=turn)
        for px in (-0.8, -0.5, -0.2, 0.1, 0.4, 0.7)
    ]
    canvas.fill(lines, PALM_DEEP, opacity=0.36)
    for px in (-1.12, 1.12):
        canvas.fill(
            placed(ribbon([(px, -0.36), (px, 0.36)], 0.07), x, y, scale=size, turn=turn), (222, 190, 120)
        )
    return body


def _grated(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, count: int) -> None:
    curls = []
    for _ in range(count):
        angle, reach = rng.uniform(0, math.tau), size * 0.95 * math.sqrt(rng.random())
        px, py = x + reach * math.cos(angle), y + reach * math.sin(angle)
        curls.append(
            ribbon(
                [(px, py), (px + rng.uniform(-0.2, 0.2) * size, py + rng.uniform(-0.14, 0.14) * size)],
                size * 0.06,
            )
        )
    canvas.fill([moved(curl, 1, 2) for curl in curls], PALM_DEEP, opacity=0.4)
    canvas.fill(curls, (255, 252, 240))

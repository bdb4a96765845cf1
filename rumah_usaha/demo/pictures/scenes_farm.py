"""From field and garden: rice, bananas, chillies, cloves, nutmeg, vegetables, seedlings, eggs."""

import math
import random

from . import props
from .backdrops import flat_scene, table_scene
from .canvas import Canvas, Linear, Scene, ball, cylinder
from .containers import bowl, standing_shadow
from .geometry import ellipse, grown, leaf, moved, pebble, placed, ribbon, smooth
from .heaps import lay, mound, sprinkle, stamps
from .morsels import across, rice_grain
from .palette import (
    CREAM,
    KRAFT,
    MANGO,
    PALM,
    PALM_DEEP,
    PALM_LIGHT,
    SEA,
    SEA_DEEP,
    SHADOW,
    Colour,
    mix,
    shade,
    tint,
)
from .spices import chilli, green_leaf


def rice(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng)
    sack = smooth(
        [(190, 360), (380, 338), (560, 360), (600, 600), (588, 850), (380, 872), (172, 850), (158, 600)],
        steps=6,
    )
    standing_shadow(canvas, 385, 862, 205, 480)
    canvas.fill(sack, cylinder((232, 216, 180), 156, 602, gloss=0.4))
    mask = canvas.mask(sack)
    lines = [ribbon([(156, y), (604, y + 4)], 1.6) for y in range(350, 880, 9)] + [
        ribbon([(x, 340), (x, 880)], 1.4) for x in range(160, 604, 9)
    ]
    canvas.fill(lines, shade(KRAFT, 0.2), opacity=0.26, within=mask)
    tie = smooth([(196, 396), (380, 384), (556, 396)], closed=False)
    canvas.fill(ribbon(tie, 12), rng.choice((SEA, (196, 72, 52), PALM_DEEP)))
    ink = rng.choice((SEA_DEEP, (176, 62, 44), PALM_DEEP))
    canvas.fill(ribbon(ellipse(380, 620, 142), 9), ink, within=mask)
    canvas.text("BERAS", 380, 606, 62, ink)
    canvas.text("lokal", 380, 668, 34, ink, bold=False)
    grains = stamps(canvas, rng, rice_grain, 11, variants=16)

    def heap() -> None:
        hill = smooth([(610, 806), (690, 750), (765, 728), (840, 750), (915, 806), (765, 838)])
        canvas.fill(hill, ball((244, 236, 216), 730, 760, 170, 90))
        lay(canvas, rng, grains, mound(rng, 762, 822, 280, 92, 260), throw=2, depth=0.25)

    bowl(canvas, 762, 800, 165, rng.choice((SEA, (190, 96, 62), PALM_DEEP)), heap)
    lay(canvas, rng, grains, sprinkle(rng, 620, 925, 60, 26), throw=2)


def _banana(canvas: Canvas, x: float, y: float, length: float, turn: float, tone: Colour) -> None:
    spine = placed(
        smooth([(0, 0), (0.28, 0.2), (0.6, 0.24), (0.92, 0.06), (1.04, -0.06)], closed=False),
        x,
        y,
        scale=length,
        turn=turn,
    )
    body = ribbon(
        spine, lambda t: length * (0.05 + 0.19 * math.sin(math.pi * min(1, 0.08 + t * 0.88)) ** 0.6)
    )
    canvas.shadow(body, dx=9, dy=13, soft=9, opacity=0.42)
    middle = spine[len(spine) // 2]
    canvas.fill(
        body,
        Linear(
            *across(*middle, length * 0.12, turn),
            [(0, tint(tone, 0.4)), (0.35, tone), (0.7, shade(tone, 0.16)), (1, shade(tone, 0.42))],
        ),
    )
    canvas.fill(
        ribbon([(px, py - length * 0.02) for px, py in spine[4:-4]], length * 0.014),
        CREAM,
        opacity=0.5,
        soft=2,
    )
    canvas.fill(ribbon(spine[-4:], lambda t: length * 0.055), (84, 70, 40))


def bananas(canvas: Canvas, rng: random.Random) -> None:
    flat_scene(canvas, rng, rng.choice(("mat", "wood", "painted", "cloth")))
    props.banana_leaf(canvas, rng, 500, 520, 1040, 620, rng.uniform(-18, 4))
    tone: Colour = rng.choice(((246, 206, 70), (236, 190, 60), (186, 196, 84)))
    for row, (x, y) in enumerate(((300, 400), (270, 640))):
        for index in range(6):
            _banana(
                canvas,
                x + index * 12,
                y + index * 6,
                470 - index * 14,
                -40 + index * 13 + row * 8,
                mix(tone, shade(tone, 0.3), index * 0.05),
            )
        crown = pebble(rng, x + 10, y + 8, 54, 44)
        canvas.fill(crown, ball((146, 130, 64), x, y, 54))


def vegetables(canvas: Canvas, rng: random.Random) -> None:
    """Greens, tomatoes, aubergines and chillies in a basket, from above."""
    flat_scene(canvas, rng, rng.choice(("wood", "cloth", "painted", "mat")))
    props.winnowing_tray(canvas, rng, 500, 500, 450)
    for index in range(15):
        turn = -150 + index * 9
        tone = mix(PALM_DEEP, PALM_LIGHT, rng.random() * 0.7)
        green_leaf(
            canvas,
            rng,
            420 + rng.uniform(-60, 60) + index * 4,
            300 + rng.uniform(-40, 60),
            150,
            turn,
            tone=tone,
        )
    for x, y, turn in ((300, 600, 60), (390, 660, 70), (250, 500, 48)):
        body = placed(
            smooth(
                [
                    (-1, -0.06),
                    (-0.7, -0.26),
                    (0.2, -0.34),
                    (0.9, -0.3),
                    (1.05, 0),
                    (0.9, 0.3),
                    (0.2, 0.34),
                    (-0.7, 0.2),
                ]
            ),
            x,
            y,
            scale=130,
            turn=turn,
        )
        canvas.shadow(body, dx=10, dy=14, soft=10, opacity=0.5)
        canvas.fill(
            body,
            Linear(*across(x, y, 46, turn), [(0, (138, 84, 140)), (0.3, (104, 54, 112)), (1, (50, 24, 60))]),
        )
        canvas.fill(
            placed(
                smooth([(-1.2, 0), (-0.95, -0.3), (-0.7, -0.1), (-0.66, 0.1), (-0.9, 0.26)]),
                x,
                y,
                scale=130,
                turn=turn,
            ),
            PALM,
        )
    for x, y in ((560, 560), (680, 520), (620, 660), (520, 690), (730, 630), (640, 430)):
        round_fruit = ellipse(x, y, 66, 62)
        canvas.shadow(round_fruit, dx=10, dy=14, soft=10, opacity=0.5)
        canvas.fill(
            round_fruit, ball(rng.choice(((222, 66, 44), (232, 96, 50), (206, 50, 40))), x, y, 66, gloss=0.6)
        )
        stars = [placed(leaf(30, 11), x, y - 6, turn=turn) for turn in range(0, 360, 72)]
        canvas.fill(stars, PALM_DEEP)
    for _ in range(7):
        chilli(canvas, rng, rng.uniform(400, 560), rng.uniform(760, 830), 70, rng.uniform(-30, 30))


def seedlings(canvas: Canvas, rng: random.Random) -> None:
    """Young plants in black bags, in rows."""
    table_scene(canvas, rng, edge=520)
    for row, (y, count, size) in enumerate(((640, 4, 0.72), (860, 3, 1.0))):
        for index in range(count):
            x = 130 + (index + 0.5 * (row == 0) + 0.3) * (760 / count)
            _seedling(canvas, rng, x, y, size)


def _seedling(canvas: Canvas, rng: random.Random, x: float, base: float, size: float) -> None:
    wide, high = 78 * size, 150 * size
    standing_shadow(canvas, x, base, wide, high * 1.6)
    bag = smooth(
        [
            (x - wide, base - high),
            (x + wide, base - high),
            (x + wide * 0.92, base - high * 0.4),
            (x + wide * 0.84, base),
            (x - wide * 0.84, base),
            (x - wide * 0.92, base - high * 0.4),
        ],
        steps=4,
    )
    canvas.fill(bag, cylinder((52, 48, 48), x - wide, x + wide, gloss=0.3))
    canvas.fill(ellipse(x, base - high, wide * 0.98, wide * 0.24), (36, 30, 28))
    canvas.fill(ellipse(x, base - high, wide * 0.86, wide * 0.19), (96, 62, 42))
    top = base - high - 210 * size
    canvas.fill(
        ribbon(
            smooth([(x, base - high), (x + 5, base - high - 100 * size), (x - 4, top)], closed=False),
            10 * size,
        ),
        (104, 96, 54),
    )
    for index in range(7):
        side = -1 if index % 2 else 1
        y = base - high - (50 + index * 27) * size
        tone = mix(PALM_DEEP, PALM_LIGHT, 0.2 + index * 0.1)
        green_leaf(
            canvas,
            rng,
            x + side * 62 * size,
            y - 14 * size,
            76 * size,
            (-26 if side > 0 else 206) + rng.uniform(-10, 10),
            tone=tone,
        )


def maize(canvas: Canvas, rng: random.Random) -> None:
    """Maize on the cob."""
    flat_scene(canvas, rng, rng.choice(("wood", "mat", "dark", "painted")))
    places = [(rng.uniform(480, 520), 160 + index * 136, rng.uniform(-8, 8)) for index in range(6)]
    for x, y, turn in places:
        for bend in (-34, 30, 0):
            husk = placed(leaf(430, 84, bend=bend), x - 380, y, turn=turn + bend * 0.3)
            canvas.shadow(husk, dx=8, dy=12, soft=8, opacity=0.3)
            canvas.fill(
                husk, Linear((x - 380, y - 60), (x, y + 60), [(0, (232, 220, 160)), (1, (160, 174, 92))])
            )
    for x, y, turn in places:
        cob = placed(
            smooth(
                [
                    (-1, -0.2),
                    (-0.4, -0.27),
                    (0.5, -0.22),
                    (1, -0.06),
                    (1, 0.06),
                    (0.5, 0.22),
                    (-0.4, 0.27),
                    (-1, 0.2),
                ]
            ),
            x + 70,
            y,
            scale=270,
            turn=turn,
        )
        canvas.shadow(cob, dx=9, dy=14, soft=10, opacity=0.5)
        canvas.fill(
            cob, Linear(*across(x, y, 70, turn), [(0, (255, 226, 120)), (0.4, MANGO), (1, (176, 104, 34))])
        )
        mask = canvas.mask(cob)
        kernels = []
        for row in range(-3, 4):
            for column in range(26):
                kernels.append(
                    placed(
                        ellipse(
                            -0.96 + column * 0.078 + (row % 2) * 0.03, row * 0.075, 0.034, 0.032, steps=8
                        ),
                        x + 70,
                        y,
                        scale=270,
                        turn=turn,
                    )
                )
        canvas.fill([moved(kernel, 2, 3) for kernel in kernels], SHADOW, opacity=0.22, within=mask)
        canvas.fill(kernels, (255, 214, 92), opacity=0.75, within=mask)
        canvas.fill(
            [moved(grown(kernel, 0.4), -2, -2) for kernel in kernels], CREAM, opacity=0.6, within=mask
        )


SCENES: dict[str, Scene] = {
    "beras": rice,
    "pisang": bananas,
    "sayur": vegetables,
    "bibit": seedlings,
    "jagung": maize,
}

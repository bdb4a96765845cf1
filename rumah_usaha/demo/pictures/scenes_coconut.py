"""From the coconut palm, and for the body: oil, copra, charcoal, shell craft, soap, scrubs, essential oil."""

import random

from . import coconuts, props
from .backdrops import flat_scene, table_scene
from .canvas import Canvas, Linear, Scene, ball, cylinder
from .containers import bottle, standing_shadow
from .geometry import Outline, ellipse, grown, pebble, placed, rectangle, revolved, ribbon, smooth
from .heaps import inside, lay, mound, stamps
from .labels import Label
from .palette import (
    CORAL,
    CREAM,
    KRAFT,
    MANGO,
    PALM,
    PALM_DEEP,
    SEA,
    SHADOW,
    SHELL,
    WOOD,
    WOOD_LIGHT,
    mix,
    shade,
    tint,
)
from .spices import green_leaf


def heap_of_coconuts(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng)
    green = rng.random() < 0.5
    for x, y, radius in ((300, 690, 170), (610, 660, 180), (470, 800, 165)):
        coconuts.whole_coconut(canvas, rng, x, y, radius, green=green)
    coconuts.half_coconut(canvas, rng, 770, 830, 135)
    green_leaf(canvas, rng, 180, 905, 90, 20)


def virgin_oil(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng)
    label = Label("VCO", rng.choice((PALM_DEEP, SEA, SHELL)), "palm", "murni")
    liquid = (236, 232, 200)
    bottle(canvas, 330, 850, 118, 610, liquid, label, cap=rng.choice((WOOD, SHELL, PALM_DEEP)))
    bottle(canvas, 555, 862, 94, 430, liquid, label, cap=rng.choice((WOOD, SHELL)))
    coconuts.half_coconut(canvas, rng, 785, 815, 140)
    green_leaf(canvas, rng, 690, 930, 70, 170)


def cooking_oil(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng)
    label = Label("MINYAK", rng.choice((PALM_DEEP, CORAL, SHELL)), rng.choice(("drop", "palm")), "kelapa")
    tone = rng.choice(((238, 196, 92), (226, 170, 64)))
    bottle(canvas, 300, 850, 128, 640, tone, label, cap=rng.choice((CORAL, MANGO, PALM)))
    bottle(
        canvas, 555, 860, 112, 500, tone, label, cap=rng.choice((CORAL, MANGO, PALM)), slim=rng.random() < 0.5
    )
    coconuts.whole_coconut(canvas, rng, 795, 800, 118)


def _copra(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    """A dried half kernel: brown skin outside, cream meat inside."""
    tone = mix((226, 190, 136), (196, 150, 96), rng.random())
    body = placed(ellipse(0, 0, 1, 0.74), x, y, scale=size, turn=turn)
    canvas.fill(grown(body, 1.12), (92, 54, 34))
    canvas.fill(body, ball((126, 78, 48), x, y, size))
    inner = placed(ellipse(0.02, -0.04, 0.84, 0.58), x, y, scale=size, turn=turn)
    canvas.fill(inner, tint(tone, 0.4))
    hollow = placed(ellipse(0.05, 0.02, 0.64, 0.4), x, y, scale=size, turn=turn)
    canvas.fill(
        hollow,
        Linear((x - size, y - size), (x + size, y + size), [(0, shade(tone, 0.45)), (1, tint(tone, 0.2))]),
    )
    return body


def copra(canvas: Canvas, rng: random.Random) -> None:
    flat_scene(canvas, rng, rng.choice(("mat", "sand", "wood", "dark")))
    props.winnowing_tray(canvas, rng, 500, 500, 450)
    lay(
        canvas,
        rng,
        stamps(canvas, rng, _copra, 74, variants=14),
        inside(rng, 500, 500, 330, 330, 70),
        throw=9,
        depth=0.5,
    )


def _coal(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    body = pebble(rng, x, y, size, size * 0.7, rough=0.22, points=7)
    canvas.fill(grown(body, 1.2), (22, 18, 18))
    canvas.fill(body, ball((58, 52, 50), x, y, size, gloss=0.3))
    facet = grown(pebble(rng, x - size * 0.2, y - size * 0.2, size * 0.5, size * 0.3, rough=0.3, points=5), 1)
    canvas.fill(facet, (112, 106, 100), opacity=0.5)
    return body


def charcoal(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng)
    sack = smooth(
        [(250, 420), (420, 400), (600, 420), (625, 640), (610, 850), (430, 870), (240, 850), (228, 640)],
        steps=6,
    )
    standing_shadow(canvas, 430, 860, 190, 440)
    canvas.fill(sack, cylinder(KRAFT, 225, 628, gloss=0.3))
    canvas.fill(ellipse(425, 418, 174, 40), shade(KRAFT, 0.5))
    coal = stamps(canvas, rng, _coal, 46, variants=10)
    lay(canvas, rng, coal, mound(rng, 425, 440, 330, 110, 46), throw=5)
    fold = smooth([(250, 424), (425, 462), (600, 424), (606, 462), (425, 500), (246, 462)], steps=6)
    canvas.fill(fold, tint(KRAFT, 0.25))
    paper = rectangle(310, 570, 546, 770, 14)
    canvas.fill(paper, (56, 50, 48))
    canvas.text("ARANG", 428, 640, 56, SHELL)
    canvas.text("tempurung kelapa", 428, 700, 25, SHELL, bold=False)
    lay(canvas, rng, stamps(canvas, rng, _coal, 52), mound(rng, 775, 910, 300, 110, 22), throw=7)


def shell_bowls(canvas: Canvas, rng: random.Random) -> None:
    """Bowls, a cup and spoons of polished coconut shell."""
    table_scene(canvas, rng, edge=500)
    for x, rim, radius in ((350, 560, 250), (725, 680, 190)):
        tone = rng.choice(((96, 56, 36), (122, 74, 44), (76, 44, 32)))
        body = revolved(
            [
                (rim, radius),
                (rim + radius * 0.45, radius * 0.9),
                (rim + radius * 0.8, radius * 0.55),
                (rim + radius * 0.9, radius * 0.34),
            ],
            x,
            tilt=0.24,
        )
        standing_shadow(canvas, x, rim + radius * 0.92, radius * 0.6, radius)
        canvas.fill(body, cylinder(tone, x - radius, x + radius, gloss=0.34))
        mask = canvas.mask(body)
        streaks = [
            ribbon(
                smooth(
                    [
                        (px, rim),
                        (px + (x - px) * 0.2, rim + radius * 0.5),
                        (x + (px - x) * 0.4, rim + radius),
                    ],
                    closed=False,
                ),
                3,
            )
            for px in (x + radius * step / 8 for step in range(-7, 8))
        ]
        canvas.fill(streaks, tint(tone, 0.4), opacity=0.3, within=mask)
        canvas.fill(
            ellipse(x - radius * 0.45, rim + radius * 0.34, radius * 0.14, radius * 0.3, turn=14),
            CREAM,
            opacity=0.5,
            soft=10,
            within=mask,
        )
        canvas.fill(ellipse(x, rim, radius, radius * 0.3), tint(tone, 0.36))
        canvas.fill(
            ellipse(x, rim + 3, radius * 0.94, radius * 0.27),
            Linear((x - radius, 0), (x + radius, 0), [(0, shade(tone, 0.55)), (1, tint(tone, 0.12))]),
        )
    for shift in (0, 1):
        spoon = [(180 + shift * 90, 925 - shift * 8), (480 + shift * 90, 905 - shift * 12)]
        canvas.shadow(ribbon(spoon, 16), dx=6, dy=10, soft=6)
        canvas.fill(ribbon(spoon, lambda t: 18 - 6 * t), WOOD_LIGHT)
        canvas.fill(ellipse(*spoon[0], 66, 30, turn=-5), ball((104, 62, 40), *spoon[0], 66, 30))
        canvas.fill(ellipse(spoon[0][0], spoon[0][1] - 3, 52, 21, turn=-5), (64, 38, 28), opacity=0.7)


def coir(canvas: Canvas, rng: random.Random) -> None:
    """Coir rope in a coil, from above."""
    flat_scene(canvas, rng, rng.choice(("painted", "wood", "sand", "stone")))
    tone = rng.choice(((176, 128, 78), (150, 106, 64)))
    canvas.fill(ellipse(520, 540, 400), SHADOW, opacity=0.5, soft=26)
    canvas.fill(ellipse(500, 510, 396), shade(tone, 0.55))
    for ring_radius in range(380, 40, -52):
        circle = ellipse(500, 506, ring_radius, ring_radius * 0.985, steps=max(36, ring_radius // 3))
        props.rope(canvas, circle, 52, tone)
    tail = smooth([(874, 540), (900, 700), (820, 850), (660, 930)], closed=False, steps=12)
    props.rope(canvas, tail, 50, tone)


SCENES: dict[str, Scene] = {
    "kelapa": heap_of_coconuts,
    "vco": virgin_oil,
    "minyak_kelapa": cooking_oil,
    "kopra": copra,
    "arang": charcoal,
    "tempurung": shell_bowls,
    "sabut": coir,
}

"""Woven cloth, garments, sewing."""

import math
import random

from . import props
from .backdrops import table_scene, wall
from .canvas import Canvas, Linear, Mask, Scene, cylinder
from .containers import standing_shadow
from .geometry import Outline, ellipse, moved, rectangle, ribbon, smooth
from .palette import (
    CORAL,
    CREAM,
    INK,
    MANGO,
    PALM_DEEP,
    SEA,
    SEA_DEEP,
    SHADOW,
    SHELL,
    STEEL,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    Colour,
    mix,
    shade,
    tint,
)
from .surfaces import linen
from .textiles import THREADS, ikat


# Ground, first and second thread.
def _folds(
    canvas: Canvas,
    rng: random.Random,
    mask: Mask | None,
    x0: float,
    x1: float,
    y0: float,
    y1: float,
    count: int,
) -> None:
    """Light and dark where hanging cloth swings out and in."""
    for index in range(count):
        x = x0 + (x1 - x0) * (index + 0.5 + rng.uniform(-0.2, 0.2)) / count
        wide = (x1 - x0) / count * 0.3
        lean = rng.uniform(-14, 14)
        canvas.fill(
            [(x, y0), (x + wide, y0), (x + wide * 1.7 + lean, y1), (x + lean, y1)],
            SHADOW,
            opacity=0.5,
            soft=wide * 0.5,
            within=mask,
        )
        canvas.fill(
            [(x - wide, y0), (x - wide * 0.3, y0), (x - wide * 0.2 + lean, y1), (x - wide * 1.3 + lean, y1)],
            CREAM,
            opacity=0.3,
            soft=wide * 0.4,
            within=mask,
        )


def hanging_cloth(canvas: Canvas, rng: random.Random) -> None:
    wall(canvas, rng, 1000)
    choice = rng.sample(THREADS, 3)
    for index, (x, low) in enumerate(((230, 860), (500, 910), (770, 840))):
        body: Outline = [
            (x - 122, 150),
            (x + 122, 150),
            *[(x + 122 - step * 24.4, low + 12 * math.sin(step * 1.3)) for step in range(11)],
        ]
        canvas.fill(moved(body, 22, 26), SHADOW, opacity=0.35, soft=20)
        canvas.fill(body, ikat(rng, canvas.image.size, choice[index]))
        mask = canvas.mask(body)
        _folds(canvas, rng, mask, x - 122, x + 122, 140, low + 20, 3)
        canvas.fill(rectangle(x - 130, 150, x + 130, 174), CREAM, opacity=0.22, soft=8, within=mask)
        fringe = [
            rectangle(
                x - 120 + step * 8,
                low - 4 + 10 * math.sin(step * 0.5),
                x - 117 + step * 8,
                low + 36 + 8 * math.sin(step),
            )
            for step in range(30)
        ]
        canvas.fill(fringe, choice[index][1])
    pole = rectangle(-20, 128, 1020, 162)
    canvas.shadow(pole, dx=8, dy=16, soft=10)
    canvas.fill(
        pole, Linear((0, 128), (0, 162), [(0, tint(WOOD_LIGHT, 0.4)), (0.5, WOOD_LIGHT), (1, WOOD_DEEP)])
    )
    canvas.fill([rectangle(x, 126, x + 8, 164) for x in (70, 360, 640, 930)], WOOD_DEEP)


def folded_cloth(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng, edge=560)
    choice = rng.sample(THREADS, 5)
    standing_shadow(canvas, 490, 866, 330, 330)
    for index in range(5):
        y = 850 - index * 82
        x0, x1 = 180 + rng.uniform(-10, 14), 800 + rng.uniform(-14, 10)
        slab = rectangle(x0, y - 80, x1, y + 8, 40)
        canvas.fill(moved(slab, 4, 8), SHADOW, opacity=0.5, soft=7)
        canvas.fill(slab, ikat(rng, canvas.image.size, choice[index]))
        mask = canvas.mask(slab)
        canvas.fill(rectangle(x0, y - 30, x1, y + 20), SHADOW, opacity=0.42, soft=18, within=mask)
        canvas.fill(rectangle(x0, y - 78, x1, y - 54), CREAM, opacity=0.34, soft=9, within=mask)
        for crease in (y - 44, y - 22):
            canvas.fill(
                ribbon(smooth([(x0 + 30, crease), (490, crease + 3), (x1, crease)], closed=False), 4),
                SHADOW,
                opacity=0.5,
                soft=2,
                within=mask,
            )
    y = 850 - 5 * 82
    top = smooth([(196, y + 10), (300, y - 56), (720, y - 56), (786, y + 10)], closed=False)
    canvas.fill(top, ikat(rng, canvas.image.size, choice[4]))
    canvas.fill(top, CREAM, opacity=0.22)


def shirt(canvas: Canvas, rng: random.Random) -> None:
    """A shirt of woven cloth on a hanger."""
    wall(canvas, rng, 1000)
    plain = rng.random() < 0.35
    threads = rng.choice(THREADS)
    cloth = (
        linen(rng, canvas.image.size, rng.choice((SEA, (232, 214, 180), (196, 110, 90))))
        if plain
        else ikat(rng, canvas.image.size, threads)
    )
    hook = smooth([(500, 200), (500, 150), (528, 118), (506, 88), (478, 104)], closed=False)
    canvas.fill(ribbon(hook, 9), STEEL)
    left = [(440, 226), (300, 268), (214, 330), (120, 560), (246, 612), (318, 470), (306, 700), (298, 900)]
    body = [*left, *[(1000 - x, y) for x, y in reversed(left)], (560, 226), (500, 290)]
    canvas.fill(moved(body, 30, 34), SHADOW, opacity=0.35, soft=22)
    canvas.fill(body, cloth)
    mask = canvas.mask(body)
    _folds(canvas, rng, mask, 300, 700, 330, 900, 3)
    for x in (300, 700):
        seam = smooth(
            [(x - (x - 500) * 0.1, 268), (x + (x - 500) * 0.1, 380), (x + (x - 500) * 0.09, 480)],
            closed=False,
        )
        canvas.fill(ribbon(seam, 8), SHADOW, opacity=0.4, soft=4, within=mask)
    placket = rectangle(480, 280, 520, 900)
    canvas.fill(placket, CREAM, opacity=0.18, within=mask)
    canvas.fill(ribbon([(520, 280), (520, 900)], 3), SHADOW, opacity=0.5, within=mask)
    for y in range(350, 900, 108):
        canvas.fill(ellipse(500, y, 10), CREAM)
        canvas.fill(ellipse(501, y + 1, 5), WOOD)
    for side in (-1, 1):
        collar = [
            (500 + side * 66, 214),
            (500 + side * 12, 286),
            (500 + side * 66, 336),
            (500 + side * 106, 246),
        ]
        canvas.fill(moved(collar, 3, 8), SHADOW, opacity=0.4, soft=6, within=mask)
        canvas.fill(collar, tint(threads[0], 0.14) if not plain else CREAM)
    canvas.fill(ribbon(smooth([(350, 256), (500, 196), (650, 256)], closed=False), 16), WOOD_LIGHT)
    pocket = rectangle(556, 430, 652, 540, 8)
    canvas.fill(ribbon([*pocket, pocket[0]], 3), SHADOW, opacity=0.45)


def sewing(canvas: Canvas, rng: random.Random) -> None:
    """A sewing machine at work."""
    table_scene(canvas, rng, edge=620)
    body = rng.choice(((34, 38, 42), SEA_DEEP, (150, 52, 46), SHELL))
    standing_shadow(canvas, 500, 850, 330, 380)
    cloth = smooth([(60, 850), (240, 800), (430, 806), (470, 860), (330, 940), (110, 950)], steps=7)
    canvas.shadow(cloth, dx=8, dy=12, soft=10)
    canvas.fill(cloth, ikat(rng, canvas.image.size, rng.choice(THREADS)))
    base = rectangle(250, 800, 820, 870, 18)
    canvas.fill(base, Linear((0, 800), (0, 870), [(0, tint(WOOD, 0.3)), (1, shade(WOOD, 0.4))]))
    plate = [(262, 800), (300, 770), (800, 770), (816, 800)]
    canvas.fill(plate, Linear((262, 770), (816, 800), [(0, tint(STEEL, 0.4)), (1, STEEL)]))
    arm = smooth(
        [
            (690, 790),
            (690, 560),
            (640, 520),
            (400, 520),
            (380, 560),
            (382, 650),
            (300, 650),
            (298, 470),
            (330, 420),
            (760, 420),
            (806, 470),
            (806, 790),
        ],
        steps=5,
    )
    canvas.fill(moved(arm, 10, 14), SHADOW, opacity=0.35, soft=12)
    canvas.fill(
        arm, Linear((300, 420), (700, 800), [(0, tint(body, 0.36)), (0.3, body), (1, shade(body, 0.4))])
    )
    mask = canvas.mask(arm)
    canvas.fill(rectangle(330, 432, 780, 452, 9), CREAM, opacity=0.5, soft=5, within=mask)
    canvas.fill(
        ribbon(smooth([(440, 490), (520, 470), (600, 496), (680, 470)], closed=False), 5), MANGO, within=mask
    )
    canvas.fill([ellipse(x, 484, 9) for x in (470, 560, 650)], MANGO, within=mask)
    canvas.fill(rectangle(330, 640, 348, 760, 3), STEEL)
    canvas.fill(rectangle(312, 752, 372, 766, 4), shade(STEEL, 0.3))
    wheel = ellipse(834, 520, 36, 86)
    canvas.fill(
        wheel, Linear((800, 440), (870, 600), [(0, tint(STEEL, 0.6)), (0.5, STEEL), (1, shade(STEEL, 0.5))])
    )
    canvas.fill(ellipse(838, 520, 22, 56), body)
    for x, tone in ((700, CORAL), (470, SEA)):
        canvas.fill(rectangle(x - 4, 350, x + 4, 424), STEEL)
        canvas.fill(rectangle(x - 26, 360, x + 26, 420, 6), cylinder(tone, x - 26, x + 26))
        canvas.fill(ellipse(x, 360, 26, 7), tint(WOOD_LIGHT, 0.2))
    canvas.fill(ribbon(smooth([(470, 380), (400, 400), (340, 470), (339, 640)], closed=False), 2.4), SEA)
    for index, tone in enumerate((MANGO, PALM_DEEP, CORAL)):
        x = 640 + index * 92
        canvas.fill(ellipse(x + 18, 934, 54, 14), SHADOW, opacity=0.4, soft=7)
        canvas.fill(rectangle(x - 32, 868, x + 32, 934, 8), cylinder(tone, x - 32, x + 32))
        canvas.fill(ellipse(x, 868, 38, 11), tint(WOOD_LIGHT, 0.2))
        canvas.fill(ellipse(x, 934, 38, 11, arc=(0, 180)), WOOD_LIGHT)
        canvas.fill(ellipse(x, 868, 10, 3), INK)


def headscarf(canvas: Canvas, rng: random.Random) -> None:
    """Plain scarves with an embroidered edge, rolled in a low tray."""
    table_scene(canvas, rng, edge=540)
    props.low_tray(canvas, rng, 500, 800, 380)
    tones: list[Colour] = [(226, 150, 130), (150, 190, 176), (238, 214, 170), SEA, (186, 110, 130), MANGO]
    rng.shuffle(tones)
    for index, (x, y) in enumerate(
        ((270, 790), (430, 770), (590, 772), (740, 792), (350, 690), (510, 676), (666, 690))
    ):
        tone = tones[index % len(tones)]
        roll = ellipse(x, y, 92, 84)
        canvas.shadow(roll, dx=9, dy=13, soft=9, opacity=0.5)
        canvas.fill(
            roll,
            Linear(
                (x - 90, y - 80),
                (x + 90, y + 80),
                [(0, tint(tone, 0.4)), (0.5, tone), (1, shade(tone, 0.45))],
            ),
        )
        for reach in (0.8, 0.6, 0.4, 0.2):
            canvas.fill(
                ribbon(ellipse(x, y, 92 * reach, 84 * reach, turn=index * 30, arc=(10, 330)), 5),
                shade(tone, 0.45),
                opacity=0.6,
            )
            canvas.fill(
                ribbon(ellipse(x - 3, y - 4, 92 * reach, 84 * reach, turn=index * 30, arc=(150, 300)), 6),
                mix(tone, CREAM, 0.6),
                opacity=0.6,
            )


SCENES: dict[str, Scene] = {
    "tenun": hanging_cloth,
    "tenun_lipat": folded_cloth,
    "kemeja": shirt,
    "jahit": sewing,
    "kerudung": headscarf,
}

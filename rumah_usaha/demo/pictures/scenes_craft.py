"""Made by hand: mats, baskets, bags, hats, shells, boats, furniture."""

import math
import random

from PIL import Image

from .backdrops import flat_scene, table_scene
from .canvas import Canvas, Scene, ball
from .containers import standing_shadow
from .geometry import ellipse, moved, placed, rectangle, ribbon, smooth
from .labels import band
from .palette import (
    CREAM,
    MANGO,
    PALM_DEEP,
    SEA,
    SHADOW,
    SHELL,
    STRAW,
    STRAW_DEEP,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    Colour,
    shade,
    tint,
)
from .shells import scallop, spiral, star
from .surfaces import woven

DYES: tuple[Colour, ...] = (SEA, (192, 74, 60), PALM_DEEP, (150, 60, 110), (70, 60, 130))


def _weave(
    canvas: Canvas, rng: random.Random, cells: int, accent: Colour | None, base: Colour = STRAW
) -> Image.Image:
    side = canvas.image.size
    return woven(rng, side, max(7, side[0] // cells), colours=(base, tint(base, 0.24)), accent=accent)


def mats(canvas: Canvas, rng: random.Random) -> None:
    """One mat spread, two rolled."""
    flat_scene(canvas, rng, rng.choice(("wood", "dark", "stone", "painted")))
    accent = rng.choice(DYES)
    spread = placed(rectangle(-350, -300, 350, 300), 520, 420, turn=rng.uniform(-8, 8))
    canvas.shadow(spread, dx=14, dy=20, soft=14, opacity=0.5)
    canvas.fill(spread, _weave(canvas, rng, 66, accent))
    canvas.fill(ribbon([*spread, spread[0]], 16), accent)
    canvas.fill(ribbon([*spread, spread[0]], 4), tint(accent, 0.4), opacity=0.6)
    for index in range(2):
        dye = rng.choice(DYES)
        x, y = 500 + index * 20, 730 + index * 130
        roll = rectangle(x - 380, y - 66, x + 380, y + 66, 20)
        canvas.shadow(roll, dx=14, dy=22, soft=14, opacity=0.55)
        canvas.fill(roll, _weave(canvas, rng, 66, dye))
        mask = canvas.mask(roll)
        canvas.fill(rectangle(x - 400, y + 6, x + 400, y + 80), SHADOW, opacity=0.5, soft=22, within=mask)
        canvas.fill(rectangle(x - 400, y - 44, x + 400, y - 26), CREAM, opacity=0.45, soft=12, within=mask)
        end = ellipse(x - 380, y, 24, 66)
        canvas.fill(end, shade(STRAW_DEEP, 0.2))
        for step in (0.78, 0.56, 0.34):
            canvas.fill(ribbon(ellipse(x - 380, y, 24 * step, 66 * step), 5), tint(STRAW, 0.2))
        for tie in (x - 180, x + 180):
            canvas.fill(rectangle(tie, y - 67, tie + 14, y + 67), dye)


def basket(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng, edge=540)
    dye = rng.choice(DYES)
    _round_basket(canvas, rng, 360, 850, 230, 330, dye, handle=True)
    _round_basket(canvas, rng, 745, 880, 150, 190, rng.choice(DYES), handle=False)


def _round_basket(
    canvas: Canvas,
    rng: random.Random,
    x: float,
    base: float,
    radius: float,
    height: float,
    dye: Colour,
    *,
    handle: bool,
) -> None:
    top = base - height
    standing_shadow(canvas, x, base, radius, height)
    if handle:
        arch = ellipse(x, top, radius * 0.93, radius * 1.05, arc=(180, 360))
        canvas.fill(ribbon(arch, 26), shade(STRAW_DEEP, 0.36))
        canvas.fill(ribbon(arch, 12), tint(STRAW_DEEP, 0.3))
    inside = ellipse(x, top, radius, radius * 0.24)
    body = [
        *ellipse(x, base, radius * 0.84, radius * 0.2, arc=(0, 180)),
        *ellipse(x, top, radius, radius * 0.24, arc=(180, 0)),
    ]
    canvas.fill(inside, shade(STRAW_DEEP, 0.5))
    canvas.fill(body, _weave(canvas, rng, 60, None))
    mask = canvas.mask(body)
    for low, high, tone in ((0.3, 0.42, dye), (0.48, 0.52, shade(dye, 0.2)), (0.58, 0.7, dye)):
        stripe = band(x, top + height * low, top + height * high, radius, radius * 0.23)
        canvas.fill(stripe, tone, opacity=0.62, within=mask)
    canvas.fill(
        rectangle(x - radius * 1.2, top - 80, x - radius * 0.86, base + 80),
        SHADOW,
        opacity=0.4,
        soft=radius * 0.1,
        within=mask,
    )
    canvas.fill(
        rectangle(x + radius * 0.5, top - 80, x + radius * 1.3, base + 80),
        SHADOW,
        opacity=0.5,
        soft=radius * 0.24,
        within=mask,
    )
    canvas.fill(
        rectangle(x - radius * 0.6, top - 20, x - radius * 0.25, base + 20),
        CREAM,
        opacity=0.26,
        soft=radius * 0.14,
        within=mask,
    )
    rim = ribbon(ellipse(x, top, radius, radius * 0.24), 24)
    canvas.fill(moved(rim, 0, 6), SHADOW, opacity=0.3, soft=5)
    canvas.fill(rim, STRAW_DEEP)
    ties = [
        placed(ribbon([(0, -13), (6, 13)], 6), x + radius * math.cos(a), top + radius * 0.24 * math.sin(a))
        for a in (math.tau * step / 40 for step in range(40))
    ]
    canvas.fill(ties, tint(STRAW, 0.3))


def bag(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng, edge=560)
    dye = rng.choice(DYES)
    body = smooth(
        [(240, 420), (500, 408), (760, 420), (790, 640), (778, 850), (500, 866), (222, 850), (210, 640)],
        steps=6,
    )
    standing_shadow(canvas, 500, 858, 265, 420)
    for dx in (-14, 14):
        handle = smooth(
            [(370 + dx, 440), (378 + dx, 250), (500, 160), (622 + dx, 250), (630 + dx, 440)], closed=False
        )
        canvas.fill(ribbon(handle, 24), shade(WOOD, 0.4 if dx < 0 else 0.1))
        canvas.fill(ribbon(handle, 7), tint(WOOD_LIGHT, 0.3), opacity=0.5)
    canvas.fill(body, _weave(canvas, rng, 58, dye))
    mask = canvas.mask(body)
    canvas.fill(rectangle(180, 790, 820, 900), SHADOW, opacity=0.4, soft=40, within=mask)
    canvas.fill(rectangle(690, 380, 830, 900), SHADOW, opacity=0.4, soft=50, within=mask)
    canvas.fill(ellipse(350, 560, 90, 170), CREAM, opacity=0.3, soft=50, within=mask)
    hem = smooth([(238, 420), (500, 408), (762, 420)], closed=False)
    canvas.fill(ribbon(hem, 26), dye)
    canvas.fill(ribbon(moved(hem, 0, -4), 5), tint(dye, 0.5), opacity=0.6)
    for x in (372, 628):
        canvas.fill(rectangle(x - 26, 426, x + 26, 500, 8), shade(WOOD, 0.2))
        canvas.fill([ellipse(x, 444, 6), ellipse(x, 482, 6)], tint(MANGO, 0.3))


def hat(canvas: Canvas, rng: random.Random) -> None:
    """A broad, painted sun hat (tolu) leaning on the table."""
    table_scene(canvas, rng, edge=560)
    dye, second = rng.sample(DYES, 2)
    x, y, radius = 500, 640, 360
    canvas.fill(ellipse(x + 40, y + 170, radius * 1.02, radius * 0.34), SHADOW, opacity=0.5, soft=26)
    cone = smooth(
        [
            (x - radius, y + 100),
            (x - radius * 0.5, y - 60),
            (x - 40, y - 290),
            (x, y - 318),
            (x + 40, y - 290),
            (x + radius * 0.5, y - 60),
            (x + radius, y + 100),
        ],
        closed=False,
    )
    body = cone + ellipse(x, y + 100, radius, radius * 0.36, arc=(0, 180))
    canvas.fill(body, _weave(canvas, rng, 62, None))
    mask = canvas.mask(body)
    for reach, tone, thick in ((0.94, dye, 28), (0.7, second, 20), (0.62, dye, 10), (0.36, second, 22)):
        ring_y = y + 100 - (1 - reach) * 400
        curve = ribbon(ellipse(x, ring_y, radius * reach * 1.02, radius * 0.36 * reach, arc=(0, 180)), thick)
        canvas.fill(curve, tone, opacity=0.85, within=mask)
    spokes = [
        ribbon(
            smooth(
                [
                    (x, y - 318),
                    (x + radius * 0.34 * side, y - 60),
                    (x + radius * side * 0.92, y + 100 + 110 * math.sqrt(max(0, 1 - side * side))),
                ],
                closed=False,
            ),
            3,
        )
        for side in (step / 6 for step in range(-6, 7))
    ]
    canvas.fill(spokes, STRAW_DEEP, opacity=0.5, within=mask)
    shadow_side = smooth([(x + 30, y - 320), (x + 420, y - 40), (x + 420, y + 260), (x + 150, y + 260)])
    canvas.fill(shadow_side, SHADOW, opacity=0.42, soft=50, within=mask)
    canvas.fill(ellipse(x - 130, y + 10, 70, 150, turn=34), CREAM, opacity=0.42, soft=40, within=mask)
    canvas.fill(ellipse(x, y - 316, 22, 18), ball(WOOD_DEEP, x, y - 316, 22))


def shells(canvas: Canvas, rng: random.Random) -> None:
    """A necklace and loose shells on sand."""
    flat_scene(canvas, rng, rng.choice(("sand", "sand", "cloth")))
    cord = ellipse(500, 470, 330, 300, arc=(-70, 250), steps=80)
    canvas.shadow(ribbon(cord, 8), dx=5, dy=8, soft=5)
    canvas.fill(ribbon(cord, 8), WOOD_DEEP)
    for index in range(3, len(cord) - 2, 3):
        bead_x, bead_y = cord[index]
        bead = ellipse(bead_x, bead_y, 19)
        canvas.shadow(bead, dx=5, dy=8, soft=5)
        canvas.fill(
            bead, ball(rng.choice((SHELL, WOOD, SEA, (226, 160, 130))), bead_x, bead_y, 19, gloss=0.8)
        )
    scallop(canvas, 500, 780, 130, rng.choice(((236, 160, 130), (244, 206, 170), (216, 140, 150))))
    for x, y, size, turn in (
        (250, 880, 90, -30),
        (800, 850, 100, 30),
        (500, 440, 120, 0),
        (120, 160, 80, 60),
        (880, 180, 90, 10),
    ):
        if rng.random() < 0.5:
            spiral(canvas, x, y, size, turn)
        else:
            star(canvas, rng, x, y, size, turn)


SCENES: dict[str, Scene] = {
    "tikar": mats,
    "keranjang": basket,
    "tas_anyaman": bag,
    "topi": hat,
    "kerang": shells,
}

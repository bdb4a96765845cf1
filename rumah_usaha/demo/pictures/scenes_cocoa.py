"""Cocoa pods, beans and chocolate."""

import random

from .backdrops import flat_scene
from .canvas import Canvas, Linear, Scene, ball
from .geometry import ellipse, grown, moved, placed, rectangle, ribbon, smooth
from .heaps import inside, lay, stamps
from .morsels import cocoa_bean
from .palette import (
    MANGO,
    PALM_DEEP,
    SEA_DEEP,
    SHADOW,
    SHELL,
    SUNSET,
    Colour,
    shade,
    tint,
)
from .spices import green_leaf


def _pod(canvas: Canvas, x: float, y: float, length: float, turn: float, tone: Colour) -> None:
    """A cocoa pod with its ribs."""
    shape = smooth(
        [
            (-1, 0),
            (-0.8, -0.3),
            (-0.3, -0.44),
            (0.3, -0.4),
            (0.8, -0.18),
            (1.02, 0),
            (0.8, 0.18),
            (0.3, 0.4),
            (-0.3, 0.44),
            (-0.8, 0.3),
        ]
    )
    body = placed(shape, x, y, scale=length / 2, turn=turn)
    canvas.shadow(body, dx=14, dy=20, soft=13, opacity=0.5)
    canvas.fill(body, ball(tone, x, y, length * 0.42, length * 0.32))
    mask = canvas.mask(body)
    for row, bend in enumerate((-0.36, -0.2, -0.02, 0.17, 0.34)):
        rib = placed(
            smooth([(-0.98, 0), (-0.4, bend), (0.4, bend * 0.95), (1, 0)], closed=False),
            x,
            y,
            scale=length / 2,
            turn=turn,
        )
        canvas.fill(ribbon(rib, length * 0.014), shade(tone, 0.5), opacity=0.5, within=mask)
        canvas.fill(
            ribbon(moved(rib, -3, -5), length * (0.018 if row < 3 else 0.008)),
            tint(tone, 0.6),
            opacity=0.4,
            soft=2,
            within=mask,
        )
    stalk = placed([(-0.98, 0), (-1.14, 0.03)], x, y, scale=length / 2, turn=turn)
    canvas.fill(ribbon(stalk, length * 0.05), (104, 84, 48))


def _split_pod(
    canvas: Canvas, rng: random.Random, x: float, y: float, length: float, turn: float, tone: Colour
) -> None:
    """A half pod with its white pulp."""
    shape = smooth(
        [
            (-1, 0),
            (-0.78, -0.3),
            (-0.3, -0.42),
            (0.3, -0.4),
            (0.8, -0.18),
            (1.0, 0),
            (0.8, 0.18),
            (0.3, 0.4),
            (-0.3, 0.42),
            (-0.78, 0.3),
        ]
    )
    body = placed(shape, x, y, scale=length / 2, turn=turn)
    canvas.shadow(body, dx=14, dy=20, soft=13, opacity=0.5)
    canvas.fill(body, shade(tone, 0.2))
    canvas.fill(grown(body, 0.93), (238, 216, 160))
    canvas.fill(grown(body, 0.78), (196, 150, 100))
    for index in range(12):
        side = -1 if index % 2 else 1
        spot = placed([(-0.62 + (index // 2) * 0.24, side * 0.13)], x, y, scale=length / 2, turn=turn)[0]
        seed = ellipse(*spot, length * 0.072, length * 0.055, turn=turn + side * 30)
        canvas.fill(moved(seed, 2, 4), SHADOW, opacity=0.35, soft=3)
        canvas.fill(seed, ball((246, 238, 224), *spot, length * 0.07, gloss=0.8))


def cocoa(canvas: Canvas, rng: random.Random) -> None:
    flat_scene(canvas, rng, rng.choice(("wood", "dark", "mat", "cloth")))
    tones: list[Colour] = [(226, 160, 50), (190, 82, 46), (150, 60, 50), (176, 150, 60)]
    rng.shuffle(tones)
    for row in range(3):
        green_leaf(canvas, rng, 180 + row * 60, 170 + row * 30, 150, 20 + row * 40)
    _pod(canvas, 330, 300, 500, -28, tones[0])
    _pod(canvas, 670, 250, 460, 18, tones[1])
    _split_pod(canvas, rng, 720, 590, 460, -12, tones[2])
    lay(
        canvas,
        rng,
        stamps(canvas, rng, cocoa_bean, 34, variants=14),
        inside(rng, 330, 700, 230, 190, 110),
        throw=6,
    )


def _block(canvas: Canvas, x: float, y: float, size: float, tone: Colour) -> None:
    """One square of a bar: bevelled on four sides."""
    inner = size * 0.74
    canvas.fill(
        [(x, y), (x + size, y), (x + inner * 1.16, y + size - inner), (x + size - inner, y + size - inner)],
        tint(tone, 0.3),
    )
    canvas.fill(
        [(x, y), (x, y + size), (x + size - inner, y + inner), (x + size - inner, y + size - inner)],
        tint(tone, 0.16),
    )
    canvas.fill(
        [(x + size, y), (x + size, y + size), (x + inner, y + inner), (x + inner, y + size - inner)],
        shade(tone, 0.3),
    )
    canvas.fill(
        [(x, y + size), (x + size, y + size), (x + inner, y + inner), (x + size - inner, y + inner)],
        shade(tone, 0.42),
    )
    top = rectangle(x + size - inner, y + size - inner, x + inner, y + inner)
    canvas.fill(top, Linear((x, y), (x + size, y + size), [(0, tint(tone, 0.2)), (1, shade(tone, 0.06))]))


def chocolate(canvas: Canvas, rng: random.Random) -> None:
    flat_scene(canvas, rng, rng.choice(("stone", "wood", "painted", "cloth")))
    tone = rng.choice(((98, 56, 36), (70, 40, 30), (132, 82, 50)))
    wrap = rng.choice((SEA_DEEP, SUNSET, PALM_DEEP, MANGO))
    bar = rectangle(150, 130, 560, 800)
    canvas.shadow(bar, dx=16, dy=22, soft=16, opacity=0.5)
    canvas.fill(bar, tone)
    for row in range(6):
        for column in range(3):
            _block(canvas, 152 + column * 135, 132 + row * 111, 134, tone) if row < 5 else None
    foil = [(140, 560), (220, 540), (300, 566), (400, 536), (490, 562), (572, 545), (572, 620), (140, 620)]
    canvas.fill(
        foil,
        Linear(
            (140, 0),
            (572, 0),
            [(0, (236, 222, 190)), (0.3, (196, 170, 120)), (0.6, (250, 240, 214)), (1, (186, 160, 110))],
        ),
    )
    sleeve = rectangle(138, 600, 574, 880, 8)
    canvas.shadow(sleeve, dx=14, dy=18, soft=12)
    canvas.fill(sleeve, Linear((138, 600), (574, 880), [(0, tint(wrap, 0.14)), (1, shade(wrap, 0.2))]))
    canvas.text("COKELAT", 356, 710, 62, SHELL)
    canvas.text(rng.choice(("70% kakao", "kakao murni", "susu kelapa")), 356, 785, 34, SHELL, bold=False)
    canvas.fill(ribbon([(170, 840), (542, 840)], 3), SHELL, opacity=0.6)
    _pod(canvas, 770, 240, 360, -58, rng.choice(((226, 160, 50), (176, 70, 50))))
    lay(
        canvas,
        rng,
        stamps(canvas, rng, cocoa_bean, 32, variants=12),
        inside(rng, 770, 680, 140, 170, 44),
        throw=6,
    )


SCENES: dict[str, Scene] = {
    "kakao": cocoa,
    "cokelat": chocolate,
}

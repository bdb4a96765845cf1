"""For the body: soap, scrubs, essential oils."""

import random
from functools import partial

from . import coconuts, fillings
from .backdrops import table_scene
from .canvas import Canvas, Linear, Scene, ball, cylinder
from .containers import bottle, jar
from .geometry import ellipse, grown, pebble, placed, rectangle, revolved, smooth
from .labels import Label, band
from .palette import (
    KRAFT,
    MANGO,
    PALM,
    PALM_DEEP,
    ROSE,
    SHADOW,
    SHELL,
    WOOD_DEEP,
    WOOD_LIGHT,
    Colour,
    mix,
    shade,
    tint,
)
from .spices import green_leaf


def soap(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng)
    tones: list[Colour] = [(244, 230, 200), (176, 204, 150), (232, 178, 140), (150, 110, 84), (196, 214, 206)]
    rng.shuffle(tones)
    for index, (x, y) in enumerate(((290, 850), (560, 862), (430, 742), (330, 636))):
        _soap_bar(canvas, rng, x, y, 150, tones[index], banded=index == 2)
    coconuts.half_coconut(canvas, rng, 795, 815, 128)
    for turn in (-30, 12, 54):
        green_leaf(canvas, rng, 600 + turn, 935, 52, turn)


def _soap_bar(
    canvas: Canvas, rng: random.Random, x: float, y: float, half: float, tone: Colour, *, banded: bool
) -> None:
    front = rectangle(x - half, y - half * 0.5, x + half, y + half * 0.12, 22)
    top = [
        (x - half + 12, y - half * 0.46),
        (x - half * 0.72, y - half * 0.86),
        (x + half * 1.12, y - half * 0.86),
        (x + half - 8, y - half * 0.46),
    ]
    side = [
        (x + half - 4, y - half * 0.46),
        (x + half * 1.12, y - half * 0.86),
        (x + half * 1.14, y - half * 0.3),
        (x + half, y + half * 0.06),
    ]
    canvas.shadow(front, dx=26, dy=20, soft=13, opacity=0.5)
    canvas.fill(smooth(side, steps=3), shade(tone, 0.3))
    canvas.fill(
        top,
        Linear(
            (x - half, y - half), (x + half, y - half * 0.4), [(0, tint(tone, 0.6)), (1, tint(tone, 0.15))]
        ),
    )
    canvas.fill(
        front,
        Linear(
            (x - half, y - half * 0.5),
            (x + half, y),
            [(0, tint(tone, 0.3)), (0.5, tone), (1, shade(tone, 0.14))],
        ),
    )
    mask = canvas.mask(front)
    for _ in range(6):
        sx, sy = x + rng.uniform(-0.9, 0.9) * half, y - rng.uniform(0, 0.5) * half
        canvas.fill(ellipse(sx, sy, rng.uniform(3, 9)), shade(tone, 0.3), opacity=0.3, within=mask)
    if banded:
        paper = [
            (x - half * 0.4, y - half * 0.86),
            (x + half * 0.56, y - half * 0.86),
            (x + half * 0.44, y - half * 0.47),
            (x + half * 0.44, y + half * 0.12),
            (x - half * 0.5, y + half * 0.12),
            (x - half * 0.5, y - half * 0.47),
        ]
        canvas.fill(paper, KRAFT)
        canvas.fill(
            [
                (x - half * 0.4, y - half * 0.86),
                (x + half * 0.56, y - half * 0.86),
                (x + half * 0.44, y - half * 0.47),
                (x - half * 0.5, y - half * 0.47),
            ],
            tint(KRAFT, 0.3),
        )
        canvas.text("SABUN", x - 4, y - half * 0.17, 34, WOOD_DEEP)
    else:
        canvas.text("kelapa", x, y - half * 0.18, 36, shade(tone, 0.3), opacity=0.7)


def scrub(canvas: Canvas, rng: random.Random, *, second: str, tone: Colour) -> None:
    table_scene(canvas, rng)
    jar(
        canvas,
        360,
        855,
        205,
        400,
        fillings.thick(rng, tone, flecks=(shade(tone, 0.3), tint(tone, 0.5))),
        Label("LULUR", rng.choice((SHELL, PALM_DEEP, ROSE)), "sprig", second),
        lid=rng.choice((WOOD_LIGHT, SHELL)),
    )
    radius, x, y = 120, 745, 850
    canvas.shadow(ellipse(x, y, radius, 40), dx=18, dy=14, soft=12)
    canvas.fill(band(x, y - 40, y, radius, 38), cylinder(WOOD_LIGHT, x - radius, x + radius))
    canvas.fill(ellipse(x, y - 40, radius, 38), shade(WOOD_LIGHT, 0.3))
    canvas.fill(pebble(rng, x, y - 62, radius * 0.8, 44, rough=0.06), ball(tone, x, y - 62, radius * 0.8, 44))
    for turn in (-20, 30):
        green_leaf(canvas, rng, 600, 925, 60, turn)
    _flower(canvas, 880, 915, 62)


def _flower(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A frangipani."""
    canvas.fill(ellipse(x + 12, y + 16, size, size * 0.5), SHADOW, opacity=0.35, soft=9)
    for turn in range(0, 360, 72):
        petal = placed(
            smooth([(0, 0), (0.45, -0.42), (1, -0.28), (1.05, 0.1), (0.5, 0.3)]),
            x,
            y,
            scale=size,
            turn=turn - 20,
            flat=0.7,
        )
        canvas.fill(grown(petal, 1.03), shade(SHELL, 0.2))
        canvas.fill(
            petal,
            Linear(
                (x, y),
                placed([(1, 0)], x, y, scale=size, turn=turn, flat=0.7)[0],
                [(0, MANGO), (0.45, (255, 240, 190)), (1, (255, 254, 248))],
            ),
        )


def essential_oil(canvas: Canvas, rng: random.Random, *, second: str) -> None:
    table_scene(canvas, rng)
    label = Label("MINYAK", rng.choice((SHELL, PALM_DEEP, MANGO)), "sprig", second)
    for x, base, radius, height in ((330, 850, 118, 500), (590, 858, 92, 380)):
        bottle(canvas, x, base, radius, height, (126, 66, 26), label, cap=(44, 40, 40))
        bulb = revolved(
            [(base - height - 66, 16), (base - height - 54, 26), (base - height - 6, 26)], x, tilt=0.2
        )
        canvas.fill(bulb, cylinder((52, 46, 46), x - 26, x + 26))
    for index in range(5):
        green_leaf(
            canvas,
            rng,
            740 + index * 44,
            860 + (index % 2) * 44,
            78,
            -60 + index * 34,
            tone=mix(PALM, PALM_DEEP, index / 6),
        )


SCENES: dict[str, Scene] = {
    "sabun": soap,
    "lulur_kelapa": partial(scrub, second="kelapa", tone=(226, 196, 160)),
    "lulur_kopi": partial(scrub, second="kopi", tone=(150, 96, 62)),
    "lulur_rempah": partial(scrub, second="rempah", tone=(214, 170, 110)),
    "minyak_cengkeh": partial(essential_oil, second="cengkeh"),
    "minyak_nilam": partial(essential_oil, second="nilam"),
    "minyak_gosok": partial(essential_oil, second="gosok"),
}

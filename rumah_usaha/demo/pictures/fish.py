"""Fish: fresh, salted, smoked and grilled, from above."""

import math
import random

from .canvas import Canvas, Linear
from .geometry import Outline, ellipse, grown, leaf, moved, placed, ribbon, smooth
from .morsels import across
from .palette import CREAM, INK, SHADOW, Colour, mix, shade, tint

# Back, side, belly.
COATS: dict[str, tuple[Colour, Colour, Colour]] = {
    "salted": ((92, 84, 82), (196, 160, 116), (246, 228, 190)),
    "smoked": ((88, 44, 24), (190, 112, 44), (226, 162, 82)),
    "grilled": ((70, 38, 26), (176, 96, 44), (220, 150, 84)),
    "tuna": ((38, 72, 96), (116, 156, 168), (232, 238, 232)),
    "snapper": ((196, 66, 58), (234, 124, 106), (252, 214, 192)),
    "reef": ((28, 112, 124), (92, 178, 172), (242, 226, 160)),
}

_BODY = smooth(
    [
        (-1, 0.02),
        (-0.82, -0.19),
        (-0.45, -0.34),
        (0.0, -0.36),
        (0.45, -0.2),
        (0.74, -0.075),
        (0.74, 0.075),
        (0.45, 0.22),
        (0.0, 0.35),
        (-0.45, 0.32),
        (-0.84, 0.17),
    ]
)
_TAIL = smooth(
    [(0.68, 0.0), (0.8, -0.1), (1.1, -0.33), (1.0, -0.06), (0.97, 0.0), (1.0, 0.06), (1.1, 0.33), (0.8, 0.1)]
)
_DORSAL = smooth([(-0.4, -0.3), (-0.12, -0.53), (0.2, -0.46), (0.5, -0.15), (0.1, -0.3)])
_ANAL = smooth([(0.1, 0.28), (0.26, 0.44), (0.46, 0.36), (0.52, 0.14), (0.3, 0.22)])


def fish(
    canvas: Canvas, rng: random.Random, x: float, y: float, length: float, turn: float, coat: str
) -> Outline:
    back, side, belly = COATS[coat]
    back, side = (mix(tone, shade(tone, 0.3), rng.random() * 0.5) for tone in (back, side))
    size = length / 2.1

    def at(outline: Outline) -> Outline:
        return placed([(px, py * 0.86) for px, py in outline], x, y, scale=size, turn=turn)

    body = at(_BODY)
    for part in (body, at(_TAIL)):
        canvas.shadow(part, dx=size * 0.05, dy=size * 0.07, soft=size * 0.05, opacity=0.5)
    start, end = at([(0, -0.4)])[0], at([(0, 0.38)])[0]
    for fin in (_TAIL, _DORSAL, _ANAL):
        canvas.fill(at(fin), Linear(start, end, [(0, shade(back, 0.1)), (1, mix(side, back, 0.4))]))
    rays = [
        at(ribbon([(0.78, shift * 0.3), (1.03, shift)], 0.012))
        for shift in (-0.26, -0.18, -0.1, 0.1, 0.18, 0.26)
    ]
    rays += [at(ribbon([(px, -0.3), (px + 0.12, -0.48)], 0.012)) for px in (-0.26, -0.14, -0.02, 0.1, 0.22)]
    canvas.fill(rays, shade(back, 0.5), opacity=0.5)
    canvas.fill(
        body,
        Linear(
            start,
            end,
            [(0, shade(back, 0.25)), (0.2, back), (0.46, side), (0.74, belly), (1, shade(belly, 0.25))],
        ),
    )
    mask = canvas.mask(body)
    scales = []
    for row in range(-3, 4):
        for column in range(13):
            px, py = -0.36 + column * 0.085 + (row % 2) * 0.042, row * 0.088
            scales.append(at(ribbon(ellipse(px, py, 0.05, 0.05, arc=(-70, 70), steps=5), 0.011)))
    canvas.fill(scales, shade(side, 0.5), opacity=0.34, within=mask)
    gill = ribbon(ellipse(-0.66, 0.02, 0.2, 0.27, arc=(-62, 62), steps=10), 0.022)
    canvas.fill(at(gill), shade(back, 0.5), opacity=0.7, within=mask)
    canvas.fill(
        at([(px - 0.32, py + 0.09) for px, py in leaf(0.36, 0.17)]),
        Linear(start, end, [(0, side), (1, shade(side, 0.4))]),
    )
    shine = smooth([(-0.7, -0.13), (-0.2, -0.2), (0.4, -0.09)], closed=False)
    canvas.fill(
        at(ribbon(shine, lambda t: 0.07 * math.sin(math.pi * t))),
        CREAM,
        opacity=0.5,
        soft=size * 0.015,
        within=mask,
    )
    if coat in ("smoked", "grilled"):
        bars = [
            at([(px, -0.5), (px + 0.07, -0.5), (px + 0.16, 0.5), (px + 0.09, 0.5)])
            for px in (-0.36, -0.12, 0.12, 0.36)
        ]
        canvas.fill(
            bars, (46, 22, 14), opacity=0.42 if coat == "smoked" else 0.7, soft=size * 0.016, within=mask
        )
    if coat == "salted":
        for _ in range(16):
            px, py = rng.uniform(-0.7, 0.6), rng.uniform(-0.22, 0.24)
            canvas.fill(
                at(ellipse(px, py, rng.uniform(0.008, 0.018), steps=6)),
                (255, 252, 240),
                opacity=0.85,
                within=mask,
            )
        canvas.fill(
            at(ribbon([(-0.5, 0.3), (0.0, 0.22), (0.4, 0.14)], 0.02)),
            shade(side, 0.6),
            opacity=0.5,
            within=mask,
        )
    _eye(canvas, *at([(-0.8, -0.055)])[0], size * 0.062)
    canvas.fill(at(ribbon([(-0.99, 0.05), (-0.88, 0.075)], 0.016)), SHADOW, opacity=0.6)
    return body


def _eye(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.fill(ellipse(x, y, size), (246, 226, 168))
    canvas.fill(ellipse(x, y, size * 0.66), INK)
    canvas.fill(ellipse(x - size * 0.22, y - size * 0.26, size * 0.22), CREAM)


def fillet(canvas: Canvas, rng: random.Random, x: float, y: float, length: float, turn: float) -> Outline:
    """A smoked piece on its own: firm, dark at the rim, golden where it was cut."""
    body = placed(
        smooth(
            [
                (-1, -0.2),
                (-0.7, -0.38),
                (0.2, -0.34),
                (0.86, -0.4),
                (1, -0.1),
                (0.92, 0.32),
                (0.3, 0.4),
                (-0.4, 0.34),
                (-0.94, 0.3),
            ],
            steps=5,
        ),
        x,
        y,
        scale=length / 2,
        turn=turn,
    )
    tone = mix((190, 104, 42), (150, 74, 32), rng.random())
    canvas.shadow(body, dx=7, dy=10, soft=7, opacity=0.5)
    canvas.fill(body, shade(tone, 0.5))
    meat = moved(grown(body, 0.93), 0, -length * 0.016)
    canvas.fill(
        meat,
        Linear(
            *across(x, y, length * 0.2, turn),
            [(0, tint(tone, 0.12)), (0.4, tint(tone, 0.3)), (0.7, tone), (1, shade(tone, 0.4))],
        ),
    )
    mask = canvas.mask(meat)
    for _ in range(3):
        spot = placed([(rng.uniform(-0.7, 0.7), rng.uniform(-0.2, 0.2))], x, y, scale=length / 2, turn=turn)[
            0
        ]
        canvas.fill(
            ellipse(*spot, length * 0.12, length * 0.05, turn=turn),
            (84, 40, 22),
            opacity=0.4,
            soft=length * 0.03,
            within=mask,
        )
    flakes, lights = [], []
    for index in range(12):
        px = -0.9 + index * 0.16 + rng.uniform(-0.04, 0.04)
        for side in (-1, 1):
            bend = [(px, 0.0), (px + 0.1, side * 0.2), (px + 0.05, side * 0.4)]
            line = placed(
                ribbon(smooth(bend, closed=False, steps=4), 0.018), x, y, scale=length / 2, turn=turn
            )
            flakes.append(line)
            lights.append(moved(line, -3, -2))
    canvas.fill(flakes, shade(tone, 0.6), opacity=0.5, within=mask)
    canvas.fill(lights, CREAM, opacity=0.22, within=mask)
    spine = placed(ribbon([(-0.95, 0.0), (0.95, 0.0)], 0.03), x, y, scale=length / 2, turn=turn)
    canvas.fill(spine, shade(tone, 0.5), opacity=0.5, within=mask)
    return body

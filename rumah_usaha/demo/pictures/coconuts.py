"""Coconuts, whole and cut."""

import random

from .canvas import Canvas, Linear, Radial, ball
from .geometry import Outline, ellipse, grown, ribbon, smooth
from .palette import (
    SHADOW,
    shade,
    tint,
)


def half_coconut(
    canvas: Canvas, rng: random.Random, x: float, y: float, radius: float, *, flat: float = 0.86
) -> None:
    """A cut coconut, its white inside to the viewer."""
    shell = ellipse(x, y, radius, radius * flat)
    canvas.shadow(shell, dx=14, dy=18, soft=12, opacity=0.5)
    husk = revolved_half(x, y, radius, flat)
    canvas.fill(husk, ball((112, 74, 48), x, y, radius * 1.1))
    fibres = [
        ribbon([(px, y + radius * 0.3), (px + rng.uniform(-16, 16), y + radius * rng.uniform(0.8, 1.1))], 3)
        for px in (x + radius * (step / 9) for step in range(-9, 10))
    ]
    canvas.fill(fibres, tint((140, 98, 62), 0.2), opacity=0.5, within=canvas.mask(husk))
    canvas.fill(shell, (84, 52, 36))
    canvas.fill(
        grown(shell, 0.955),
        Linear(
            (x - radius, y - radius), (x + radius, y + radius), [(0, (238, 230, 212)), (1, (255, 252, 244))]
        ),
    )
    hollow = ellipse(x, y + radius * 0.02, radius * 0.7, radius * 0.7 * flat)
    canvas.fill(
        hollow,
        Radial(
            (x + radius * 0.2, y + radius * 0.3 * flat),
            (radius * 0.95, radius * 0.95 * flat),
            [(0, (255, 253, 246)), (0.55, (240, 232, 214)), (1, (196, 180, 152))],
        ),
    )


def revolved_half(x: float, y: float, radius: float, flat: float) -> Outline:
    lower = ellipse(x, y, radius, radius * max(0.95, flat + 0.1), arc=(0, 180))
    return lower + ellipse(x, y, radius, radius * flat, arc=(180, 360))


def whole_coconut(
    canvas: Canvas, rng: random.Random, x: float, y: float, radius: float, *, green: bool = False
) -> None:
    tone = (110, 148, 70) if green else (128, 86, 54)
    body = smooth(
        [
            (x - radius, y),
            (x - radius * 0.66, y - radius * 0.76),
            (x, y - radius),
            (x + radius * 0.7, y - radius * 0.74),
            (x + radius, y),
            (x + radius * 0.68, y + radius * 0.74),
            (x, y + radius * 0.93),
            (x - radius * 0.68, y + radius * 0.74),
        ]
    )
    canvas.fill(
        ellipse(x + radius * 0.4, y + radius * 0.84, radius * 1.1, radius * 0.26),
        SHADOW,
        opacity=0.55,
        soft=12,
    )
    canvas.fill(body, ball(tone, x, y, radius))
    mask = canvas.mask(body)
    fibres = []
    for _ in range(0 if green else 60):
        px = x + rng.uniform(-1, 1) * radius
        py = y + rng.uniform(-1, 0.8) * radius
        fibres.append(
            ribbon(
                [(px, py), (px + (px - x) * 0.14 + rng.uniform(-5, 5), py + radius * rng.uniform(0.1, 0.3))],
                2.6,
            )
        )
    if fibres:
        canvas.fill(fibres[::2], tint(tone, 0.4), opacity=0.5, within=mask)
        canvas.fill(fibres[1::2], shade(tone, 0.5), opacity=0.5, within=mask)
    else:
        canvas.fill(
            ellipse(x, y - radius * 0.9, radius * 0.34, radius * 0.16),
            shade((176, 152, 96), 0.2),
            within=mask,
        )

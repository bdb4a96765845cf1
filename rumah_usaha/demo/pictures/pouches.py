"""Pouches that stand, sealed on top, with or without a window."""

import random

from .canvas import Canvas, Linear
from .containers import Filling, standing_shadow
from .geometry import Point, grown, moved, rectangle, ribbon, smooth
from .labels import Label, print_label
from .palette import CREAM, SHADOW, WHITE, Colour, shade, tint


def pouch(
    canvas: Canvas,
    rng: random.Random,
    x: float,
    base: float,
    width: float,
    height: float,
    colour: Colour,
    label: Label,
    *,
    window: Filling | None = None,
) -> None:
    """A standing pouch, sealed on top."""
    top, half = base - height, width / 2
    body = smooth(
        [
            (x - half * 0.97, top),
            (x, top - 3),
            (x + half * 0.97, top),
            (x + half * 0.95, top + height * 0.1),
            (x + half, top + height * 0.5),
            (x + half * 1.02, base - height * 0.08),
            (x + half * 0.8, base + 6),
            (x, base + 18),
            (x - half * 0.8, base + 6),
            (x - half * 1.02, base - height * 0.08),
            (x - half, top + height * 0.5),
            (x - half * 0.95, top + height * 0.1),
        ],
        steps=7,
    )
    standing_shadow(canvas, x, base, half * 0.98, height)
    sheen = [
        (0, shade(colour, 0.34)),
        (0.1, colour),
        (0.24, tint(colour, 0.4)),
        (0.4, colour),
        (0.72, shade(colour, 0.08)),
        (0.84, tint(colour, 0.12)),
        (1, shade(colour, 0.46)),
    ]
    canvas.fill(body, Linear((x - half, top), (x + half, top + height * 0.12), sheen))
    mask = canvas.mask(body)
    canvas.fill(
        rectangle(x - half, base - height * 0.16, x + half, base + 60),
        SHADOW,
        opacity=0.3,
        soft=height * 0.07,
        within=mask,
    )
    gusset = smooth(
        [
            (x - half * 0.95, base - height * 0.02),
            (x - half * 0.4, base - height * 0.1),
            (x + half * 0.4, base - height * 0.1),
            (x + half * 0.95, base - height * 0.02),
        ],
        closed=False,
    )
    canvas.fill(ribbon(gusset, 3), shade(colour, 0.5), opacity=0.5)
    # Creases run down from the seal where the contents push the sheet apart.
    for _ in range(5):
        start = x + rng.uniform(-0.8, 0.8) * half
        crease = smooth(
            [
                (start, top + height * 0.1),
                (start + rng.uniform(-14, 14), top + height * 0.2),
                (start + rng.uniform(-34, 34), top + height * 0.34),
            ],
            closed=False,
        )
        canvas.fill(
            ribbon(crease, lambda t: 9 * (1 - t)),
            rng.choice((CREAM, SHADOW)),
            opacity=0.26,
            soft=3,
            within=mask,
        )
    seal = rectangle(x - half, top - 4, x + half, top + height * 0.075)
    canvas.fill(seal, tint(colour, 0.2), opacity=0.5, within=mask)
    for step in range(5):
        y = top + height * (0.012 + 0.013 * step)
        canvas.fill(rectangle(x - half, y, x + half, y + 2), shade(colour, 0.5), opacity=0.4, within=mask)
    if window is None:
        _sticker(canvas, label, x, top + height * 0.2, base - height * 0.2, half * 0.74)
        return
    pane = rectangle(
        x - half * 0.66, top + height * 0.55, x + half * 0.66, base - height * 0.14, width * 0.12
    )
    glass = canvas.mask(pane)
    if glass is not None:
        canvas.fill(grown(pane, 1.05), tint(colour, 0.55))
        window(canvas, glass, x - half * 0.66, top + height * 0.55, x + half * 0.66, base - height * 0.14)
        canvas.fill(
            rectangle(x - half, top + height * 0.5, x + half, top + height * 0.575),
            SHADOW,
            opacity=0.5,
            soft=9,
            within=glass,
        )
        gleam: list[Point] = [
            (x - half * 0.6, base),
            (x - half * 0.2, base),
            (x + half * 0.16, top + height * 0.5),
            (x - half * 0.2, top + height * 0.5),
        ]
        canvas.fill(gleam, WHITE, opacity=0.2, soft=3, within=glass)
    _sticker(canvas, label, x, top + height * 0.13, top + height * 0.5, half * 0.74)


def _sticker(canvas: Canvas, label: Label, x: float, top: float, bottom: float, half: float) -> None:
    paper = rectangle(x - half, top, x + half, bottom, 22)
    canvas.fill(moved(paper, 2, 4), SHADOW, opacity=0.24, soft=4)
    canvas.fill(
        paper,
        Linear(
            (x - half, top),
            (x + half, bottom),
            [(0, tint(label.colour, 0.2)), (0.4, label.colour), (1, shade(label.colour, 0.16))],
        ),
    )
    frame = [grown(paper, 0.93), grown(paper, 0.915)[::-1]]
    canvas.fill(ribbon([*frame[0], frame[0][0]], 2.4), label.ink, opacity=0.5)
    print_label(canvas, label, x, (top + bottom) / 2, half * 1.7, (bottom - top) * 0.86)

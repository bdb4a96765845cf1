"""What is seen through glass and windows, and in bowls."""

import random

from .canvas import Canvas, Linear, Mask
from .containers import Filling
from .geometry import pebble, rectangle, ribbon, smooth
from .heaps import Morsel, inside, lay, stamps
from .palette import CREAM, SHADOW, Colour, mix, shade, tint


def pieces(rng: random.Random, morsel: Morsel, size: float, *, ground: Colour) -> Filling:
    """Filled to the glass with one kind of thing."""

    def fill(canvas: Canvas, mask: Mask, x0: float, y0: float, x1: float, y1: float) -> None:
        canvas.fill(rectangle(x0, y0, x1, y1), ground, within=mask)
        count = min(420, round((x1 - x0) * (y1 - y0) / (size * size * 0.85)))
        places = inside(rng, (x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) * 0.74, (y1 - y0) * 0.74, count)
        lay(
            canvas,
            rng,
            stamps(canvas, rng, morsel, size, variants=8),
            places,
            within=mask,
            depth=0.3,
            throw=4,
        )

    return fill


def thick(
    rng: random.Random, colour: Colour, *, flecks: tuple[Colour, ...] = (), gloss: Colour | None = None
) -> Filling:
    """A paste: sambal, jam, scrub."""

    def fill(canvas: Canvas, mask: Mask, x0: float, y0: float, x1: float, y1: float) -> None:
        stops = [(0, shade(colour, 0.3)), (0.3, tint(colour, 0.14)), (0.6, colour), (1, shade(colour, 0.45))]
        canvas.fill(rectangle(x0, y0, x1, y1), Linear((x0, 0), (x1, 0), stops), within=mask)
        for index in range(140 if flecks else 0):
            size = rng.uniform(3, 9)
            fleck = pebble(rng, rng.uniform(x0, x1), rng.uniform(y0, y1), size, size * 0.7, points=6)
            canvas.fill(fleck, flecks[index % len(flecks)], opacity=0.8, within=mask)
        for _ in range(10):
            y = rng.uniform(y0, y1)
            swirl = smooth(
                [(x0, y), ((x0 + x1) / 2, y + rng.uniform(-24, 24)), (x1, y + rng.uniform(-12, 12))],
                closed=False,
            )
            canvas.fill(ribbon(swirl, rng.uniform(4, 14)), gloss or CREAM, opacity=0.12, soft=4, within=mask)

    return fill


def clear(colour: Colour) -> Filling:
    """Honey, oil, syrup: light passes, and gathers low."""

    def fill(canvas: Canvas, mask: Mask, x0: float, y0: float, x1: float, y1: float) -> None:
        stops = [
            (0, shade(colour, 0.55)),
            (0.18, colour),
            (0.4, tint(colour, 0.4)),
            (0.62, colour),
            (0.9, shade(colour, 0.5)),
            (1, colour),
        ]
        canvas.fill(rectangle(x0, y0, x1, y1), Linear((x0, 0), (x1, 0), stops), within=mask)
        low = rectangle(
            x0 + (x1 - x0) * 0.4, y1 - (y1 - y0) * 0.22, x1 - (x1 - x0) * 0.1, y1 - (y1 - y0) * 0.06, 40
        )
        canvas.fill(low, tint(colour, 0.7), opacity=0.6, soft=16, within=mask)
        canvas.fill(
            rectangle(x0, y0, x1, y0 + (y1 - y0) * 0.07), tint(colour, 0.5), opacity=0.5, soft=3, within=mask
        )

    return fill


def powder(rng: random.Random, colour: Colour) -> Filling:
    """Ground coffee, flour, floss: a tone with a fine grain."""

    def fill(canvas: Canvas, mask: Mask, x0: float, y0: float, x1: float, y1: float) -> None:
        canvas.fill(
            rectangle(x0, y0, x1, y1),
            Linear((x0, y0), (x1, y1), [(0, tint(colour, 0.24)), (1, shade(colour, 0.3))]),
            within=mask,
        )
        for tone in (shade(colour, 0.4), tint(colour, 0.4), mix(colour, SHADOW, 0.15)):
            dots = [
                rectangle(x, y, x + rng.uniform(2, 5), y + rng.uniform(2, 4))
                for x, y in ((rng.uniform(x0, x1), rng.uniform(y0, y1)) for _ in range(160))
            ]
            canvas.fill(dots, tone, opacity=0.6, within=mask)

    return fill


def strands(rng: random.Random, colour: Colour, *, length: float = 26) -> Filling:
    """Floss: short curls in every direction."""

    def fill(canvas: Canvas, mask: Mask, x0: float, y0: float, x1: float, y1: float) -> None:
        canvas.fill(rectangle(x0, y0, x1, y1), shade(colour, 0.3), within=mask)
        for layer, tone in enumerate(
            (shade(colour, 0.42), shade(colour, 0.12), colour, tint(colour, 0.3), tint(colour, 0.5))
        ):
            curls = []
            for _ in range(130 - layer * 14):
                x, y, turn = rng.uniform(x0, x1), rng.uniform(y0, y1), rng.uniform(-1, 1)
                curl = [
                    (x, y),
                    (x + length * 0.5, y + turn * length * 0.5),
                    (x + length, y + turn * length * rng.uniform(-0.4, 1)),
                ]
                curls.append(ribbon(smooth(curl, closed=False, steps=4), 4.2))
            for curl in curls:
                canvas.fill(curl, tone, within=mask)

    return fill

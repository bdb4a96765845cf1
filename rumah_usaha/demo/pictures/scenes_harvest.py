"""Trays full of one harvest: chillies, cloves, nutmeg, shallots, eggs."""

import random

from . import props
from .backdrops import flat_scene
from .canvas import Canvas, Scene, ball
from .geometry import Outline, ellipse, grown, placed, smooth
from .heaps import Morsel, inside, lay, sprinkle, stamps
from .palette import (
    Colour,
    shade,
)
from .spices import chilli, clove, green_leaf, nutmeg, shallot


def _heap_scene(
    canvas: Canvas, rng: random.Random, morsel: Morsel, size: float, count: int, ground: Colour
) -> None:
    flat_scene(canvas, rng, rng.choice(("wood", "cloth", "painted", "dark", "mat")))
    props.winnowing_tray(canvas, rng, 500, 500, 440)
    canvas.fill(ellipse(500, 505, 320), ground, opacity=0.6, soft=20)
    small = stamps(canvas, rng, morsel, size, variants=16)
    lay(canvas, rng, small, inside(rng, 500, 500, 345, 345, count), throw=size * 0.16)
    lay(canvas, rng, small, sprinkle(rng, 880, 880, 30, 3 if size > 48 else 7, flat=1), throw=size * 0.16)


def chillies(canvas: Canvas, rng: random.Random) -> None:
    _heap_scene(canvas, rng, chilli, 62, 150, (120, 24, 18))
    green_leaf(canvas, rng, 130, 880, 90, 30)


def cloves(canvas: Canvas, rng: random.Random) -> None:
    _heap_scene(canvas, rng, clove, 30, 520, (60, 34, 26))


def nutmegs(canvas: Canvas, rng: random.Random) -> None:
    _heap_scene(canvas, rng, nutmeg, 56, 90, (80, 50, 34))
    green_leaf(canvas, rng, 130, 870, 110, 40)


def shallots(canvas: Canvas, rng: random.Random) -> None:
    _heap_scene(canvas, rng, shallot, 52, 120, (100, 44, 56))


def _egg(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, turn: float) -> Outline:
    shape = smooth(
        [
            (-1, 0),
            (-0.62, -0.66),
            (0.1, -0.78),
            (0.8, -0.5),
            (1.04, 0),
            (0.8, 0.5),
            (0.1, 0.78),
            (-0.62, 0.66),
        ]
    )
    body = placed(shape, x, y, scale=size, turn=turn)
    tone = rng.choice(((206, 226, 222), (226, 190, 150), (236, 206, 170), (190, 214, 212)))
    canvas.fill(grown(body, 1.1), shade(tone, 0.5))
    canvas.fill(body, ball(tone, x, y, size, gloss=0.8))
    return body


def eggs(canvas: Canvas, rng: random.Random) -> None:
    _heap_scene(canvas, rng, _egg, 78, 34, (150, 110, 66))


SCENES: dict[str, Scene] = {
    "cabai": chillies,
    "cengkeh": cloves,
    "pala": nutmegs,
    "bawang_merah": shallots,
    "telur": eggs,
}

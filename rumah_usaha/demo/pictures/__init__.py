"""Pictures of products and places for the demo, drawn by code: no photo of anybody, no foreign rights.

`draw("sambal_roa", 3)` gives the same picture on every machine and on every day. Products are square;
places where people work (`usaha_…`) are three wide and two high.
"""

import random

from PIL import Image

from . import (
    scenes_care,
    scenes_cloth,
    scenes_cocoa,
    scenes_coconut,
    scenes_craft,
    scenes_drink,
    scenes_farm,
    scenes_harvest,
    scenes_indoors,
    scenes_place,
    scenes_sea,
    scenes_service,
    scenes_sweet,
)
from .backdrops import finish
from .canvas import Canvas, Scene

_PRODUCTS: dict[str, Scene] = {
    **scenes_sea.SCENES,
    **scenes_sweet.SCENES,
    **scenes_coconut.SCENES,
    **scenes_care.SCENES,
    **scenes_drink.SCENES,
    **scenes_cocoa.SCENES,
    **scenes_farm.SCENES,
    **scenes_harvest.SCENES,
    **scenes_craft.SCENES,
    **scenes_cloth.SCENES,
    **scenes_service.SCENES,
}
_PLACES: dict[str, Scene] = {**scenes_place.SCENES, **scenes_indoors.SCENES}

PRODUCT_MOTIFS = tuple(_PRODUCTS)
PLACE_MOTIFS = tuple(_PLACES)
MOTIFS = PRODUCT_MOTIFS + PLACE_MOTIFS


def draw(motif: str, seed: int, size: int = 1000) -> Image.Image:
    """A finished picture; `size` is its width in pixels."""
    wide = motif in _PLACES
    scene = _PLACES[motif] if wide else _PRODUCTS[motif]
    width = 1500 if wide else 1000
    canvas = Canvas(width, 1000, size / width)
    rng = random.Random(f"{motif} {seed}")
    scene(canvas, rng)
    finish(canvas, rng)
    return canvas.image

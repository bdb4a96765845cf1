"""A canvas that fills smooth outlines with colour, gradients or pictures, with soft edges when asked.

Only masks are supersampled, and only where the outline is: a picture of several hundred shapes is made in
a fraction of a second without any library beyond Pillow.
"""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias, cast

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from .geometry import Point, bounds, moved
from .palette import SHADOW, Colour, mix

Stops: TypeAlias = Sequence[tuple[float, Colour]]
# One closed outline, or several that are painted as one.
Shape: TypeAlias = Sequence[Point] | Sequence[Sequence[Point]]
Box: TypeAlias = tuple[int, int, int, int]


@dataclass(frozen=True)
class Linear:
    """A gradient from one point to another, in picture units."""

    start: Point
    end: Point
    stops: Stops


@dataclass(frozen=True)
class Radial:
    """A gradient from a centre to the edge of an ellipse, in picture units."""

    centre: Point
    radius: Point
    stops: Stops


Paint: TypeAlias = Colour | Linear | Radial | Image.Image


@dataclass(frozen=True)
class Mask:
    """Coverage (0–255) of a part of the canvas, at a place in pixels."""

    coverage: Image.Image
    x: int
    y: int

    @property
    def box(self) -> Box:
        return self.x, self.y, self.x + self.coverage.width, self.y + self.coverage.height


class Canvas:
    def __init__(self, width: float, height: float, scale: float, background: Colour = SHADOW) -> None:
        """Width and height in units; `scale` is pixels per unit."""
        self.width, self.height, self.scale = width, height, scale
        self.image = Image.new("RGB", (round(width * scale), round(height * scale)), background)

    def fill(
        self,
        outline: Shape,
        paint: Paint,
        *,
        opacity: float = 1,
        soft: float = 0,
        within: Mask | None = None,
    ) -> None:
        """Paint an outline, or several as one shape; `soft` blurs its edge by so many units."""
        mask = self.mask(outline, soft=soft)
        if mask is not None:
            self.apply(mask, paint, opacity=opacity, within=within)

    def shadow(
        self,
        outline: Sequence[Point],
        *,
        dx: float = 14,
        dy: float = 18,
        soft: float = 16,
        opacity: float = 0.38,
    ) -> None:
        """What the thing throws on the surface behind it; the light comes from the upper left."""
        self.fill(moved(outline, dx, dy), SHADOW, opacity=opacity, soft=soft)

    def mask(self, outline: Shape, *, soft: float = 0) -> Mask | None:
        parts = cast(
            "list[Sequence[Point]]", [outline] if isinstance(outline[0][0], (int, float)) else outline
        )
        x0, y0, x1, y1 = bounds([point for part in parts for point in part])
        blur = soft * self.scale
        margin = blur * 2.4 + 1
        left, top = math.floor(max(0, x0 * self.scale - margin)), math.floor(max(0, y0 * self.scale - margin))
        right = math.ceil(min(self.image.width, x1 * self.scale + margin))
        bottom = math.ceil(min(self.image.height, y1 * self.scale + margin))
        if right <= left or bottom <= top:
            return None
        width, height = right - left, bottom - top
        # A blurred edge needs no detail: draw it small. A sharp one is drawn large and averaged down.
        factor = min(1.0, 2 / blur) if blur else (3.0 if width * height < 160_000 else 2.0)
        large = Image.new("L", (max(1, math.ceil(width * factor)), max(1, math.ceil(height * factor))), 0)
        pen = ImageDraw.Draw(large)
        for part in parts:
            pen.polygon(
                [((x * self.scale - left) * factor, (y * self.scale - top) * factor) for x, y in part],
                fill=255,
            )
        if blur:
            large = large.filter(ImageFilter.GaussianBlur(blur * factor))
        coverage = (
            large.reduce(int(factor))
            if factor >= 2
            else large.resize((width, height), Image.Resampling.BILINEAR)
        )
        return Mask(coverage, left, top)

    def apply(self, mask: Mask, paint: Paint, *, opacity: float = 1, within: Mask | None = None) -> None:
        coverage, x, y = mask.coverage, mask.x, mask.y
        if within is not None:
            box = _overlap(mask.box, within.box)
            if box is None:
                return
            x, y = box[0], box[1]
            coverage = ImageChops.multiply(_cut(mask, box), _cut(within, box))
        if opacity < 1:
            coverage = coverage.point([round(level * opacity) for level in range(256)])
        if isinstance(paint, tuple):
            self.image.paste(paint, (x, y, x + coverage.width, y + coverage.height), coverage)
        else:
            self.image.paste(self._painted(paint, x, y, coverage.size), (x, y), coverage)

    def stamp(self, picture: Image.Image, mask: Mask, *, within: Mask | None = None) -> None:
        """Lay down a small picture that has the size of its mask."""
        if within is None:
            self.image.paste(picture, (mask.x, mask.y), mask.coverage)
            return
        box = _overlap(mask.box, within.box)
        if box is not None:
            coverage = ImageChops.multiply(_cut(mask, box), _cut(within, box))
            part = picture.crop((box[0] - mask.x, box[1] - mask.y, box[2] - mask.x, box[3] - mask.y))
            self.image.paste(part, (box[0], box[1]), coverage)

    def _painted(
        self, paint: Linear | Radial | Image.Image, x: int, y: int, size: tuple[int, int]
    ) -> Image.Image:
        if isinstance(paint, Image.Image):
            return paint.crop((x, y, x + size[0], y + size[1]))
        ramp = (
            self._linear(paint, x, y, size) if isinstance(paint, Linear) else self._radial(paint, x, y, size)
        )
        return Image.merge("RGB", [ramp.point(levels) for levels in _levels(tuple(paint.stops))])

    def _linear(self, paint: Linear, x: int, y: int, size: tuple[int, int]) -> Image.Image:
        (x0, y0), (x1, y1) = ((px * self.scale, py * self.scale) for px, py in (paint.start, paint.end))
        dx, dy = x1 - x0, y1 - y0
        square = dx * dx + dy * dy or 1
        # The strip is the ramp between two flat parts, so that the colour goes on beyond both ends.
        offset = _PAD + 256 * ((x - x0) * dx + (y - y0) * dy) / square
        along = (0, 0, 8, 256 * dx / square, 256 * dy / square, offset)
        return _STRIP.transform(size, Image.Transform.AFFINE, along, Image.Resampling.BILINEAR, fillcolor=255)

    def _radial(self, paint: Radial, x: int, y: int, size: tuple[int, int]) -> Image.Image:
        cx, cy = paint.centre[0] * self.scale, paint.centre[1] * self.scale
        rx, ry = max(1.0, paint.radius[0] * self.scale), max(1.0, paint.radius[1] * self.scale)
        plane = (127.5 / rx, 0, 128 + (x - cx) * 127.5 / rx, 0, 127.5 / ry, 128 + (y - cy) * 127.5 / ry)
        return _DISC.transform(size, Image.Transform.AFFINE, plane, Image.Resampling.BILINEAR, fillcolor=255)

    def text(
        self,
        words: str,
        x: float,
        y: float,
        height: float,
        paint: Paint,
        *,
        opacity: float = 1,
        bold: bool = True,
    ) -> None:
        """Centred at (x, y); `height` is the type size in units."""
        # Pillow's own face: it is the same on every machine.
        font = ImageFont.load_default(max(6.0, height * self.scale))
        stroke = max(1, round(height * self.scale / 26)) if bold else 0
        x0, y0, x1, y1 = font.getbbox(words, stroke_width=stroke)
        coverage = Image.new("L", (math.ceil(x1 - x0) + 2, math.ceil(y1 - y0) + 2), 0)
        ImageDraw.Draw(coverage).text((1 - x0, 1 - y0), words, fill=255, font=font, stroke_width=stroke)
        left = round(x * self.scale - coverage.width / 2)
        top = round(y * self.scale - coverage.height / 2)
        self.apply(Mask(coverage, left, top), paint, opacity=opacity)


# Paints a whole picture.
Scene: TypeAlias = Callable[[Canvas, random.Random], None]


def cylinder(colour: Colour, x0: float, x1: float, *, gloss: float = 0.5) -> Linear:
    """How an upright round body takes the light: bright left of the middle, a breath of light at the right edge."""
    light = mix(colour, (255, 250, 236), gloss)
    stops = [
        (0.0, mix(colour, SHADOW, 0.36)),
        (0.14, colour),
        (0.3, light),
        (0.46, colour),
        (0.84, mix(colour, SHADOW, 0.46)),
        (1.0, mix(colour, SHADOW, 0.28)),
    ]
    return Linear((x0, 0), (x1, 0), stops)


def ball(
    colour: Colour, x: float, y: float, rx: float, ry: float | None = None, *, gloss: float = 0.42
) -> Radial:
    """How a rounded thing takes the light from the upper left."""
    ry = rx if ry is None else ry
    stops = [
        (0.0, mix(colour, (255, 248, 228), gloss)),
        (0.42, colour),
        (0.8, mix(colour, SHADOW, 0.34)),
        (1.0, mix(colour, SHADOW, 0.55)),
    ]
    return Radial((x - rx * 0.36, y - ry * 0.42), (rx * 1.55, ry * 1.55), stops)


@lru_cache(maxsize=512)
def _levels(stops: tuple[tuple[float, Colour], ...]) -> tuple[list[int], list[int], list[int]]:
    """The 256 values of each band along the stops."""
    colours: list[Colour] = [stops[0][1]] * (round(stops[0][0] * 255) + 1)
    for (start, first), (end, second) in pairwise(stops):
        low, high = round(start * 255), round(end * 255)
        colours += [mix(first, second, (level - low) / (high - low)) for level in range(low + 1, high + 1)]
    colours += [stops[-1][1]] * (256 - len(colours))
    return (
        [red for red, _, _ in colours],
        [green for _, green, _ in colours],
        [blue for _, _, blue in colours],
    )


def _overlap(first: Box, second: Box) -> Box | None:
    x0, y0 = max(first[0], second[0]), max(first[1], second[1])
    x1, y1 = min(first[2], second[2]), min(first[3], second[3])
    return (x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None


def _cut(mask: Mask, box: Box) -> Image.Image:
    return mask.coverage.crop((box[0] - mask.x, box[1] - mask.y, box[2] - mask.x, box[3] - mask.y))


def _strip() -> Image.Image:
    strip = Image.new("L", (16, 256 + 2 * _PAD), 0)
    strip.paste(Image.linear_gradient("L").resize((16, 256)), (0, _PAD))
    strip.paste(255, (0, 256 + _PAD, 16, 256 + 2 * _PAD))
    return strip


_PAD = 2048
_STRIP = _strip()
_DISC = Image.radial_gradient("L")

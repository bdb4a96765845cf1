"""What things stand or lie on: wood, woven mats, cloth, sand. Flat pictures, seen from above."""

import random
from itertools import pairwise

from PIL import Image

from .palette import CREAM, SAND, SAND_DEEP, STRAW, Colour, mix, shade, tint


def noise(rng: random.Random, width: int, height: int) -> Image.Image:
    """Grey grain that depends on the seed alone (Pillow's own noise does not)."""
    return Image.frombytes("L", (width, height), rng.randbytes(width * height))


def wood(rng: random.Random, size: tuple[int, int], colour: Colour, *, planks: int = 5) -> Image.Image:
    """Boards running from left to right."""
    width, height = size
    board = Image.new("RGB", size, colour)
    unit = height / planks
    edges = [
        round(index * unit + rng.uniform(-0.08, 0.08) * unit * (index > 0)) for index in range(planks)
    ] + [height]
    for top, bottom in pairwise(edges):
        tone = mix(
            colour, rng.choice((shade(colour, 0.5), tint(colour, 0.4), colour)), rng.uniform(0.1, 0.36)
        )
        plank = Image.new("RGB", (width, bottom - top), tone)
        for across, along, strength, paint in (
            (max(8, (bottom - top) // 3), 5, 0.5, shade(colour, 0.62)),
            (max(4, (bottom - top) // 9), 3, 0.42, tint(colour, 0.5)),
            (max(3, (bottom - top) // 22), 2, 0.5, shade(colour, 0.5)),
        ):
            grain = noise(rng, along, across).resize(plank.size, Image.Resampling.BICUBIC)
            curve = [round(max(0, level - 110) * strength * 1.4) for level in range(256)]
            plank.paste(paint, (0, 0), grain.point([min(255, level) for level in curve]))
        board.paste(plank, (0, top))
        if top:
            board.paste(
                shade(colour, 0.72), (0, top - max(1, height // 330), width, top + max(1, height // 400))
            )
            board.paste(tint(tone, 0.3), (0, top + max(1, height // 400), width, top + max(2, height // 240)))
    return board


def painted_wood(
    rng: random.Random, size: tuple[int, int], colour: Colour, *, planks: int = 6
) -> Image.Image:
    """Boards under worn paint."""
    board = wood(rng, size, (176, 140, 104), planks=planks)
    coat = Image.new("RGB", size, colour)
    wear = noise(rng, 14, 90).resize(size, Image.Resampling.BICUBIC)
    mask = wear.point([238 if level < 196 else max(120, 238 - (level - 196) * 4) for level in range(256)])
    board.paste(coat, (0, 0), mask)
    return board


def woven(
    rng: random.Random,
    size: tuple[int, int],
    cell: int,
    *,
    colours: tuple[Colour, ...] = (STRAW,),
    accent: Colour | None = None,
) -> Image.Image:
    """A mat of strips over and under; the accent runs through it as a row of diamonds."""
    palette = (*colours, *([accent] if accent else []))
    sprites = {
        (colour, step): [_strand(rng, cell, colour, step) for _ in range(3)]
        for colour in palette
        for step in range(4)
    }
    mat = Image.new("RGB", size, shade(colours[0], 0.55))
    period = 22
    for row in range(size[1] // cell + 1):
        for column in range(size[0] // cell + 1):
            colour = colours[(row // 3 + column // 5) % len(colours)]
            across, down = abs(column % period - period // 2), abs(row % period - period // 2)
            if accent and (across + down in (6, 7) or across + down < 2):
                colour = accent
            # Over two, under two: each strip shows for two cells, then dives.
            mat.paste(rng.choice(sprites[colour, (column + row) % 4]), (column * cell, row * cell))
    return mat


def _strand(rng: random.Random, cell: int, colour: Colour, step: int) -> Image.Image:
    """Half of the visible part of a strip: steps 0 and 1 run across, 2 and 3 downwards."""
    tone = mix(colour, rng.choice((shade(colour, 0.3), tint(colour, 0.3))), rng.uniform(0, 0.5))
    rising = step in (0, 3)
    run = (0.42, 0.2, 0.06, -0.04, -0.1) if rising else (-0.1, -0.04, 0.06, 0.2, 0.42)
    strip = Image.new("RGB", (5, 1))
    for index, depth in enumerate(run):
        strip.putpixel((index, 0), shade(tone, depth) if depth > 0 else tint(tone, -depth * 2))
    strip = strip.resize((cell, cell), Image.Resampling.BICUBIC)
    edge = max(1, cell // 10)
    strip.paste(shade(tone, 0.5), (0, 0, cell, edge))
    strip.paste(shade(tone, 0.2), (0, cell - edge, cell, cell))
    strip.paste(shade(tone, 0.12), (0, cell // 2, cell, cell // 2 + max(1, edge // 2)))
    return strip if step < 2 else strip.transpose(Image.Transpose.ROTATE_90)


def linen(rng: random.Random, size: tuple[int, int], colour: Colour) -> Image.Image:
    """Plain cloth with soft folds."""
    cloth = Image.new("RGB", size, colour)
    width, height = size
    for threads in (
        noise(rng, max(2, width // 3), 24).resize(size, Image.Resampling.BILINEAR),
        noise(rng, 24, max(2, height // 3)).resize(size, Image.Resampling.BILINEAR),
    ):
        cloth.paste(
            shade(colour, 0.4),
            (0, 0),
            threads.point([round(max(0, level - 120) * 0.3) for level in range(256)]),
        )
    folds = noise(rng, 5, 6).resize(size, Image.Resampling.BICUBIC)
    cloth.paste(
        tint(colour, 0.9), (0, 0), folds.point([round(max(0, level - 150) * 0.5) for level in range(256)])
    )
    cloth.paste(
        shade(colour, 0.5), (0, 0), folds.point([round(max(0, 105 - level) * 0.4) for level in range(256)])
    )
    return cloth


def sand(rng: random.Random, size: tuple[int, int]) -> Image.Image:
    beach = Image.new("RGB", size, SAND)
    width, height = size
    ripples = noise(rng, 4, 16).resize(size, Image.Resampling.BICUBIC)
    beach.paste(SAND_DEEP, (0, 0), ripples.point([round(max(0, level - 118) * 0.9) for level in range(256)]))
    beach.paste(CREAM, (0, 0), ripples.point([round(max(0, 112 - level) * 0.9) for level in range(256)]))
    grains = noise(rng, width // 2, height // 2).resize(size, Image.Resampling.BILINEAR)
    beach.paste(
        shade(SAND_DEEP, 0.3),
        (0, 0),
        grains.point([round(max(0, level - 176) * 0.8) for level in range(256)]),
    )
    beach.paste(CREAM, (0, 0), grains.point([round(max(0, 66 - level) * 1.4) for level in range(256)]))
    return beach


def plaster(rng: random.Random, size: tuple[int, int], colour: Colour) -> Image.Image:
    """A limewashed wall or a stone top: broad, calm clouds of tone."""
    wall = Image.new("RGB", size, colour)
    for grid, strength in (((5, 5), 0.4), ((17, 17), 0.24), ((60, 60), 0.14)):
        cloud = noise(rng, *grid).resize(size, Image.Resampling.BICUBIC)
        wall.paste(
            tint(colour, 0.7),
            (0, 0),
            cloud.point([round(max(0, level - 128) * strength) for level in range(256)]),
        )
        wall.paste(
            shade(colour, 0.4),
            (0, 0),
            cloud.point([round(max(0, 128 - level) * strength) for level in range(256)]),
        )
    return wall


def in_perspective(texture: Image.Image, size: tuple[int, int], *, depth: float = 0.85) -> Image.Image:
    """The texture lying down: its far edge along the top of the result, its near edge along the bottom.

    `depth` is how far above the result the horizon lies, in heights of the result.
    """
    width, height = size
    horizon = depth * height
    whole = height + horizon
    # The far edge shows the whole width of the texture, the near edge as much as perspective leaves.
    across = texture.width / width
    along = texture.height * whole / height / horizon
    matrix = (
        across,
        texture.width / 2 / horizon,
        texture.width / 2 - across * width / 2,
        0.0,
        along,
        0.0,
        0.0,
        1 / horizon,
    )
    return texture.transform(size, Image.Transform.PERSPECTIVE, matrix, Image.Resampling.BILINEAR)

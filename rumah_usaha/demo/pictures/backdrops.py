"""Settings for the pictures: a table before a wall, a window on the sea, a garden; and flat tops seen from above.

What is far is painted small and blurred, as a lens would show it, and the light of the whole picture is
laid over it last.
"""

import math
import random

from PIL import Image, ImageEnhance, ImageFilter

from .canvas import Canvas, Linear
from .geometry import Outline, ellipse, leaf, placed, rectangle, ribbon, smooth
from .palette import (
    CREAM,
    PALM,
    PALM_DEEP,
    SEA,
    SEA_LIGHT,
    SHADOW,
    STRAW,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    Colour,
    mix,
    tint,
)
from .surfaces import in_perspective, linen, noise, painted_wood, plaster, sand, wood, woven

WALLS: tuple[Colour, ...] = (
    (238, 220, 190),
    (196, 218, 208),
    (244, 206, 150),
    (232, 190, 166),
    (164, 200, 196),
    (222, 214, 178),
    (120, 168, 164),
)


def frond(
    x: float, y: float, length: float, turn: float, *, droop: float = 0.25, leaflets: int = 14
) -> list[Outline]:
    """A palm frond growing from (x, y)."""
    rib = [(length * t, droop * length * t * t) for t in (index / 20 for index in range(21))]
    parts = [ribbon(rib, lambda t: length * 0.018 * (1.15 - t))]
    for index in range(1, leaflets + 1):
        t = 0.1 + 0.9 * index / leaflets
        px, py = length * t, droop * length * t * t
        slope = math.degrees(math.atan2(2 * droop * t, 1))
        reach = length * (0.14 + 0.34 * math.sin(math.pi * min(1, t * 0.86 + 0.1)))
        for side in (-1, 1):
            blade = leaf(reach, reach * 0.085, bend=side * reach * 0.07)
            parts.append(placed(blade, px, py, turn=slope + side * (64 - 34 * t)))
    return [placed(part, x, y, turn=turn) for part in parts]


def palm_shade(canvas: Canvas, rng: random.Random, *, opacity: float = 0.2) -> None:
    """The shadow of fronds that stand outside the picture."""
    side = rng.choice((-0.08, 0.3, 0.62))
    for index in range(2):
        turn = 62 + rng.uniform(-26, 26) + index * 24
        start = (canvas.width * (side + index * 0.2), -0.16 * canvas.height)
        parts = frond(*start, canvas.height * rng.uniform(0.8, 1.0), turn, droop=rng.uniform(-0.12, 0.26))
        canvas.fill(parts, SHADOW, opacity=opacity, soft=9)


def far(canvas: Canvas, blur: float) -> Canvas:
    """A small canvas for what is out of focus; give it back with `set_far`."""
    return Canvas(canvas.width, canvas.height, canvas.scale / max(2.0, min(5.0, blur * canvas.scale / 1.6)))


def set_far(canvas: Canvas, behind: Canvas, blur: float) -> None:
    picture = behind.image.filter(ImageFilter.GaussianBlur(blur * behind.scale))
    canvas.image.paste(picture.resize(canvas.image.size, Image.Resampling.BICUBIC))


def sea_view(
    canvas: Canvas, rng: random.Random, horizon: float, *, blur: float = 7, palms: bool = True
) -> None:
    """Sky, islands and water, with a frond hanging in."""
    behind = far(canvas, blur)
    width = canvas.width
    warm = rng.random() < 0.45
    top, low = ((246, 190, 132), (255, 232, 190)) if warm else ((132, 196, 204), (232, 242, 226))
    behind.fill(rectangle(0, 0, width, horizon), Linear((0, 0), (0, horizon), [(0, top), (1, low)]))
    if warm:
        sun = (width * rng.uniform(0.25, 0.75), horizon * rng.uniform(0.45, 0.75))
        behind.fill(ellipse(*sun, 150), (255, 240, 196), opacity=0.6, soft=60)
        behind.fill(ellipse(*sun, 46), (255, 250, 226))
    else:
        for _ in range(4):
            x, y = rng.uniform(0, width), rng.uniform(0.1, 0.6) * horizon
            for _ in range(5):
                puff = ellipse(
                    x + rng.uniform(-90, 90),
                    y + rng.uniform(-14, 14),
                    rng.uniform(50, 110),
                    rng.uniform(14, 30),
                )
                behind.fill(puff, (255, 252, 244), opacity=0.4, soft=12)
    for distance, tone in ((0.0, 0.62), (0.4, 0.35), (0.8, 0.12)):
        x = rng.uniform(0, width)
        reach, height = rng.uniform(150, 330), rng.uniform(40, 100) * (0.6 + 0.5 * distance)
        ridge = [(x - reach, horizon + 2)]
        ridge += [
            (
                x - reach + 2 * reach * step / 8,
                horizon - height * math.sin(math.pi * step / 8) * rng.uniform(0.7, 1.15),
            )
            for step in range(1, 8)
        ]
        ridge += [(x + reach, horizon + 2)]
        behind.fill(smooth(ridge, closed=False), mix(mix(PALM_DEEP, SEA, 0.3), low, tone))
    shore = horizon + (canvas.height - horizon) * 0.9
    glow = (255, 226, 176) if warm else SEA_LIGHT
    water = [(0, mix(glow, SEA, 0.35)), (0.25, mix(SEA, SEA_LIGHT, 0.35)), (1, SEA_LIGHT)]
    behind.fill(rectangle(0, horizon, width, canvas.height), Linear((0, horizon), (0, shore), water))
    for _ in range(46):
        y = horizon + (canvas.height - horizon) * rng.random() ** 1.8
        near = (y - horizon) / (canvas.height - horizon)
        glint = ellipse(rng.uniform(0, width), y, 30 + 130 * near, 1.5 + 7 * near)
        behind.fill(glint, mix(glow, CREAM, 0.5), opacity=0.32)
    if palms:
        x, turn = (
            (-60, rng.uniform(-12, 22)) if rng.random() < 0.5 else (width + 60, 180 - rng.uniform(-22, 12))
        )
        droop = 0.34 if x < 0 else -0.34
        for index in range(2):
            leaves = frond(
                x,
                -20 + index * 50,
                canvas.height * rng.uniform(0.45, 0.6),
                turn + index * 24 * (1 if x < 0 else -1),
                droop=droop,
            )
            behind.fill(leaves, mix(PALM_DEEP, PALM, 0.3 + index * 0.4))
    set_far(canvas, behind, blur)


def wall(canvas: Canvas, rng: random.Random, bottom: float) -> None:
    colour = rng.choice(WALLS)
    canvas.image.paste(plaster(rng, canvas.image.size, colour))
    canvas.fill(ellipse(canvas.width * 0.2, 120, 520, 460), CREAM, opacity=0.42, soft=130)
    palm_shade(canvas, rng, opacity=0.17)


def garden(canvas: Canvas, rng: random.Random, bottom: float) -> None:
    """Leaves and discs of light, far out of focus."""
    behind = far(canvas, 14)
    light = [(0, (224, 228, 160)), (0.5, (150, 182, 104)), (1, (70, 112, 66))]
    behind.fill(rectangle(0, 0, canvas.width, canvas.height), Linear((100, 0), (800, bottom + 100), light))
    for _ in range(9):
        start = (rng.uniform(-100, canvas.width + 100), rng.uniform(-60, bottom))
        tone = mix(PALM_DEEP, PALM, rng.random())
        behind.fill(frond(*start, rng.uniform(240, 460), rng.uniform(0, 360)), tone, opacity=0.55)
    for _ in range(26):
        size = rng.uniform(16, 58)
        x, y = rng.uniform(0, canvas.width), rng.uniform(0, bottom)
        behind.fill(
            ellipse(x, y, size), rng.choice(((255, 246, 196), (214, 226, 140), (255, 226, 160))), opacity=0.3
        )
    set_far(canvas, behind, 9)


def tabletop(canvas: Canvas, rng: random.Random, edge: float, kind: str = "") -> None:
    """The surface from the edge at the back down to the viewer."""
    kind = kind or rng.choice(("wood", "wood", "dark", "painted", "stone", "cloth", "mat"))
    top = round(edge * canvas.scale)
    size = (canvas.image.width, canvas.image.height - top)
    flat = (round(size[0] * 1.25), round(size[1] * 1.5))
    if kind == "painted":
        colour = rng.choice(((96, 158, 156), (226, 216, 190), (206, 224, 214)))
        texture = painted_wood(rng, flat, colour, planks=6)
    elif kind == "stone":
        texture = plaster(rng, flat, rng.choice(((226, 214, 194), (206, 206, 192))))
    elif kind == "cloth":
        texture = linen(rng, flat, rng.choice(((238, 226, 200), (206, 220, 206))))
    elif kind == "mat":
        accent = rng.choice((SEA, (196, 84, 60), PALM_DEEP))
        texture = woven(rng, flat, max(8, flat[0] // 84), colours=(STRAW, tint(STRAW, 0.3)), accent=accent)
    else:
        texture = wood(
            rng,
            flat,
            WOOD_DEEP if kind == "dark" else rng.choice((WOOD, WOOD_LIGHT, mix(WOOD, WOOD_LIGHT, 0.5))),
            planks=6,
        )
    canvas.image.paste(in_perspective(texture, size), (0, top))
    near = canvas.height
    canvas.fill(rectangle(-40, edge - 30, canvas.width + 40, edge + 6), SHADOW, opacity=0.22, soft=14)
    canvas.fill(rectangle(0, edge, canvas.width, edge + 3), CREAM, opacity=0.5)
    canvas.fill(
        ellipse(canvas.width * 0.3, edge + (near - edge) * 0.35, 460, 130), CREAM, opacity=0.24, soft=80
    )
    canvas.fill(rectangle(-60, near - 60, canvas.width + 60, near + 160), SHADOW, opacity=0.3, soft=70)


def table_scene(canvas: Canvas, rng: random.Random, *, edge: float = 590, surface: str = "") -> None:
    """One of the places with a table in front."""
    place = rng.random()
    if place < 0.4:
        sea_view(canvas, rng, edge * rng.uniform(0.55, 0.72))
    elif place < 0.8:
        wall(canvas, rng, edge)
    else:
        garden(canvas, rng, edge)
    tabletop(canvas, rng, edge, surface)


def flat_scene(canvas: Canvas, rng: random.Random, kind: str = "") -> None:
    """A surface filling the picture, seen from straight above."""
    kind = kind or rng.choice(("wood", "dark", "painted", "mat", "cloth", "stone", "sand"))
    size = canvas.image.size
    if kind == "wood":
        canvas.image.paste(wood(rng, size, rng.choice((WOOD, WOOD_LIGHT)), planks=5))
    elif kind == "dark":
        canvas.image.paste(wood(rng, size, WOOD_DEEP, planks=5))
    elif kind == "painted":
        colour = rng.choice(((72, 142, 144), (228, 216, 190), (150, 190, 180)))
        canvas.image.paste(painted_wood(rng, size, colour, planks=5))
    elif kind == "mat":
        accent = rng.choice((SEA, (192, 80, 58), PALM_DEEP))
        canvas.image.paste(
            woven(rng, size, max(8, size[0] // 56), colours=(STRAW, tint(STRAW, 0.28)), accent=accent)
        )
    elif kind == "cloth":
        canvas.image.paste(linen(rng, size, rng.choice(((240, 228, 204), (198, 216, 206), (240, 206, 160)))))
    elif kind == "sand":
        canvas.image.paste(sand(rng, size))
    else:
        canvas.image.paste(
            plaster(rng, size, rng.choice(((230, 216, 192), (176, 204, 198), (240, 208, 168))))
        )
    canvas.fill(ellipse(180, 140, 560, 480), CREAM, opacity=0.26, soft=130)


def finish(canvas: Canvas, rng: random.Random, *, leaves: bool = False) -> None:
    """The light of the hour, darker corners and a trace of grain over everything."""
    if leaves:
        palm_shade(canvas, rng, opacity=0.16)
    size = canvas.image.size
    glow = Image.radial_gradient("L").resize((size[0] * 2, size[1] * 2), Image.Resampling.BILINEAR)
    near = glow.crop(
        (round(size[0] * 0.85), round(size[1] * 0.9), round(size[0] * 1.85), round(size[1] * 1.9))
    )
    canvas.image.paste(
        (255, 232, 180), (0, 0), near.point([round(max(0, 200 - level) * 0.14) for level in range(256)])
    )
    rim = Image.radial_gradient("L").resize(size, Image.Resampling.BILINEAR)
    canvas.image.paste(SHADOW, (0, 0), rim.point([round(max(0, level - 170) * 0.5) for level in range(256)]))
    grain = noise(rng, size[0] // 2, size[1] // 2).resize(size, Image.Resampling.BILINEAR)
    canvas.image.paste(CREAM, (0, 0), grain.point([round(max(0, level - 140) * 0.1) for level in range(256)]))
    canvas.image.paste(
        SHADOW, (0, 0), grain.point([round(max(0, 116 - level) * 0.1) for level in range(256)])
    )
    canvas.image = ImageEnhance.Color(canvas.image.point(_DEVELOPED * 3)).enhance(1.14)


# Lifts the middle tones and leaves black and white where they are, as developing a photograph does.
_DEVELOPED = [round(255 * (level / 255) ** 0.86) for level in range(256)]

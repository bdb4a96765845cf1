"""Where people work: stalls, houses on stilts, jetties, workshops, groves. Three wide, two high."""

import random

from .backdrops import frond, sea_view
from .boats import TRIMS, boat, lagoon
from .canvas import Canvas, Linear, Scene, ball, cylinder
from .geometry import ellipse, moved, placed, rectangle, ribbon, smooth, taper
from .labels import band
from .palette import (
    BARK,
    CORAL,
    CREAM,
    KRAFT,
    MANGO,
    PALM,
    PALM_DEEP,
    PALM_LIGHT,
    SAND_DEEP,
    SEA,
    SEA_DEEP,
    SHADOW,
    SHELL,
    STRAW_DEEP,
    SUNSET,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    Colour,
    mix,
    shade,
    tint,
)
from .stilts import jetty, stilt_house
from .surfaces import in_perspective, painted_wood, sand

AWNINGS: tuple[tuple[Colour, Colour], ...] = (
    (SEA, SHELL),
    (CORAL, SHELL),
    (MANGO, SHELL),
    (PALM, SHELL),
    (SUNSET, (250, 220, 160)),
)
HOUSES: tuple[tuple[Colour, Colour], ...] = (
    (WOOD_LIGHT, STRAW_DEEP),
    ((110, 168, 164), (150, 84, 60)),
    ((236, 206, 150), (96, 110, 100)),
    ((206, 130, 96), STRAW_DEEP),
    ((200, 214, 190), (176, 84, 58)),
)


def palm_tree(
    canvas: Canvas, rng: random.Random, x: float, base: float, height: float, *, soft: float = 0
) -> None:
    lean = rng.uniform(-0.22, 0.22) * height
    top = (x + lean, base - height)
    trunk = smooth([(x, base), (x + lean * 0.2, base - height * 0.5), top], closed=False)
    canvas.fill(
        ribbon(trunk, lambda t: height * (0.05 - 0.022 * t)),
        Linear((x - height * 0.02, 0), (x + height * 0.03, 0), [(0, tint(BARK, 0.45)), (1, BARK)]),
        soft=soft,
    )
    for layer, tone in enumerate((PALM_DEEP, mix(PALM_DEEP, PALM, 0.6), PALM)):
        for index in range(4):
            turn = -170 + layer * 14 + index * 52 + rng.uniform(-10, 10)
            droop = 0.42 if turn > -90 else -0.42
            canvas.fill(
                frond(*top, height * rng.uniform(0.42, 0.54), turn, droop=droop, leaflets=12), tone, soft=soft
            )
    for dx, dy in ((-0.03, 0.02), (0.025, 0.03), (0, 0.05)):
        spot = (top[0] + dx * height, top[1] + dy * height)
        canvas.fill(ellipse(*spot, height * 0.028), ball((150, 130, 60), *spot, height * 0.028), soft=soft)


def _ground(canvas: Canvas, rng: random.Random, top: float, *, beach: bool) -> None:
    size = (canvas.image.width, canvas.image.height - round(top * canvas.scale))
    if beach:
        canvas.image.paste(
            in_perspective(sand(rng, (size[0], size[1] * 2)), size), (0, round(top * canvas.scale))
        )
        return
    canvas.fill(
        rectangle(0, top, canvas.width, canvas.height),
        Linear((0, top), (0, canvas.height), [(0, (150, 170, 92)), (0.4, (196, 168, 112)), (1, SAND_DEEP)]),
    )
    tufts = []
    for _ in range(90):
        x, y = rng.uniform(0, canvas.width), top + (canvas.height - top) * rng.random() ** 1.6
        near = (y - top) / (canvas.height - top) + 0.3
        tufts += [
            ribbon([(x, y), (x + lean * near, y - 26 * near)], taper(5 * near + 0.5, 0.5))
            for lean in (-10, 0, 11)
        ]
    canvas.fill(tufts, PALM, opacity=0.7)


def _outdoors(canvas: Canvas, rng: random.Random, ground: float) -> None:
    beach = rng.random() < 0.5
    sea_view(canvas, rng, ground - rng.uniform(80, 150), blur=6, palms=False)
    for _ in range(4):
        palm_tree(
            canvas,
            rng,
            rng.choice((rng.uniform(0, 350), rng.uniform(1150, 1500))),
            ground + 20,
            rng.uniform(420, 620),
            soft=1.5,
        )
    _ground(canvas, rng, ground, beach=beach)


def kiosk(canvas: Canvas, rng: random.Random) -> None:
    _outdoors(canvas, rng, 720)
    body, roof = rng.choice(HOUSES)
    canvas.fill(ellipse(780, 890, 560, 50), SHADOW, opacity=0.5, soft=24)
    frame = rectangle(330, 300, 1170, 880)
    canvas.fill(frame, painted_wood(rng, canvas.image.size, body, planks=18))
    opening = rectangle(400, 400, 1100, 680)
    canvas.fill(opening, Linear((0, 400), (0, 680), [(0, (52, 36, 30)), (1, (96, 66, 48))]))
    mask = canvas.mask(opening)
    goods: tuple[Colour, ...] = (CORAL, MANGO, SEA, PALM, SHELL, KRAFT, SUNSET, (150, 90, 120))
    for shelf in (500, 590, 680):
        x = 416.0
        while x < 1080:
            wide, high = rng.uniform(26, 60), rng.uniform(40, 74)
            tone = rng.choice(goods)
            item = rectangle(x, shelf - high, x + wide, shelf - 6, rng.choice((3, 10, 16)))
            canvas.fill(item, cylinder(tone, x, x + wide), within=mask)
            canvas.fill(
                rectangle(x, shelf - high * 0.62, x + wide, shelf - high * 0.3),
                tint(tone, 0.6),
                opacity=0.7,
                within=mask,
            )
            x += wide + rng.uniform(3, 14)
        canvas.fill(rectangle(400, shelf - 8, 1100, shelf + 4), WOOD_LIGHT, within=mask)
    canvas.fill(rectangle(380, 380, 1120, 450), SHADOW, opacity=0.55, soft=26, within=mask)
    for index in range(7):
        x = 440 + index * 105
        packets = [rectangle(x, 410 + row * 34, x + 34, 440 + row * 34, 4) for row in range(3)]
        canvas.fill(packets, goods[index], within=mask)
    counter = [(360, 680), (1140, 680), (1176, 724), (324, 724)]
    canvas.fill(counter, Linear((0, 680), (0, 724), [(0, tint(WOOD_LIGHT, 0.3)), (1, WOOD)]))
    canvas.fill(rectangle(324, 724, 1176, 748), shade(WOOD, 0.3))
    for x in (430, 520, 980, 1060):
        _counter_jar(canvas, x, 706, rng.choice(goods))
    _awning(canvas, 270, 1230, 280, 420, *rng.choice(AWNINGS))
    canvas.fill(
        [(250, 286), (400, 170), (1100, 170), (1250, 286)],
        Linear((0, 170), (0, 286), [(0, tint(roof, 0.2)), (1, shade(roof, 0.2))]),
    )
    sign = rectangle(560, 190, 940, 262, 12)
    canvas.fill(sign, SHELL)
    canvas.text(rng.choice(("KIOS", "TOKO", "OLEH-OLEH")), 750, 226, 52, SEA_DEEP)
    _planter(canvas, rng, 190, 880)
    _planter(canvas, rng, 1310, 890)


def _counter_jar(canvas: Canvas, x: float, base: float, tone: Colour) -> None:
    canvas.fill(rectangle(x - 30, base - 70, x + 30, base, 10), cylinder(tone, x - 30, x + 30, gloss=0.7))
    canvas.fill(rectangle(x - 26, base - 86, x + 26, base - 68, 5), cylinder(CORAL, x - 26, x + 26))


def _awning(
    canvas: Canvas, x0: float, x1: float, top: float, low: float, first: Colour, second: Colour
) -> None:
    count = 12
    wide = (x1 - x0) / count
    canvas.fill(rectangle(x0 + 50, low - 10, x1 - 50, low + 60), SHADOW, opacity=0.4, soft=24)
    for index in range(count):
        tone = first if index % 2 == 0 else second
        left, right = x0 + index * wide, x0 + (index + 1) * wide
        inner = 0.88
        middle = (x0 + x1) / 2
        top_left, top_right = middle + (left - middle) * inner, middle + (right - middle) * inner
        strip = [
            (top_left, top),
            (top_right, top),
            (right, low - 30),
            *ellipse((left + right) / 2, low - 30, wide / 2, 30, arc=(0, 180)),
            (left, low - 30),
        ]
        canvas.fill(
            strip, Linear((0, top), (0, low), [(0, tint(tone, 0.3)), (0.6, tone), (1, shade(tone, 0.24))])
        )


def _planter(canvas: Canvas, rng: random.Random, x: float, base: float) -> None:
    canvas.fill(ellipse(x + 20, base, 90, 20), SHADOW, opacity=0.45, soft=10)
    for turn in (-150, -120, -95, -70, -45, -25):
        canvas.fill(
            frond(x, base - 90, rng.uniform(120, 180), turn, droop=0.3 if turn > -90 else -0.3, leaflets=9),
            mix(PALM_DEEP, PALM_LIGHT, rng.random() * 0.6),
        )
    canvas.fill(band(x, base - 96, base - 6, 54, 12), cylinder(SUNSET, x - 54, x + 54))


def land_house(canvas: Canvas, rng: random.Random) -> None:
    _outdoors(canvas, rng, 720)
    body, roof = rng.choice(HOUSES)
    canvas.fill(ellipse(770, 880, 480, 46), SHADOW, opacity=0.5, soft=22)
    stilt_house(canvas, rng, 750, 720, 800, wall=body, roof=roof, waterline=840, afloat=False)
    steps = [rectangle(700, 744 + index * 30, 800, 756 + index * 30) for index in range(5)]
    canvas.fill([ribbon([(704, 730), (690, 890)], 12), ribbon([(796, 730), (810, 890)], 12)], WOOD_DEEP)
    canvas.fill(steps, WOOD_LIGHT)
    _planter(canvas, rng, 210, 900)
    _planter(canvas, rng, 1290, 910)


def harbour(canvas: Canvas, rng: random.Random) -> None:
    lagoon(canvas, rng, rng.uniform(360, 440))
    for x, y, length in ((1180, 560, 300), (330, 600, 380), (560, 830, 620)):
        boat(canvas, rng, x, y, length, trim=rng.choice(TRIMS), roof=length > 350 or rng.random() < 0.5)
    jetty(canvas, rng, (1180, 1010), (960, 540), 380)


def lodge(canvas: Canvas, rng: random.Random) -> None:
    lagoon(canvas, rng, 430)
    for x, base, width in ((1240, 480, 240), (900, 520, 330), (430, 590, 500)):
        wall_tone, roof = rng.choice(HOUSES)
        stilt_house(canvas, rng, x, base, width, wall=wall_tone, roof=roof, waterline=base + width * 0.22)
    jetty(canvas, rng, (1120, 1010), (760, 600), 380)


def grove(canvas: Canvas, rng: random.Random) -> None:
    """Coconut palms in rows, a path and a copra hut."""
    sea_view(canvas, rng, 520, blur=6, palms=False)
    _ground(canvas, rng, 600, beach=False)
    path = smooth(
        [(700, 600), (760, 700), (690, 830), (800, 1020), (1060, 1020), (880, 830), (860, 700), (760, 600)]
    )
    canvas.fill(path, tint(SAND_DEEP, 0.3), opacity=0.8, soft=6)
    for depth in range(4):
        base = 640 + depth * 90
        for index in range(5 - depth // 2):
            x = 40 + index * (1500 / (5 - depth // 2)) + rng.uniform(-60, 60) + depth * 50
            if abs(x - 780) > 110 + depth * 30:
                palm_tree(canvas, rng, x, base, 330 + depth * 130)
    for index in range(6):
        x, y = 1000 + index * 60 + rng.uniform(-10, 10), 900 + (index % 2) * 36
        canvas.fill(ellipse(x + 12, y + 26, 42, 14), SHADOW, opacity=0.5, soft=7)
        canvas.fill(ellipse(x, y, 38, 34), ball((132, 92, 56), x, y, 38))


def drying_racks(canvas: Canvas, rng: random.Random) -> None:
    """Fish drying on racks by the sea."""
    sea_view(canvas, rng, 420, blur=5)
    _ground(canvas, rng, 560, beach=True)
    for y, size in ((600, 0.6), (700, 0.8), (840, 1.08)):
        top, half = y - 60 * size, 620 * size
        canvas.fill(ellipse(770, y + 66 * size, half, 30 * size), SHADOW, opacity=0.4, soft=16)
        for px in (-0.94, -0.4, 0.2, 0.9):
            canvas.fill(
                rectangle(750 + half * px - 8 * size, top, 750 + half * px + 8 * size, y + 70 * size),
                WOOD_DEEP,
            )
        bed = [
            (750 - half, top + 40 * size),
            (750 - half * 0.9, top - 40 * size),
            (750 + half * 0.9, top - 40 * size),
            (750 + half, top + 40 * size),
        ]
        canvas.fill(bed, Linear((0, top - 40), (0, top + 40), [(0, (206, 176, 120)), (1, STRAW_DEEP)]))
        rows, lights = [], []
        for row in range(3):
            for index in range(20):
                px = 750 + (index - 9.5) / 10 * half * (0.84 + row * 0.06)
                py = top + (row - 1) * 26 * size
                rows.append(placed(ellipse(0, 0, 26 * size, 9 * size), px, py, turn=rng.uniform(-14, 14)))
                lights.append(ellipse(px - 4 * size, py - 3 * size, 14 * size, 3 * size))
        canvas.fill([moved(row_fish, 3, 5) for row_fish in rows], SHADOW, opacity=0.5)
        canvas.fill(rows, (196, 176, 150))
        canvas.fill(lights, CREAM, opacity=0.7)
        canvas.fill(rectangle(750 - half, top + 38 * size, 750 + half, top + 54 * size), WOOD)


SCENES: dict[str, Scene] = {
    "usaha_kios": kiosk,
    "usaha_rumah": land_house,
    "usaha_dermaga": harbour,
    "usaha_pondok": lodge,
    "usaha_kebun": grove,
    "usaha_jemuran": drying_racks,
}

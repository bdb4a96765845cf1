"""What is not a package: boats and furniture, homestays, trips, food on a plate."""

import math
import random

from . import props
from .backdrops import flat_scene, frond, palm_shade, sea_view, table_scene, wall
from .boats import TRIMS, boat, lagoon, model_boat, wake
from .canvas import Canvas, Linear, Scene, ball, cylinder
from .containers import standing_shadow
from .fish import fish
from .geometry import ellipse, grown, leaf, moved, pebble, placed, rectangle, ribbon, smooth
from .heaps import inside, lay, stamps
from .morsels import rice_grain
from .palette import (
    CORAL,
    CREAM,
    MANGO,
    PALM_DEEP,
    PALM_LIGHT,
    SEA,
    SEA_LIGHT,
    SHADOW,
    SHELL,
    STRAW_DEEP,
    SUNSET,
    WHITE,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    Colour,
    mix,
    shade,
    tint,
)
from .spices import chilli, green_leaf, lime, shallot
from .stilts import jetty, stilt_house
from .surfaces import sand, wood

ROOFS: tuple[Colour, ...] = (STRAW_DEEP, (150, 104, 62), (176, 84, 58), (90, 110, 96))
WALLS: tuple[Colour, ...] = (WOOD, WOOD_LIGHT, (110, 168, 164), (228, 206, 160), (196, 120, 84))


def homestay(canvas: Canvas, rng: random.Random) -> None:
    horizon = rng.uniform(430, 500)
    lagoon(canvas, rng, horizon)
    stilt_house(
        canvas,
        rng,
        760,
        horizon + 40,
        250,
        wall=rng.choice(WALLS),
        roof=rng.choice(ROOFS),
        waterline=horizon + 90,
    )
    stilt_house(
        canvas,
        rng,
        390,
        horizon + 130,
        480,
        wall=rng.choice(WALLS),
        roof=rng.choice(ROOFS),
        waterline=horizon + 245,
    )
    jetty(canvas, rng, (860, 1010), (610, horizon + 150), 300)
    boat(canvas, rng, 260, 890, 300, trim=rng.choice(TRIMS), roof=False)


def boat_trip(canvas: Canvas, rng: random.Random) -> None:
    lagoon(canvas, rng, rng.uniform(380, 460))
    boat(canvas, rng, 500, 720, 800, trim=rng.choice(TRIMS), roof=True)
    wake(canvas, 260, 800, 420)


def reef(canvas: Canvas, rng: random.Random) -> None:
    """Under water: light from above, coral, small fish."""
    deep = [(0, (170, 230, 220)), (0.3, (70, 180, 184)), (0.75, (20, 110, 126)), (1, (10, 70, 92))]
    canvas.fill(rectangle(0, 0, canvas.width, canvas.height), Linear((0, 0), (0, canvas.height), deep))
    for _ in range(7):
        x, lean = rng.uniform(0, canvas.width), rng.uniform(-60, 160)
        beam = [(x, -20), (x + rng.uniform(40, 120), -20), (x + lean + 200, 760), (x + lean - 40, 760)]
        canvas.fill(beam, CREAM, opacity=0.14, soft=22)
    for index in range(3):
        tone = mix((16, 84, 100), (60, 110, 110), index / 3)
        base = 760 + index * 70
        hill = [
            (-20, 1020),
            *[
                (x, base + 60 * math.sin(x * 0.006 + index * 2) + rng.uniform(-18, 18))
                for x in range(-20, 1040, 90)
            ],
            (1020, 1020),
        ]
        canvas.fill(smooth(hill, steps=5), tone, soft=6 - index * 2)
    corals: tuple[Colour, ...] = (CORAL, MANGO, (226, 130, 150), (150, 90, 160), (240, 206, 120), SUNSET)
    for _ in range(16):
        x, y = rng.uniform(0, canvas.width), rng.uniform(800, 960)
        _coral(canvas, rng, x, y, rng.uniform(60, 130), rng.choice(corals))
    for coat, size in (("reef", 190), ("snapper", 230), ("tuna", 150), ("reef", 120), ("snapper", 140)):
        x, y = rng.uniform(160, 840), rng.uniform(220, 680)
        fish(canvas, rng, x, y, size, rng.uniform(-12, 12), coat)
    for _ in range(26):
        x, y = rng.uniform(500, 700), rng.uniform(60, 560)
        canvas.fill(ribbon(ellipse(x, y, rng.uniform(4, 12)), 2), WHITE, opacity=0.6)


def _coral(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, tone: Colour) -> None:
    if rng.random() < 0.4:
        dome = ellipse(x, y, size, size * 0.8, arc=(180, 360))
        canvas.fill(dome, ball(tone, x, y - size * 0.3, size))
        dots = [
            ellipse(px, py, size * 0.05)
            for px, py in inside(rng, x, y - size * 0.4, size * 0.8, size * 0.34, 26)
        ]
        canvas.fill(dots, shade(tone, 0.4), opacity=0.5, within=canvas.mask(dome))
        return
    branches = []
    for turn in range(-150, -20, 18):
        reach = size * rng.uniform(0.8, 1.3)
        tip = placed([(reach, 0)], x, y, turn=turn + rng.uniform(-8, 8))[0]
        middle = (x + (tip[0] - x) * 0.5 + rng.uniform(-10, 10), y + (tip[1] - y) * 0.5)
        branches.append(
            ribbon(smooth([(x, y), middle, tip], closed=False, steps=5), lambda t: size * (0.16 - 0.06 * t))
        )
        branches.append(ellipse(*tip, size * 0.07))
    canvas.fill([moved(branch, 5, 7) for branch in branches], shade(tone, 0.6), opacity=0.6)
    canvas.fill(
        branches,
        Linear(
            (x - size, y - size), (x + size, y), [(0, tint(tone, 0.4)), (0.5, tone), (1, shade(tone, 0.4))]
        ),
    )


def grilled_plate(canvas: Canvas, rng: random.Random) -> None:
    """Rice, grilled fish, sambal and greens on a plate."""
    flat_scene(canvas, rng, rng.choice(("wood", "mat", "painted", "dark", "cloth")))
    props.plate(canvas, 500, 500, 450, rng.choice((SHELL, mix(SEA, SHELL, 0.82))))
    props.banana_leaf(canvas, rng, 510, 520, 760, 520, -14)
    dome = pebble(rng, 340, 360, 150, 130, rough=0.05)
    canvas.shadow(dome, dx=12, dy=16, soft=12)
    canvas.fill(dome, ball((246, 240, 222), 340, 360, 150))
    lay(
        canvas,
        rng,
        stamps(canvas, rng, rice_grain, 13, variants=14),
        inside(rng, 340, 360, 132, 116, 240),
        throw=2,
        depth=0.2,
    )
    fish(canvas, rng, 540, 600, 600, rng.uniform(-16, -6), "grilled")
    canvas.shadow(ellipse(700, 330, 84), dx=9, dy=12, soft=9)
    canvas.fill(ellipse(700, 330, 86), Linear((620, 250), (780, 410), [(0, SHELL), (1, shade(SHELL, 0.3))]))
    canvas.fill(ellipse(700, 332, 68), ball((190, 44, 28), 700, 332, 68))
    for _ in range(16):
        canvas.fill(
            pebble(rng, rng.gauss(700, 26), rng.gauss(332, 26), 7, 5),
            rng.choice(((240, 180, 90), (116, 20, 16))),
        )
    for x, y, turn in ((290, 620, 30), (270, 680, -10), (320, 700, 60)):
        green_leaf(canvas, rng, x, y, 74, turn)
    lime(canvas, rng, 770, 470, 54, 0)
    shallot(canvas, rng, 480, 330, 34, 40)
    chilli(canvas, rng, 560, 300, 54, 20)


def boat_craft(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng, edge=600)
    standing_shadow(canvas, 500, 860, 300, 420)
    model_boat(canvas, rng, 500, 840, 700, sail=rng.choice((SHELL, (236, 190, 120), CORAL, SEA_LIGHT)))


def boat_yard(canvas: Canvas, rng: random.Random) -> None:
    """A new boat on the beach."""
    sea_view(canvas, rng, 400, blur=4)
    ground = sand(rng, canvas.image.size)
    beach = smooth([(-40, 640), (260, 600), (640, 585), (1040, 560), (1040, 1040), (-40, 1040)], steps=7)
    canvas.fill(grown(beach, 1.01), CREAM, opacity=0.7, soft=5)
    canvas.fill(beach, ground)
    canvas.fill(ellipse(520, 850, 420, 46), SHADOW, opacity=0.45, soft=18)
    for x in (300, 700):
        canvas.fill(rectangle(x - 60, 812, x + 60, 850, 10), cylinder(WOOD, x - 60, x + 60))
    boat(canvas, rng, 500, 770, 840, trim=rng.choice(TRIMS), roof=rng.random() < 0.5, afloat=False)
    for _ in range(14):
        chip_x, y = rng.uniform(60, 940), rng.uniform(880, 980)
        canvas.fill(
            ribbon([(chip_x, y), (chip_x + rng.uniform(-26, 26), y + rng.uniform(-10, 10))], 7),
            rng.choice((WOOD_LIGHT, WOOD)),
        )


def chair(canvas: Canvas, rng: random.Random) -> None:
    """A wooden chair by a wall."""
    wall(canvas, rng, 700)
    floor = wood(rng, canvas.image.size, WOOD_DEEP, planks=7)
    canvas.fill(rectangle(0, 740, canvas.width, canvas.height), floor)
    canvas.fill(rectangle(0, 728, canvas.width, 742), SHELL, opacity=0.8)
    tone = rng.choice((WOOD, (186, 128, 74), (130, 78, 48)))
    canvas.fill(ellipse(560, 905, 330, 52), SHADOW, opacity=0.5, soft=20)
    for x, top, bottom, depth in (
        (360, 560, 850, 0.3),
        (690, 560, 850, 0.42),
        (300, 610, 925, 0.0),
        (640, 610, 925, 0.14),
    ):
        canvas.fill(rectangle(x, top, x + 40, bottom, 8), cylinder(shade(tone, depth), x, x + 40))
    for x in (352, 690):
        post = smooth(
            [(x, 600), (x - 6, 380), (x + 4, 190), (x + 44, 190), (x + 36, 380), (x + 40, 600)], steps=5
        )
        canvas.fill(post, cylinder(tone, x - 6, x + 44))
    for y in (214, 320, 426):
        slat = smooth(
            [(384, y), (540, y - 16), (700, y), (700, y + 58), (540, y + 42), (384, y + 58)], steps=6
        )
        canvas.fill(moved(slat, 3, 8), SHADOW, opacity=0.3, soft=6)
        canvas.fill(
            slat,
            Linear((384, y - 20), (700, y + 60), [(0, tint(tone, 0.35)), (0.5, tone), (1, shade(tone, 0.3))]),
        )
    seat = [(296, 640), (372, 560), (744, 560), (688, 640)]
    canvas.fill([*seat[:1], *seat[1:3], (744, 596), (690, 684), (296, 684)], shade(tone, 0.35))
    canvas.fill(seat, wood(rng, canvas.image.size, tint(tone, 0.2), planks=12))
    canvas.fill(
        rectangle(296, 640, 690, 684, 6),
        Linear((296, 640), (690, 684), [(0, tint(tone, 0.2)), (1, shade(tone, 0.2))]),
    )
    canvas.fill(rectangle(330, 800, 650, 824, 6), shade(tone, 0.2))
    palm_shade(canvas, rng, opacity=0.12)


def table(canvas: Canvas, rng: random.Random) -> None:
    """A carved low table with a plant on it."""
    wall(canvas, rng, 640)
    canvas.fill(
        rectangle(0, 690, canvas.width, canvas.height), wood(rng, canvas.image.size, WOOD_DEEP, planks=7)
    )
    canvas.fill(rectangle(0, 678, canvas.width, 692), SHELL, opacity=0.8)
    tone = rng.choice((WOOD, (186, 128, 74), (120, 72, 46)))
    canvas.fill(ellipse(530, 905, 440, 46), SHADOW, opacity=0.5, soft=20)
    for x, depth in ((190, 0.0), (760, 0.16), (280, 0.4), (680, 0.46)):
        low = 920 if depth < 0.3 else 850
        leg = smooth(
            [
                (x, 640),
                (x + 54, 640),
                (x + 44, 720),
                (x + 50, low - 20),
                (x + 44, low),
                (x + 8, low),
                (x + 4, low - 20),
                (x + 10, 720),
            ],
            steps=5,
        )
        canvas.fill(leg, cylinder(shade(tone, depth), x, x + 54))
    canvas.fill(
        rectangle(170, 610, 834, 684, 8),
        Linear((170, 610), (834, 690), [(0, tint(tone, 0.2)), (0.5, tone), (1, shade(tone, 0.3))]),
    )
    carved = [placed(leaf(46, 26), x, 648, turn=turn) for x in range(220, 810, 62) for turn in (28, 152)]
    canvas.fill([moved(part, 2, 3) for part in carved], SHADOW, opacity=0.5)
    canvas.fill(carved, tint(tone, 0.3), opacity=0.8)
    top = [(130, 614), (250, 520), (770, 520), (874, 614)]
    canvas.fill([(130, 614), (874, 614), (872, 634), (134, 634)], shade(tone, 0.2))
    canvas.fill(top, wood(rng, canvas.image.size, tint(tone, 0.24), planks=10))
    standing_shadow(canvas, 500, 566, 70, 120)
    canvas.fill(
        smooth([(430, 440), (570, 440), (558, 520), (530, 572), (470, 572), (442, 520)], steps=5),
        cylinder(rng.choice((SEA, CORAL, SHELL)), 430, 570),
    )
    for turn in (-130, -104, -82, -60, -40):
        leaves = frond(500, 446, 270, turn, droop=0.3 if turn > -90 else -0.3, leaflets=11)
        canvas.fill(leaves, mix(PALM_DEEP, PALM_LIGHT, rng.random() * 0.7))


SCENES: dict[str, Scene] = {
    "homestay": homestay,
    "wisata_perahu": boat_trip,
    "snorkeling": reef,
    "ikan_bakar": grilled_plate,
    "miniatur_perahu": boat_craft,
    "perahu": boat_yard,
    "kursi": chair,
    "meja": table,
}

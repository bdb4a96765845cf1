"""From the sea: salted, smoked and fresh fish, anchovies, floss, sambal, seaweed."""

import random
from functools import partial

from . import fillings, props
from .backdrops import flat_scene, table_scene
from .canvas import Canvas, Scene
from .containers import bowl, can, jar
from .fish import fillet, fish
from .geometry import ellipse, moved, placed, ribbon, smooth
from .heaps import inside, lay, mound, sprinkle, stamps
from .labels import Label
from .morsels import anchovy, cracker
from .palette import (
    CORAL,
    CREAM,
    KRAFT,
    MANGO,
    PALM_DEEP,
    SEA,
    SEA_DEEP,
    SHELL,
    SUNSET,
    Colour,
    mix,
    shade,
    tint,
)
from .pouches import pouch
from .spices import chilli, green_leaf, lime, shallot


def salted_fish(canvas: Canvas, rng: random.Random) -> None:
    flat_scene(canvas, rng, rng.choice(("dark", "painted", "cloth", "wood")))
    props.winnowing_tray(canvas, rng, 505, 500, 440)
    for row in range(5):
        shift = (row - 2) * 138
        reach = (150, 186, 196, 186, 150)[row]
        for side in (1, -1):
            y = 500 + shift + side * 24
            fish(
                canvas,
                rng,
                505 + side * reach,
                y,
                rng.uniform(360, 400) - abs(row - 2) * 34,
                rng.uniform(-16, 8),
                "salted",
            )
    for _ in range(3):
        chilli(canvas, rng, rng.uniform(820, 940), rng.uniform(800, 930), 60, rng.uniform(0, 360))
    lime(canvas, rng, 110, 880, 62, 0)


def smoked_fish(canvas: Canvas, rng: random.Random) -> None:
    flat_scene(canvas, rng, rng.choice(("wood", "dark", "mat", "stone")))
    props.banana_leaf(canvas, rng, 500, 500, 1060, 640, rng.uniform(-22, 6))
    for row in range(4):
        y = 290 + row * 138
        fish(
            canvas, rng, 500 + rng.uniform(-30, 30), y, rng.uniform(540, 600), rng.uniform(-14, -4), "smoked"
        )
    for x, y in ((860, 800), (920, 720)):
        lime(canvas, rng, x, y, 58, 0)
    for _ in range(3):
        chilli(canvas, rng, rng.uniform(90, 200), rng.uniform(820, 920), 62, rng.uniform(0, 360))


def smoked_fillet(canvas: Canvas, rng: random.Random) -> None:
    flat_scene(canvas, rng, rng.choice(("dark", "painted", "cloth")))
    props.board(canvas, rng, 500, 510, 820, 620, rng.uniform(-10, 10))
    for row in range(3):
        for column in range(2):
            fillet(
                canvas,
                rng,
                330 + column * 330 + rng.uniform(-16, 16),
                340 + row * 165,
                330,
                rng.uniform(-16, 8),
            )
    for x in (800, 880):
        shallot(canvas, rng, x, 850 + rng.uniform(-20, 20), 46, rng.uniform(0, 360))
    lime(canvas, rng, 150, 850, 66, 0)
    green_leaf(canvas, rng, 850, 180, 100, 40)


def fresh_fish(canvas: Canvas, rng: random.Random) -> None:
    flat_scene(canvas, rng, rng.choice(("painted", "wood", "stone")))
    props.banana_leaf(canvas, rng, 500, 520, 1080, 700, rng.uniform(-12, 12))
    coats = rng.choice(
        (("snapper", "tuna", "snapper"), ("tuna", "tuna", "reef"), ("reef", "snapper", "tuna"))
    )
    for row, coat in enumerate(coats):
        fish(
            canvas,
            rng,
            500 + rng.uniform(-24, 24),
            320 + row * 195,
            680 - 40 * (row % 2),
            rng.uniform(-9, 3),
            coat,
        )
    lime(canvas, rng, 880, 800, 64, 0)
    lime(canvas, rng, 795, 858, 58, 0)


def anchovies(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng)
    small = stamps(canvas, rng, anchovy, 52, variants=16)

    def heap() -> None:
        lay(canvas, rng, small, inside(rng, 490, 662, 290, 74, 120, sorted_down=True), throw=4)
        lay(canvas, rng, small, mound(rng, 490, 690, 560, 190, 230), throw=4)

    bowl(canvas, 490, 670, 320, rng.choice((SEA, SEA_DEEP, (196, 92, 60), SHELL)), heap)
    lay(canvas, rng, small, sprinkle(rng, 830, 905, 50, 7))
    chilli(canvas, rng, 160, 905, 66, -24)
    chilli(canvas, rng, 196, 930, 60, 8)


def floss_heap(
    canvas: Canvas, rng: random.Random, x: float, base: float, width: float, height: float, tone: Colour
) -> None:
    """A soft pile of curls, lit from the left."""
    hill = smooth(
        [
            (x - width / 2, base),
            (x - width * 0.34, base - height * 0.6),
            (x - width * 0.08, base - height),
            (x + width * 0.2, base - height * 0.86),
            (x + width * 0.4, base - height * 0.46),
            (x + width / 2, base),
            (x, base + height * 0.16),
        ]
    )
    canvas.fill(hill, shade(tone, 0.45))
    for layer, colour in enumerate(
        (shade(tone, 0.34), shade(tone, 0.12), tone, tint(tone, 0.24), tint(tone, 0.46))
    ):
        curls = []
        for px, py in mound(
            rng,
            x - layer * 7,
            base - layer * 2,
            width * (1 - layer * 0.06),
            height * (1 - layer * 0.03),
            190 - layer * 26,
        ):
            bend = rng.uniform(-16, 16)
            curl = [(px - 17, py + rng.uniform(-7, 7)), (px, py + bend), (px + 17, py + rng.uniform(-7, 7))]
            curls.append(ribbon(smooth(curl, closed=False, steps=4), 4.4))
        for curl in curls:
            canvas.fill(curl, colour)


def floss(canvas: Canvas, rng: random.Random, *, second: str) -> None:
    table_scene(canvas, rng)
    tone = rng.choice(((206, 142, 76), (190, 120, 64), (216, 158, 92)))
    label = Label("ABON IKAN", rng.choice((SEA_DEEP, CORAL, MANGO)), "fish", second)
    pouch(
        canvas,
        rng,
        370,
        850,
        390,
        620,
        rng.choice((KRAFT, SHELL, mix(SEA, SHELL, 0.75))),
        label,
        window=fillings.strands(rng, tone),
    )
    bowl(
        canvas,
        735,
        800,
        165,
        rng.choice((SHELL, SEA, (190, 96, 62))),
        lambda: floss_heap(canvas, rng, 735, 810, 280, 105, tone),
    )


def floss_can(canvas: Canvas, rng: random.Random, *, second: str) -> None:
    table_scene(canvas, rng)
    tone = (200, 134, 70)
    label = Label("ABON IKAN", rng.choice((SEA_DEEP, (176, 62, 48), PALM_DEEP)), "fish", second)
    can(canvas, 390, 850, 215, 500, label)
    floss_heap(canvas, rng, 760, 900, 300, 120, tone)
    green_leaf(canvas, rng, 640, 935, 62, 160)


def sambal(canvas: Canvas, rng: random.Random, *, second: str) -> None:
    table_scene(canvas, rng)
    tone = rng.choice(((186, 40, 26), (164, 52, 24), (200, 66, 30)))
    label = Label("SAMBAL", rng.choice((SHELL, MANGO, PALM_DEEP)), rng.choice(("chilli", "fish")), second)
    paste = fillings.thick(rng, tone, flecks=((232, 150, 70), (118, 18, 14), (244, 196, 110)))
    jar(canvas, 400, 855, 205, 540, paste, label, lid=rng.choice(((44, 40, 38), MANGO, (190, 150, 90))))
    jar(canvas, 725, 820, 132, 340, paste, label, lid=rng.choice(((44, 40, 38), MANGO)))
    for index in range(4):
        body_x, body_y = 620 + index * 76, 905 + rng.uniform(-14, 22)
        canvas.fill(ellipse(body_x + 10, body_y + 14, 70, 14), (54, 30, 22), opacity=0.4, soft=7)
        chilli(canvas, rng, body_x, body_y, 66, rng.uniform(-40, 20))
    shallot(canvas, rng, 130, 905, 52, 160)


def fish_crackers(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng)
    if rng.random() < 0.5:
        filling = fillings.pieces(rng, cracker, 44, ground=(206, 170, 120))
        jar(canvas, 390, 855, 225, 560, filling, Label("KERUPUK", SUNSET, "fish", "ikan"), lid=(198, 64, 48))
    else:
        window = fillings.pieces(rng, cracker, 36, ground=(206, 170, 120))
        pouch(
            canvas,
            rng,
            380,
            850,
            400,
            620,
            mix(SEA, SHELL, 0.6),
            Label("KERUPUK", SEA_DEEP, "fish", "ikan"),
            window=window,
        )
    lay(canvas, rng, stamps(canvas, rng, cracker, 58), mound(rng, 770, 915, 330, 150, 30), throw=7)


def seaweed(canvas: Canvas, rng: random.Random) -> None:
    """Dried seaweed in a tray: forked stems in greens, browns and violet."""
    flat_scene(canvas, rng, rng.choice(("sand", "painted", "cloth", "wood")))
    props.winnowing_tray(canvas, rng, 500, 500, 440)
    tones = rng.choice(
        (
            ((96, 110, 60), (142, 136, 72), (84, 70, 56)),
            ((126, 74, 84), (160, 104, 96), (96, 58, 66)),
            ((70, 104, 66), (120, 140, 80), (168, 160, 96)),
        )
    )
    for layer in range(3):
        for x, y in inside(rng, 500, 500, 330 - layer * 30, 330 - layer * 30, 60):
            tone = mix(rng.choice(tones), CREAM if layer == 2 else tones[2], 0.14)
            stem = _fork(rng, x, y, rng.uniform(0, 360), 64)
            canvas.fill(moved(stem[0], 5, 7), (40, 26, 20), opacity=0.5)
            canvas.fill([*stem], shade(tone, 0.3 - 0.12 * layer))
            canvas.fill([*[moved(part, -2, -2) for part in stem[:3]]], tint(tone, 0.12 * layer))


def _fork(
    rng: random.Random, x: float, y: float, turn: float, size: float
) -> list[list[tuple[float, float]]]:
    parts = []
    for side in (-1, 1):
        path = [
            (0.0, 0.0),
            (0.4, side * 0.1),
            (0.8, side * rng.uniform(0.2, 0.55)),
            (1.2, side * rng.uniform(0.1, 0.8)),
        ]
        line = smooth(path, closed=False, steps=4)
        parts.append(
            ribbon([_turned(x, y, px * size, py * size, turn) for px, py in line], lambda t: 13 - 8 * t)
        )
        twig = [line[7], (line[7][0] + 0.2, line[7][1] - side * 0.4)]
        parts.append(
            ribbon([_turned(x, y, px * size, py * size, turn) for px, py in twig], lambda t: 9 - 4 * t)
        )
    return parts


def _turned(x: float, y: float, px: float, py: float, turn: float) -> tuple[float, float]:
    return placed([(px, py)], x, y, turn=turn)[0]


SCENES: dict[str, Scene] = {
    "ikan_asin": salted_fish,
    "ikan_asap": smoked_fish,
    "ikan_asap_potong": smoked_fillet,
    "ikan_segar": fresh_fish,
    "teri": anchovies,
    "abon_gurih": partial(floss, second="gurih"),
    "abon_pedas": partial(floss, second="pedas"),
    "abon_kaleng": partial(floss_can, second="gurih"),
    "sambal_roa": partial(sambal, second="roa"),
    "sambal_teri": partial(sambal, second="teri"),
    "sambal_ikan_asap": partial(sambal, second="ikan asap"),
    "sambal_bawang": partial(sambal, second="bawang"),
    "kerupuk_ikan": fish_crackers,
    "rumput_laut": seaweed,
}

"""Snacks and cakes: chips, biscuits, market cakes, buns, palm sugar."""

import random
from functools import partial

from . import fillings, pastry, props, sweets
from .backdrops import flat_scene, table_scene
from .canvas import Canvas, Scene
from .containers import jar
from .geometry import Outline, placed, rectangle, ribbon, smooth
from .heaps import Morsel, inside, lay, mound, ring, stamps
from .labels import Label
from .morsels import cassava_chip, chilli_chip, chip, peanut
from .palette import (
    CORAL,
    CREAM,
    KRAFT,
    MANGO,
    PALM_DEEP,
    SEA,
    SEA_DEEP,
    SHADOW,
    SHELL,
    STRAW,
    SUNSET,
    WOOD_DEEP,
    mix,
    tint,
)
from .pouches import pouch
from .spices import green_leaf


def _single(
    canvas: Canvas, rng: random.Random, morsel: Morsel, x: float, y: float, size: float, turn: float = 0
) -> None:
    """One piece, in front of what is there, with its own shadow."""
    lay(
        canvas,
        rng,
        stamps(canvas, rng, _turned(morsel, turn), size, variants=1),
        [(x, y)],
        throw=size * 0.12,
        depth=0.45,
    )


def _turned(morsel: Morsel, turn: float) -> Morsel:
    def paint(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, _turn: float) -> Outline:
        return morsel(canvas, rng, x, y, size, turn)

    return paint


def banana_chips(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng)
    colour = rng.choice((KRAFT, (246, 214, 110), SHELL, PALM_DEEP))
    label = Label("KERIPIK", rng.choice((PALM_DEEP, SUNSET, SEA_DEEP)), "banana", "pisang")
    pouch(
        canvas,
        rng,
        375,
        850,
        400,
        630,
        colour,
        label,
        window=fillings.pieces(rng, chip, 36, ground=(206, 150, 60)),
    )
    lay(canvas, rng, stamps(canvas, rng, chip, 56), mound(rng, 765, 915, 340, 130, 34), throw=7)


def cassava_chips(canvas: Canvas, rng: random.Random, *, second: str) -> None:
    table_scene(canvas, rng)
    label = Label("KERIPIK", rng.choice((MANGO, CORAL, SEA)), "sprig", second)
    filling = fillings.pieces(rng, cassava_chip, 40, ground=(216, 180, 110))
    if rng.random() < 0.5:
        jar(canvas, 385, 855, 220, 560, filling, label, lid=rng.choice((CORAL, (60, 120, 110), MANGO)))
    else:
        pouch(
            canvas,
            rng,
            375,
            850,
            400,
            630,
            rng.choice((SHELL, (60, 54, 50), mix(MANGO, SHELL, 0.4))),
            label,
            window=filling,
        )
    lay(canvas, rng, stamps(canvas, rng, cassava_chip, 56), mound(rng, 765, 915, 340, 130, 34), throw=7)


def peanuts(canvas: Canvas, rng: random.Random, *, second: str) -> None:
    table_scene(canvas, rng)
    label = Label("KACANG", rng.choice((PALM_DEEP, MANGO, SHELL)), "sun", second)
    jar(
        canvas,
        395,
        855,
        215,
        540,
        fillings.pieces(rng, peanut, 22, ground=(140, 84, 46)),
        label,
        lid=rng.choice((MANGO, CORAL, SEA)),
    )
    lay(canvas, rng, stamps(canvas, rng, peanut, 26), mound(rng, 760, 905, 300, 90, 90), throw=4)


def biscuits(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng)
    filling = fillings.pieces(rng, pastry.biscuit, 44, ground=(196, 136, 60))
    jar(
        canvas,
        385,
        855,
        220,
        520,
        filling,
        Label("KUE KERING", rng.choice((CORAL, PALM_DEEP, SEA)), "sun", "nastar"),
        lid=rng.choice((CORAL, (206, 170, 90), SEA)),
    )
    props.plate(canvas, 765, 870, 165, SHELL, flat=0.36)
    lay(
        canvas,
        rng,
        stamps(canvas, rng, pastry.biscuit, 46),
        [(690, 868), (770, 848), (845, 866), (730, 890), (810, 892), (768, 838)],
        throw=7,
    )


def sago_biscuits(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng)
    pouch(
        canvas,
        rng,
        370,
        850,
        380,
        600,
        rng.choice((KRAFT, SHELL)),
        Label("BAGEA", rng.choice((WOOD_DEEP, SEA_DEEP)), "palm", "sagu kenari"),
        window=fillings.pieces(rng, pastry.sago_biscuit, 42, ground=(150, 108, 66)),
    )
    props.low_tray(canvas, rng, 765, 850, 190)
    lay(canvas, rng, stamps(canvas, rng, pastry.sago_biscuit, 50), mound(rng, 765, 870, 240, 90, 16), throw=7)


def market_cakes(canvas: Canvas, rng: random.Random) -> None:
    """Rows of kue basah on a leaf, from above."""
    flat_scene(canvas, rng, rng.choice(("mat", "wood", "cloth", "painted", "dark")))
    props.winnowing_tray(canvas, rng, 500, 500, 450)
    props.banana_leaf(canvas, rng, 500, 500, 800, 520, rng.uniform(-12, 12))
    # Green cakes vanish on a green leaf: one row of them is enough.
    kinds: list[Morsel] = rng.sample(
        [pastry.sesame_ball, pastry.layer_cake, pastry.brown_cake, pastry.turnover], 3
    )
    kinds.insert(rng.randrange(4), rng.choice([pastry.leaf_ball, pastry.green_roll, pastry.leaf_parcel]))
    for row in range(4):
        kind = kinds[row]
        wide = kind in (pastry.green_roll, pastry.leaf_parcel, pastry.layer_cake, pastry.turnover)
        count, size = (4, 62) if wide else (5, 60)
        reach = (230, 280, 280, 230)[row]
        for column in range(count):
            x = 500 - reach + 2 * reach * column / (count - 1)
            _single(canvas, rng, kind, x, 300 + row * 134, size, rng.uniform(-10, 10))


def one_cake(canvas: Canvas, rng: random.Random, *, kind: Morsel) -> None:
    """One kind of cake on a plate, from above."""
    flat_scene(canvas, rng, rng.choice(("mat", "wood", "cloth", "painted", "stone")))
    props.plate(canvas, 500, 500, 430, rng.choice((SHELL, mix(SEA, SHELL, 0.8))))
    wide = kind in (pastry.turnover, pastry.leaf_parcel)
    if kind is not pastry.leaf_ball:
        props.banana_leaf(canvas, rng, 500, 505, 660, 460, rng.uniform(-30, 30))
    for x, y in (*ring(rng, 500, 500, 210, 190, 5 if wide else 7, start=20), (500, 500)):
        _single(canvas, rng, kind, x, y, 84 if wide else 88, rng.uniform(-24, 24))


def buns(canvas: Canvas, rng: random.Random) -> None:
    flat_scene(canvas, rng, rng.choice(("cloth", "wood", "stone", "dark")))
    props.board(canvas, rng, 500, 510, 860, 720, rng.uniform(-7, 7))
    for row in range(3):
        for column in range(3):
            _single(canvas, rng, sweets.bun, 262 + column * 240 + rng.uniform(-8, 8), 296 + row * 212, 118)


def palm_sugar(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng)
    props.banana_leaf(canvas, rng, 510, 850, 860, 200, -3)
    if rng.random() < 0.5:
        places = [(300, 826), (520, 836), (730, 820), (410, 716), (620, 712), (515, 606)]
        for x, y in places:
            _single(canvas, rng, sweets.sugar_dome, x, y, 124)
    else:
        places = [(270, 800), (470, 816), (670, 800), (370, 696), (570, 700), (470, 596), (830, 850)]
        for x, y in places:
            _single(canvas, rng, sweets.sugar_block, x, y, 100)
    ribbon_path = smooth([(120, 905), (200, 925), (300, 912)], closed=False)
    canvas.fill(ribbon(ribbon_path, 9), STRAW)
    green_leaf(canvas, rng, 880, 925, 64, 190)


def toffee(canvas: Canvas, rng: random.Random) -> None:
    """Dodol: dark sweets in twisted paper, on a plate."""
    flat_scene(canvas, rng, rng.choice(("mat", "wood", "cloth", "painted")))
    props.plate(canvas, 500, 500, 430, SHELL)
    tones = rng.choice(
        (
            ((116, 62, 40), (86, 124, 64), (206, 120, 60)),
            ((116, 62, 40), (140, 78, 46)),
            ((206, 120, 60), (196, 70, 76)),
        )
    )
    for x, y in inside(rng, 500, 500, 260, 260, 26):
        tone, turn = rng.choice(tones), rng.uniform(0, 180)
        ends = [
            placed([(side * 50, 0), (side * 92, -30), (side * 84, 0), (side * 92, 30)], x, y, turn=turn)
            for side in (-1, 1)
        ]
        core = placed(rectangle(-58, -30, 58, 30, 22), x, y, turn=turn)
        canvas.shadow(core, dx=8, dy=11, soft=8)
        canvas.fill(ends, tint(tone, 0.5), opacity=0.92)
        canvas.fill(core, tint(tone, 0.06))
        canvas.fill(placed(rectangle(-48, -20, 40, -8, 6), x, y, turn=turn), CREAM, opacity=0.5, soft=4)
        canvas.fill(placed(rectangle(-52, 8, 52, 26, 10), x, y, turn=turn), SHADOW, opacity=0.24, soft=6)


def stick_snack(canvas: Canvas, rng: random.Random) -> None:
    table_scene(canvas, rng)
    window = fillings.pieces(rng, chilli_chip, 36, ground=(190, 120, 60))
    pouch(
        canvas,
        rng,
        380,
        850,
        390,
        620,
        (60, 54, 50),
        Label("KERIPIK", CORAL, "chilli", "pedas"),
        window=window,
    )
    lay(canvas, rng, stamps(canvas, rng, chilli_chip, 54), mound(rng, 760, 915, 320, 120, 30), throw=7)


SCENES: dict[str, Scene] = {
    "keripik_pedas": stick_snack,
    "keripik_pisang": banana_chips,
    "keripik_singkong": partial(cassava_chips, second="singkong"),
    "keripik_sukun": partial(cassava_chips, second="sukun"),
    "kacang_goreng": partial(peanuts, second="goreng"),
    "kacang_telur": partial(peanuts, second="telur"),
    "kue_kering": biscuits,
    "bagea": sago_biscuits,
    "kue_basah": market_cakes,
    "klepon": partial(one_cake, kind=pastry.leaf_ball),
    "onde_onde": partial(one_cake, kind=pastry.sesame_ball),
    "cucur": partial(one_cake, kind=pastry.brown_cake),
    "panada": partial(one_cake, kind=pastry.turnover),
    "lalampa": partial(one_cake, kind=pastry.leaf_parcel),
    "roti": buns,
    "gula_merah": palm_sugar,
    "dodol": toffee,
}

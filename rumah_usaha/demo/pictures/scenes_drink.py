"""Coffee, cocoa, honey and drinks."""

import random
from functools import partial

from . import coconuts, fillings, props
from .backdrops import flat_scene, table_scene
from .canvas import Canvas, Linear, Scene, ball, cylinder
from .containers import bottle, jar, shine, standing_shadow
from .geometry import ellipse, grown, placed, rectangle, revolved, ribbon, smooth
from .heaps import inside, lay, mound, sprinkle, stamps
from .labels import Label, band
from .morsels import coffee_bean
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
    WHITE,
    WOOD_DEEP,
    WOOD_LIGHT,
    Colour,
    mix,
    shade,
    tint,
)
from .pouches import pouch
from .spices import green_leaf, lime


def coffee(canvas: Canvas, rng: random.Random, *, second: str) -> None:
    table_scene(canvas, rng)
    colour = rng.choice((KRAFT, (50, 42, 38), SEA_DEEP, SHELL))
    label = Label("KOPI", rng.choice((WOOD_DEEP, MANGO, SHELL, SEA)), "bean", second)
    pouch(canvas, rng, 350, 845, 370, 610, colour, label)
    props.cup(canvas, 735, 850, 100, rng.choice((SHELL, SEA, CORAL)), (64, 36, 24))
    props.steam(canvas, rng, 735, 730, 190)
    beans = stamps(canvas, rng, coffee_bean, 22, variants=14)
    lay(canvas, rng, beans, mound(rng, 500, 935, 420, 50, 70), throw=4)


def coffee_beans(canvas: Canvas, rng: random.Random) -> None:
    flat_scene(canvas, rng, rng.choice(("wood", "cloth", "stone", "painted")))
    props.winnowing_tray(canvas, rng, 500, 500, 440)
    beans = stamps(canvas, rng, coffee_bean, 25, variants=16)
    lay(canvas, rng, beans, inside(rng, 500, 500, 345, 345, 640), throw=4)
    lay(canvas, rng, beans, sprinkle(rng, 850, 880, 60, 10, flat=0.9))


def honey(canvas: Canvas, rng: random.Random, *, second: str) -> None:
    table_scene(canvas, rng)
    tone = rng.choice(((226, 142, 30), (196, 104, 26), (238, 170, 56)))
    label = Label("MADU", rng.choice((SHELL, (70, 48, 30), MANGO)), "comb", second)
    jar(
        canvas,
        390,
        855,
        200,
        470,
        fillings.clear(tone),
        label,
        lid=rng.choice(((206, 170, 90), (70, 48, 34))),
    )
    x, y = 770, 850
    canvas.shadow(ellipse(x, y, 130, 44), dx=20, dy=16, soft=12)
    canvas.fill(band(x, y - 34, y, 130, 42), cylinder(WOOD_LIGHT, x - 130, x + 130))
    canvas.fill(ellipse(x, y - 34, 130, 42), tint(WOOD_LIGHT, 0.2))
    canvas.fill(
        ellipse(x, y - 36, 96, 28),
        Linear((x - 96, 0), (x + 96, 0), [(0, shade(tone, 0.3)), (0.4, tint(tone, 0.4)), (1, tone)]),
    )
    stick = [(x + 12, y - 60), (x + 150, y - 290)]
    canvas.fill(ribbon(stick, 15), WOOD_LIGHT)
    for step in range(5):
        px, py = x + 4 + step * 11, y - 48 - step * 18
        canvas.fill(ellipse(px, py, 30 - abs(step - 2) * 4, 12, turn=30), shade(WOOD_LIGHT, 0.24))
        canvas.fill(ellipse(px - 3, py - 3, 28 - abs(step - 2) * 4, 8, turn=30), tint(tone, 0.3))


def bottled_drink(canvas: Canvas, rng: random.Random, *, word: str, second: str, tone: Colour) -> None:
    table_scene(canvas, rng)
    label = Label(word, rng.choice((SHELL, PALM_DEEP, SEA)), rng.choice(("sprig", "drop")), second)
    bottle(canvas, 290, 850, 112, 600, tone, label, cap=rng.choice((PALM_DEEP, MANGO, SHELL)))
    bottle(canvas, 520, 860, 112, 600, tone, label, cap=rng.choice((PALM_DEEP, MANGO, SHELL)))
    _glass(canvas, rng, 775, 865, 100, 260, tone)


def _glass(
    canvas: Canvas, rng: random.Random, x: float, base: float, radius: float, height: float, drink: Colour
) -> None:
    top = base - height
    standing_shadow(canvas, x, base, radius * 0.8, height)
    body = revolved([(top, radius), (base, radius * 0.78)], x)
    canvas.fill(body, (240, 246, 240), opacity=0.5)
    level = top + height * 0.16
    liquid = revolved([(level, radius * 0.94), (base - 14, radius * 0.74)], x)
    canvas.fill(
        liquid,
        Linear(
            (x - radius, 0),
            (x + radius, 0),
            [(0, shade(drink, 0.3)), (0.25, tint(drink, 0.3)), (0.6, drink), (1, shade(drink, 0.3))],
        ),
    )
    canvas.fill(ellipse(x, level, radius * 0.94, radius * 0.14), tint(drink, 0.45))
    mask = canvas.mask(liquid)
    for _ in range(4):
        cube = placed(
            rectangle(-30, -30, 30, 30, 8),
            x + rng.uniform(-44, 44),
            level + rng.uniform(0, 70),
            turn=rng.uniform(0, 90),
        )
        canvas.fill(cube, WHITE, opacity=0.34, within=mask)
        canvas.fill(grown(cube, 0.7), tint(drink, 0.5), opacity=0.5, within=mask)
    shine(canvas, x, top + 20, base - 20, radius * 0.9, canvas.mask(body))
    canvas.fill(ribbon(ellipse(x, top, radius, radius * 0.15), 4), WHITE, opacity=0.6)
    lime(canvas, rng, x + radius * 0.86, top + 6, 46, 0)
    canvas.fill(ribbon([(x - 20, level + 60), (x - 70, top - 110)], 13), CORAL)


def fresh_drink(canvas: Canvas, rng: random.Random) -> None:
    """A young coconut, opened, and a tall glass."""
    table_scene(canvas, rng)
    coconuts.whole_coconut(canvas, rng, 340, 720, 200, green=True)
    canvas.fill(ellipse(340, 560, 118, 40), (232, 226, 196))
    canvas.fill(
        ellipse(340, 564, 92, 28), Linear((250, 0), (430, 0), [(0, (196, 190, 160)), (1, (250, 250, 240))])
    )
    canvas.fill(ribbon([(350, 575), (430, 400)], 14), CORAL)
    canvas.fill(ribbon([(345, 575), (425, 400)], 4), CREAM, opacity=0.5)
    _glass(
        canvas,
        rng,
        690,
        865,
        122,
        340,
        rng.choice(((240, 240, 220), (250, 190, 90), (240, 150, 130), (120, 186, 110))),
    )
    green_leaf(canvas, rng, 540, 915, 70, 165)


def instant_powder(canvas: Canvas, rng: random.Random, *, word: str, second: str, tone: Colour) -> None:
    table_scene(canvas, rng)
    pouch(
        canvas,
        rng,
        370,
        850,
        390,
        610,
        rng.choice((KRAFT, SHELL, mix(MANGO, SHELL, 0.4))),
        Label(word, rng.choice((PALM_DEEP, SUNSET, SEA)), "sprig", second),
        window=fillings.powder(rng, tone),
    )
    props.low_tray(canvas, rng, 760, 850, 180)
    pile = smooth([(620, 862), (690, 800), (760, 768), (830, 800), (900, 862), (760, 900)])
    canvas.fill(pile, ball(tone, 740, 820, 150, 70))


SCENES: dict[str, Scene] = {
    "kopi_bubuk": partial(coffee, second="bubuk"),
    "kopi_robusta": partial(coffee, second="robusta"),
    "biji_kopi": coffee_beans,
    "madu_hutan": partial(honey, second="hutan"),
    "madu_trigona": partial(honey, second="trigona"),
    "jahe_botol": partial(bottled_drink, word="JAHE", second="gula aren", tone=(222, 150, 40)),
    "kunyit_botol": partial(bottled_drink, word="KUNYIT", second="asam", tone=(226, 176, 40)),
    "saraba": partial(bottled_drink, word="SARABA", second="siap seduh", tone=(176, 92, 50)),
    "sirup_pala": partial(bottled_drink, word="SIRUP", second="pala", tone=(196, 60, 70)),
    "sari_markisa": partial(bottled_drink, word="SARI", second="markisa", tone=(240, 196, 70)),
    "minuman_segar": fresh_drink,
    "jahe_bubuk": partial(instant_powder, word="JAHE", second="instan", tone=(214, 170, 100)),
    "kunyit_bubuk": partial(instant_powder, word="KUNYIT", second="bubuk", tone=(230, 170, 50)),
    "tepung_sagu": partial(instant_powder, word="TEPUNG", second="sagu", tone=(240, 232, 214)),
    "kelor_bubuk": partial(instant_powder, word="KELOR", second="bubuk", tone=(130, 150, 80)),
}

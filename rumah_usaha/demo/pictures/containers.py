"""Packages and vessels, standing on the table: jars, bottles, pouches, cans, bowls."""

from collections.abc import Callable

from .canvas import Canvas, Linear, Mask, Paint, cylinder
from .geometry import ellipse, moved, rectangle, revolved, smooth
from .labels import TILT, Label, band, wrap_label
from .palette import CREAM, KRAFT, SHADOW, STEEL, WHITE, Colour, mix, shade, tint

# Paints what is inside, clipped to the mask: (canvas, mask, x0, y0, x1, y1).
Filling = Callable[[Canvas, Mask, float, float, float, float], None]


def standing_shadow(canvas: Canvas, x: float, base: float, radius: float, height: float) -> None:
    """A long shadow to the right over the table, and the dark line where the thing touches it."""
    reach = min(height * 0.55, 260)
    slanted = [
        (x - radius * 0.8, base + radius * 0.06),
        (x + radius * 0.5, base + radius * TILT * 1.4),
        (x + radius + reach, base - reach * 0.1),
        (x + radius * 0.7 + reach * 0.8, base - reach * 0.32),
        (x, base - radius * TILT),
    ]
    canvas.fill(smooth(slanted, steps=5), SHADOW, opacity=0.34, soft=17)
    canvas.fill(
        ellipse(x + radius * 0.06, base + radius * TILT * 0.55, radius * 1.04, radius * TILT * 1.1),
        SHADOW,
        opacity=0.62,
        soft=7,
    )


def jar(
    canvas: Canvas,
    x: float,
    base: float,
    radius: float,
    height: float,
    filling: Filling,
    label: Label | None,
    *,
    lid: Colour,
) -> None:
    top = base - height
    body = revolved(
        [
            (top + height * 0.13, radius * 0.82),
            (top + height * 0.2, radius * 0.98),
            (top + height * 0.3, radius),
            (base - height * 0.06, radius),
            (base, radius * 0.93),
        ],
        x,
        tilt=TILT,
    )
    standing_shadow(canvas, x, base, radius, height)
    canvas.fill(body, cylinder((214, 222, 212), x - radius, x + radius, gloss=0.3))
    level = top + height * 0.24
    inner = revolved(
        [
            (level, radius * 0.93),
            (base - height * 0.05, radius * 0.94),
            (base - height * 0.01, radius * 0.88),
        ],
        x,
        tilt=TILT,
    )
    mask = canvas.mask(inner)
    if mask is not None:
        filling(canvas, mask, x - radius, level - radius * TILT, x + radius, base + radius * TILT)
        for x0, x1, strength in ((x - radius, x - radius * 0.7, 0.3), (x + radius * 0.4, x + radius, 0.36)):
            side = rectangle(x0, level - 60, x1, base + 60)
            canvas.fill(side, SHADOW, opacity=strength, soft=radius * 0.2, within=mask)
    if label is not None:
        wrap_label(canvas, label, x, top + height * 0.42, base - height * 0.14, radius * 1.005)
    glass = canvas.mask(body)
    shine(canvas, x, top + height * 0.26, base - height * 0.04, radius, glass)
    lid_low = top + height * 0.14
    canvas.fill(
        moved(band(x, top, lid_low, radius * 0.9, radius * 0.9 * TILT), 0, 5),
        SHADOW,
        opacity=0.4,
        soft=5,
        within=glass,
    )
    canvas.fill(
        band(x, top, lid_low, radius * 0.9, radius * 0.9 * TILT),
        cylinder(lid, x - radius * 0.9, x + radius * 0.9),
    )
    for step in (0.35, 0.65):
        groove = top + (lid_low - top) * step
        canvas.fill(
            band(x, groove, groove + 3, radius * 0.9, radius * 0.9 * TILT), shade(lid, 0.5), opacity=0.35
        )
    crown = ellipse(x, top, radius * 0.9, radius * 0.9 * TILT)
    canvas.fill(
        crown,
        Linear(
            (x - radius, top),
            (x + radius, top + 20),
            [(0, tint(lid, 0.5)), (0.5, tint(lid, 0.15)), (1, shade(lid, 0.2))],
        ),
    )
    canvas.fill(ellipse(x, top, radius * 0.78, radius * 0.78 * TILT), shade(lid, 0.1), opacity=0.4)


def shine(canvas: Canvas, x: float, top: float, bottom: float, radius: float, within: Mask | None) -> None:
    """What glass does to the window behind the viewer."""
    strip = rectangle(x - radius * 0.74, top, x - radius * 0.56, bottom - radius * 0.12, radius * 0.09)
    canvas.fill(strip, WHITE, opacity=0.55, soft=3, within=within)
    canvas.fill(
        rectangle(x - radius * 0.5, top + radius * 0.1, x - radius * 0.45, bottom - radius * 0.5, 4),
        WHITE,
        opacity=0.4,
        soft=2,
        within=within,
    )
    canvas.fill(
        rectangle(x + radius * 0.84, top, x + radius * 0.9, bottom, 4),
        WHITE,
        opacity=0.35,
        soft=3,
        within=within,
    )


def bottle(
    canvas: Canvas,
    x: float,
    base: float,
    radius: float,
    height: float,
    liquid: Colour,
    label: Label | None,
    *,
    cap: Colour,
    slim: bool = False,
) -> None:
    top = base - height
    shoulder = top + height * (0.4 if slim else 0.3)
    neck = radius * (0.3 if slim else 0.36)
    profile = [
        (top + height * 0.06, neck),
        (top + height * 0.15, neck),
        (shoulder - height * 0.06, radius * 0.72),
        (shoulder + height * 0.04, radius),
        (base - height * 0.05, radius),
        (base, radius * 0.93),
    ]
    body = revolved(profile, x, tilt=TILT)
    standing_shadow(canvas, x, base, radius, height)
    canvas.fill(body, cylinder(mix(liquid, (228, 230, 214), 0.55), x - radius, x + radius, gloss=0.3))
    level = top + height * 0.2
    wet = [
        (level, neck * 1.02),
        *[(y, r * 0.95) for y, r in profile[2:5]],
        (base - height * 0.012, radius * 0.88),
    ]
    stops = [
        (0, shade(liquid, 0.5)),
        (0.16, liquid),
        (0.34, tint(liquid, 0.42)),
        (0.52, liquid),
        (0.86, shade(liquid, 0.42)),
        (1, tint(liquid, 0.1)),
    ]
    inner = revolved(wet, x, tilt=TILT)
    canvas.fill(inner, Linear((x - radius, 0), (x + radius, 0), stops))
    wet_mask = canvas.mask(inner)
    # Light gathers low on the far side of a full bottle.
    canvas.fill(
        ellipse(x + radius * 0.34, base - height * 0.14, radius * 0.42, height * 0.12),
        tint(liquid, 0.75),
        opacity=0.55,
        soft=radius * 0.2,
        within=wet_mask,
    )
    if label is not None:
        wrap_label(canvas, label, x, shoulder + height * 0.12, base - height * 0.12, radius * 1.005)
    shine(canvas, x, shoulder, base - height * 0.03, radius, canvas.mask(body))
    canvas.fill(
        band(x, top, top + height * 0.09, neck * 1.16, neck * TILT),
        cylinder(cap, x - neck * 1.16, x + neck * 1.16),
    )
    canvas.fill(ellipse(x, top, neck * 1.16, neck * TILT * 1.16), tint(cap, 0.3))


def can(canvas: Canvas, x: float, base: float, radius: float, height: float, label: Label) -> None:
    top = base - height
    standing_shadow(canvas, x, base, radius, height)
    canvas.fill(band(x, top, base, radius, radius * TILT), cylinder(STEEL, x - radius, x + radius, gloss=0.7))
    wrap_label(canvas, label, x, top + height * 0.08, base - height * 0.07, radius)
    canvas.fill(
        ellipse(x, top, radius, radius * TILT),
        Linear(
            (x - radius, top), (x + radius, top), [(0, tint(STEEL, 0.6)), (0.5, STEEL), (1, tint(STEEL, 0.3))]
        ),
    )
    canvas.fill(ellipse(x, top + 3, radius * 0.88, radius * 0.88 * TILT), shade(STEEL, 0.24))
    canvas.fill(ellipse(x, top + 6, radius * 0.84, radius * 0.84 * TILT), tint(STEEL, 0.35))


def bowl(
    canvas: Canvas,
    x: float,
    rim: float,
    radius: float,
    colour: Paint,
    heap: Callable[[], None] | None,
    *,
    deep: float = 0.62,
    tilt: float = 0.3,
) -> None:
    """An open bowl; `heap` paints the contents after the inside and before the front rim."""
    plain = colour if isinstance(colour, tuple) else KRAFT
    base = rim + radius * deep
    standing_shadow(canvas, x, base + radius * 0.05, radius * 0.62, radius)
    body = revolved(
        [
            (rim, radius),
            (rim + radius * deep * 0.4, radius * 0.9),
            (rim + radius * deep * 0.8, radius * 0.62),
            (base, radius * 0.44),
        ],
        x,
        tilt=tilt * 0.6,
    )
    canvas.fill(body, cylinder(plain, x - radius, x + radius))
    mask = canvas.mask(body)
    canvas.fill(
        ellipse(x, base + radius * 0.1, radius * 0.9, radius * 0.36),
        SHADOW,
        opacity=0.42,
        soft=radius * 0.12,
        within=mask,
    )
    for shift, width, tone in ((0.17, 0.05, CREAM), (0.27, 0.02, CREAM)):
        stripe = band(x, rim + radius * shift, rim + radius * (shift + width), radius * 0.99, radius * tilt)
        canvas.fill(stripe, tone, opacity=0.5, within=mask)
    canvas.fill(ellipse(x, rim, radius, radius * tilt), tint(plain, 0.4))
    canvas.fill(
        ellipse(x, rim + 2, radius * 0.955, radius * tilt * 0.93),
        Linear((x - radius, rim), (x + radius, rim), [(0, shade(plain, 0.55)), (1, shade(plain, 0.2))]),
    )
    if heap is not None:
        heap()

"""Paper labels with a mark and a plain word: what is in the package, never a brand."""

from dataclasses import dataclass

from .canvas import Canvas, cylinder
from .emblems import EMBLEMS
from .geometry import Outline, ellipse
from .palette import INK, SHELL, Colour, mix

TILT = 0.15


@dataclass(frozen=True)
class Label:
    words: str
    colour: Colour
    emblem: str = "wave"
    second: str = ""

    @property
    def ink(self) -> Colour:
        return SHELL if sum(self.colour) < 420 else mix(INK, self.colour, 0.12)


def band(x: float, top: float, bottom: float, radius: float, curve: float) -> Outline:
    """A strip around a round body."""
    lower = ellipse(x, bottom, radius, curve, arc=(0, 180))
    upper = ellipse(x, top, radius, curve, arc=(180, 0))
    return lower + upper


def wrap_label(canvas: Canvas, label: Label, x: float, top: float, bottom: float, radius: float) -> None:
    """A paper label on a round body, with its emblem and a plain word: what it is, never a brand."""
    curve = radius * TILT
    height = bottom - top
    canvas.fill(
        band(x, top, bottom, radius, curve), cylinder(label.colour, x - radius, x + radius, gloss=0.22)
    )
    for edge in (top + height * 0.07, bottom - height * 0.07):
        stripe = band(x, edge - height * 0.012, edge + height * 0.012, radius, curve)
        canvas.fill(stripe, label.ink, opacity=0.75)
    print_label(canvas, label, x, (top + bottom) / 2 + curve * 0.6, radius * 1.5, height * 0.76)


def print_label(canvas: Canvas, label: Label, x: float, y: float, width: float, height: float) -> None:
    size = min(height * 0.27, width * 1.2 / max(4, len(label.words)))
    mark = min(height * 0.27, width * 0.26)
    EMBLEMS[label.emblem](canvas, x, y - height * 0.22, mark, label.ink)
    canvas.text(label.words, x, y + height * 0.16, size, label.ink)
    if label.second:
        small = min(size * 0.68, width * 1.3 / max(6, len(label.second)))
        canvas.text(label.second, x, y + height * 0.36, small, label.ink, opacity=0.9, bold=False)

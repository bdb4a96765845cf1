"""Small charts as plain geometry: a template writes them out as SVG, with a table beside each that says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from common.templatetags.indonesia import angka

Number = int | float

# In units of the drawing, about a CSS pixel on a phone.
_WIDTH = 320
_BAR_ROW, _BAR_TOP, _BAR_HEIGHT, _VALUE_ROOM = 40, 20, 12, 64
_COLUMN_HEIGHT, _COLUMN_TOP, _COLUMN_FOOT, _COLUMN_WIDTH = 150, 18, 22, 28
_LONGEST_LABEL = 44  # characters


@dataclass(frozen=True)
class Box:
    """Numbers as text: a template would write a thousand units as "1.000"."""

    x: str
    y: str
    width: str
    height: str
    tone: str


@dataclass(frozen=True)
class Word:
    x: str
    y: str
    text: str
    anchor: str = "start"
    tone: str = "label"


@dataclass(frozen=True)
class Chart:
    key: str
    title: str
    description: str
    width: str
    height: str
    boxes: tuple[Box, ...]
    words: tuple[Word, ...]
    legend: tuple[tuple[str, str], ...] = ()  # (tone, label)


def bars(
    key: str,
    title: str,
    lines: Sequence[tuple[str, Number, str]],
    *,
    full: Number = 0,
    has_mark: bool = False,
) -> Chart:
    """A lying bar for each (label, value, value in words). `full` is what fills the width; else the largest value.

    With `has_mark` an upright stroke stands there: the target.
    """
    room = _WIDTH - _VALUE_ROOM
    most = max([full, *(value for _, value, _ in lines), 1e-9])
    boxes: list[Box] = []
    words: list[Word] = []
    for place, (label, value, text) in enumerate(lines):
        top = place * _BAR_ROW
        width = room * max(value, 0) / most
        boxes.append(_box(0, top + _BAR_TOP, room, _BAR_HEIGHT, "track"))
        boxes.append(_box(0, top + _BAR_TOP, width, _BAR_HEIGHT, "now"))
        if has_mark:
            boxes.append(_box(room * full / most - 1, top + _BAR_TOP - 2, 2, _BAR_HEIGHT + 4, "mark"))
        words.append(_word(0, top + 14, _short(label)))
        words.append(_word(_WIDTH, top + _BAR_TOP + 10, text, "end", "value"))
    told = "; ".join(f"{label} {text}" for label, _, text in lines)
    return Chart(
        key,
        title,
        f"Diagram batang. {told}.",
        str(_WIDTH),
        str(max(len(lines), 1) * _BAR_ROW),
        tuple(boxes),
        tuple(words),
    )


def columns(
    key: str,
    title: str,
    groups: Sequence[tuple[str, Sequence[Number | None]]],
    *,
    series: Sequence[tuple[str, str]],
) -> Chart:
    """Standing bars side by side in each group; `series` names them as (tone, label). None draws no bar."""
    most = max([value for _, values in groups for value in values if value] or [1])
    step = _WIDTH / max(len(groups), 1)
    boxes: list[Box] = []
    words: list[Word] = []
    for place, (label, values) in enumerate(groups):
        middle = step * (place + 0.5)
        words.append(_word(middle, _COLUMN_TOP + _COLUMN_HEIGHT + 16, label, "middle"))
        for at, ((tone, _), value) in enumerate(zip(series, values, strict=True)):
            if value is None:
                continue
            height = _COLUMN_HEIGHT * value / most
            x = middle + (at - len(series) / 2) * (_COLUMN_WIDTH + 2)
            top = _COLUMN_TOP + _COLUMN_HEIGHT - height
            boxes.append(_box(x, top, _COLUMN_WIDTH, height, tone))
            words.append(_word(x + _COLUMN_WIDTH / 2, top - 4, angka(value), "middle", "value"))
    told = "; ".join(
        f"{label}: "
        + ", ".join(
            f"{name} {'belum ada' if value is None else angka(value)}"
            for (_, name), value in zip(series, values, strict=True)
        )
        for label, values in groups
    )
    return Chart(
        key,
        title,
        f"Diagram batang. {told}.",
        str(_WIDTH),
        str(_COLUMN_TOP + _COLUMN_HEIGHT + _COLUMN_FOOT),
        tuple(boxes),
        tuple(words),
        legend=tuple(series),
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_LABEL else f"{text[: _LONGEST_LABEL - 1].rstrip()}…"


def _box(x: Number, y: Number, width: Number, height: Number, tone: str) -> Box:
    return Box(_units(x), _units(y), _units(width), _units(height), tone)


def _word(x: Number, y: Number, text: str, anchor: str = "start", tone: str = "label") -> Word:
    return Word(_units(x), _units(y), text, anchor, tone)


def _units(value: Number) -> str:
    return f"{float(value):.1f}".removesuffix(".0")

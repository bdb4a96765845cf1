"""Our own drawings (the mark, the plaited band, the motifs of the categories) as pixels, from the files that pages use.

Only as much of SVG as those files contain: groups, paths, circles, ellipses, rectangles; plain fills and strokes.
"""

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from django.contrib.staticfiles import finders
from PIL import Image, ImageColor, ImageDraw

Point = tuple[float, float]
# a, b, c, d, e, f as SVG writes them: (x, y) becomes (ax + cy + e, bx + dy + f).
Matrix = tuple[float, float, float, float, float, float]
Style = dict[str, str]

# Drawn larger, then reduced: Pillow draws without smoothing.
_OVERSIZE = 4
_CURVE_STEPS = 16
_STYLES = ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-dasharray", "opacity")
_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_NUMBERS_OF = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}


@lru_cache(maxsize=32)
def drawn(path: str, width: int, height: int, view: str = "") -> Image.Image:
    """A file of `static/` at this size on nothing; `view` picks one of several drawings by its id."""
    found = finders.find(path)
    if not found:
        raise FileNotFoundError(path)
    root = ElementTree.fromstring(Path(found).read_text())  # noqa: S314 # nosec B314 # a file of ours
    left, top, across, down = map(float, _viewbox(root, view).split())
    x, y = width * _OVERSIZE / across, height * _OVERSIZE / down
    canvas = Image.new("RGBA", (width * _OVERSIZE, height * _OVERSIZE))
    _draw(canvas, root, (x, 0, 0, y, -left * x, -top * y), {})
    return canvas.resize((width, height), Image.Resampling.BOX)


def _viewbox(root: ElementTree.Element, view: str) -> str:
    """That of the drawing `view`; of the file as a whole, which shows its fallback, where it has none so named."""
    for element in root:
        if view and element.get("id") == view:
            return element.attrib["viewBox"]
    return root.attrib["viewBox"]


def _draw(canvas: Image.Image, element: ElementTree.Element, matrix: Matrix, inherited: Style) -> None:
    style = inherited | {name: element.attrib[name] for name in _STYLES if name in element.attrib}
    matrix = _moved(matrix, element.get("transform", ""))
    for child in element:
        _draw(canvas, child, matrix, style)
    lines = [([_apply(matrix, point) for point in points], closed) for points, closed in _outline(element)]
    if not any(_is_on(canvas, points) for points, _ in lines):
        return
    # Pillow's brush replaces what is below; only what shines through needs a sheet of its own.
    layer = Image.new("RGBA", canvas.size) if "opacity" in style else canvas
    brush = ImageDraw.Draw(layer)
    if fill := _colour(style.get("fill", "#000"), style):
        for points, _ in lines:
            if len(points) > 2:
                brush.polygon(points, fill=fill)
    if stroke := _colour(style.get("stroke", "none"), style):
        scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
        width = float(style.get("stroke-width", 1)) * scale
        dashes = [float(each) * scale for each in style.get("stroke-dasharray", "").split()]
        for points, closed in lines:
            outline = [*points, points[0]] if closed else points
            for part in _dashed(outline, dashes):
                _stroke(brush, part, stroke, width, is_round=style.get("stroke-linecap") == "round")
    if layer is not canvas:
        canvas.alpha_composite(layer)


def _is_on(canvas: Image.Image, points: Sequence[Point]) -> bool:
    """A file of several drawings is mostly beside the one asked for."""
    margin, (width, height) = canvas.width / 4, canvas.size
    return (
        max(x for x, _ in points) > -margin
        and min(x for x, _ in points) < width + margin
        and max(y for _, y in points) > -margin
        and min(y for _, y in points) < height + margin
    )


def _colour(value: str, style: Style) -> tuple[int, ...] | None:
    if value == "none":
        return None
    return (*ImageColor.getrgb(value)[:3], round(255 * float(style.get("opacity", 1))))


def _stroke(
    brush: ImageDraw.ImageDraw,
    points: Sequence[Point],
    colour: tuple[int, ...],
    width: float,
    *,
    is_round: bool,
) -> None:
    brush.line(points, fill=colour, width=max(1, round(width)), joint="curve")
    if is_round:
        half = width / 2
        for x, y in (points[0], points[-1]):
            brush.ellipse((x - half, y - half, x + half, y + half), fill=colour)


def _dashed(points: Sequence[Point], dashes: Sequence[float]) -> Iterator[list[Point]]:
    if not dashes:
        yield list(points)
        return
    part, left, number = [points[0]], dashes[0], 0
    for target in points[1:]:
        at = part[-1]
        while (distance := math.dist(at, target)) > left:
            share = left / distance
            at = (at[0] + (target[0] - at[0]) * share, at[1] + (target[1] - at[1]) * share)
            if number % 2 == 0:
                yield [*part, at]
            number += 1
            part, left = [at], dashes[number % len(dashes)]
        part.append(target)
        left -= distance
    if number % 2 == 0 and len(part) > 1:
        yield part


# --- geometry ----------------------------------------------------------------------------------


def _apply(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f


def _moved(matrix: Matrix, transform: str) -> Matrix:
    """`matrix` after "translate(x)" or "rotate(degrees x y)"."""
    numbers = [float(each) for each in re.findall(r"-?[\d.]+", transform)]
    if transform.startswith("translate"):
        dx, dy = (*numbers, 0.0)[:2]
        return (*matrix[:4], *_apply(matrix, (dx, dy)))
    if transform.startswith("rotate"):
        turn, x, y = math.radians(numbers[0]), *numbers[1:]
        cos, sin = math.cos(turn), math.sin(turn)
        a, b, c, d, _, _ = matrix
        start = _apply(matrix, (x - cos * x + sin * y, y - sin * x - cos * y))
        return a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, *start
    return matrix


def _outline(element: ElementTree.Element) -> list[tuple[list[Point], bool]]:
    """The lines of one element, each with whether it returns to its start."""
    kind = element.tag.rpartition("}")[2]
    size = {
        name: float(element.get(name, 0))
        for name in ("x", "y", "width", "height", "cx", "cy", "r", "rx", "ry")
    }
    if kind == "path":
        return _path(element.attrib["d"])
    if kind in ("circle", "ellipse"):
        across, down = size["rx"] or size["r"], size["ry"] or size["r"]
        return [(_ring((size["cx"], size["cy"]), across, down, 0, 2 * math.pi), True)]
    if kind == "rect":
        x, y, width, height, r = size["x"], size["y"], size["width"], size["height"], size["rx"]
        corners = [
            (x + width - r, y + height - r),
            (x + r, y + height - r),
            (x + r, y + r),
            (x + width - r, y + r),
        ]
        quarter = math.pi / 2
        return [
            (
                [
                    point
                    for number, corner in enumerate(corners)
                    for point in _ring(corner, r, r, number * quarter, (number + 1) * quarter)
                ],
                True,
            )
        ]
    return []


def _ring(centre: Point, across: float, down: float, start: float, end: float) -> list[Point]:
    steps = max(4, round(abs(end - start) / math.pi * 2 * _CURVE_STEPS))
    angles = (start + (end - start) * step / steps for step in range(steps + 1))
    return [(centre[0] + across * math.cos(angle), centre[1] + down * math.sin(angle)) for angle in angles]


def _path(text: str) -> list[tuple[list[Point], bool]]:
    tokens = _TOKEN.findall(text)
    lines: list[tuple[list[Point], bool]] = []
    points: list[Point] = []
    command, handle, index = "M", (0.0, 0.0), 0
    while index < len(tokens):
        if tokens[index].isalpha():
            command = tokens[index]
            index += 1
        kind, count = command.upper(), _NUMBERS_OF[command.upper()]
        numbers = [float(each) for each in tokens[index : index + count]]
        index += count
        at = points[-1] if points else (lines[-1][0][0] if lines else (0.0, 0.0))
        if kind == "Z":
            lines.append((points, True))
            points = []
            continue
        ends = _absolute(kind, numbers, at if command.islower() else (0.0, 0.0), at)
        if kind == "M":
            if points:
                lines.append((points, False))
            points = [ends[-1]]
            # Further pairs after a move are lines.
            command = "l" if command.islower() else "L"
            continue
        points = points or [at]
        if kind in "CS":
            first = ends[0] if kind == "C" else (2 * at[0] - handle[0], 2 * at[1] - handle[1])
            points += _bezier(at, first, ends[-2], ends[-1])
        elif kind == "A":
            points += _arc(at, ends[-1], *numbers[:5])
        else:
            points.append(ends[-1])
        handle = ends[-2] if kind in "CS" else ends[-1]
    if points:
        lines.append((points, False))
    return lines


def _absolute(kind: str, numbers: list[float], start: Point, at: Point) -> list[Point]:
    if kind == "H":
        return [(start[0] + numbers[0], at[1])]
    if kind == "V":
        return [(at[0], start[1] + numbers[0])]
    if kind == "A":
        numbers = numbers[5:]
    return [(start[0] + x, start[1] + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def _bezier(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    found = []
    for step in range(1, _CURVE_STEPS + 1):
        t = step / _CURVE_STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        corners = (start, first, second, end)
        found.append(
            (
                sum(weight * x for weight, (x, _) in zip(weights, corners, strict=True)),
                sum(weight * y for weight, (_, y) in zip(weights, corners, strict=True)),
            )
        )
    return found


def _arc(
    start: Point, end: Point, rx: float, ry: float, turn: float, large: float, sweep: float
) -> list[Point]:
    """SVG 1.1, F.6.5, for ellipses that are not turned."""
    if turn or start == end:
        return [end]
    x, y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    # Radii too small for the distance grow until they reach.
    grow = max(1.0, math.sqrt((x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    under = (rx * ry) ** 2 / ((rx * y) ** 2 + (ry * x) ** 2) - 1
    factor = math.sqrt(max(0.0, under)) * (-1 if large == sweep else 1)
    cx, cy = factor * rx * y / ry, -factor * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    last = math.atan2((-y - cy) / ry, (-x - cx) / rx)
    if sweep and last < first:
        last += 2 * math.pi
    if not sweep and last > first:
        last -= 2 * math.pi
    centre = (cx + (start[0] + end[0]) / 2, cy + (start[1] + end[1]) / 2)
    return _ring(centre, rx, ry, first, last)[1:]

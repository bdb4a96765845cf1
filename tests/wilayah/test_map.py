"""The district's map, drawn from its region file."""

import re

import pytest

from wilayah.map import district_map
from wilayah.models import Kecamatan


@pytest.fixture
def drawing():
    return district_map()


def size(drawing):
    return [int(number) for number in drawing.viewbox.split()][2:]


@pytest.mark.django_db
def test_every_kecamatan_of_the_district_has_a_shape(drawing):
    codes = set(Kecamatan.objects.filter(code__startswith="72.09.").values_list("code", flat=True))
    assert set(drawing.shapes) == codes


def test_shapes_are_paths_of_whole_steps(drawing):
    for shape in drawing.shapes.values():
        assert re.fullmatch(r"(M\d+ \d+l-?\d+ -?\d+( -?\d+ -?\d+)+z)+", shape.d)


def test_outlines_stay_inside_the_drawing(drawing):
    width, height = size(drawing)
    for shape in drawing.shapes.values():
        for outline in shape.d.split("M")[1:]:
            start, steps = outline.rstrip("z").split("l")
            x, y = map(int, start.split())
            numbers = list(map(int, steps.split()))
            for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
                x, y = x + dx, y + dy
                assert 0 <= x <= width
                assert 0 <= y <= height


def test_names_stand_inside_the_drawing(drawing):
    width, height = size(drawing)
    for shape in drawing.shapes.values():
        assert 0 < shape.label_x < width
        assert 0 < shape.label_y < height


def test_no_two_names_stand_on_the_same_spot(drawing):
    spots = [(shape.label_x, shape.label_y) for shape in drawing.shapes.values()]
    near = [(a, b) for a in spots for b in spots if a < b and abs(a[0] - b[0]) < 60 and abs(a[1] - b[1]) < 24]
    assert near == []


def test_the_islands_lie_north_of_the_mainland(drawing):
    togean, tojo = drawing.shapes["72.09.02"], drawing.shapes["72.09.08"]
    assert togean.label_y < tojo.label_y


def test_the_map_weighs_little(drawing):
    assert sum(len(shape.d) for shape in drawing.shapes.values()) < 4000


def test_a_region_without_a_map_has_no_shapes(settings, tmp_path):
    settings.REGION_DIR = tmp_path
    district_map.cache_clear()
    try:
        assert district_map().shapes == {}
    finally:
        district_map.cache_clear()

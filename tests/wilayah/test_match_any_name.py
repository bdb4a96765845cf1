"""Whatever stands where a village should: an answer, in words where there is none, and the same answer again."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wilayah.match import Regions
from wilayah.models import Desa, Kecamatan

pytestmark = pytest.mark.django_db

pieces = st.sampled_from(
    ["Desa", "Ds.", "Kel.", "Kec.", "Ampana", "Kota", "Una", "-", "Bailo", "Wakai", "oe", "dj", " ", "(", ")", ",",
     "'", "72.09.01", "7209012001", ".0", "\u202e", "\x00", "é"]
)  # fmt: skip
names = st.one_of(st.lists(pieces, max_size=6).map("".join), st.text(max_size=40))
freely = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def regions(db):
    return Regions()


@freely
@given(kecamatan=names, desa=names)
def test_any_two_names_find_a_place_or_say_why_not(regions, kecamatan, desa):
    match = regions.find(kecamatan, desa)
    assert all(each.text and each.advice and each.level in ("error", "warning") for each in match.problems)
    if match.desa:
        assert match.kecamatan == match.desa.kecamatan
        assert not any(each.level == "error" for each in match.problems)
    elif desa.strip() and not match.problems:
        pytest.fail("a name was dropped without a word")


@freely
@given(texts=st.lists(names, max_size=4))
def test_titles_of_any_kind_may_be_asked_for_a_kecamatan(regions, texts):
    found = regions.kecamatan_in(texts)
    assert found is None or isinstance(found, Kecamatan)


def test_every_village_is_found_by_its_own_name_and_kecamatan(regions):
    lost = [
        str(desa)
        for desa in Desa.objects.select_related("kecamatan")
        if regions.find(desa.kecamatan.name, f"{desa.get_jenis_display()} {desa.name}").desa != desa
    ]
    assert not lost

import pytest
from django.core.exceptions import ImproperlyConfigured

from common.fields import blind_index

NIK, OTHER = "7209995203900001", "7209995203900002"


@pytest.fixture(autouse=True)
def _key(settings):
    settings.BLIND_INDEX_KEY = "k" * 32


def test_equal_numbers_have_equal_indexes():
    assert blind_index(NIK) == blind_index(NIK)
    assert blind_index(NIK) != blind_index(OTHER)


def test_the_index_is_hex_of_fixed_length_without_the_number():
    assert len(blind_index(NIK)) == 64
    assert set(blind_index(NIK)) <= set("0123456789abcdef")


def test_nothing_has_no_index():
    assert blind_index("") == ""


def test_the_index_depends_on_its_key(settings):
    before = blind_index(NIK)
    settings.BLIND_INDEX_KEY = "j" * 32
    assert blind_index(NIK) != before


def test_a_missing_index_key_is_a_clear_error(settings):
    settings.BLIND_INDEX_KEY = ""
    with pytest.raises(ImproperlyConfigured, match="BLIND_INDEX_KEY"):
        blind_index(NIK)

"""What the tests that walk every page stand on."""

import pytest

from tests.factories import KecamatanFactory
from tests.house.records import one_of_each


@pytest.fixture
def district(db, settings, tmp_path):
    """Records of every noun, all in one kecamatan, and second factors required as in production."""
    settings.REQUIRE_MFA = True
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = tmp_path / "media", tmp_path / "private"
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "foto.jpg").write_bytes(b"jpeg")
    return one_of_each(KecamatanFactory())

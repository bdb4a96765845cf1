"""What tests of certificates stand on."""

import pytest


@pytest.fixture
def private(tmp_path, settings):
    """Scans of a test lie in its own folder."""
    settings.PRIVATE_ROOT = tmp_path
    return tmp_path

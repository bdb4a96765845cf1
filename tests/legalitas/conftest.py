import pytest

from legalitas.models import Sertifikat


@pytest.fixture
def private(tmp_path, monkeypatch):
    """Scans of a test lie in its own folder."""
    storage = Sertifikat._meta.get_field("scan").storage
    monkeypatch.setattr(storage, "_location", str(tmp_path))
    for cached in ("base_location", "location"):
        monkeypatch.delitem(vars(storage), cached, raising=False)
    yield tmp_path
    for cached in ("base_location", "location"):
        vars(storage).pop(cached, None)

"""Style sheets, scripts and pictures of the pages, gathered only when one of them has changed."""

import json
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage, staticfiles_storage

# As collectstatic leaves out.
_IGNORED = ["CVS", ".*", "*~"]


def is_stale() -> bool:
    """Tell whether collectstatic has something to do; never where pages read the files themselves (DEBUG)."""
    if not isinstance(staticfiles_storage, ManifestStaticFilesStorage):
        return False
    manifest = Path(settings.STATIC_ROOT) / staticfiles_storage.manifest_name
    if not manifest.exists():
        return True
    sources = _sources()
    gathered = json.loads(manifest.read_text(encoding="utf-8"))["paths"]
    newest = max(path.stat().st_mtime for path in sources.values())
    return sources.keys() != gathered.keys() or newest > manifest.stat().st_mtime


def _sources() -> dict[str, Path]:
    """Each file by its name in pages; the first finder wins, as it does for collectstatic."""
    found: dict[str, Path] = {}
    for finder in get_finders():
        for path, storage in finder.list(_IGNORED):
            prefix = getattr(storage, "prefix", None)
            name = f"{prefix}/{path}" if prefix else path
            found.setdefault(name, Path(storage.path(path)))
    return found

"""The kinds of sheets this portal takes in."""

import functools
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from spreadsheets.kind import SheetKind


@functools.cache
def kinds() -> dict[str, SheetKind]:
    return {kind.slug: kind for kind in (import_string(path)() for path in settings.SHEET_KINDS)}


def kinds_of(user: Any) -> list[SheetKind]:
    """Those that this officer may import."""
    return [kind for kind in kinds().values() if user.has_perms(kind.permissions)]

"""The kinds of sheets this portal takes in."""

import functools
from typing import Any

from common.kinds import offered
from spreadsheets.kind import SheetKind


@functools.cache
def kinds() -> dict[str, SheetKind]:
    return {kind.slug: kind for kind in offered("sheet_kinds")}


def kinds_of(user: Any) -> list[SheetKind]:
    """Those that this officer may import."""
    return [kind for kind in kinds().values() if kind.is_for_office and user.has_perms(kind.permissions)]

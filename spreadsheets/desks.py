"""Doors to the import's pages: the office's, and those that a noun opens for one kind of sheet and its own people."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse

from spreadsheets.kind import SheetKind
from spreadsheets.kinds import kinds, kinds_of
from spreadsheets.models import Import


@dataclass(frozen=True)
class Desk:
    """Given to every page where the project mounts them a second time; the pages are the same, framed by `frame`."""

    # The namespace of its pages, beside the application's own, "spreadsheets".
    namespace: str
    frame: str
    admits: Callable[[Any], bool]
    # The only kind it takes; without one, what the officer's role may write.
    kind: str = ""
    # Files that one address may bring in an hour; the office knows its officers.
    most_an_hour: int | None = None

    def kinds(self, user: Any) -> list[SheetKind]:
        return [kinds()[self.kind]] if self.kind else kinds_of(user)

    def imports(self, user: Any) -> Any:
        """Those that this person finds here; another's is not found."""
        if self.kind:
            return Import.objects.filter(uploaded_by=user, kind=self.kind)
        # What came to another desk stays there: its rows may name persons whom the office is not told of.
        elsewhere = [kind.slug for kind in kinds().values() if not kind.is_for_office]
        return Import.objects.visible_to(user).exclude(kind__in=elsewhere)

    def address(self, name: str, *args: Any) -> str:
        return reverse(f"spreadsheets:{name}", args=args, current_app=self.namespace)

    def context(self, request: HttpRequest) -> dict[str, Any]:
        around = {} if self.kind else admin.site.each_context(request)
        return {**around, "frame": self.frame}


OFFICE = Desk(
    "spreadsheets", "spreadsheets/_frame.html", admits=lambda user: user.has_perm("spreadsheets.add_import")
)

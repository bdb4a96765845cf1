"""Old addresses of merged records lead to the record that was kept."""

from typing import Any

from django.db import models
from django.http import Http404, HttpResponsePermanentRedirect

from duplicates.kind import kind_of
from duplicates.models import Merge

# A browser would else keep a lasting redirect beyond an undone merge.
_KEPT_FOR = "max-age=60"


def survivor_of(model: type[models.Model], key: int) -> int | None:
    """The key that a merged record goes by now, through as many merges as there were; None if it was never merged."""
    kind = kind_of(model)
    found, at = None, key
    while kind and (
        step := Merge.objects.standing().filter(noun=kind.slug, loser=at).values_list("survivor").first()
    ):
        found = at = step[0]
    return found


def survivor_at(listed: models.QuerySet, slug: str) -> Any:
    """The record of `listed` that a merged one's address means now; else there is nothing at this address."""
    merged = listed.model._base_manager.filter(slug=slug).exclude(archived_at=None).values_list("pk").first()
    key = survivor_of(listed.model, merged[0]) if merged else None
    target: Any = listed.filter(pk=key).first() if key else None
    if target is None:
        raise Http404
    return target


def moved_permanently(listed: models.QuerySet, slug: str) -> HttpResponsePermanentRedirect:
    """To the public page of the survivor, where it has one."""
    response = HttpResponsePermanentRedirect(survivor_at(listed, slug).get_absolute_url())
    response["Cache-Control"] = _KEPT_FOR
    return response

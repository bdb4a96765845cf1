"""In the owner's account: what the office says to those who run one of these businesses."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from common.listing import CURSOR, newest_of
from pengumuman.actions import mark_read
from pengumuman.models import Pengumuman
from pengumuman.views import split
from umkm.doors import owners_only
from umkm.models import Usaha


@require_safe
@owners_only
def mine(request: HttpRequest) -> HttpResponse:
    pinned, others = split(_meant_for(request.user).with_read(request.user))
    page, links = newest_of(others, request.GET)
    context = {"pinned": [] if request.GET.get(CURSOR) else pinned, "page": page, **links}
    return render(request, "pengumuman/mine.html", context)


@require_safe
@owners_only
def opened(request: HttpRequest, slug: str) -> HttpResponse:
    """Opening the page is reading it; what is meant for others is not found."""
    pengumuman = get_object_or_404(_meant_for(request.user), slug=slug)
    if request.method == "GET":
        mark_read(pengumuman=pengumuman, by=request.user)
    return render(request, "pengumuman/opened.html", {"pengumuman": pengumuman})


def _meant_for(user: Any) -> Any:
    return Pengumuman.objects.published().addressing(Usaha.objects.looked_after_by(user))

"""The agenda for everybody: a list, a page for each event, and calendars to subscribe to."""

import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from common.share_pictures import picture_path, picture_response
from common.sharing import share_context
from common.structured_data import structured
from kegiatan.actions.pendaftaran import obstacle_for
from kegiatan.forms import KegiatanFilterForm
from kegiatan.ical import Entry, calendar
from kegiatan.models import Kegiatan
from kegiatan.sharing import entry, share_card, structured_data, when, where

_MOST_IN_CALENDAR = 200
# So long an event stays in the feed: a calendar that lost it at once would tell nobody that it took place.
_STAYS = datetime.timedelta(days=90)


@login_not_required
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    form = KegiatanFilterForm(request.GET)
    context = form.results(Kegiatan.objects.listed().for_cards(), noun="kegiatan")
    return render(request, "kegiatan/list.html", {**context, "times": form.times()})


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    kegiatan = get_object_or_404(_listed(), slug=slug)
    free = None if kegiatan.kuota is None else max(0, kegiatan.kuota - kegiatan.taken())
    shown = picture_path(kegiatan, share_card(kegiatan))
    context = {
        "kegiatan": kegiatan,
        "where": where(kegiatan),
        "when": when(kegiatan),
        "free": free,
        "is_over": kegiatan.ends_at < timezone.now(),
        "obstacle": obstacle_for(kegiatan),
        "materi_list": kegiatan.materi_set.all(),
        **share_context(
            kegiatan.get_absolute_url(),
            text=f"{kegiatan.name}, {when(kegiatan)}",
            description=f"{when(kegiatan)}. {where(kegiatan)}.",
            picture=shown,
        ),
        "structured_data": structured(*structured_data(kegiatan, shown, free)),
    }
    return render(request, "kegiatan/detail.html", context)


@login_not_required
@require_safe
def picture(request: HttpRequest, slug: str, digest: str) -> HttpResponse:
    """What chat programs show beside a link to the page."""
    kegiatan = get_object_or_404(_listed(), slug=slug)
    return picture_response(kegiatan, share_card(kegiatan), digest)


@login_not_required
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """Everything ahead and what was lately, for a calendar that asks again by itself."""
    since = timezone.localdate() - _STAYS
    rows = _listed().filter(begins_on__gte=since).order_by("begins_on", "id")[:_MOST_IN_CALENDAR]
    name = f"Kegiatan {settings.SITE_NAME} {settings.DISTRICT_SHORT}"
    return _calendar(name, [entry(kegiatan) for kegiatan in rows], "kegiatan.ics")


@login_not_required
@require_safe
def one(request: HttpRequest, slug: str) -> HttpResponse:
    """One event to keep."""
    kegiatan = get_object_or_404(_listed(), slug=slug)
    return _calendar(kegiatan.name, [entry(kegiatan)], f"{kegiatan.slug}.ics")


def _listed() -> Any:
    return Kegiatan.objects.listed().with_place()


def _calendar(name: str, entries: list[Entry], file: str) -> HttpResponse:
    response = HttpResponse(calendar(name, entries), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{file}"'
    return response

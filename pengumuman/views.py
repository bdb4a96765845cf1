"""Announcements for everybody: the list, each page, and the feed."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks, urlize
from django.utils.text import Truncator
from django.views.decorators.http import conditional_page, require_safe

from common.listing import CURSOR, NEWEST, newest_of
from common.sharing import absolute, share_context
from common.xml import xml_text
from pengumuman.models import Pengumuman

_MOST_PINNED, _MOST_IN_FEED = 3, 50


@login_not_required
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    listed = Pengumuman.objects.listed()
    pinned, others = split(listed)
    page, links = newest_of(others, request.GET)
    context = {
        "pinned": [] if request.GET.get(CURSOR) else pinned,
        "page": page,
        **links,
        **share_context(
            reverse("pengumuman:list"),
            text=f"Pengumuman {settings.SITE_NAME}",
            description=f"Pengumuman {settings.OFFICE_NAME} untuk pelaku usaha {settings.DISTRICT_NAME}.",
        ),
    }
    return render(request, "pengumuman/list.html", context)


def split(rows: Any) -> tuple[list[Pengumuman], Any]:
    """Those that are pinned today, and all the others: none stands in both."""
    pinned = list(rows.filter(pinned_until__gte=timezone.localdate()).order_by(*NEWEST)[:_MOST_PINNED])
    return pinned, rows.exclude(pk__in=[each.pk for each in pinned])


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    pengumuman = get_object_or_404(Pengumuman.objects.listed(), slug=slug)
    context = {
        "pengumuman": pengumuman,
        **share_context(
            pengumuman.get_absolute_url(),
            text=pengumuman.title,
            description=Truncator(pengumuman.body).chars(160),
        ),
    }
    return render(request, "pengumuman/detail.html", context)


@login_not_required
@require_safe
@conditional_page
def newest(request: HttpRequest) -> HttpResponse:
    feed = Atom1Feed(
        title=f"Pengumuman {settings.SITE_NAME}, {settings.DISTRICT_SHORT}",
        link=absolute(reverse("pengumuman:list")),
        feed_url=absolute(reverse("pengumuman:newest")),
        description=None,
        language=settings.LANGUAGE_CODE,
        author_name=f"{settings.OFFICE_NAME} {settings.DISTRICT_NAME}",
    )
    for pengumuman in Pengumuman.objects.listed().order_by(*NEWEST)[:_MOST_IN_FEED]:
        address = absolute(pengumuman.get_absolute_url())
        feed.add_item(
            title=xml_text(pengumuman.title),
            link=address,
            unique_id=address,
            description=xml_text(linebreaks(urlize(pengumuman.body, nofollow=True, autoescape=True))),
            pubdate=pengumuman.published_at,
            updateddate=pengumuman.updated_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)

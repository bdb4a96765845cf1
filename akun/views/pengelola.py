"""Who else looks after a business: invited by its owner with a one-time link, and let go again."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from akun import actions
from akun.pesan import link_of, text_for_helper
from akun.reach import own_business_of
from common import qr
from common.throttle import allows
from umkm.doors import owners_only

_MOST_AN_HOUR = 20


@require_http_methods(["GET", "HEAD", "POST"])
@owners_only
def helpers(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The link is shown once, on the answer to the press of the button."""
    usaha = own_business_of(request, slug)
    context: dict[str, Any] = {
        "usaha": usaha,
        "helpers": usaha.pengelola_set.standing().select_related("user"),
    }
    if request.method == "POST":
        if not allows(request, "akun-undang", most=_MOST_AN_HOUR, seconds=3600):
            messages.warning(request, "Terlalu banyak undangan dalam satu jam. Coba lagi nanti.")
            return redirect("akun:helpers", slug)
        link = link_of(actions.invite_helper(usaha=usaha, by=request.user))
        context |= {"code": qr.svg(link), "text": text_for_helper(usaha.name, link)}
    return render(request, "akun/helpers.html", context)


@require_POST
@owners_only
def end(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    usaha = own_business_of(request, slug)
    found = get_object_or_404(usaha.pengelola_set.standing().select_related("user"), pk=pk)
    actions.end_access(pengelola=found, by=request.user)
    messages.success(request, f"{found.user} tidak lagi dapat mengelola {usaha}.")
    return redirect("akun:helpers", slug)

"""“Laporkan”: a form without sign-in. It carries a token, so it is nobody's to keep, unlike other public pages."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_http_methods, require_safe

from common.throttle import allows
from common.traps import new_moment
from koperasi.models import Koperasi
from masukan.actions import receive
from masukan.forms import MasukanForm
from produk.models import Produk
from umkm.models import Usaha

# As many as a schoolroom behind one address may send in an hour.
_MOST_AN_HOUR = 20
_PAGES: dict[str, type[Any]] = {"produk:detail": Produk, "umkm:detail": Usaha, "koperasi:detail": Koperasi}


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponseBase:
    subject = _subject(request.GET.get("tentang", ""))
    form = MasukanForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_a_programs:
        return redirect("masukan:thanks")
    if once := form.name_once():
        if allows(request, "masukan", most=_MOST_AN_HOUR, seconds=3600):
            said = {name: form.cleaned_data[name] for name in ("jenis", "description", "contact")}
            receive(subject=subject, once=once, **said)
            return redirect("masukan:thanks")
        form.add_error(
            None,
            "Jaringan Anda sudah mengirim banyak laporan. Coba lagi satu jam lagi; isian Anda masih ada.",
        )
    # Written out in the template: a form shown again gets a moment of its own.
    context = {"form": form, "subject": subject, "moment": new_moment()}
    return render(request, "masukan/new.html", context)


@login_not_required
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "masukan/thanks.html")


def _subject(path: str) -> Produk | Usaha | Koperasi | None:
    """The record whose public page has this address; None for any other page, or none."""
    try:
        match = resolve(urlsplit(path[:300]).path)
    except (Resolver404, ValueError):
        return None
    model = _PAGES.get(match.view_name)
    return model.objects.listed().filter(slug=match.kwargs["slug"]).first() if model else None

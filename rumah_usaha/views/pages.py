"""The home page and the few pages that belong to no app."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/home.html")


@login_not_required
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/about.html")


@login_not_required
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/privacy.html")


@login_not_required
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        "User-agent: *\nDisallow: /kantor/\nDisallow: /akun/\nDisallow: /laporan/\n",
        content_type="text/plain",
    )

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@permission_required("laporan.view_laporan", raise_exception=True)
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "laporan/index.html")


@permission_required("laporan.view_laporan", raise_exception=True)
def report(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "laporan/report.html")

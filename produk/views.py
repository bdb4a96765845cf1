from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def listing(request: HttpRequest) -> HttpResponse:
    return render(request, "produk/list.html")


@login_not_required
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "produk/detail.html")

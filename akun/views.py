"""What an owner sees after signing in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from umkm.doors import owners_only
from umkm.models import Usaha


@require_safe
@owners_only
def home(request: HttpRequest) -> HttpResponse:
    businesses = Usaha.objects.looked_after_by(request.user).with_place().order_by("name", "id")
    return render(request, "akun/home.html", {"usaha_list": businesses})

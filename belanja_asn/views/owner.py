"""`/akun/belanja/`: what civil servants say they bought at the own businesses. A name of theirs is never shown."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from belanja_asn import actions
from belanja_asn.forms.tolak import TolakForm
from belanja_asn.models import Belanja
from belanja_asn.photo import photo_response
from umkm.doors import owners_only

_MOST = 50


@require_safe
@owners_only
def purchases(request: HttpRequest) -> HttpResponse:
    mine = _mine(request).active().with_parties().prefetch_related("itembelanja_set")
    waiting = mine.waiting().order_by("created_at", "pk")[: _MOST + 1]
    decided = mine.exclude(decided_at=None).order_by("-decided_at", "-pk")[:20]
    context = {"waiting": waiting[:_MOST], "is_cut": len(waiting) > _MOST, "decided": decided}
    return render(request, "belanja_asn/owner.html", context)


@require_POST
@owners_only
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirmed, or refused with a reason."""
    belanja = get_object_or_404(_mine(request), pk=pk)
    try:
        if request.POST.get("keputusan") == "tolak":
            actions.refuse(belanja=belanja, by=request.user, notes=_reason(request))
            messages.success(request, "Belanja ditolak. Pencatatnya dapat membaca alasan Anda.")
        else:
            actions.confirm(belanja=belanja, by=request.user)
            messages.success(request, "Terima kasih. Belanja ini sudah dikonfirmasi.")
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    return redirect("belanja_asn:purchases")


def _reason(request: HttpRequest) -> str:
    form = TolakForm(request.POST)
    if not form.is_valid():
        raise ValidationError([error for errors in form.errors.values() for error in errors])
    return str(form.cleaned_data["alasan"])


@require_safe
@owners_only
def nota(request: HttpRequest, pk: int) -> FileResponse:
    return photo_response(get_object_or_404(_mine(request), pk=pk))


def _mine(request: HttpRequest) -> Any:
    return Belanja.objects.sold_by(request.user)

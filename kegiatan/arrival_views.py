"""At the door: a participant says “Saya hadir” on their own phone, with or without an account."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from common.formfields import PlainCharFormField
from common.identifiers import normalise_phone
from common.throttle import allows
from kegiatan.actions import check_in
from kegiatan.kode import is_door_code, is_receipt_code
from kegiatan.models import Kegiatan, Peserta
from umkm.models import Usaha

# A full hall behind one address within an hour, and nobody who tries all numbers of a town.
_MOST_AN_HOUR = 200
_UNKNOWN = "Nomor atau kode ini tidak terdaftar pada kegiatan ini. Temui petugas di meja pendaftaran."


class ArrivalForm(forms.Form):
    told = PlainCharFormField(
        label="Nomor HP atau kode peserta",
        max_length=30,
        help_text="Nomor yang didaftarkan, misalnya 0812-3456-7890, atau kode 8 huruf dari petugas.",
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "text"}),
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def arrive(request: HttpRequest, slug: str, code: str) -> HttpResponseBase:
    """It tells nobody's name: whoever types another's number learns no more than that it is registered."""
    events = Kegiatan.objects.active().filter(is_draft=False)
    kegiatan = get_object_or_404(events, slug=slug)
    mine = _mine(request, kegiatan)
    form = ArrivalForm(request.POST if request.method == "POST" and "told" in request.POST else None)
    context = {
        "kegiatan": kegiatan,
        "is_void": not is_door_code(kegiatan, code),
        "is_today": timezone.localdate() in kegiatan.days,
        "is_done": "tercatat" in request.GET,
        "mine": mine,
        "form": form,
        "problem": "",
    }
    if request.method == "POST" and not context["is_void"]:
        context["problem"] = _note(request, kegiatan, form, mine)
        if not context["problem"] and not form.errors:
            return redirect(f"{request.path}?tercatat=1")
    return _page(request, context)


def _page(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    return render(request, "kegiatan/arrive.html", context, status=410 if context["is_void"] else 200)


def _mine(request: HttpRequest, kegiatan: Kegiatan) -> list[Peserta]:
    if not request.user.is_authenticated:
        return []
    businesses = Usaha.objects.looked_after_by(request.user)
    return list(kegiatan.peserta_set.not_cancelled().with_subject().filter(usaha__in=businesses))


def _note(request: HttpRequest, kegiatan: Kegiatan, form: ArrivalForm, mine: list[Peserta]) -> str:
    """What stands in the way; empty where the arrival is noted."""
    if not allows(request, "hadir", most=_MOST_AN_HOUR, seconds=3600):
        return "Terlalu banyak percobaan dari jaringan ini. Temui petugas di meja pendaftaran."
    if form.is_bound and not form.is_valid():
        return ""
    found = _named(kegiatan, form.cleaned_data["told"]) if form.is_bound else mine
    if not found:
        return _UNKNOWN
    try:
        for peserta in found:
            check_in(peserta=peserta)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _named(kegiatan: Kegiatan, told: str) -> list[Peserta]:
    """By the receipt's code, or by the number: an owner with two stands has both under one number."""
    rows = list(kegiatan.peserta_set.not_cancelled().with_subject())
    by_code = [peserta for peserta in rows if is_receipt_code(peserta, told)]
    phone = normalise_phone(told)
    return by_code or [peserta for peserta in rows if phone and peserta.reachable_at == phone]

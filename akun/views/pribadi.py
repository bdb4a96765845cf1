"""“Data saya” (UU 27/2022): everything held of an owner, to read and print, and requests about it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from akun import actions
from akun.data_saya import BAGIAN, MOST, NOT_TOLD
from akun.forms.pribadi import PermintaanForm
from akun.reach import once_of, owner_of, sent
from common.listing import CURSOR
from laporan.people import letterhead
from umkm.models import Pemilik


@require_http_methods(["GET", "HEAD", "POST"])
def my_data(request: HttpRequest) -> HttpResponseBase:
    """Also where nothing is left to look after: the office still holds it."""
    pemilik = owner_of(request)
    form, once = PermintaanForm(**sent(request)), once_of(request)
    if form.is_bound and form.is_valid():
        actions.request_data(pemilik=pemilik, once=once, **form.cleaned_data)
        messages.success(request, "Permintaan Anda terkirim. Jawabannya tampil di halaman ini.")
        return redirect("akun:my_data")
    parts = [bagian.lembar(pemilik) for bagian in BAGIAN.values()]
    context = {
        "form": form,
        "once": once,
        "parts": [each for each in parts if each.rows],
        "empty": [each.bagian.title for each in parts if not each.rows],
        "not_told": NOT_TOLD,
        "most": MOST,
    }
    return _paper(request, "akun/my_data.html", pemilik, context)


@require_safe
def my_data_part(request: HttpRequest, bagian: str) -> HttpResponseBase:
    """One part, page by page: for lists that are longer than the copy shows."""
    pemilik = owner_of(request)
    if bagian not in BAGIAN:
        raise Http404
    part = BAGIAN[bagian].lembar(pemilik, request.GET.get(CURSOR, ""))
    return _paper(request, "akun/my_data_part.html", pemilik, {"part": part})


def _paper(request: HttpRequest, template: str, pemilik: Pemilik, told: dict[str, Any]) -> HttpResponse:
    """A page that is also printed: whose, when, and under which letterhead."""
    now = timezone.now()
    head = {"pemilik": pemilik, "printed_at": now, "kop": letterhead(timezone.localdate(now))}
    return render(request, template, head | told)

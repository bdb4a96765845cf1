"""Numbers of people: looked up and opened by POST only, so that none stands in an address or a log."""

from collections.abc import Callable
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from accounts.models import User
from umkm.forms import NikSearchForm, RevealForm
from umkm.models import PembukaanNik, Pemilik

_LABELS = {"nik": "NIK KTP", "npwp": "NPWP"}


def search_view(office: Any) -> Callable[[HttpRequest], HttpResponse]:
    """“Cari NIK”: from a NIK to its owner's page, by the blind index."""

    def view(request: HttpRequest) -> HttpResponse:
        if not office.has_view_permission(request) or not office.may_see_personal_data(request):
            raise PermissionDenied
        form = NikSearchForm(request.POST if request.method == "POST" else None)
        answer = ""
        if form.is_valid():
            owner = Pemilik.objects.with_nik(form.cleaned_data["nik"]).first()
            if owner and office.get_queryset(request).filter(pk=owner.pk).exists():
                return redirect("admin:umkm_pemilik_change", owner.pk)
            answer = "elsewhere" if owner else "unknown"
        context = {
            **office.admin_site.each_context(request),
            "title": "Cari NIK KTP",
            "form": form,
            "answer": answer,
            "opts": office.opts,
            "has_add_permission": office.has_add_permission(request),
        }
        return TemplateResponse(request, "admin/umkm/search_nik.html", context)

    return view


def reveal_view(office: Any, kind: str) -> Callable[[HttpRequest, int], HttpResponse]:
    """Show one number in full, once, after its reason is on record."""

    def view(request: HttpRequest, pk: int) -> HttpResponse:
        if not request.user.has_perm("umkm.reveal_nik"):
            raise PermissionDenied
        record = office.get_object(request, str(pk))
        number = getattr(record, kind, "")
        if not number:
            raise Http404
        form = RevealForm(request.POST if request.method == "POST" else None)
        shown = ""
        if form.is_valid():
            PembukaanNik.objects.create(
                pemilik=record if kind == "nik" else record.pemilik,
                number_kind=kind,
                reason=form.cleaned_data["reason"],
                opened_by=cast(User, request.user),
            )
            shown = number
        context = {
            **office.admin_site.each_context(request),
            "title": f"Buka {_LABELS[kind]}",
            "subtitle": str(record),
            "label": _LABELS[kind],
            "form": form,
            "shown": shown,
            "original": record,
            "opts": office.opts,
        }
        response = TemplateResponse(request, "admin/umkm/reveal_number.html", context)
        response["Cache-Control"] = "private, no-store"
        return response

    return view

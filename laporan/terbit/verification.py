"""Anybody with a paper in hand asks whether it is ours and still holds. Nothing personal is answered."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from laporan.imprint import read_code
from laporan.models import DokumenTerbit
from laporan.terbit.forms import CodeForm


@login_not_required
@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.GET if "kode" in request.GET else None)
    if form.is_bound and form.is_valid():
        if code := read_code(form.cleaned_data["kode"]):
            return redirect("verified", code)
        form.add_error("kode", "Kode terdiri dari sepuluh huruf dan angka. Salin dari kaki dokumen Anda.")
    return _not_indexed(render(request, "laporan/terbit/ask.html", {"form": form}))


@login_not_required
@require_safe
def verify(request: HttpRequest, code: str) -> HttpResponse:
    plain = read_code(code)
    if plain and plain != code:
        return redirect("verified", plain)
    dokumen = DokumenTerbit.objects.without_file().filter(code=plain).first() if plain else None
    if dokumen is None:
        context = {"form": CodeForm(), "code": code[:60]}
        return _not_indexed(render(request, "laporan/terbit/unknown.html", context, status=404))
    return _not_indexed(render(request, "laporan/terbit/verified.html", {"dokumen": dokumen}))


def _not_indexed(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response

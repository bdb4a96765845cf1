"""The profile of a business, and what its owner allows to be shown."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from akun import actions
from akun.forms.usaha import ProfilForm
from akun.reach import business_of, owner_of, sent
from common.uploads import undone_on_error
from umkm.choices import TujuanPersetujuan
from umkm.doors import owners_only
from umkm.naskah import MEANINGS, VERSION

_FULL_DISK = "Foto tidak dapat disimpan sekarang. Isian lain masih ada; coba lagi nanti."


@require_http_methods(["GET", "HEAD", "POST"])
@owners_only
def profile(request: HttpRequest, slug: str) -> HttpResponseBase:
    usaha = business_of(request, slug)
    form = ProfilForm(**sent(request), instance=usaha)
    if form.is_bound and form.is_valid():
        try:
            with undone_on_error():
                actions.change_profile(usaha=usaha, values=form.values())
        except OSError:
            form.add_error(None, _FULL_DISK)
        else:
            messages.success(request, "Profil usaha tersimpan.")
            return redirect("akun:business", slug)
    return render(request, "akun/profile.html", {"form": form, "usaha": business_of(request, slug)})


@require_http_methods(["GET", "HEAD", "POST"])
@owners_only
def consents(request: HttpRequest) -> HttpResponseBase:
    """A switch for each purpose; pressing one counts at once. Only the owner's own word is a consent."""
    pemilik = owner_of(request)
    if request.method == "POST":
        purpose = request.POST.get("tujuan", "")
        if purpose not in TujuanPersetujuan.values:
            raise Http404
        is_given = request.POST.get("setuju") == "ya"
        actions.set_consent(pemilik=pemilik, purpose=purpose, is_given=is_given, by=request.user)
        messages.success(request, _told(purpose, is_given))
        return redirect("akun:consents")
    active = {said.purpose: said for said in pemilik.persetujuan_set.active()}
    rows = [(choice, MEANINGS[choice], active.get(choice)) for choice in TujuanPersetujuan]
    context: dict[str, Any] = {"rows": rows, "text_version": VERSION}
    return render(request, "akun/consents.html", context)


def _told(purpose: str, is_given: bool) -> str:
    label = TujuanPersetujuan(purpose).label
    if is_given:
        return f"Disetujui: {label}."
    return f"Ditarik: {label}. Berhenti tampil paling lama dalam satu menit."

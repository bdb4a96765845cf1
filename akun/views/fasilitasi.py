"""Facilitation from the owner's side: what runs, what is missing, what comes next; and certificates by their end."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akun import actions
from akun.actions.fasilitasi import TAKES_DOCUMENTS
from akun.forms.fasilitasi import AjukanForm, BerkasForm
from akun.reach import business_of, businesses_of, sent
from common.throttle import allows
from common.uploads import undone_on_error
from fasilitasi.berkas import checklist
from fasilitasi.choices import Status
from fasilitasi.kemajuan import progress_of
from fasilitasi.models import BerkasJenis, Fasilitasi
from legalitas.models import Sertifikat
from umkm.doors import owners_only

# Of cases and certificates on one page: a small business never has so many.
_MOST = 100
_MOST_FILES_AN_HOUR = 120
_FULL_DISK = "Berkas tidak dapat disimpan sekarang. Coba lagi nanti."


@require_safe
@owners_only
def papers(request: HttpRequest) -> HttpResponseBase:
    """Everything that runs and everything that was issued, of all businesses together."""
    mine = list(businesses_of(request).order_by("name", "id"))
    cases = Fasilitasi.objects.active().filter(usaha__in=mine).select_related("jenis", "tahap", "usaha")
    certificates = Sertifikat.objects.active().filter(usaha__in=mine).select_related("usaha")
    context = {
        "usaha_list": mine,
        "cases": cases[:_MOST],
        "certificates": certificates.order_by("valid_until", "id")[:_MOST],
    }
    return render(request, "akun/papers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@owners_only
def ask(request: HttpRequest, slug: str) -> HttpResponseBase:
    usaha = business_of(request, slug)
    form = AjukanForm(**sent(request), usaha=usaha)
    if form.is_bound and form.is_valid():
        try:
            case = actions.ask(usaha=usaha, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, " ".join(error.messages))
        else:
            messages.success(request, f"Permohonan {case.nomor} terkirim. Lengkapi berkasnya di bawah ini.")
            return redirect("akun:case", case.nomor)
    return render(request, "akun/ask.html", {"form": form, "usaha": usaha})


@require_safe
@owners_only
def case(request: HttpRequest, nomor: str) -> HttpResponseBase:
    return _page(request, _found(request, nomor), BerkasForm())


@require_POST
@owners_only
def bring(request: HttpRequest, nomor: str, berkas: int) -> HttpResponseBase:
    found = _found(request, nomor)
    document = get_object_or_404(BerkasJenis, pk=berkas, jenis=found.jenis_id, is_active=True)
    form = BerkasForm(**sent(request))
    if not allows(request, "akun-berkas", most=_MOST_FILES_AN_HOUR, seconds=3600):
        form.add_error(None, "Terlalu banyak berkas dalam satu jam. Coba lagi nanti.")
    elif form.is_valid():
        try:
            with undone_on_error():
                actions.bring(
                    fasilitasi=found, berkas=document, file=form.cleaned_data["file"], by=request.user
                )
        except ValidationError as error:
            form.add_error(None, " ".join(error.messages))
        except OSError:
            form.add_error(None, _FULL_DISK)
        else:
            messages.success(request, f"{document} diterima.")
            return redirect("akun:case", nomor)
    return _page(request, found, form)


@require_POST
@owners_only
def repaired(request: HttpRequest, nomor: str) -> HttpResponseBase:
    found = _found(request, nomor)
    try:
        actions.answer_repair(fasilitasi=found, by=request.user)
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        messages.success(request, "Terima kasih. Petugas memeriksa lagi berkas Anda.")
    return redirect("akun:case", nomor)


def _found(request: HttpRequest, nomor: str) -> Fasilitasi:
    rows = Fasilitasi.objects.active().select_related("jenis", "tahap", "usaha")
    return get_object_or_404(rows, nomor=nomor, usaha__in=businesses_of(request).order_by().values("pk"))


def _page(request: HttpRequest, found: Fasilitasi, form: BerkasForm) -> HttpResponseBase:
    context: dict[str, Any] = {
        "case": found,
        "progress": progress_of(found),
        "steps": found.langkahfasilitasi_set.select_related("tahap"),
        "items": checklist(found),
        "form": form,
        "takes_documents": found.status in TAKES_DOCUMENTS,
        "is_to_mend": found.status == Status.PERLU_PERBAIKAN,
        "asked_to_mend": _asked_to_mend(found),
    }
    return render(request, "akun/case.html", context)


def _asked_to_mend(found: Fasilitasi) -> str:
    """What the officer wrote beside the last step back."""
    last = found.langkahfasilitasi_set.filter(status=Status.PERLU_PERBAIKAN).last()
    return last.notes if last and found.status == Status.PERLU_PERBAIKAN else ""

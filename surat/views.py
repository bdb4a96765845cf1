"""Letters at the office: the register, each paper, and what goes to a cooperative, a business or a case."""

import logging
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fasilitasi.models import Fasilitasi
from koperasi.letters import MOST_WARNINGS
from koperasi.models import Koperasi
from laporan.models import DokumenTerbit
from laporan.models.terbit import DamagedFile
from laporan.pdf import RenderingFailed
from laporan.responses import pdf_response
from surat.actions import recommend_brand, state_membership, warn, warning_draft
from surat.drafts import Draft, brand_draft, statement_draft
from surat.forms import SuratFilterForm
from surat.models import Surat
from surat.standing import standing_of, standings
from umkm.models import Usaha

logger = logging.getLogger(__name__)

_FAILED = "Surat belum dapat dibuat dan belum bernomor. Coba lagi sebentar lagi."


@require_safe
@permission_required("surat.view_surat", raise_exception=True)
def register(request: Any) -> HttpResponse:
    form = SuratFilterForm(request.GET)
    letters = DokumenTerbit.objects.in_scope_of(request.user).filter(surat__isnull=False).defer("pdf")
    found = form.filter(letters.select_related("surat__jenis", "surat__koperasi", "surat__usaha"))
    return render(request, "surat/list.html", form.context(form.page(found), found, noun="surat"))


@require_safe
@permission_required("surat.view_surat", raise_exception=True)
def file(request: Any, code: str) -> HttpResponseBase:
    """The letter as it was printed the first time."""
    letters = DokumenTerbit.objects.in_scope_of(request.user).filter(surat__isnull=False)
    dokumen = get_object_or_404(letters, code=code)
    try:
        return pdf_response(dokumen.file, f"{dokumen.nomor.replace('/', '-')}.pdf")
    except DamagedFile:
        logger.exception("issued letter is damaged")
        messages.error(
            request, "Berkas surat ini tidak lagi utuh, jadi tidak diberikan. Hubungi pengelola portal."
        )
        return redirect("surat:list")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("surat.issue_surat", raise_exception=True)
def warning(request: Any, pk: int) -> HttpResponseBase:
    """What stands between one cooperative and its annual meeting, and the next letter as it would read."""
    koperasi = get_object_or_404(_cooperatives(request), pk=pk)
    if request.method == "POST":
        _warn(request, koperasi, request.POST.get("tingkat", ""))
        return redirect("surat:warning", koperasi.pk)
    standing = standing_of(koperasi, on=timezone.localdate())
    content = warning_draft(standing).content if standing.next_level else None
    return render(request, "surat/warning.html", {"standing": standing, "content": content})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("surat.issue_surat", raise_exception=True)
def warnings(request: Any) -> HttpResponseBase:
    """`?koperasi=3,5,8`: which letter each would get, and who would get none and why."""
    keys = [key for key in request.GET.get("koperasi", "").split(",") if key.isascii() and key.isdecimal()]
    keys = [key for key in keys if len(key) < 19]
    rows = _cooperatives(request).filter(pk__in=keys).order_by("name", "id")
    found = standings(rows[: MOST_WARNINGS + 1], on=timezone.localdate())
    is_cut, found = len(found) > MOST_WARNINGS, found[:MOST_WARNINGS]
    if request.method == "POST":
        for standing in found:
            # A letter that has gone out since the page was opened is not written again.
            asked = request.POST.get(f"tingkat_{standing.koperasi.pk}", "")
            if asked:
                _warn(request, standing.koperasi, asked)
        return redirect("surat:list")
    due = [standing for standing in found if standing.next_level]
    context = {
        "due": due,
        "others": [standing for standing in found if not standing.next_level],
        "is_cut": is_cut,
        "most": MOST_WARNINGS,
    }
    return render(request, "surat/warnings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("surat.issue_surat", raise_exception=True)
def brand(request: Any, pk: int) -> HttpResponseBase:
    """The recommendation of a case of a brand: as it would read, or as it went out."""
    cases = Fasilitasi.objects.in_scope_of(request.user).with_subject()
    case = get_object_or_404(cases, pk=pk)
    return _letter(
        request, lambda: brand_draft(case), lambda: recommend_brand(fasilitasi=case, by=request.user)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("surat.issue_surat", raise_exception=True)
def statement(request: Any, pk: int) -> HttpResponseBase:
    """That a business is one of those the office mentors."""
    businesses = Usaha.objects.in_scope_of(request.user).select_related("pemilik").with_place()
    usaha = get_object_or_404(businesses, pk=pk)
    return _letter(
        request, lambda: statement_draft(usaha), lambda: state_membership(usaha=usaha, by=request.user)
    )


def _letter(request: Any, draft: Callable[[], Draft], write: Callable[[], Surat]) -> HttpResponseBase:
    if request.method == "POST":
        send(request, write)
        return redirect(request.path)
    shown = draft()
    return render(request, "surat/letter.html", {"draft": shown, "content": shown.content})


def _cooperatives(request: Any) -> Any:
    return Koperasi.objects.in_scope_of(request.user).filter(archived_at=None).with_place()


def _warn(request: Any, koperasi: Koperasi, level: str) -> None:
    asked = int(level) if level in {"1", "2", "3"} else 0
    send(request, lambda: warn(koperasi=koperasi, level=asked, by=request.user))


def send(request: Any, write: Callable[[], Surat]) -> None:
    """Say what came of it: a number, or why there is none."""
    try:
        surat = write()
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    except RenderingFailed:
        logger.exception("a letter could not be typeset")
        messages.error(request, _FAILED)
    else:
        told = f"{surat.jenis} untuk {surat.about} terbit dengan nomor {surat.dokumen.nomor}."
        messages.success(request, told)

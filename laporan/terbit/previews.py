"""Before a report is issued: the preview with what is missing, an official's yes, and the button that issues it."""

import logging
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from laporan.actions import FiguresChanged, approve, issued_about, publish, standing_approval
from laporan.models import DokumenTerbit, PersetujuanTerbit, UsulanTerbit
from laporan.models.terbit import LAPORAN, preview_address
from laporan.pdf import ROW_LIMIT, RenderingFailed, TooLong
from laporan.print_form import PrintForm
from laporan.reports import REPORTS
from laporan.reports.counting import reach
from laporan.responses import pdf_response, record_report
from laporan.screen import screen
from laporan.terbit.forms import ReasonForm
from laporan.terbit.proposal import NotUnderstood, Proposal, propose

logger = logging.getLogger(__name__)

_TOO_LONG = (
    f"Laporan ini melebihi {ROW_LIMIT} baris. Persempit saringannya, lalu terbitkan bagian demi bagian."
)
_FAILED = "PDF belum dapat dibuat, jadi belum ada yang diterbitkan. Coba lagi sebentar lagi."
_CHANGED = "Angkanya berubah sejak pratinjau ini {deed}. Periksa angka yang sekarang, lalu setujui kembali."


@require_safe
@permission_required("laporan.view_laporan", raise_exception=True)
def preview(request: Any, slug: str) -> HttpResponseBase:
    try:
        proposal = fresh(request, slug)
    except (NotUnderstood, TooLong) as refusal:
        return back_to_report(request, slug, refusal)
    return _preview(request, proposal)


@require_safe
@permission_required("laporan.view_laporan", raise_exception=True)
def correction(request: Any, code: str) -> HttpResponseBase:
    """The preview of a new version: the same time and place, other figures or other people."""
    try:
        proposal = again(request, code)
    except (NotUnderstood, TooLong):
        messages.error(request, _TOO_LONG)
        return redirect("laporan:issue", code)
    if proposal is None:
        return redirect("laporan:issue", code)
    return _preview(request, proposal)


@require_POST
@permission_required("laporan.approve_laporan", raise_exception=True)
def approve_report(request: Any, slug: str) -> HttpResponseBase:
    try:
        proposal = fresh(request, slug)
    except (NotUnderstood, TooLong) as refusal:
        return back_to_report(request, slug, refusal)
    return _approve(request, proposal)


@require_POST
@permission_required("laporan.approve_laporan", raise_exception=True)
def approve_correction(request: Any, code: str) -> HttpResponseBase:
    try:
        proposal = again(request, code)
    except (NotUnderstood, TooLong):
        proposal = None
    return redirect("laporan:issue", code) if proposal is None else _approve(request, proposal)


@require_POST
@permission_required("laporan.issue_laporan", raise_exception=True)
def publish_approved(request: Any, pk: int) -> HttpResponseBase:
    found = PersetujuanTerbit.objects.in_scope_of(request.user).select_related("replaces")
    approval = get_object_or_404(found.defer("replaces__pdf"), pk=pk)
    kind = REPORTS.get(approval.slug)
    if kind is None:
        raise Http404
    address = approval.get_absolute_url()
    try:
        proposal = propose(kind, QueryDict(approval.query), tuple(approval.reach), approval.replaces)
        dokumen = publish(approval=approval, proposal=proposal, by=request.user)
    except FiguresChanged:
        messages.warning(request, _CHANGED.format(deed="disetujui"))
        return redirect(address)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(address)
    except (NotUnderstood, TooLong, RenderingFailed):
        logger.exception("persetujuan %s was not issued", approval.pk)
        messages.error(request, _FAILED)
        return redirect(address)
    messages.success(request, f"Laporan terbit dengan nomor {dokumen.nomor}. Berkas dan angkanya kini tetap.")
    return redirect(dokumen)


def fresh(request: Any, slug: str) -> Proposal:
    kind = REPORTS.get(slug)
    if kind is None:
        raise Http404
    return propose(kind, request.GET, reach(request.user))


def again(request: Any, code: str) -> Proposal | None:
    """None where this version was replaced already, or its kind of report is made no more."""
    old = get_object_or_404(
        DokumenTerbit.objects.without_file()
        .in_scope_of(request.user)
        .filter(series=LAPORAN)
        .select_related("laporanterbit"),
        code=code,
    )
    kind = REPORTS.get(old.laporanterbit.slug)
    if old.replacement or kind is None:
        return None
    data = QueryDict(old.laporanterbit.query, mutable=True)
    # The time and place stay; another day on the paper may bring another letterhead and other people.
    data.update({name: request.GET[name] for name in PrintForm.PRINT_FIELDS if name in request.GET})
    return propose(kind, data, tuple(old.reach), old)


def back_to_report(request: Any, slug: str, refusal: Exception) -> HttpResponse:
    if isinstance(refusal, TooLong):
        messages.error(request, _TOO_LONG)
    return redirect(f"{reverse('laporan:report', args=[slug])}?{request.GET.urlencode()}")


def _preview(
    request: Any, proposal: Proposal, form: ReasonForm | None = None, status: int = 200
) -> HttpResponseBase:
    if request.GET.get("format") == "pdf":
        return _draft(request, proposal)
    replaces = proposal.replaces
    key = replaces.code if replaces else proposal.kind.slug
    context = {
        "proposal": proposal,
        "report": proposal.report,
        "screen": screen(proposal.report, count_up_to=ROW_LIMIT),
        "approval": standing_approval(proposal),
        "issued": issued_about(proposal),
        "asked": UsulanTerbit.objects.open().about(proposal).select_related("proposed_by").first(),
        "form": form or ReasonForm() if replaces else None,
        "approve_url": f"{reverse('laporan:approve_correction' if replaces else 'laporan:approve', args=[key])}"
        f"?{proposal.query}",
        "ask_url": f"{reverse('laporan:ask_correction' if replaces else 'laporan:ask', args=[key])}"
        f"?{proposal.query}",
        "draft_url": f"?{proposal.query}&format=pdf",
        "report_url": f"{reverse('laporan:report', args=[proposal.kind.slug])}?{proposal.query}",
    }
    return render(request, "laporan/terbit/preview.html", context, status=status)


def _draft(request: Any, proposal: Proposal) -> HttpResponseBase:
    try:
        pdf = proposal.draft()
    except RenderingFailed:
        logger.exception("draft of %s failed", proposal.kind.slug)
        messages.error(request, _FAILED)
        return redirect(preview_address(proposal))
    if proposal.report.count_people:
        record_report(proposal.report, by=request.user, file_format="pdf")
    return pdf_response(pdf, f"rancangan-{proposal.report.name}.pdf")


def _approve(request: Any, proposal: Proposal) -> HttpResponseBase:
    if request.POST.get("digest") != proposal.digest:
        messages.warning(request, _CHANGED.format(deed="dibuka"))
        return redirect(preview_address(proposal))
    form = ReasonForm(request.POST) if proposal.replaces else None
    if form and not form.is_valid():
        return _preview(request, proposal, form, status=422)
    try:
        approve(proposal=proposal, by=request.user, reason=form.cleaned_data["reason"] if form else "")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(preview_address(proposal))
    messages.success(request, "Angka pada pratinjau ini disetujui dan siap diterbitkan.")
    return redirect(preview_address(proposal))

"""What waits for an official: previews that somebody asks to approve, and what is approved and not issued yet."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from laporan.actions import close_request, request_approval
from laporan.models import PersetujuanTerbit, UsulanTerbit
from laporan.models.terbit import preview_address
from laporan.pdf import TooLong
from laporan.terbit.previews import again, back_to_report, fresh
from laporan.terbit.proposal import NotUnderstood, Proposal

_MOST = 200
_ASKED = "Laporan ini menunggu persetujuan pejabat. Ia melihatnya di meja kerja dan di daftar Menunggu persetujuan."


@require_safe
@permission_required("laporan.view_laporan", raise_exception=True)
def waiting(request: Any) -> HttpResponse:
    proposed = UsulanTerbit.objects.open().in_scope_of(request.user).select_related("proposed_by", "replaces")
    approved = PersetujuanTerbit.objects.waiting().in_scope_of(request.user)
    approved = approved.select_related("approved_by", "replaces")
    context = {
        "proposed": proposed.defer("replaces__pdf")[:_MOST],
        "approved": approved.defer("replaces__pdf")[:_MOST],
    }
    return render(request, "laporan/terbit/waiting.html", context)


@require_POST
@permission_required("laporan.view_laporan", raise_exception=True)
def ask(request: Any, slug: str) -> HttpResponseBase:
    try:
        proposal = fresh(request, slug)
    except (NotUnderstood, TooLong) as refusal:
        return back_to_report(request, slug, refusal)
    return _ask(request, proposal)


@require_POST
@permission_required("laporan.view_laporan", raise_exception=True)
def ask_correction(request: Any, code: str) -> HttpResponseBase:
    try:
        proposal = again(request, code)
    except (NotUnderstood, TooLong):
        proposal = None
    return redirect("laporan:issue", code) if proposal is None else _ask(request, proposal)


@require_POST
@permission_required("laporan.view_laporan", raise_exception=True)
def put_aside(request: Any, pk: int) -> HttpResponseBase:
    """By who asked, or by an official."""
    rows = UsulanTerbit.objects.in_scope_of(request.user)
    if not request.user.has_perm("laporan.approve_laporan"):
        rows = rows.filter(proposed_by=request.user)
    usulan = get_object_or_404(rows, pk=pk)
    close_request(usulan=usulan, by=request.user)
    messages.success(request, f"“{usulan.title}” tidak lagi menunggu persetujuan.")
    return redirect("laporan:waiting")


def _ask(request: Any, proposal: Proposal) -> HttpResponseBase:
    request_approval(proposal=proposal, by=request.user)
    messages.success(request, _ASKED)
    return redirect(preview_address(proposal))

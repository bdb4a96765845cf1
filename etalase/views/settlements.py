"""What owners are owed for sold goods: counted up, printed, paid."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.listing import CURSOR, page_at
from common.paging import KeysetPage
from etalase.actions import cancel, pay, settle
from etalase.forms import PaymentForm, ReasonForm, SettleForm
from etalase.hutang import owed_to, owing
from etalase.models import MutasiTitipan, Penyelesaian
from koperasi.models import Koperasi
from umkm.models import Usaha

_SELLERS: dict[str, type[Any]] = {"usaha": Usaha, "koperasi": Koperasi}


@require_safe
@permission_required("etalase.view_penyelesaian", raise_exception=True)
def settlements(request: Any) -> HttpResponse:
    """Who has something to get, and what was settled, newest first."""
    rows = Penyelesaian.objects.in_scope_of(request.user).with_seller().with_total()
    page = page_at(
        request.GET.get(CURSOR, ""),
        lambda cursor: KeysetPage(rows, ordering=("-created_at", "-id"), cursor=cursor),
    )
    context = {
        "owing": owing(request.user, until=timezone.localdate()),
        "page": page,
        "previous_url": page.previous_cursor and f"?{CURSOR}={page.previous_cursor}",
        "next_url": page.next_cursor and f"?{CURSOR}={page.next_cursor}",
    }
    return render(request, "etalase/settlements.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("etalase.add_penyelesaian", raise_exception=True)
def draw_up(request: Any, noun: str, pk: int) -> HttpResponseBase:
    """What one owner would get up to a day; POST gives it a number."""
    if noun not in _SELLERS:
        raise Http404
    seller = get_object_or_404(_SELLERS[noun].objects.in_scope_of(request.user), pk=pk)
    form = SettleForm.asked(request.POST if request.method == "POST" else request.GET)
    until = form.cleaned_data["sampai"] if form.is_valid() else None
    if request.method == "POST" and until:
        try:
            penyelesaian = settle(seller=seller, until=until, by=request.user)
        except ValidationError as error:
            form.add_error(None, ValidationError(error.messages))
        else:
            messages.success(
                request, f"Penyelesaian {penyelesaian.nomor} dibuat. Cetak, lalu catat pembayarannya."
            )
            return redirect(penyelesaian)
    sales = MutasiTitipan.objects.of(seller).unsettled(until=until) if until else MutasiTitipan.objects.none()
    context = {"seller": seller, "form": form, "until": until, "owed": owed_to(sales)}
    return render(request, "etalase/draw_up.html", context)


@require_safe
@permission_required("etalase.view_penyelesaian", raise_exception=True)
def settlement(request: Any, pk: int) -> HttpResponse:
    return _shown(request, _settlement(request, pk), PaymentForm(initial={"paid_on": timezone.localdate()}))


@require_POST
@permission_required("etalase.change_penyelesaian", raise_exception=True)
def paid(request: Any, pk: int) -> HttpResponseBase:
    penyelesaian = _settlement(request, pk)
    form = PaymentForm(request.POST)
    if not form.is_valid():
        return _shown(request, penyelesaian, form)
    try:
        pay(penyelesaian=penyelesaian, paid_on=form.cleaned_data["paid_on"], by=request.user)
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        messages.success(request, f"{penyelesaian.nomor} dibayar.")
    return redirect(penyelesaian)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("etalase.change_penyelesaian", raise_exception=True)
def dropped(request: Any, pk: int) -> HttpResponseBase:
    """Asks once for the reason; the sales wait for another settlement."""
    penyelesaian = _settlement(request, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            cancel(penyelesaian=penyelesaian, reason=form.cleaned_data["reason"], by=request.user)
        except ValidationError as error:
            messages.warning(request, " ".join(error.messages))
        else:
            messages.success(
                request, f"{penyelesaian.nomor} dibatalkan. Penjualannya menunggu penyelesaian lain."
            )
        return redirect(penyelesaian)
    return render(request, "etalase/drop.html", {"form": form, "penyelesaian": penyelesaian})


def _settlement(request: Any, pk: int) -> Penyelesaian:
    rows = Penyelesaian.objects.in_scope_of(request.user).with_seller().with_total()
    return get_object_or_404(rows.select_related("paid_by", "cancelled_by"), pk=pk)


def _shown(request: Any, penyelesaian: Penyelesaian, form: PaymentForm) -> HttpResponse:
    sales = MutasiTitipan.objects.filter(rincianpenyelesaian__penyelesaian=penyelesaian)
    context = {"penyelesaian": penyelesaian, "form": form, "owed": owed_to(sales)}
    return render(request, "etalase/settlement.html", context)

"""`/akun/rekap-belanja/`: an OPD's recap officer records purchases, sees that OPD's names, reports the month."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from belanja_asn import actions
from belanja_asn.aturan import Bulan, months_between
from belanja_asn.choices import SaluranBelanja
from belanja_asn.forms.rekap import LaporForm, month_of, rows_formset
from belanja_asn.models import AturanBelanja, LaporanOpd, Opd
from belanja_asn.rekap import rows_of

_MONTHS = 6
_MOST = 500


def reporters_only(view: Callable[..., Any]) -> Callable[..., Any]:
    """Signed in and recap officer of an OPD; anybody else is refused."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not Opd.objects.reported_by(request.user).exists():
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checked


@require_safe
@reporters_only
def recap(request: HttpRequest) -> HttpResponse:
    """The last months of the own OPD, the newest first."""
    today = timezone.localdate()
    first = AturanBelanja.objects.order_by("valid_from").values_list("valid_from", flat=True).first()
    months = months_between(first, today, most=_MONTHS) if first else []
    rows = rows_of(months, opds=Opd.objects.reported_by(request.user))
    return render(
        request, "belanja_asn/recap.html", {"rows": list(reversed(rows)), "this_month": Bulan.of(today)}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@reporters_only
def month(request: HttpRequest, slug: str, bulan: str) -> HttpResponse:
    """Who bought what in a month, and the OPD's report of it."""
    opd, asked = own_opd(request, slug), asked_month(bulan)
    laporan = LaporanOpd.objects.filter(opd=opd, bulan=asked.start).first()
    initial = (
        {name: getattr(laporan, name) for name in ("jumlah_ikut", "nilai", "notes")} if laporan else None
    )
    form = LaporForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            actions.report(opd=opd, month=asked, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            _tell(form, error)
        else:
            messages.success(
                request, "Rekap bulan ini sudah dilaporkan. Anda dapat memperbaikinya bila perlu."
            )
            return redirect("belanja_asn:recap")
    purchases = purchases_of(opd, asked).with_parties().prefetch_related("itembelanja_set")
    context = {
        "opd": opd,
        "month": asked,
        "row": rows_of([asked], opds=[opd])[0],
        "laporan": laporan,
        "purchases": purchases[:_MOST],
        "form": form,
    }
    return render(request, "belanja_asn/month.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@reporters_only
def rows(request: HttpRequest, slug: str) -> HttpResponse:
    """Several purchases at once: all of them are stored, or none."""
    opd = own_opd(request, slug)
    asked = AturanBelanja.objects.asked(timezone.localdate())
    formset = rows_formset(request.POST if request.method == "POST" else None, user=request.user, asked=asked)
    if formset.is_bound and formset.is_valid() and _recorded(formset, opd, request.user):
        count = len(formset.filled)
        messages.success(request, f"{count} belanja tercatat dan menunggu konfirmasi penjual atau dinas.")
        newest = max(form.cleaned_data["bought_on"] for form in formset.filled)
        return redirect(reverse("belanja_asn:month", args=[opd.slug, f"{newest:%Y-%m}"]))
    return render(request, "belanja_asn/rows.html", {"opd": opd, "formset": formset, "is_open": bool(asked)})


def _recorded(formset: Any, opd: Opd, by: Any) -> bool:
    """Every row is judged, so that all faults are told at once."""
    with transaction.atomic():
        for form in formset.filled:
            try:
                actions.record(opd=opd, channel=SaluranBelanja.REKAP, by=by, **form.said)
            except ValidationError as error:
                form.tell(error)
        is_whole = not any(form.errors for form in formset.filled)
        transaction.set_rollback(not is_whole)
    return is_whole


def purchases_of(opd: Opd, month: Bulan) -> Any:
    """All of the month but what was put aside, the newest first."""
    rows = opd.belanja_set.active().filter(bought_on__gte=month.start, bought_on__lte=month.end)
    return rows.order_by("-bought_on", "-pk")


def own_opd(request: HttpRequest, slug: str) -> Opd:
    return get_object_or_404(Opd.objects.reported_by(request.user), slug=slug)


def asked_month(text: str) -> Bulan:
    found = month_of(text)
    if found is None or found.start > timezone.localdate():
        raise Http404
    return found


def _tell(form: LaporForm, error: ValidationError) -> None:
    told = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    for name, texts in told.items():
        for text in texts:
            form.add_error(name if name in form.fields else None, text)

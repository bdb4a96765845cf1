"""The shelf at the counter: what stands there, one tap for what is sold, and what comes in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.admin import once
from common.templatetags.indonesia import angka
from etalase.actions import record, reverse, take_in
from etalase.finding import goods_named
from etalase.forms import MasukForm, MutasiForm, ReasonForm, ShelfFilterForm
from etalase.models import MutasiTitipan, Titipan
from etalase.persediaan import stock
from produk.models import Produk

_MOST_LINES = 200
_TWICE = "Formulir ini sudah tersimpan dan tidak dicatat dua kali."


@require_safe
@permission_required("etalase.view_titipan", raise_exception=True)
def counter(request: Any) -> HttpResponse:
    form = ShelfFilterForm(request.GET)
    standing = form.filter(Titipan.objects.in_scope_of(request.user).on_shelf())
    context = form.context(form.page(standing.with_product()), standing, noun="barang")
    return render(request, "etalase/counter.html", {**context, "once": once.token_for(request)})


@require_POST
@permission_required("etalase.add_mutasititipan", raise_exception=True)
def move(request: Any, pk: int) -> HttpResponseBase:
    """Sold, returned or damaged, from the counter's own row."""
    titipan = get_object_or_404(Titipan.objects.in_scope_of(request.user).with_product(), pk=pk)
    form = MutasiForm(request.POST)
    if not form.is_valid():
        messages.warning(request, "Tulis jumlah sebagai angka, sedikitnya 1.")
        return _back(request)
    try:
        with transaction.atomic():
            once.claim(request, MutasiTitipan._meta)
            mutasi = record(titipan=titipan, by=request.user, **form.cleaned_data)
    except once.AlreadySavedError:
        messages.info(request, _TWICE)
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        told = f"{mutasi.get_jenis_display()}: {angka(mutasi.jumlah)} {titipan.produk.satuan} {titipan}."
        messages.success(request, told)
    return _back(request)


def _back(request: Any) -> HttpResponseBase:
    """To the counter as it was searched."""
    return redirect(f"{redirect('etalase:counter')['Location']}{ShelfFilterForm(request.GET).canonical}")


@require_safe
@permission_required("etalase.add_mutasititipan", raise_exception=True)
def choose(request: Any) -> HttpResponse:
    """Which product comes in."""
    text = ShelfFilterForm(request.GET).chosen.get("q", "")
    found = goods_named(text, Produk.objects.in_scope_of(request.user)) if text else []
    return render(request, "etalase/choose.html", {"query": text, "found": found})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("etalase.add_mutasititipan", raise_exception=True)
def bring(request: Any, pk: int) -> HttpResponseBase:
    """So many of it, at this price for the owner and that one for the buyer."""
    produk = get_object_or_404(_products(request).filter(archived_at=None), pk=pk)
    form = MasukForm(request.POST) if request.method == "POST" else MasukForm.about(produk)
    if form.is_bound and form.is_valid():
        try:
            with transaction.atomic():
                once.claim(request, MutasiTitipan._meta)
                take_in(produk=produk, by=request.user, **form.cleaned_data)
        except once.AlreadySavedError:
            messages.info(request, _TWICE)
            return redirect("etalase:card", produk.pk)
        except ValidationError as error:
            form.add_error(None, ValidationError(error.messages))
        else:
            messages.success(
                request, f"Masuk: {angka(form.cleaned_data['jumlah'])} {produk.satuan} {produk}."
            )
            return redirect("etalase:counter")
    context = {"form": form, "produk": produk, "once": once.token_for(request)}
    return render(request, "etalase/bring.html", context)


@require_safe
@permission_required("etalase.view_titipan", raise_exception=True)
def card(request: Any, pk: int) -> HttpResponse:
    """Every batch of one product and its ledger, newest first."""
    produk = get_object_or_404(_products(request), pk=pk)
    lines = MutasiTitipan.objects.filter(titipan__produk=produk)
    counts = lines.counts()
    shown = lines.select_related("titipan", "recorded_by", "reverses", "reversed_by")
    context = {
        "produk": produk,
        "batches": Titipan.objects.filter(produk=produk),
        "lines": shown[:_MOST_LINES],
        "most": _MOST_LINES,
        "counts": counts,
        "stock": stock(counts),
    }
    return render(request, "etalase/card.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("etalase.reverse_mutasititipan", raise_exception=True)
def correct(request: Any, pk: int) -> HttpResponseBase:
    """Take a wrong line back, with the reason."""
    lines = MutasiTitipan.objects.in_scope_of(request.user).select_related("titipan__produk", "recorded_by")
    mutasi = get_object_or_404(lines, pk=pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            reverse(mutasi=mutasi, reason=form.cleaned_data["reason"], by=request.user)
        except ValidationError as error:
            messages.warning(request, " ".join(error.messages))
        else:
            messages.success(request, "Baris itu dibatalkan. Catat mutasi yang benar bila perlu.")
        return redirect(mutasi.titipan)
    return render(request, "etalase/correct.html", {"form": form, "mutasi": mutasi})


def _products(request: Any) -> Any:
    rows = Produk.objects.in_scope_of(request.user).select_related("usaha", "koperasi")
    return rows.defer("usaha__npwp")

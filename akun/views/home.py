"""What an owner sees after signing in: the businesses, and how often they were looked at and ordered from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from akun.reach import businesses_of, products_of
from akun.usaha_saya import why_hidden, with_counts
from common.daily import DAYS, VIEWS, with_recent
from produk.clicks import with_clicks
from umkm.doors import owners_only


@require_safe
@owners_only
def home(request: HttpRequest) -> HttpResponse:
    found = list(with_counts(businesses_of(request).with_consents()).order_by("name", "id"))
    rows = [(usaha, why_hidden(usaha), usaha.pemilik.account_id == request.user.pk) for usaha in found]
    return render(request, "akun/home.html", {"rows": rows, "days": DAYS})


@require_safe
@owners_only
def business(request: HttpRequest, slug: str) -> HttpResponse:
    """One business: its products, with what each still lacks, and the ways to everything else."""
    mine = with_recent(businesses_of(request).with_consents(), views=VIEWS)
    usaha = get_object_or_404(mine, slug=slug)
    products = list(with_clicks(products_of(usaha).with_cover().select_related("kategori")))
    context = {
        "usaha": usaha,
        "is_owner": usaha.pemilik.account_id == request.user.pk,
        "why_hidden": why_hidden(usaha),
        "produk_list": products,
        "days": DAYS,
    }
    return render(request, "akun/business.html", context)

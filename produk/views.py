from typing import cast

from django.contrib.auth.decorators import login_not_required
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from common.listing import NEWEST
from common.sharing import share_context
from common.templatetags.indonesia import rupiah
from duplicates.redirects import moved_permanently
from produk.exports import CATALOGUE, with_seller
from produk.forms import ProdukFilterForm
from produk.models import Produk
from produk.sellers import seller_of
from spreadsheets.export.catalogue import catalogue_file, refusal
from wilayah.models import Desa

_MOST_BESIDE = 8


@login_not_required
@require_safe
def listing(request: HttpRequest) -> HttpResponseBase:
    form = ProdukFilterForm(request.GET)
    listed = Produk.objects.listed()
    records = form.every(with_seller(listed.with_halal()))
    if file := catalogue_file(request, form, records, CATALOGUE, noun="produk"):
        return file
    page = form.page(listed.for_cards().with_cover())
    context = {**form.context(page, form.filter(listed), noun="produk"), "refusal": refusal(request)}
    if form.search.is_corrected:
        context["correction"] = {"text": form.search.text, "literal_url": form.address(persis="1")}
    return render(request, "produk/list.html", context)


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    listed = Produk.objects.listed().select_related("kategori")
    produk = listed.filter(slug=slug).first()
    if produk is None:
        return moved_permanently(listed, slug)
    seller = seller_of(produk)
    # A listed seller is no draft, so it has its desa.
    desa = cast(Desa, seller.desa)
    more = list(seller.produk_set.listed().exclude(pk=produk.pk).for_cards().order_by(*NEWEST)[:_MOST_BESIDE])
    prefetch_related_objects([produk, *more], "foto_set")
    price = f"{rupiah(produk.price)} per {produk.satuan}"
    context = {
        "produk": produk,
        "photos": produk.foto_set.all(),
        "seller": seller,
        "more": more,
        "marks": produk.sertifikat_set.model.objects.on_product(produk),
        **share_context(
            produk.get_absolute_url(),
            text=f"{produk.name}, {price}, dari {seller.name}",
            description=f"{price}. {seller.name}, {desa.kecamatan.name}.",
            photo=produk.cover and produk.cover.image,
        ),
    }
    return render(request, "produk/detail.html", context)

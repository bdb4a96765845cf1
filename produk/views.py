from django.contrib.auth.decorators import login_not_required
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from common.sharing import share_context
from common.templatetags.indonesia import rupiah
from produk.forms import ProdukFilterForm
from produk.models import Foto, Produk
from produk.whatsapp import order_link

_MOST_BESIDE = 8


@login_not_required
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    form = ProdukFilterForm(request.GET)
    listed = Produk.objects.listed()
    page = form.page(listed.for_cards())
    context = form.context(page, form.filter(listed), noun="produk")
    if form.search.is_corrected:
        context["correction"] = {"text": form.search.text, "literal_url": form.address(persis="1")}
    return render(request, "produk/list.html", context)


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    produk = get_object_or_404(Produk.objects.listed().select_related("kategori"), slug=slug)
    seller = produk.fetch_seller()
    ...

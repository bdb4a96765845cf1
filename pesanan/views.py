"""From a product's page to the seller's WhatsApp. Why ordering is a POST: docs/keputusan/0011."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from duplicates.redirects import moved_permanently
from pesanan.actions import count_clicks
from pesanan.forms import OrderForm
from pesanan.whatsapp import Line, order_link, order_text
from produk.models import Produk
from produk.sellers import seller_of


@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def order(request: HttpRequest, slug: str) -> HttpResponseBase:
    """POST: the message, counted. An address opened by hand or by a robot orders nothing."""
    listed = Produk.objects.listed().select_related("kategori")
    produk = listed.filter(slug=slug).first()
    if produk is None:
        return moved_permanently(listed, slug)
    if request.method != "POST":
        return redirect(produk)
    seller = seller_of(produk)
    form = OrderForm(request.POST)
    context = {"produk": produk, "seller": seller, "form": form}
    if form.is_valid():
        line = Line(produk, form.cleaned_data["jumlah"])
        text = order_text(seller, [line], note=form.cleaned_data["catatan"])
        context |= {"text": text, "whatsapp_url": order_link(seller, text)}
        count_clicks(request=request, products=[produk])
    return _page(request, context)


def _page(request: HttpRequest, context: dict[str, object]) -> HttpResponse:
    return render(request, "pesanan/order.html", context)

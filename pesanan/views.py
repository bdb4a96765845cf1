"""From a product's page to the seller's WhatsApp, and who looked at it. Why both are a POST: docs/keputusan/0011."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duplicates.redirects import moved_permanently
from pesanan.actions import count_clicks, count_view
from pesanan.basket import by_seller, read_keys, read_lines, told
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
    return render(request, "pesanan/order.html", context)


@login_not_required
@require_safe
def basket(request: HttpRequest) -> HttpResponse:
    """The frame of a shopping list; what stands in it, the browser alone knows."""
    return render(request, "pesanan/basket.html")


@login_not_required
@require_safe
@cache_control(private=True, no_store=True)
def goods(request: HttpRequest) -> JsonResponse:
    """`?produk=3,5,8`: what the site shows of these products now, by seller; those that are gone are not named."""
    found = by_seller(read_keys(request.GET.get("produk", "")))
    return JsonResponse({"sellers": [told(seller, lines) for seller, lines in found]})


@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def order_many(request: HttpRequest) -> HttpResponseBase:
    """One seller's part of a shopping list, as one message."""
    found = by_seller(read_lines(request.POST))
    if not found:
        return redirect("pesanan:basket")
    seller, lines = found[0]
    # A note too long or with hidden characters is left out: no box stands here to mend it in.
    form = OrderForm({"jumlah": "1", "catatan": request.POST.get("catatan", "")})
    note = form.cleaned_data.get("catatan", "") if form.is_valid() else ""
    text = order_text(seller, lines, note=note)
    count_clicks(request=request, products=[line.produk for line in lines])
    context = {"seller": seller, "text": text, "whatsapp_url": order_link(seller, text)}
    return render(request, "pesanan/order_many.html", context)


@login_not_required
# Without a token, which would set a cookie: there is nothing to forge but one more view.
@csrf_exempt
@cache_control(private=True, no_store=True)
@require_POST
def viewed(request: HttpRequest, slug: str, *, model: type[Model]) -> HttpResponse:
    """Told by the script of a page that was opened. The answer is the same whether it counted or not."""
    count_view(request=request, model=model, slug=slug)
    return HttpResponse(status=204)

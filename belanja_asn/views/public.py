"""`/1-asn-1-produk/`: how the programme fares, and the form by which a civil servant records a purchase.

The form carries a token, so it is nobody's to keep, unlike the page of figures.
"""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from belanja_asn.actions import record_once, refuse_own_business
from belanja_asn.choices import SaluranBelanja
from belanja_asn.forms.catat import CatatForm
from belanja_asn.forms.track import BuktiForm
from belanja_asn.kemajuan import progress
from belanja_asn.models import AturanBelanja, Belanja
from belanja_asn.penjual import listed_sellers
from common.sharing import share_context
from common.throttle import allows
from common.traps import new_moment
from koperasi.models import Koperasi
from produk.models import Produk
from umkm.models import Usaha

# A whole office behind one address records its purchases on the last day.
_MOST_AN_HOUR = 60
_MOST_LOOKS = 60
_PAGES: dict[str, type[Any]] = {"produk:detail": Produk, "umkm:detail": Usaha, "koperasi:detail": Koperasi}
_TOO_MANY = "Jaringan Anda sudah mengirim banyak catatan. Coba lagi satu jam lagi; isian Anda masih ada."


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    context = {
        **progress(timezone.localdate()),
        **share_context(
            reverse("belanja_asn:index"),
            text=f"1 ASN 1 Produk {settings.DISTRICT_NAME}",
            description="Setiap ASN belanja produk usaha mikro dan koperasi setempat. Lihat kemajuannya.",
        ),
    }
    return render(request, "belanja_asn/index.html", context)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponseBase:
    """From a product's or a seller's page; without one the seller is looked for first."""
    today = timezone.localdate()
    asked = AturanBelanja.objects.asked(today)
    produk, seller = _about(request.GET.get("penjual", ""))
    if not asked:
        return render(request, "belanja_asn/closed.html")
    if seller is None:
        return _choose(request)
    initial = {"barang": f"1 {produk.name}"} if produk else {}
    form = CatatForm(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        asked=asked,
        initial=initial,
    )
    if form.is_bound and form.is_a_programs:
        return redirect("belanja_asn:index")
    if code := _recorded(request, form, seller):
        return redirect(f"{reverse('belanja_asn:track')}?{urlencode({'nomor': code, 'baru': '1'})}")
    # Written out in the template: a form shown again gets a moment of its own.
    context = {"form": form, "seller": seller, "produk": produk, "moment": new_moment(), "today": today}
    return render(request, "belanja_asn/new.html", context)


def _recorded(request: HttpRequest, form: CatatForm, seller: Any) -> str:
    """The purchase's number; empty where something is still to be mended."""
    once = form.name_once()
    if not once:
        return ""
    if not allows(request, "belanja asn", most=_MOST_AN_HOUR, seconds=3600):
        form.add_error(None, _TOO_MANY)
        return ""
    try:
        if request.user.is_authenticated:
            # Who it is, is not kept with the purchase.
            refuse_own_business(seller, request.user)
        return record_once(once=once, seller=seller, channel=SaluranBelanja.PONSEL, **form.said)
    except ValidationError as error:
        form.tell(error)
        return ""


def _choose(request: HttpRequest) -> HttpResponse:
    query = " ".join(request.GET.get("cari", "")[:100].replace("\x00", " ").split())
    # Not "query": that is what the search for products above the page holds.
    context = {"named": query, "sellers": listed_sellers(query) if query else []}
    return render(request, "belanja_asn/choose.html", context)


def _about(path: str) -> tuple[Produk | None, Any]:
    """The product, if any, and the seller whose public page has this address."""
    try:
        match = resolve(urlsplit(path[:300]).path)
    except (Resolver404, ValueError):
        return None, None
    model = _PAGES.get(match.view_name)
    if model is None:
        return None, None
    found = model.objects.listed().filter(slug=match.kwargs["slug"])
    if model is not Produk:
        return None, found.first()
    produk = found.select_related("usaha", "koperasi").first()
    return produk, produk and (produk.usaha or produk.koperasi)


@login_not_required
@require_safe
@cache_control(private=True, no_store=True)
def track(request: HttpRequest) -> HttpResponse:
    """How far a purchase has come, for whoever holds its number. Nothing about a person, no cookie."""
    form = BuktiForm(request.GET if "nomor" in request.GET else None)
    context: dict[str, Any] = {"form": form, "is_new": "baru" in request.GET}
    if not form.is_valid():
        return render(request, "belanja_asn/track.html", context)
    if not allows(request, "bukti belanja", most=_MOST_LOOKS, seconds=3600):
        form.add_error(None, "Jaringan Anda sudah mencari banyak kali. Coba lagi satu jam lagi.")
        return render(request, "belanja_asn/track.html", context, status=429)
    found = Belanja.objects.active().with_parties().filter(code=form.cleaned_data["nomor"]).first()
    if found is None:
        form.add_error("nomor", "Nomor bukti ini tidak dikenal. Periksa kembali.")
        return render(request, "belanja_asn/track.html", context)
    return render(request, "belanja_asn/track.html", {**context, "belanja": found})

from collections.abc import Iterator
from typing import Any, cast

from django.contrib.auth.decorators import login_not_required
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from common.finding import found_by_name
from common.listing import AS_PLACED, SearchTextField
from common.paging import KeysetPage
from common.share_pictures import picture_path, picture_response
from common.sharing import absolute, share_context
from common.structured_data import structured
from common.templatetags.indonesia import rupiah
from duplicates.redirects import moved_permanently, survivor_at
from produk import counts
from produk.exports import CATALOGUE, with_seller
from produk.feeds import feed_path
from produk.forms import ProdukFilterForm
from produk.map import places_of
from produk.models import Produk, ProdukQuerySet
from produk.offers import offers, popular_kategori
from produk.sellers import seller_of
from produk.sharing import share_card, structured_data
from produk.suggestions import suggestions
from spreadsheets.export.catalogue import catalogue_file, refusal
from wilayah.map import district_map
from wilayah.models import Desa

_MOST_BESIDE = 8


@login_not_required
@require_safe
def listing(request: HttpRequest) -> HttpResponseBase:
    form = ProdukFilterForm(request.GET)
    listed = Produk.objects.listed()
    if file := catalogue_file(request, form, _records(form, listed), CATALOGUE, noun="produk"):
        return file
    page = form.page(listed.for_cards())
    context = form.context(page, form.filter(listed), noun="produk")
    context |= {
        "refusal": refusal(request),
        "counts": counts.beside_options(form.chosen),
        "feed_url": feed_path(form),
        "map_url": reverse("map") + form.address(kecamatan=None),
    }
    return render(request, "produk/list.html", {**context, **_around(form, page, listed)})


def _records(form: ProdukFilterForm, listed: ProdukQuerySet) -> Iterator[Produk]:
    """All rows of the list, for a file; nothing is even asked for until one is wanted."""
    yield from form.every(with_seller(listed.with_halal()))


def _around(form: ProdukFilterForm, page: KeysetPage, listed: ProdukQuerySet) -> dict[str, Any]:
    """What stands around the products of a search, and in their place where there are none."""
    context: dict[str, Any] = {}
    if "q" in form.chosen and not form.cursor:
        context["beside"] = found_by_name(form.chosen["q"])
    if not page.object_list:
        words, wider = offers(form, listed)
        context |= {"words": words, "wider": wider, "popular": popular_kategori()}
    if form.reads_halal:
        context["literal_url"] = form.address(q=form.asked, halal=None, persis="1")
    if form.search.is_corrected:
        context["correction"] = {"query": form.search.text, "literal_url": form.address(persis="1")}
    return context


@login_not_required
@require_safe
def by_map(request: HttpRequest) -> HttpResponse:
    """Choose the kecamatan of a list on the map; the list's other filters stay."""
    form = ProdukFilterForm(request.GET)
    listing = reverse("produk:list")
    context = {
        "query": form.chosen.get("q", ""),
        "chips": form.chips(),
        "clear_url": form.clear_url,
        "list_url": listing + form.address(kecamatan=None),
        "canonical": absolute(reverse("map")),
        "map_paths": places_of(form, counts.beside_options(form.chosen).get("kecamatan", {})),
        "map_viewbox": district_map().viewbox,
    }
    return render(request, "produk/map.html", context)


@login_not_required
@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """For the search field's script: [text, address, what it is]. The same for everybody, so caches may keep it."""
    typed = SearchTextField().clean(request.GET.get("q"))
    response = JsonResponse(suggestions(typed), safe=False)
    patch_cache_control(response, public=True, max_age=60)
    return response


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    listed = Produk.objects.listed().select_related("kategori").with_halal().with_shelf()
    produk = listed.filter(slug=slug).first()
    if produk is None:
        return moved_permanently(listed, slug)
    seller = seller_of(produk)
    # A listed seller is no draft, so it has its desa.
    desa = cast(Desa, seller.desa)
    others = seller.produk_set.listed().exclude(pk=produk.pk).for_cards()
    prefetch_related_objects([produk], "foto_set")
    shown = picture_path(produk, share_card(produk))
    price = f"{rupiah(produk.price)} per {produk.satuan}"
    context = {
        "produk": produk,
        "photos": produk.foto_set.all(),
        "seller": seller,
        "more": list(others.order_by(*AS_PLACED)[:_MOST_BESIDE]),
        "marks": produk.sertifikat_set.model.objects.on_product(produk),
        **share_context(
            produk.get_absolute_url(),
            text=f"{produk.name}, {price}, dari {seller.name}",
            description=f"{price}. {seller.name}, {desa.kecamatan.name}.",
            picture=shown,
        ),
        "structured_data": structured(*structured_data(produk, shown)),
    }
    return render(request, "produk/detail.html", context)


@login_not_required
@require_safe
def picture(request: HttpRequest, slug: str, digest: str) -> HttpResponse:
    """What chat programs show beside a link to the page."""
    listed = Produk.objects.listed().with_seller().with_cover().with_halal()
    produk = listed.filter(slug=slug).first() or survivor_at(listed, slug)
    return picture_response(produk, share_card(produk), digest)

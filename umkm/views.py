from typing import cast

from django.contrib.auth.decorators import login_not_required
from django.db.models import Model, Q
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from common.listing import placed_of
from common.share_pictures import picture_path, picture_response
from common.sharing import contact_link, share_context, short_url
from common.structured_data import structured
from duplicates.redirects import moved_permanently, survivor_at
from spreadsheets.export.catalogue import catalogue_file, refusal
from umkm.catalogue import UsahaFilterForm
from umkm.exports import CATALOGUE
from umkm.models import Usaha
from umkm.sharing import share_card, structured_data
from wilayah.models import Desa

_MOST_KOPERASI = 5


@login_not_required
@require_safe
def listing(request: HttpRequest) -> HttpResponseBase:
    form = UsahaFilterForm(request.GET)
    listed = Usaha.objects.listed()
    records = form.every(listed.with_place().defer("npwp"))
    if file := catalogue_file(request, form, records, CATALOGUE, noun="usaha"):
        return file
    context = form.results(listed.for_cards(), noun="usaha")
    return render(request, "umkm/list.html", {**context, "refusal": refusal(request)})


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    businesses = Usaha.objects.listed().with_place().with_owner().with_consents()
    usaha = businesses.filter(slug=slug).first()
    if usaha is None:
        return moved_permanently(businesses, slug)
    # A listed business is no draft, so it has its desa.
    desa = cast(Desa, usaha.desa)
    path, shown = usaha.get_absolute_url(), picture_path(usaha, share_card(usaha))
    page, pager = placed_of(usaha.produk_set.listed().for_cards(), request.GET)
    context = {
        "usaha": usaha,
        "koperasi_list": _cooperatives(usaha),
        "produk_list": page.object_list,
        **pager,
        "marks": usaha.sertifikat_set.on_seller(),
        "short_url": short_url(usaha),
        "whatsapp_url": contact_link(usaha.public_phone, name=usaha.name, path=path),
        **share_context(
            path,
            text=f"{usaha.name}, {desa.kecamatan.name}",
            description=usaha.description or usaha.kegiatan_utama,
            picture=shown,
        ),
        "structured_data": structured(*structured_data(usaha, shown)),
    }
    return render(request, "umkm/detail.html", context)


def _cooperatives(usaha: Usaha) -> list[Model]:
    """Those that it belongs to, and those that sell what it makes. Their layer lies above this one."""
    members = usaha.keanggotaan_set.current().order_by().values("koperasi")
    sellers = usaha.kerjasama_set.current().selling().order_by().values("koperasi")
    listed = usaha.koperasi_set.model._default_manager.listed()
    # Each found by its own index: joined by OR, every cooperative of the district would be read.
    found = listed.filter(pk__in=members.union(sellers)).annotate(is_selling=Q(pk__in=sellers))
    return list(found.only("name", "slug").order_by("name", "id")[:_MOST_KOPERASI])


@login_not_required
@require_safe
def picture(request: HttpRequest, slug: str, digest: str) -> HttpResponse:
    """What chat programs show beside a link to the page."""
    listed = Usaha.objects.listed().with_place().with_consents()
    usaha = listed.filter(slug=slug).first() or survivor_at(listed, slug)
    return picture_response(usaha, share_card(usaha), digest)

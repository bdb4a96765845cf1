from typing import cast

from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from common.listing import newest_of, placed_of
from common.share_pictures import picture_path, picture_response
from common.sharing import contact_link, share_context, short_url
from common.structured_data import structured
from duplicates.redirects import moved_permanently, survivor_at
from koperasi.exports import CATALOGUE
from koperasi.forms import KoperasiFilterForm
from koperasi.models import Koperasi
from koperasi.sharing import share_card, structured_data
from spreadsheets.export.catalogue import catalogue_file, refusal
from umkm.models import Usaha
from wilayah.models import Desa


@login_not_required
@require_safe
def listing(request: HttpRequest) -> HttpResponseBase:
    form = KoperasiFilterForm(request.GET)
    listed = Koperasi.objects.listed()
    records = form.every(listed.with_place())
    if file := catalogue_file(request, form, records, CATALOGUE, noun="koperasi"):
        return file
    context = form.results(listed.for_cards(), noun="koperasi")
    return render(request, "koperasi/list.html", {**context, "refusal": refusal(request)})


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    cooperatives = Koperasi.objects.listed().with_place().with_latest_rat()
    koperasi = cooperatives.filter(slug=slug).first()
    if koperasi is None:
        return moved_permanently(cooperatives, slug)
    # A listed cooperative is no draft, so it has its desa.
    desa = cast(Desa, koperasi.desa)
    path, shown = koperasi.get_absolute_url(), picture_path(koperasi, share_card(koperasi))
    sold = koperasi.kerjasama_set.current().selling().order_by().values("usaha")
    members = koperasi.keanggotaan_set.current().order_by().values("usaha")
    # Each found by its own index: joined by OR, every business of the district would be read.
    partners = Usaha.objects.listed().filter(pk__in=members.union(sold)).annotate(is_sold=Q(pk__in=sold))
    produk_page, pager = placed_of(koperasi.produk_set.listed().for_cards(), request.GET)
    usaha_page, usaha_pager = newest_of(partners.for_cards(), request.GET, name="anggota")
    context = {
        "koperasi": koperasi,
        "produk_list": produk_page.object_list,
        **pager,
        "usaha_list": usaha_page.object_list,
        "usaha_pager": usaha_pager,
        "marks": koperasi.sertifikat_set.on_seller(),
        "short_url": short_url(koperasi),
        "whatsapp_url": contact_link(koperasi.public_phone, name=koperasi.name, path=path),
        **share_context(
            path,
            text=f"{koperasi.name}, {desa.kecamatan.name}",
            description=koperasi.description,
            picture=shown,
        ),
        "structured_data": structured(*structured_data(koperasi, shown)),
    }
    return render(request, "koperasi/detail.html", context)


@login_not_required
@require_safe
def picture(request: HttpRequest, slug: str, digest: str) -> HttpResponse:
    """What chat programs show beside a link to the page."""
    listed = Koperasi.objects.listed().with_place()
    koperasi = listed.filter(slug=slug).first() or survivor_at(listed, slug)
    return picture_response(koperasi, share_card(koperasi), digest)

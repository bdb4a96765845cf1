"""New products as an Atom feed, for feed readers and for other sites of the district."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import conditional_page, require_safe

from common.images import rendition_url
from common.listing import NEWEST
from common.sharing import absolute
from common.templatetags.indonesia import rupiah
from common.xml import xml_text
from produk.forms import ProdukFilterForm
from produk.models import Produk

_MOST = 50
_FILTERS = ("kategori", "kecamatan")


@login_not_required
@require_safe
@conditional_page
def newest(request: HttpRequest) -> HttpResponse:
    form = _form(request.GET)
    every, here = reverse("produk:list"), reverse("produk:newest")
    words = [settings.SITE_NAME, settings.DISTRICT_SHORT, *(chip["label"] for chip in form.chips())]
    feed = Atom1Feed(
        title=f"Produk terbaru: {', '.join(words)}",
        link=absolute(f"{every}{form.canonical}"),
        feed_url=absolute(f"{here}{form.canonical}"),
        description=None,
        language=settings.LANGUAGE_CODE,
        author_name=f"{settings.OFFICE_NAME} {settings.DISTRICT_NAME}",
    )
    for produk in form.filter(Produk.objects.listed()).for_feeds().order_by(*NEWEST)[:_MOST]:
        _add(feed, produk)
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def feed_path(listing: ProdukFilterForm) -> str:
    """The feed of what a list is filtered by, as far as the feed knows it."""
    known = {name: listing.chosen[name] for name in _FILTERS if name in listing.chosen}
    return reverse("produk:newest") + (f"?{urlencode(known)}" if known else "")


def _form(data: QueryDict) -> ProdukFilterForm:
    known = QueryDict(mutable=True)
    known.update({name: data.get(name, "") for name in _FILTERS})
    return ProdukFilterForm(known)


def _add(feed: Atom1Feed, produk: Produk) -> None:
    seller, address = produk.seller, absolute(produk.get_absolute_url())
    feed.add_item(
        title=xml_text(produk.name),
        link=address,
        unique_id=address,
        description=xml_text(_summary(produk)),
        pubdate=produk.published_at,
        updateddate=produk.updated_at,
        author_name=xml_text(seller.name),
        author_link=absolute(seller.get_absolute_url()),
        categories=[str(produk.kategori)],
    )


def _summary(produk: Produk) -> SafeString:
    """HTML, as readers expect it: the photo, what it costs and whose it is, and its story."""
    photo = produk.cover and absolute(rendition_url(produk.cover.image, "page"))
    return format_html(
        "{}<p>{} per {} · {} · Kecamatan {}</p><p>{}</p>",
        format_html('<p><img src="{}" alt=""></p>', photo) if photo else "",
        rupiah(produk.price),
        produk.satuan,
        produk.seller.name,
        produk.kecamatan and produk.kecamatan.name,
        produk.description,
    )

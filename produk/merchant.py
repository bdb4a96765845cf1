"""The catalogue as Google Merchant Center and Meta Commerce Manager fetch it: RSS 2.0 with Google's own elements."""

from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from common.sharing import absolute
from common.xml import element, xml_response
from produk.models import Foto, Produk, ProdukQuerySet

_ROWS_AT_ONCE = 1000
_NAMESPACE = "http://base.google.com/ns/1.0"
# Google takes no more of them.
_LONGEST_TITLE, _LONGEST_STORY, _LONGEST_BRAND, _MOST_OTHERS = 150, 4500, 70, 10
# Only kinds that lie wholly within one of Google's categories; of the others Google judges for itself.
_OF_GOOGLE = {
    "makanan": "Food, Beverages & Tobacco > Food Items",
    "minuman": "Food, Beverages & Tobacco > Beverages",
    "hasil-laut": "Food, Beverages & Tobacco > Food Items > Meat, Seafood & Eggs > Seafood",
}


@login_not_required
@require_safe
def catalogue(request: HttpRequest) -> StreamingHttpResponse:
    return xml_response(_feed())


def _feed() -> Iterator[str]:
    yield f'<rss version="2.0" xmlns:g="{_NAMESPACE}">\n<channel>\n'
    yield element("title", f"{settings.SITE_NAME} {settings.DISTRICT_SHORT}")
    yield element("link", absolute(reverse("produk:list")))
    yield element("description", f"Produk usaha mikro dan koperasi {settings.DISTRICT_NAME}.")
    yield from map(_item, _every())
    yield "\n</channel>\n</rss>\n"


def _every() -> Iterator[Produk]:
    """Listed products that can be advertised: with a photo and a price. A thousand at a time, by their key."""
    listed = Produk.objects.listed().filter(price__gt=0)
    priced = listed.for_feeds().prefetch_related("foto_set").order_by("pk")
    last = 0
    while rows := list(_with_photo(priced, after=last)[:_ROWS_AT_ONCE]):
        yield from rows
        last = rows[-1].pk


def _with_photo(queryset: ProdukQuerySet, *, after: int) -> ProdukQuerySet:
    """The bound stands on the photos too: a merge of both would else read all photos before it, each time anew."""
    photos = Foto.objects.filter(produk=OuterRef("pk"), produk__gt=after)
    return queryset.filter(Exists(photos), pk__gt=after)


def _item(produk: Produk) -> str:
    """A line of its own: Meta refuses lines of five million letters."""
    seller = produk.seller.name
    kategori = produk.kategori
    place = f"Kecamatan {produk.kecamatan and produk.kecamatan.name}"
    facts = f"Satuan: {produk.satuan}. Dari {seller}, {place}, {settings.DISTRICT_NAME}."
    photos = [absolute(foto.image.url) for foto in produk.foto_set.all()]
    fields = {
        "g:id": str(produk.pk),
        "g:title": produk.name[:_LONGEST_TITLE],
        "g:description": f"{produk.description[:_LONGEST_STORY]}\n{facts}".strip(),
        "g:link": absolute(produk.get_absolute_url()),
        "g:image_link": photos[0] if photos else "",
        "g:availability": "in stock" if produk.is_available else "out of stock",
        "g:price": f"{produk.price}.00 IDR",
        "g:condition": "new",
        "g:brand": seller[:_LONGEST_BRAND],
        "g:identifier_exists": "no",
        "g:product_type": kategori.name if kategori else "",
        "g:google_product_category": _OF_GOOGLE.get(kategori.slug, "") if kategori else "",
    }
    told = [
        *fields.items(),
        *(("g:additional_image_link", address) for address in photos[1 : 1 + _MOST_OTHERS]),
    ]
    return f"\n<item>{''.join(element(name, text) for name, text in told)}</item>"

"""A product in a list: picture, name, price, seller and place."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from common.templatetags.indonesia import rupiah
from produk.models import Produk
from produk.templatetags.foto import picture

register = template.Library()

_CARD = (
    '<li class="card"><div class="pic">{}</div><div class="card-body"><h3><a href="{}">{}</a></h3>'
    '<p class="price">{} <span>/ {}</span></p><p class="by">{}</p><p class="by">{}</p></div>{}</li>'
)
_HALAL = SafeString('<p class="halal"><svg class="icon"><use href="#i-check"/></svg>Halal</p>')


@register.simple_tag
def card(produk: Produk, eager: bool = False) -> SafeString:
    """Of a row read `for_cards()`. One string, because a template for each would take half of a list's time."""
    return format_html(
        _CARD,
        picture(produk.cover, icon=produk.kategori.slug if produk.kategori else "", eager=eager),
        produk.get_absolute_url(),
        produk.name,
        rupiah(produk.price),
        produk.satuan,
        produk.seller.name,
        produk.kecamatan.name if produk.kecamatan else "",
        _HALAL if produk.is_halal else "",
    )

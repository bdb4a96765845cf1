"""A product in a list: picture, name, price, seller and place."""

from functools import cache

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from common.templatetags.indonesia import rupiah
from produk.models import Foto, Produk
from produk.templatetags.foto import drawing, picture_of

register = template.Library()

_CARD = (
    '<li class="card"><div class="pic">{}</div><div class="card-body"><h3><a href="{}">{}</a></h3>'
    '<p class="price">{} <span>/ {}</span></p><p class="by">{}</p><p class="by">{}</p></div>{}</li>'
)
_HALAL = SafeString('<p class="halal"><svg class="icon"><use href="#i-check"/></svg>Halal</p>')
_STORAGE = Foto._meta.get_field("image").storage


@register.simple_tag
def card(produk: Produk, eager: bool = False) -> SafeString:
    """Of a row read `for_cards()`. One string, because a template for each would take half of a list's time."""
    cover = produk.cover_fields
    return format_html(
        _CARD,
        picture_of(_STORAGE, cover["image"], alt=cover["alt"], eager=eager)
        if cover
        else drawing(produk.kategori_slug or ""),
        f"{_list_path()}{produk.slug}/",
        produk.name,
        rupiah(produk.price),
        produk.satuan,
        produk.seller_name,
        produk.kecamatan_name or "",
        _HALAL if produk.is_halal else "",
    )


@cache
def _list_path() -> str:
    """What stands before the slug of every product; asked for once, not two dozen times a page."""
    return reverse("produk:detail", args=["-"]).removesuffix("-/")

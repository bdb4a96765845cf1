"""Pictures on public pages: AVIF or WebP where the browser knows them, JPEG elsewhere, a drawing where none is."""

from functools import cache
from typing import Any

from django import template
from django.core.files.storage import Storage
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from common.images import rendition_name

register = template.Library()

# Frames are square (CSS crops), so that nothing jumps while a picture is on its way.
_SIDES = {"card": 200, "page": 800}
_DENSE = {"card": "card2x"}
_PICTURE = (
    '<picture><source type="image/avif" srcset="{0}"><source type="image/webp" srcset="{1}">'
    '<img src="{2}jpg" alt="{3}" width="{4}" height="{4}" {5}></picture>'
)
_EAGER, _LAZY = SafeString('fetchpriority="high"'), SafeString('loading="lazy"')


@register.simple_tag
def picture(foto: Any, size: str = "card", icon: str = "", alt: str = "", eager: bool = False) -> SafeString:
    """`<picture>` of a Foto or of a photo column; without one, the drawing `icon` of kategori.svg.

    Built as one string: a list shows two dozen, and a template each would cost more than the query.
    """
    image = getattr(foto, "image", foto)
    if not image:
        return drawing(icon)
    return picture_of(image.storage, image.name, size=size, alt=getattr(foto, "alt", "") or alt, eager=eager)


def picture_of(
    storage: Storage, name: str, *, size: str = "card", alt: str = "", eager: bool = False
) -> SafeString:
    """The renditions of a picture differ only in their last two suffixes, so the storage is asked once."""
    stem = storage.url(rendition_name(name, size, "jpg")).removesuffix(f"{size}.jpg")
    plain, dense = f"{stem}{size}.", f"{stem}{_DENSE[size]}." if size in _DENSE else ""
    return format_html(
        _PICTURE,
        _candidates(plain, dense, "avif"),
        _candidates(plain, dense, "webp"),
        plain,
        alt,
        _SIDES[size],
        _EAGER if eager else _LAZY,
    )


@cache
def drawing(icon: str) -> SafeString:
    """The category's drawing where there is no photo."""
    return format_html(
        '<img class="art" src="{}#{}" alt="" width="64" height="64" loading="lazy">',
        static("img/kategori.svg"),
        icon or "lainnya",
    )


def _candidates(plain: str, dense: str, suffix: str) -> str:
    return f"{plain}{suffix}, {dense}{suffix} 2x" if dense else f"{plain}{suffix}"

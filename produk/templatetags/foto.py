"""Pictures on public pages: AVIF or WebP where the browser knows them, JPEG elsewhere, a drawing where none is."""

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


@register.simple_tag
def picture(foto: Any, size: str = "card", icon: str = "", alt: str = "", eager: bool = False) -> SafeString:
    """`<picture>` of a Foto or of a photo column; without one, the drawing `icon` of kategori.svg.

    Built as one string: a list shows two dozen, and a template each would cost more than the query.
    """
    image = getattr(foto, "image", foto)
    if not image:
        return _drawing(icon)
    stem = _stem(image.storage, image.name, size)
    plain, dense = f"{stem}{size}.", f"{stem}{_DENSE[size]}." if size in _DENSE else ""
    return format_html(
        '<picture><source type="image/avif" srcset="{}"><source type="image/webp" srcset="{}">'
        '<img src="{}jpg" alt="{}" width="{side}" height="{side}" {}="{}"></picture>',
        _candidates(plain, dense, "avif"),
        _candidates(plain, dense, "webp"),
        plain,
        getattr(foto, "alt", "") or alt,
        *(("fetchpriority", "high") if eager else ("loading", "lazy")),
        side=_SIDES[size],
    )


def _drawing(icon: str) -> SafeString:
    return format_html(
        '<img class="art" src="{}#{}" alt="" width="64" height="64" loading="lazy">',
        static("img/kategori.svg"),
        icon or "lainnya",
    )


def _stem(storage: Storage, name: str, size: str) -> str:
    """The renditions of a picture differ only in their last two suffixes, so the storage is asked once."""
    return storage.url(rendition_name(name, size, "jpg")).removesuffix(f"{size}.jpg")


def _candidates(plain: str, dense: str, suffix: str) -> str:
    return f"{plain}{suffix}, {dense}{suffix} 2x" if dense else f"{plain}{suffix}"

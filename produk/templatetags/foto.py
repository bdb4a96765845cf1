"""Pictures on public pages: AVIF or WebP where the browser knows them, JPEG elsewhere, a drawing where none is."""

from typing import Any

from django import template
from django.core.files.storage import Storage
from django.templatetags.static import static
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

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
    plain = _url_without_suffix(image.storage, image.name, size)
    dense = _url_without_suffix(image.storage, image.name, _DENSE[size]) if size in _DENSE else ""
    words = escape(getattr(foto, "alt", "") or alt)
    loading = ' fetchpriority="high"' if eager else ' loading="lazy"'
    return mark_safe(
        f'<picture><source type="image/avif" srcset="{_candidates(plain, dense, "avif")}">'
        f'<source type="image/webp" srcset="{_candidates(plain, dense, "webp")}">'
        f'<img src="{plain}jpg" alt="{words}" width="{_SIDES[size]}" height="{_SIDES[size]}"{loading}></picture>'
    )


def _drawing(icon: str) -> SafeString:
    source = static("img/kategori.svg")
    name = escape(icon or "lainnya")
    return mark_safe(f'<img class="art" src="{source}#{name}" alt="" width="64" height="64" loading="lazy">')


def _url_without_suffix(storage: Storage, name: str, size: str) -> str:
    """The renditions of one size differ only in their suffix, so the storage is asked once."""
    return escape(storage.url(rendition_name(name, size, "jpg")).removesuffix("jpg"))


def _candidates(plain: str, dense: str, suffix: str) -> str:
    return f"{plain}{suffix}, {dense}{suffix} 2x" if dense else f"{plain}{suffix}"

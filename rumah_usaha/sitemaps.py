"""The public addresses for search engines, in parts that each cost the same however many products there are.

A part is a range of keys: no table is counted and no row is skipped, as Django's own sitemaps do. The ranges never
move, so a search engine that comes again finds an address in the part where it was.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import connection, models
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from common.sharing import absolute
from common.xml import element, xml_response
from kegiatan.models import Kegiatan
from koperasi.models import Koperasi
from pengumuman.models import Pengumuman
from produk.categories import kategori_list
from produk.models import Produk
from umkm.models import Usaha
from wilayah.places import kecamatan_list

# What the protocol allows in one file; of a range of keys, at most so many can be listed.
_KEYS = 50_000
_ROWS_AT_ONCE = 2000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_FIXED = "halaman"
# Stands for a slug in an address, and for nothing else there.
_SLOT = "anu"
_NOUNS: dict[str, type[models.Model]] = {
    "produk": Produk,
    "usaha": Usaha,
    "koperasi": Koperasi,
    "kegiatan": Kegiatan,
    "pengumuman": Pengumuman,
}
_PAGES = (
    "home",
    "produk:list",
    "umkm:list",
    "koperasi:list",
    "kegiatan:list",
    "about",
    "privacy",
    "data_terbuka:index",
    "etalase:shelf",
    "pengumuman:list",
)


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    parts = [(_FIXED, 1), *((noun, number) for noun, model in _NOUNS.items() for number in _parts(model))]
    return xml_response(_index(parts))


@login_not_required
@require_safe
def part(request: HttpRequest, noun: str, number: int) -> HttpResponseBase:
    if (noun, number) == (_FIXED, 1):
        return xml_response(_urlset((path, "") for path in _fixed()))
    if noun not in _NOUNS:
        raise Http404
    rows = _rows(_NOUNS[noun], number)
    first = next(rows, None)
    if first is None:
        raise Http404
    return xml_response(_urlset(chain([first], rows)))


def _index(parts: list[tuple[str, int]]) -> Iterator[str]:
    yield f'<sitemapindex xmlns="{_NAMESPACE}">\n'
    for noun, number in parts:
        address = reverse("sitemap_part", kwargs={"noun": noun, "number": number})
        yield f"<sitemap>{element('loc', absolute(address))}</sitemap>\n"
    yield "</sitemapindex>\n"


def _urlset(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f'<urlset xmlns="{_NAMESPACE}">\n'
    for path, changed in rows:
        yield f"<url>{element('loc', absolute(path))}{element('lastmod', changed)}</url>\n"
    yield "</urlset>\n"


def _fixed() -> Iterator[str]:
    yield from map(reverse, _PAGES)
    every = reverse("produk:list")
    yield from (f"{every}?kategori={kategori.slug}" for kategori in kategori_list())
    yield from (f"{every}?kecamatan={kecamatan.slug}" for kecamatan in kecamatan_list())


def _parts(model: type[models.Model]) -> list[int]:
    """The parts that hold a listed record: from one straight to the next, by the key's index."""
    statement = """
    WITH RECURSIVE part (number) AS (
        SELECT (SELECT (min(id) - 1) / {keys} + 1 FROM {table} WHERE is_listed)
        UNION ALL
        SELECT (SELECT (min(id) - 1) / {keys} + 1 FROM {table} WHERE is_listed AND id > number * {keys})
        FROM part WHERE number IS NOT NULL
    )
    SELECT number FROM part WHERE number IS NOT NULL
    """.format(  # noqa: S608 # nosec B608 # a constant, and the name of a table of ours
        keys=_KEYS, table=connection.ops.quote_name(model._meta.db_table)
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return [number for (number,) in cursor.fetchall()]


def _rows(model: Any, number: int) -> Iterator[tuple[str, str]]:
    """Path and day of the last change of each listed record of a part."""
    start, end = (number - 1) * _KEYS, number * _KEYS
    if number < 1 or end > models.BigIntegerField.MAX_BIGINT:
        return
    # Asked for once: fifty thousand look-ups in the URLconf would take seconds.
    before, _, after = model(slug=_SLOT).get_absolute_url().partition(_SLOT)
    listed = model.objects.listed().filter(pk__gt=start, pk__lte=end).order_by("pk")
    for slug, changed in listed.values_list("slug", "updated_at").iterator(chunk_size=_ROWS_AT_ONCE):
        yield f"{before}{slug}{after}", changed.isoformat(timespec="seconds")

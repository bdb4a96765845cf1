"""The public pages that are measured, in a district of any size."""

from urllib.parse import urlencode

from django.db.models import QuerySet

from common.listing import NEWEST
from common.paging import FORWARD, PAGE_SIZE, KeysetPage
from produk.models import Produk, Word
from umkm.models import Usaha

# Of the products, a word of which kind stands in so many.
_MIDDLING, _RARE = 0.01, 0.0001


def pages() -> dict[str, str]:
    """Addresses by what they are called in the table."""
    listed = Produk.objects.listed()
    count = listed.count()
    middle = listed.select_related("kategori", "kecamatan").order_by("id")[count // 2]
    seller = Usaha.objects.listed().order_by("id").first()
    common = _word(count)
    return {
        "Beranda": "/",
        "Daftar, halaman pertama": "/produk/",
        "Daftar, halaman terdalam": f"/produk/?{urlencode({'hal': _last(listed)})}",
        "Daftar, urut harga": "/produk/?urut=termurah",
        "Satu kategori": f"/produk/?kategori={middle.kategori.slug}",
        "Satu kecamatan": f"/produk/?kecamatan={middle.kecamatan.slug}",
        "Cari kata umum": _search(common),
        "Cari kata sedang": _search(_word(max(3, int(count * _MIDDLING)))),
        "Cari kata langka": _search(_word(max(1, int(count * _RARE)))),
        "Cari salah ketik": _search("kerpik ikn"),
        "Cari kata yang tidak ada": _search("zzqxwv"),
        "Cari dua kata": _search(f"{common} kering"),
        "Halaman produk": middle.get_absolute_url(),
        "Halaman penjual": seller.get_absolute_url() if seller else "/usaha/",
    }


def products(count: int) -> list[str]:
    """Addresses of many different products."""
    slugs = Produk.objects.listed().order_by("id").values_list("slug", flat=True)[:count]
    return [f"/produk/{slug}/" for slug in slugs]


def _search(text: str) -> str:
    return f"/produk/?{urlencode({'q': text})}"


def _word(documents: int) -> str:
    """The word whose number of products comes closest from below; no stop word."""
    from produk.search import STOP_WORDS

    words = Word.objects.filter(documents__lte=documents).exclude(word__in=STOP_WORDS)
    return words.order_by("-documents", "word")[0].word


def _last(listed: QuerySet) -> str:
    row = listed.order_by("published_at", "id")[PAGE_SIZE + 1]
    return KeysetPage(listed, ordering=NEWEST)._write(FORWARD, row)

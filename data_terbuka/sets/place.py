"""Columns that several sets have: where a record lies, and where its page is."""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.urls import reverse

from common.sharing import absolute
from data_terbuka.columns import Column, Type
from spreadsheets.sheet import Value

_CODES = "Kode wilayah administrasi Kementerian Dalam Negeri"


def place_columns(*desa: str) -> tuple[Column, ...]:
    """`desa`: lookups of the desa, the first that has one."""

    def lookups(rest: str) -> tuple[str, ...]:
        return tuple(f"{lookup}__{rest}" for lookup in desa)

    return (
        Column(
            "kode_desa", Type.STRING, "Kode desa atau kelurahan.", "72.09.10.1001", _CODES, lookups("code")
        ),
        Column("desa", Type.STRING, "Nama desa atau kelurahan.", "Uentanaga Bawah", _CODES, lookups("name")),
        Column(
            "kode_kecamatan", Type.STRING, "Kode kecamatan.", "72.09.10", _CODES, lookups("kecamatan__code")
        ),
        Column("kecamatan", Type.STRING, "Nama kecamatan.", "Ratolindo", _CODES, lookups("kecamatan__name")),
    )


def code_column(example: str, *, of: str, lookup: str = "slug") -> Column:
    return Column(
        "kode",
        Type.STRING,
        f"Pengenal {of} di situs ini; unik, dan bagian terakhir alamat halamannya.",
        example,
        "Dibuat portal",
        (lookup,),
    )


def page_column(example: str, *, view: str) -> Column:
    return Column(
        "alamat_halaman",
        Type.ADDRESS,
        "Alamat halamannya di situs ini.",
        example,
        "Dibuat portal",
        ("slug",),
        finish=_page_address(view),
    )


def _page_address(view: str) -> Callable[[str], Value]:
    return lambda slug: f"{_beginning(view, settings.SITE_URL)}{slug}/"


@cache
def _beginning(view: str, site: str) -> str:
    """Of the addresses of all pages of one kind: looked up for each row it would cost more than the row."""
    return absolute(reverse(view, args=["-"])).removesuffix("-/")

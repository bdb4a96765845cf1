"""The statements behind the catalogue are answered from indexes, and no page reads more than it shows."""

import pytest

from produk.models import Produk
from produk.vocabulary import refresh
from tests.factories import KategoriFactory, ProdukFactory, UsahaFactory

ROWS = 4000
pytestmark = pytest.mark.django_db


@pytest.fixture
def kategori():
    """A few thousand products: "abon" in every name, "langka" in one of a thousand descriptions."""
    kategori = KategoriFactory()
    usaha = UsahaFactory(listed=True)
    first = ProdukFactory(listed=True, usaha=usaha, kategori=kategori, name="Abon 0")
    Produk.objects.bulk_create(
        Produk(
            usaha=usaha,
            kategori=kategori if number % 2 else None,
            name=f"Abon {number}",
            slug=f"abon-{number}",
            description="langka" if number % 1000 == 0 else "biasa",
            price=number,
            satuan="pcs",
            verified_at=first.verified_at,
            verified_by=first.verified_by,
            published_at=first.published_at,
            published_by=first.published_by,
        )
        for number in range(1, ROWS)
    )
    refresh()
    return kategori


def plan(queryset):
    """Names of the indexes that a queryset reads, and how many rows it touches."""
    (explained,) = connection_explain(queryset)
    return explained

from produk.models.produk import (
    MOST_PHOTOS,
    Foto,
    Kategori,
    Produk,
    ProdukQuerySet,
)
from produk.models.sellers import SellingDesa, SellingKecamatan, SellingKoperasi, SellingUsaha
from produk.models.words import Word

__all__ = [
    "MOST_PHOTOS",
    "Foto",
    "Kategori",
    "Produk",
    "ProdukQuerySet",
    "SellingDesa",
    "SellingKecamatan",
    "SellingKoperasi",
    "SellingUsaha",
    "Word",
]

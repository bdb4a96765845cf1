"""Products from the office's sheets."""

from produk.sheets.produk import ProdukSheet

__all__ = ["ProdukSheet"]

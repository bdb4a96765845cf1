from common.finding import Finder


class ProdukFinder(Finder):
    """Its own list reads a search in more ways than by name (`produk/search.py`)."""

    position, label, namespace = 1, "Produk", "produk"

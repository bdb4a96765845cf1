"""Shelf labels that an officer asks for in the list; the layer above prints them."""

from collections.abc import Iterable

from django.urls import reverse

# As many as an address can name.
MOST_LABELS = 300


def labels_url(keys: Iterable[int]) -> str:
    return f"{reverse('laporan:labels')}?produk={','.join(map(str, keys))}"

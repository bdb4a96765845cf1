"""Writes on products that have effects beyond their own fields."""

from collections.abc import Iterable

from django.core.files.base import File
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from produk.models import Foto, Produk


@transaction.atomic
def confirm_price(*, produk: Produk) -> Produk:
    """Price and availability were checked with the seller today."""
    produk.refreshed_on = timezone.localdate()
    produk.save(update_fields=["refreshed_on", "updated_at"])
    return produk


@transaction.atomic
def add_photos(*, produk: Produk, photos: Iterable[File]) -> list[Foto]:
    """Behind those it has, in the order given; `photos` are checked and re-encoded (`common.photos`)."""
    last = produk.foto_set.aggregate(last=Max("position"))["last"]
    start = 0 if last is None else last + 1
    return [
        Foto.objects.create(produk=produk, image=photo, position=position)
        for position, photo in enumerate(photos, start)
    ]

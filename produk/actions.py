"""Writes on products that have effects beyond their own fields."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from common.listing import AS_PLACED
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


@transaction.atomic
def move(*, produk: Produk, is_up: bool) -> int:
    """One place further up or down among all that its seller has, shown or not; returns the new place, from 1."""
    seller = produk.seller
    # Of two presses at once the second waits, and starts from what the first one left.
    type(seller)._default_manager.select_for_update(of=("self",)).get(pk=seller.pk)
    rows = list(seller.produk_set.active().order_by(*AS_PLACED).only("position", "usaha", "koperasi"))
    place = next((number for number, row in enumerate(rows) if row.pk == produk.pk), None)
    if place is None:
        raise ValidationError("Produk ini sudah diarsipkan.")
    target = place - 1 if is_up else place + 1
    if not 0 <= target < len(rows):
        raise ValidationError(f"{produk} sudah {'paling depan' if is_up else 'paling belakang'}.")
    rows[place], rows[target] = rows[target], rows[place]
    _write_places(rows)
    return target + 1


def _write_places(rows: list[Produk]) -> None:
    """Only where it changed: after the first time that is two rows. `updated_at` is about the product itself."""
    moved = []
    for number, row in enumerate(rows, 1):
        if row.position != -number:
            row.position = -number
            moved.append(row)
    Produk.objects.bulk_update(moved, ["position"], batch_size=500)

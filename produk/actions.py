"""Writes on products that have effects beyond their own fields."""

from django.db import transaction
from django.utils import timezone

from produk.models import Produk


@transaction.atomic
def confirm_price(*, produk: Produk) -> Produk:
    """Price and availability were checked with the seller today."""
    produk.refreshed_on = timezone.localdate()
    produk.save(update_fields=["refreshed_on", "updated_at"])
    return produk

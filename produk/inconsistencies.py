"""What may be wrong with products though every rule of the database holds."""

from django.db.models import Q

from common.inconsistencies import Inconsistency


def _seller_not_shown() -> Q:
    return Q(published_at__isnull=False, is_listed=False)


def _odd_price() -> Q:
    return Q(price=0) | Q(price__gt=100_000_000)


PRODUK_CHECKS = (
    Inconsistency(
        "penjual-tidak-tampil",
        "Ditayangkan, tetapi tidak tampil karena penjualnya belum tampil",
        "Tayangkan penjualnya, dan pastikan pemiliknya sudah menyetujui.",
        _seller_not_shown,
    ),
    Inconsistency(
        "harga-janggal",
        "Harga nol atau lebih dari Rp100 juta",
        "Pastikan jumlah nolnya benar.",
        _odd_price,
    ),
)

"""Counting who wants to order, without knowing who."""

from collections.abc import Iterable

from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

from common.throttle import allows
from pesanan.models import KlikPesan
from produk.models import Produk

# A second tap within so many seconds is the same wish.
_SAME_TAP = 20
_MOST_AN_HOUR = 120
_OURS = ("same-origin", "none", "")


def count_clicks(*, request: HttpRequest, products: Iterable[Produk]) -> None:
    """One more for each product today. Held off: other sites' forms, double taps, one address in a frenzy."""
    if request.headers.get("Sec-Fetch-Site", "") not in _OURS:
        return
    if not allows(request, "pesan", most=_MOST_AN_HOUR, seconds=3600):
        return
    wanted = [
        produk for produk in products if allows(request, f"pesan:{produk.pk}", most=1, seconds=_SAME_TAP)
    ]
    if wanted:
        _add_one(wanted)


def _add_one(products: list[Produk]) -> None:
    """In one statement, so that two buyers at once are two; in the order of keys, so that none waits for the other."""
    table = KlikPesan._meta.db_table
    today = timezone.localdate()
    rows = sorted((produk.pk, today) for produk in products)
    values = ", ".join(["(%s, %s, 1)"] * len(rows))
    with connection.cursor() as cursor:
        # Only the table's own name is written into the statement.
        cursor.execute(
            f"INSERT INTO {table} (produk_id, clicked_on, jumlah) VALUES {values} "  # noqa: S608 # nosec B608
            f"ON CONFLICT (produk_id, clicked_on) DO UPDATE SET jumlah = {table}.jumlah + 1",
            [value for row in rows for value in row],
        )

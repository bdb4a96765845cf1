"""Counting who looks and who wants to order, without knowing who."""

from collections.abc import Iterable

from django.conf import settings
from django.db import connection, models
from django.http import HttpRequest
from django.utils import timezone
from psycopg import sql

from common.throttle import OF_WORKER, allows
from pesanan.models import KlikPesan, KunjunganHalaman
from produk.models import Produk

# A second tap within so many seconds is the same wish.
_SAME_TAP = 20
_MOST_AN_HOUR = 120
_OURS = ("same-origin", "none", "")
# A whole market may share one address of its network; a program that opens one page all day does not count as one.
_MOST_VIEWS_AN_HOUR = 600
_MOST_VIEWS_OF_A_PAGE = 20
_ADD_VIEW = sql.SQL(
    "INSERT INTO {table} ({subject}, viewed_on, jumlah) SELECT id, %s, 1 FROM {subjects} WHERE slug = %s AND is_listed"
    " ON CONFLICT ({subject}, viewed_on) DO UPDATE SET jumlah = {table}.jumlah + 1"
)


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


def count_view(*, request: HttpRequest, model: type[models.Model], slug: str) -> None:
    """One more today for the page of a listed record, which one statement both finds and counts.

    Held off: other sites' programs, one address in a frenzy, and whoever is signed in, for an owner or an officer who
    looks after a page is no visitor. That is told by the session's cookie alone, without asking whose it is.
    """
    if request.headers.get("Sec-Fetch-Site", "") not in _OURS:
        return
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return
    page = f"dilihat:{model._meta.model_name}:{slug}"
    for deed, most in ((page, _MOST_VIEWS_OF_A_PAGE), ("dilihat", _MOST_VIEWS_AN_HOUR)):
        if not allows(request, deed, most=most, seconds=3600, store=OF_WORKER):
            return
    statement = _ADD_VIEW.format(
        table=sql.Identifier(KunjunganHalaman._meta.db_table),
        subject=sql.Identifier(f"{model._meta.model_name}_id"),
        subjects=sql.Identifier(model._meta.db_table),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement.as_string(), [timezone.localdate(), slug])

"""Keys of rows: taken before their rows are written, and as an address or a form may carry them."""

from django.db import connection, models

# Digits of the largest key that the database can hold are one more; no table comes near it.
_LONGEST = 18


def is_key(text: str) -> bool:
    """Whether it may be one: plain digits, and not so many that the database would refuse the question."""
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST


def new_keys(model: type[models.Model], count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [connection.ops.quote_name(model._meta.db_table), model._meta.pk.column, count],
        )
        return [key for (key,) in cursor.fetchall()]

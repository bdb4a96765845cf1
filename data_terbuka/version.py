"""Which state of the records a file shows, told without reading them: by the newest entries of the audit trail."""

import hashlib
from collections.abc import Sequence

from django.conf import settings
from django.db import connection, models
from django.utils import timezone
from psycopg import sql

from common.audit import events_of
from produk.models import Kategori
from wilayah.models import Desa, Kecamatan

# A few rows that no trail follows; their whole content is compared.
REFERENCES: tuple[type[models.Model], ...] = (Kategori, Kecamatan, Desa)

# With its time: a database restored from a backup gives the same numbers out again.
_NEWEST = sql.SQL("(SELECT ROW(pgh_id, pgh_created_at)::text FROM {} ORDER BY pgh_id DESC LIMIT 1)")
_CONTENT = sql.SQL("(SELECT md5(string_agg(listed::text, '' ORDER BY id)) FROM {} AS listed)")
_WRITERS = sql.SQL(
    "SELECT EXISTS (SELECT FROM pg_locks WHERE relation = ANY(%s::regclass[]) AND mode = 'RowExclusiveLock'"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid <> pg_backend_pid())"
)


def newest_change(made_of: Sequence[type[models.Model]]) -> str | None:
    """A text that is another after each change of these records; None while somebody is writing to them.

    Numbers are given out before they can be seen. A long import may show up with lower ones than the newest seen
    here, and then nothing would seem to have changed: hence no version until it is through. The numbers are read
    first. Whoever writes after that gets higher ones, and whoever ends before the second look is in the file, which
    is read later still.
    """
    trails = [events_of(model).model._meta.db_table for model in made_of]
    parts = [_NEWEST.format(sql.Identifier(table)) for table in trails]
    parts += [_CONTENT.format(sql.Identifier(model._meta.db_table)) for model in REFERENCES]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("SELECT {}").format(sql.SQL(", ").join(parts)).as_string())
        newest = cursor.fetchone()
        cursor.execute(_WRITERS.as_string(), [trails])
        (is_being_written,) = cursor.fetchone()
    return None if is_being_written else str(newest)


def etag(name: str, columns: Sequence[str], made_of: Sequence[type[models.Model]]) -> str | None:
    """For a file called `name`. Also another each day: a certificate ends without anybody writing."""
    newest = newest_change(made_of)
    if newest is None:
        return None
    told = (name, *columns, settings.SITE_URL, timezone.localdate().isoformat(), newest)
    return f'"{hashlib.sha256(repr(told).encode()).hexdigest()[:32]}"'

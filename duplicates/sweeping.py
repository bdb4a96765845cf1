"""The search for pairs: a noun's rows are copied once into a table of the session, and joined there with themselves.

Names are compared by the trigrams of their comparable form, as everywhere (`umkm/nama.py`), within one desa. Two names
that share half of their trigrams must share one of the rarer half of each, so only names that meet in such a trigram
are compared at all.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from psycopg import sql

from common.batches import batched
from duplicates.choices import Reason, rank_of
from duplicates.kind import Alike, Equal, TwinKind

Rule = Equal | Alike
_BATCH = 2000


@transaction.atomic
def sweep(kind: TwinKind, since: datetime | None) -> dict[str, int]:
    """Bring the list of pairs up to date; returns what was looked at and found."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem = '128MB'")
        _note_changed(cursor, kind, since)
        looked_at = _copy_rows(cursor, kind, is_full=since is None)
        _run(cursor, "CREATE TEMP TABLE found (first bigint, second bigint, reason text, likeness real)")
        for rule in kind.rules if looked_at else ():
            _find(cursor, rule)
        _keep(cursor, kind, is_full=since is None)
        _run(cursor, "DROP TABLE found, swept, changed")
        cursor.execute("SELECT count(*) FROM duplicates_pair WHERE noun = %s", [kind.slug])
        return {"dilihat": looked_at, "pasangan": cursor.fetchone()[0]}


def _run(cursor: Any, text: str, params: Iterable[Any] = (), **parts: sql.Composable) -> None:
    cursor.execute(sql.SQL(text).format(**parts).as_string(cursor.connection), list(params))


# --- the rows ---------------------------------------------------------------------------------


def _note_changed(cursor: Any, kind: TwinKind, since: datetime | None) -> None:
    """Keys written since the last sweep, archived ones too; a full sweep asks nobody."""
    _run(cursor, "CREATE TEMP TABLE changed (id bigint PRIMARY KEY)")
    for keys in kind.changed(since) if since else ():
        query, params = keys.order_by().query.sql_with_params()
        # Made by Django's own compiler from a queryset of ours.
        cursor.execute(f"INSERT INTO changed {query} ON CONFLICT DO NOTHING", params)
    _run(cursor, "ANALYZE changed")


def _copy_rows(cursor: Any, kind: TwinKind, *, is_full: bool) -> int:
    """Returns how many rows are looked at; where nothing changed, none is even read."""
    columns = sql.SQL(", ").join(
        sql.SQL("{} {}").format(sql.Identifier(name), sql.SQL(kind_of_column))
        for name, kind_of_column in kind.columns.items()
    )
    _run(cursor, "CREATE TEMP TABLE swept (id bigint PRIMARY KEY, {columns}, changed bool)", columns=columns)
    if not is_full:
        cursor.execute("SELECT EXISTS (SELECT FROM changed)")
        if not cursor.fetchone()[0]:
            return 0
    names = sql.SQL(", ").join(map(sql.Identifier, ("id", *kind.columns)))
    into = sql.SQL("COPY swept ({}) FROM STDIN").format(names)
    for rows in _batches(kind):
        with cursor.copy(into) as copy:
            for row in rows:
                copy.write_row(row)
    if is_full:
        _run(cursor, "UPDATE swept SET changed = true")
    else:
        _run(cursor, "UPDATE swept SET changed = EXISTS (SELECT FROM changed WHERE changed.id = swept.id)")
    _run(cursor, "ANALYZE swept")
    cursor.execute("SELECT count(*) FROM swept WHERE changed")
    return cursor.fetchone()[0]


def _batches(kind: TwinKind) -> Iterator[list[tuple[Any, ...]]]:
    """The connection either reads or copies, so a batch is read whole before it is written."""
    rows = kind.rows().order_by().iterator(chunk_size=_BATCH)
    for batch in batched(rows, _BATCH):
        yield [kind.told(values) for values in batch]


# --- the rules --------------------------------------------------------------------------------


def _find(cursor: Any, rule: Rule) -> None:
    if isinstance(rule, Equal):
        _find_equal(cursor, rule)
    else:
        _find_alike(cursor, rule)


# Each pair once: from its changed record, from the smaller key where both changed.
_ONCE = sql.SQL("a.changed AND a.id <> b.id AND (a.id < b.id OR NOT b.changed)")


def _find_equal(cursor: Any, rule: Equal) -> None:
    keys = [sql.Identifier(name) for name in rule.columns]
    given = sql.SQL(" AND ").join(sql.SQL("coalesce({}::text, '') <> ''").format(key) for key in keys)
    _run(
        cursor,
        """
        WITH given AS (
            SELECT *, count(*) OVER (PARTITION BY {keys}) AS sharing FROM swept WHERE {given}
        )
        INSERT INTO found
        SELECT least(a.id, b.id), greatest(a.id, b.id), %s, 0
        FROM given AS a JOIN given AS b USING ({keys})
        WHERE a.sharing BETWEEN 2 AND %s AND {once} AND ({where})
        """,
        [rule.reason.value, rule.most_sharing or 2**31 - 1],
        keys=sql.SQL(", ").join(keys),
        given=given,
        once=_ONCE,
        where=sql.SQL(rule.where),
    )


def _find_alike(cursor: Any, rule: Alike) -> None:
    column, within = sql.Identifier(rule.column), sql.Identifier(rule.within)
    _run(
        cursor,
        """
        CREATE TEMP TABLE gram AS
        WITH split AS MATERIALIZED (
            SELECT id, changed, {within} AS place, cardinality(grams) AS size, unnest(grams) AS gram
            FROM (SELECT id, changed, {within}, show_trgm({column}) AS grams FROM swept
                  WHERE {within} IN (SELECT {within} FROM swept WHERE changed) AND {column} <> '') AS named
        ), frequency AS (SELECT place, gram, count(*) AS occurs FROM split GROUP BY place, gram)
        SELECT id, changed, place, size, gram
        FROM (SELECT split.*, row_number() OVER (PARTITION BY id ORDER BY occurs, gram) AS position
              FROM split JOIN frequency USING (place, gram)) AS ranked
        WHERE position <= size - ceil(size * %s) + 1
        """,
        [rule.least],
        column=column,
        within=within,
    )
    _run(cursor, "ANALYZE gram")
    _run(
        cursor,
        """
        WITH met AS (
            SELECT DISTINCT a.id AS one, b.id AS other
            FROM gram AS a JOIN gram AS b USING (place, gram)
            WHERE a.size * {least} <= b.size AND b.size * {least} <= a.size AND {once}
        )
        INSERT INTO found
        SELECT least(a.id, b.id), greatest(a.id, b.id), %s, similarity(a.{column}, b.{column})
        FROM met JOIN swept AS a ON a.id = met.one JOIN swept AS b ON b.id = met.other
        -- In this order: names are compared only where nothing else speaks against the pair.
        WHERE CASE WHEN {where} THEN similarity(a.{column}, b.{column}) >= {least} END
        """,
        [rule.reason.value],
        column=column,
        least=sql.SQL("{}::float8").format(sql.Literal(rule.least)),
        once=_ONCE,
        where=sql.SQL(rule.where),
    )
    _run(cursor, "DROP TABLE gram")


# --- the list ---------------------------------------------------------------------------------


def _keep(cursor: Any, kind: TwinKind, *, is_full: bool) -> None:
    """New pairs come, changed ones are written over, those no longer found go; the rest is left as it is."""
    ranks = sql.SQL(", ").join(
        sql.SQL("({}, {})").format(sql.Literal(reason.value), sql.Literal(int(rank_of(reason))))
        for reason in Reason
    )
    _run(
        cursor,
        """
        CREATE TEMP TABLE pair AS
        SELECT first, second, array_agg(DISTINCT reason ORDER BY reason) AS reasons,
            round(max(likeness) * 100)::int AS likeness,
            max(rank) * 1000 + least(count(DISTINCT reason), 9) * 100 + least(round(max(likeness) * 100), 99)::int
                AS weight
        FROM found JOIN (VALUES {ranks}) AS known (reason, rank) USING (reason)
        GROUP BY first, second
        """,
        ranks=ranks,
    )
    _run(cursor, "ANALYZE pair")
    touched = (
        "true" if is_full else ("EXISTS (SELECT FROM changed WHERE changed.id IN (kept.first, kept.second))")
    )
    _run(
        cursor,
        "DELETE FROM duplicates_pair AS kept WHERE kept.noun = %s AND {touched} AND NOT EXISTS"
        " (SELECT FROM pair WHERE pair.first = kept.first AND pair.second = kept.second)",
        [kind.slug],
        touched=sql.SQL(touched),
    )
    _run(
        cursor,
        """
        INSERT INTO duplicates_pair AS kept (noun, first, second, reasons, likeness, weight)
        SELECT %s, first, second, reasons, likeness, weight FROM pair
        ON CONFLICT (noun, first, second) DO UPDATE
        SET reasons = EXCLUDED.reasons, likeness = EXCLUDED.likeness, weight = EXCLUDED.weight
        WHERE (kept.reasons, kept.likeness, kept.weight)
            IS DISTINCT FROM (EXCLUDED.reasons::varchar(20)[], EXCLUDED.likeness, EXCLUDED.weight)
        """,
        [kind.slug],
    )
    _run(cursor, "DROP TABLE pair")

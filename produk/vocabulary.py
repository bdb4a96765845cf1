"""What the visitor probably meant: words of a search looked up among the words of the catalogue."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from produk.models import Word
from produk.triggers import AROUND

# How a word of the catalogue relates to the word that was typed.
STEM, SOUND, PREFIX, SPLIT, NEAR = "stem", "sound", "prefix", "split", "near"

# One statement for a whole search. Only words that nobody knows by stem or sound are compared with the others.
_LOOK_UP = """
WITH asked AS (
    SELECT word, false AS is_joined FROM unnest(%s::text[]) AS word
    UNION ALL
    SELECT word, true FROM unnest(%s::text[]) AS word
), same AS (
    SELECT asked.word AS asked, 'stem' AS relation, known.word, known.documents, 0 AS distance
    FROM asked JOIN produk_word AS known ON known.stem = search_stem(asked.word)
    UNION ALL
    SELECT asked.word, 'sound', known.word, known.documents, 0
    FROM asked JOIN produk_word AS known ON known.sound = search_sound(asked.word)
)
SELECT asked, relation, word, documents, distance FROM same
UNION ALL
SELECT asked.word, other.relation, other.word, other.documents, other.distance
FROM asked CROSS JOIN LATERAL (
    (
        SELECT 'prefix' AS relation, word, documents, 0 AS distance FROM produk_word
        WHERE word >= asked.word AND word < asked.word || '{'
        ORDER BY documents DESC LIMIT 8
    )
    UNION ALL
    (
        -- As it sounds, too: krip begins keripik. A row of one letter sounds like that letter, and begins nothing.
        SELECT 'prefix', word, documents, 0 FROM produk_word
        WHERE length(search_sound(asked.word)) >= 3
            AND sound >= search_sound(asked.word) AND sound < search_sound(asked.word) || '{'
        ORDER BY documents DESC LIMIT 8
    )
    UNION ALL
    -- Before 1972 j was written for y, too: Soerabaja. Only a word that is none today is read so.
    SELECT 'sound', word, documents, 0 FROM produk_word
    WHERE asked.word LIKE '%%j%%'
        AND sound = search_sound(regexp_replace(asked.word, '(?<![dnst])j', 'y', 'g'))
    UNION ALL
    SELECT 'split', head.word || ' ' || tail.word, least(head.documents, tail.documents), 0
    -- The limit cuts nothing off: it tells the planner of few places, where it would else read all words.
    FROM (SELECT at FROM generate_series(3, length(asked.word) - 3) AS at LIMIT 30) AS place
    JOIN produk_word AS head ON head.sound = search_sound(left(asked.word, at))
    JOIN produk_word AS tail ON tail.sound = search_sound(substr(asked.word, at + 1))
    UNION ALL
    SELECT 'near', word, documents, levenshtein_less_equal(word, asked.word, 2)
    FROM (
        -- Stories hold every little word there is; nobody who mistypes is looking for one of those.
        SELECT word, documents FROM produk_word WHERE named > 0 ORDER BY word <-> asked.word LIMIT 30
    ) AS nearest
) AS other
WHERE NOT asked.is_joined AND NOT EXISTS (SELECT 1 FROM same WHERE same.asked = asked.word)
"""


@dataclass(frozen=True)
class Relative:
    relation: str
    word: str
    documents: int
    distance: int


def look_up(words: Sequence[str], joined: Sequence[str] = ()) -> dict[str, list[Relative]]:
    """For each word its relatives in the catalogue, the most frequent first; for `joined` words only the same ones."""
    found: dict[str, list[Relative]] = defaultdict(list)
    if words:
        with connection.cursor() as cursor:
            cursor.execute(_LOOK_UP, [list(words), list(joined)])
            for asked, *relative in cursor.fetchall():
                found[asked].append(Relative(*relative))
    for relatives in found.values():
        relatives.sort(key=lambda relative: (relative.distance, -relative.documents, relative.word))
    return found


_COMPLETE = """
SELECT word FROM (
    SELECT word, max(named) AS named FROM produk_word
    WHERE named > 0 AND (
        word >= %(typed)s AND word < %(typed)s || '{'
        OR sound >= search_sound(%(typed)s) AND sound < search_sound(%(typed)s) || '{'
    )
    GROUP BY word
) AS known
ORDER BY word NOT LIKE %(typed)s || '%%', named DESC, word LIMIT 4
"""


def complete(typed: str) -> list[str]:
    """Words of names that begin so, or sound so; those of most products first."""
    with connection.cursor() as cursor:
        cursor.execute(_COMPLETE, {"typed": typed})
        return [word for (word,) in cursor.fetchall()]


_COUNT = """
WITH counted AS (
    SELECT word, ndoc FROM ts_stat($query$
        SELECT to_tsvector('simple', unaccent(concat_ws(
            ' ', produk.name, kategori.name, usaha.name, koperasi.name, desa.name, kecamatan.name, produk.description
        )))
        FROM produk_produk AS produk {around} WHERE produk.is_listed
    $query$)
), naming AS (
    SELECT word, ndoc FROM ts_stat($query$
        SELECT to_tsvector('simple', unaccent(concat_ws(
            ' ', produk.name, kategori.name, usaha.name, koperasi.name, desa.name, kecamatan.name
        )))
        FROM produk_produk AS produk {around} WHERE produk.is_listed
    $query$)
)
INSERT INTO produk_word (word, documents, named)
SELECT word, counted.ndoc, coalesce(naming.ndoc, 0) FROM counted LEFT JOIN naming USING (word)
WHERE word ~ '^[a-z]{3,30}$'
""".replace(  # nosec B608 # constants only
    "{around}", AROUND.replace("{produk}", "produk")
)


@transaction.atomic
def refresh() -> int:
    """Count anew how many products hold each word, and forget words that have gone from the site."""
    Word.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(_COUNT)
        # Good plans need to know how often a word occurs; the daemon may come hours later.
        cursor.execute("ANALYZE produk_word, produk_produk")
    return Word.objects.count()

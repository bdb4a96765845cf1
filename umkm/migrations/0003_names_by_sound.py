"""Names of businesses by letter, by sound and with a letter missing, so that a misspelt one is found by an index."""

from django.db import migrations

# Three kinds of key: =word as it is written, its sound, and ~sound without one of its letters, the first always kept.
# Two neighbours also count as one word: Batu Daka is Batudaka.
SOUNDS = r"""
    CREATE FUNCTION name_sounds(name text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 2000
    RETURN (
        WITH word AS (
            SELECT part.word, part.at
            FROM regexp_split_to_table(lower(unaccent('unaccent', name)), '[^a-z0-9]+') WITH ORDINALITY AS part(word, at)
            WHERE part.word <> ''
        ), spoken AS (
            SELECT word, search_sound(word) AS sound, true AS is_whole FROM word
            UNION ALL
            SELECT one.word || other.word, search_sound(one.word || other.word), false
            FROM word AS one JOIN word AS other ON other.at = one.at + 1
        ), known AS (
            SELECT '=' || word AS key FROM spoken
            UNION ALL
            SELECT sound FROM spoken
            UNION ALL
            SELECT '~' || overlay(sound PLACING '' FROM gap FOR 1)
            FROM spoken CROSS JOIN LATERAL generate_series(2, length(sound)) AS gap
            WHERE is_whole AND length(sound) > 4
        )
        SELECT array_to_tsvector(array_agg(DISTINCT left(key, 60))) FROM known
    );
"""

# Each reading is a text of folded words; further ones say which two of them may be one. To the letter, or forgiving
# one slip in each word: a letter left out (~word), one too many (a gap in it), another one or two swapped (~gap).
QUERY = r"""
    CREATE FUNCTION name_query(readings text[], is_forgiving boolean) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT string_agg(reading.words, ' | ')::tsquery FROM (
            SELECT '(' || string_agg('(' || term.keys || ')', ' & ') || ')' AS words
            FROM unnest(readings) WITH ORDINALITY AS asked(reading, number)
            CROSS JOIN LATERAL regexp_split_to_table(asked.reading, ' ') AS word
            CROSS JOIN LATERAL (
                SELECT search_sound(word) AS sound, CASE WHEN length(search_sound(word)) > 1 THEN ':*' ELSE '' END AS beginning
            ) AS spoken
            CROSS JOIN LATERAL (
                SELECT string_agg(key, ' | ') AS keys FROM (
                    SELECT quote_literal('=' || word) || beginning AS key WHERE NOT is_forgiving
                    UNION ALL
                    SELECT quote_literal(sound) || beginning WHERE is_forgiving
                    UNION ALL
                    SELECT quote_literal('~' || sound) WHERE is_forgiving AND length(sound) > 3 AND number = 1
                    UNION ALL
                    SELECT quote_literal(mark || overlay(sound PLACING '' FROM gap FOR 1))
                    FROM generate_series(2, length(sound)) AS gap CROSS JOIN unnest(ARRAY['', '~']) AS mark
                    WHERE is_forgiving AND length(sound) > 4 AND number = 1
                ) AS each
            ) AS term
            GROUP BY asked.number
        ) AS reading
    );
"""

# No field of the model: forms, files, the trail and copies have nothing to do with it. A business off the site costs
# nothing. The statistics tell a name that a fifth of them carry from one that nobody does.
COLUMN = """
    ALTER TABLE umkm_usaha ADD name_sounds tsvector
        GENERATED ALWAYS AS (CASE WHEN is_listed THEN name_sounds(name) END) STORED;
    ALTER TABLE umkm_usaha ALTER name_sounds SET STATISTICS 1000;
    CREATE INDEX umkm_usaha_name_sounds ON umkm_usaha USING gin (name_sounds) WITH (fastupdate = off) WHERE is_listed;
"""


class Migration(migrations.Migration):

    replaces = [('umkm', '0006_names_by_sound')]

    dependencies = [
        ('umkm', '0002_owners_and_businesses'),
    ]

    operations = [
        migrations.RunSQL(SOUNDS, 'DROP FUNCTION name_sounds(text)'),
        migrations.RunSQL(QUERY, 'DROP FUNCTION name_query(text[], boolean)'),
        migrations.RunSQL(COLUMN, 'ALTER TABLE umkm_usaha DROP name_sounds'),
    ]

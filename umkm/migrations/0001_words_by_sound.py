"""How words are searched: stemmed as Indonesian, and alike when they sound alike."""

from django.contrib.postgres.operations import CreateExtension, TrigramExtension, UnaccentExtension
from django.db import migrations

# Stemmed as Indonesian, without accents. PostgreSQL has no Indonesian stop words; the search drops them itself.
CONFIGURATION = """
    CREATE TEXT SEARCH CONFIGURATION idn (COPY = indonesian);
    ALTER TEXT SEARCH CONFIGURATION idn ALTER MAPPING FOR hword, hword_part, word WITH unaccent, indonesian_stem;
"""

# Spellings that one word takes: before 1972 (oe, dj, tj, sj, nj, j for y), f and v for p, z for j, a doubled letter,
# and the e that is hardly heard before r and l (kripik, keripik).
SOUND = r"""
    CREATE FUNCTION search_sound(word text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(
        regexp_replace(
            translate(
                replace(replace(replace(replace(replace(replace(word,
                    'oe', 'u'), 'dj', 'j'), 'tj', 'c'), 'sj', 's'), 'sy', 's'), 'nj', 'ny'),
                'yfvzq', 'ippjk'),
            '([a-z])\1+', '\1', 'g'),
        '([bcdfghjklmnprstw])e([rl][aiou])', '\1\2', 'g');
"""

STEM = """
    CREATE FUNCTION search_stem(word text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (ts_lexize('indonesian_stem', word))[1];
"""


class Migration(migrations.Migration):
    replaces = [("umkm", "0002_trigram_for_duplicates")]
    initial = True
    dependencies = []

    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        CreateExtension("fuzzystrmatch"),
        migrations.RunSQL(CONFIGURATION, "DROP TEXT SEARCH CONFIGURATION idn"),
        migrations.RunSQL(SOUND, "DROP FUNCTION search_sound(text)"),
        migrations.RunSQL(STEM, "DROP FUNCTION search_stem(text)"),
    ]

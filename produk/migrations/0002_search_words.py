"""The words of the catalogue, and how Indonesian is searched."""

import django.contrib.postgres.indexes
from django.contrib.postgres.operations import CreateExtension
from django.db import migrations, models

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

    dependencies = [
        ('produk', '0001_initial_records'),
        # Brings pg_trgm and unaccent.
        ('umkm', '0002_trigram_for_duplicates'),
    ]

    operations = [
        CreateExtension('fuzzystrmatch'),
        migrations.RunSQL(CONFIGURATION, 'DROP TEXT SEARCH CONFIGURATION idn'),
        migrations.RunSQL(SOUND, 'DROP FUNCTION search_sound(text)'),
        migrations.RunSQL(STEM, 'DROP FUNCTION search_stem(text)'),
        migrations.CreateModel(
            name='Word',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(db_collation='C', max_length=30)),
                ('documents', models.PositiveIntegerField()),
                ('sound', models.GeneratedField(db_persist=True, expression=models.Func('word', function='search_sound'), output_field=models.CharField(db_collation='C', max_length=30))),
                ('stem', models.GeneratedField(db_persist=True, expression=models.Func('word', function='search_stem'), output_field=models.CharField(db_collation='C', max_length=30))),
            ],
        ),
        migrations.AddIndex(
            model_name='word',
            index=models.Index(fields=['word', '-documents'], name='produk_word_by_prefix'),
        ),
        migrations.AddIndex(
            model_name='word',
            index=models.Index(fields=['sound'], name='produk_word_by_sound'),
        ),
        migrations.AddIndex(
            model_name='word',
            index=models.Index(fields=['stem'], name='produk_word_by_stem'),
        ),
        migrations.AddIndex(
            model_name='word',
            index=django.contrib.postgres.indexes.GistIndex(django.contrib.postgres.indexes.OpClass('word', 'gist_trgm_ops(siglen=32)'), name='produk_word_trigrams'),
        ),
    ]

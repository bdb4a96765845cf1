"""Names of cooperatives by sound, as those of businesses."""

from django.db import migrations

COLUMN = """
    ALTER TABLE koperasi_koperasi ADD name_sounds tsvector
        GENERATED ALWAYS AS (CASE WHEN is_listed THEN name_sounds(name) END) STORED;
    ALTER TABLE koperasi_koperasi ALTER name_sounds SET STATISTICS 1000;
    CREATE INDEX koperasi_koperasi_name_sounds ON koperasi_koperasi
        USING gin (name_sounds) WITH (fastupdate = off) WHERE is_listed;
"""


class Migration(migrations.Migration):

    replaces = [('koperasi', '0003_names_by_sound')]

    dependencies = [
        ('koperasi', '0001_cooperatives'),
        ('umkm', '0003_names_by_sound'),
    ]

    operations = [
        migrations.RunSQL(COLUMN, 'ALTER TABLE koperasi_koperasi DROP name_sounds'),
    ]

"""Events are found by name as businesses are: spelt right or not (`umkm/migrations/0003_names_by_sound.py`)."""

from django.db import migrations

COLUMN = """
    ALTER TABLE kegiatan_kegiatan ADD name_sounds tsvector
        GENERATED ALWAYS AS (CASE WHEN is_listed THEN name_sounds(name) END) STORED;
    CREATE INDEX kegiatan_kegiatan_name_sounds ON kegiatan_kegiatan
        USING gin (name_sounds) WITH (fastupdate = off) WHERE is_listed;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('kegiatan', '0001_events'),
        ('umkm', '0003_names_by_sound'),
    ]

    operations = [
        migrations.RunSQL(COLUMN, 'ALTER TABLE kegiatan_kegiatan DROP name_sounds'),
    ]

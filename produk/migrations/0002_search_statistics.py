"""Closer statistics of the columns that are searched."""

from django.db import migrations

# How many rows a search will find decides which index serves it.
STATISTICS = """
    ALTER TABLE produk_produk
        ALTER COLUMN search_name SET STATISTICS {0}, ALTER COLUMN search_document SET STATISTICS {0};
"""


class Migration(migrations.Migration):
    replaces = [("produk", "0004_fill_search_columns")]
    dependencies = [("produk", "0001_products")]

    operations = [migrations.RunSQL(STATISTICS.format(1000), STATISTICS.format(-1))]

"""Products recorded before the search was built."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [('produk', '0003_search_columns')]

    operations = [
        # Touching a row lets its triggers fill what they keep.
        migrations.RunSQL('UPDATE produk_produk SET is_listed = is_listed', migrations.RunSQL.noop),
    ]

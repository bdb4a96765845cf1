"""Pages of one seller, read as far as they are shown."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('koperasi', '0002_members_may_return'),
        ('produk', '0006_words_in_names'),
        ('umkm', '0005_trail_by_statement'),
        ('wilayah', '0001_initial_wilayah'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='produk',
            index=models.Index(condition=models.Q(('is_listed', True), ('usaha__isnull', False)), fields=['usaha', '-published_at', '-id'], name='produk_by_usaha_listed'),
        ),
        migrations.AddIndex(
            model_name='produk',
            index=models.Index(condition=models.Q(('is_listed', True), ('koperasi__isnull', False)), fields=['koperasi', '-published_at', '-id'], name='produk_by_koperasi_listed'),
        ),
    ]

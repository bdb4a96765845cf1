"""Names found by resemblance and numbers found fast, to warn of records registered twice."""

import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("umkm", "0001_initial_records"),
    ]

    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        migrations.AddIndex(
            model_name="pemilik",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(
                    django.db.models.functions.text.Upper("name"), "gin_trgm_ops"
                ),
                fastupdate=False,
                name="umkm_pemilik_name_trigrams",
            ),
        ),
        migrations.AddIndex(
            model_name="pemilik",
            index=models.Index(
                condition=models.Q(("phone", ""), _negated=True), fields=["phone"], name="umkm_pemilik_phone"
            ),
        ),
        migrations.AddIndex(
            model_name="usaha",
            index=models.Index(
                condition=models.Q(("whatsapp", ""), _negated=True),
                fields=["whatsapp"],
                name="umkm_usaha_whatsapp",
            ),
        ),
        migrations.AddIndex(
            model_name="usaha",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(
                    django.db.models.functions.text.Upper("name"), "gin_trgm_ops"
                ),
                fastupdate=False,
                name="umkm_usaha_name_trigrams",
            ),
        ),
    ]

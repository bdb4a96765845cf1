"""An invitation belongs to its event; letters that went out before name none."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kegiatan', '0002_names_by_sound'),
        ('surat', '0001_register_of_letters'),
    ]

    operations = [
        migrations.AddField(
            model_name='surat',
            name='kegiatan',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='kegiatan.kegiatan'),
        ),
    ]

"""A doubtful row may be a cooperative or a product, too. Words only: nothing in the database changes."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('spreadsheets', '0001_imports'),
    ]

    operations = [
        migrations.AlterField(
            model_name='importrow',
            name='decision',
            field=models.CharField(blank=True, choices=[('baru', 'Catat sebagai data baru'), ('pakai', 'Ini data yang sama: perbarui yang ada'), ('lewati', 'Lewati baris ini')], max_length=10, verbose_name='keputusan'),
        ),
    ]

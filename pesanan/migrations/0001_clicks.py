"""Tables of the first release; databases that went there step by step count as having taken this one."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('pesanan', '0001_order_clicks')]

    initial = True

    dependencies = [
        ('produk', '0001_products'),
    ]

    operations = [
        migrations.CreateModel(
            name='KlikPesan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('clicked_on', models.DateField(verbose_name='tanggal')),
                ('jumlah', models.PositiveIntegerField(default=0, editable=False, verbose_name='klik')),
                ('produk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='produk.produk')),
            ],
            options={
                'verbose_name': 'klik pesan',
                'verbose_name_plural': 'klik pesan',
                'ordering': ['produk', '-clicked_on'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('produk', 'clicked_on'), name='pesanan_klikpesan_once_a_day')],
            },
        ),
    ]

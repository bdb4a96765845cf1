"""How often a page was looked at on a day."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('koperasi', '0002_names_by_sound'),
        ('pesanan', '0001_clicks'),
        ('produk', '0002_search_statistics'),
        ('umkm', '0003_names_by_sound'),
    ]

    operations = [
        migrations.CreateModel(
            name='KunjunganHalaman',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('viewed_on', models.DateField(verbose_name='tanggal')),
                ('jumlah', models.PositiveIntegerField(default=0, editable=False, verbose_name='kunjungan')),
                ('koperasi', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, to='koperasi.koperasi')),
                ('produk', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, to='produk.produk')),
                ('usaha', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, to='umkm.usaha')),
            ],
            options={
                'verbose_name': 'kunjungan halaman',
                'verbose_name_plural': 'kunjungan halaman',
                'ordering': ['-viewed_on', 'id'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('produk', 'viewed_on'), name='pesanan_kunjunganhalaman_produk_once_a_day'), models.UniqueConstraint(fields=('usaha', 'viewed_on'), name='pesanan_kunjunganhalaman_usaha_once_a_day'), models.UniqueConstraint(fields=('koperasi', 'viewed_on'), name='pesanan_kunjunganhalaman_koperasi_once_a_day'), models.CheckConstraint(condition=models.Q(models.Q(('koperasi__isnull', True), ('produk__isnull', False), ('usaha__isnull', True)), models.Q(('koperasi__isnull', True), ('produk__isnull', True), ('usaha__isnull', False)), models.Q(('koperasi__isnull', False), ('produk__isnull', True), ('usaha__isnull', True)), _connector='OR'), name='pesanan_kunjunganhalaman_one_page', violation_error_message='Satu hitungan adalah tentang satu halaman.')],
            },
        ),
    ]

"""Tables of the first release; databases that went there step by step count as having taken this one."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('wilayah', '0001_initial_wilayah')]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Kecamatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=8, unique=True, validators=[django.core.validators.RegexValidator('^\\d{2}\\.\\d{2}\\.\\d{2}$', 'Bentuk kode: 72.09.01')], verbose_name='kode')),
                ('name', models.CharField(max_length=100, verbose_name='nama')),
                ('slug', models.SlugField(max_length=100, unique=True, verbose_name='nama di alamat')),
                ('is_island', models.BooleanField(default=False, verbose_name='kepulauan')),
                ('latitude', models.FloatField(blank=True, null=True, verbose_name='lintang')),
                ('longitude', models.FloatField(blank=True, null=True, verbose_name='bujur')),
            ],
            options={
                'verbose_name': 'kecamatan',
                'verbose_name_plural': 'kecamatan',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='Desa',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=13, unique=True, validators=[django.core.validators.RegexValidator('^\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}$', 'Bentuk kode: 72.09.01.2005')], verbose_name='kode')),
                ('name', models.CharField(max_length=100, verbose_name='nama')),
                ('jenis', models.CharField(choices=[('desa', 'Desa'), ('kelurahan', 'Kelurahan')], max_length=10)),
                ('postal_code', models.CharField(blank=True, max_length=5, verbose_name='kode pos')),
                ('kecamatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='wilayah.kecamatan')),
            ],
            options={
                'verbose_name': 'desa/kelurahan',
                'verbose_name_plural': 'desa/kelurahan',
                'ordering': ['code'],
            },
        ),
    ]

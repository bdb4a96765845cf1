"""Tables of the first release; databases that went there step by step count as having taken this one."""

import common.fields
import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('surat', '0001_kinds_and_register_of_letters'), ('surat', '0002_invitations_and_deeds'), ('surat', '0003_certificates_of_attendance')]

    initial = True

    dependencies = [
        ('fasilitasi', '0001_kinds_and_cases'),
        ('kegiatan', '0001_events'),
        ('koperasi', '0001_cooperatives'),
        ('laporan', '0001_letterhead_and_papers'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('umkm', '0002_owners_and_businesses'),
    ]

    operations = [
        migrations.CreateModel(
            name='JenisSurat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(editable=False, max_length=30, unique=True, verbose_name='kunci')),
                ('name', common.fields.PlainCharField(max_length=100, verbose_name='nama')),
                ('klasifikasi', common.fields.PlainCharField(help_text='Bagian pertama nomor surat, misalnya 500.3.', max_length=30, verbose_name='kode klasifikasi')),
                ('singkatan', common.fields.PlainCharField(help_text='Bagian ketiga nomor surat, misalnya DISPERINDAG.', max_length=40, verbose_name='singkatan kantor')),
                ('sifat', common.fields.PlainCharField(default='Biasa', max_length=30)),
                ('perihal', common.fields.PlainCharField(max_length=200)),
                ('kepada', common.fields.PlainTextField(blank=True, help_text='Satu baris setiap baris pada surat. Berita acara tidak memuatnya.')),
                ('body', common.fields.PlainTextField(help_text='Pisahkan paragraf dengan baris kosong; data pemohon, acara, atau para pihak tercetak sesudah paragraf pertama, daftar barang sesudah paragraf kedua. Kata dalam kurung kurawal diisi portal.', verbose_name='isi surat')),
            ],
            options={
                'verbose_name': 'jenis surat',
                'verbose_name_plural': 'jenis surat',
                'ordering': ['name'],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "surat_jenissuratevent" ("body", "id", "kepada", "klasifikasi", "name", "perihal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sifat", "singkatan", "slug") VALUES (NEW."body", NEW."id", NEW."kepada", NEW."klasifikasi", NEW."name", NEW."perihal", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."sifat", NEW."singkatan", NEW."slug"); RETURN NULL;', hash='bba1757b397cf301f77c169f1004ef5438760ac9', operation='INSERT', pgid='pgtrigger_tambah_insert_2ea78', table='surat_jenissurat', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "surat_jenissuratevent" ("body", "id", "kepada", "klasifikasi", "name", "perihal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sifat", "singkatan", "slug") VALUES (NEW."body", NEW."id", NEW."kepada", NEW."klasifikasi", NEW."name", NEW."perihal", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."sifat", NEW."singkatan", NEW."slug"); RETURN NULL;', hash='d69bc1c6177a76f21747ff86573696bd04b5f45b', operation='UPDATE', pgid='pgtrigger_ubah_update_7e1c9', table='surat_jenissurat', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "surat_jenissuratevent" ("body", "id", "kepada", "klasifikasi", "name", "perihal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sifat", "singkatan", "slug") VALUES (OLD."body", OLD."id", OLD."kepada", OLD."klasifikasi", OLD."name", OLD."perihal", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."sifat", OLD."singkatan", OLD."slug"); RETURN NULL;', hash='826540e9af446c2e6f6d20bdd1b6274a9d87a077', operation='DELETE', pgid='pgtrigger_hapus_delete_8844e', table='surat_jenissurat', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='SertifikatHadir',
            fields=[
                ('dokumen', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, serialize=False, to='laporan.dokumenterbit')),
                ('peserta', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='kegiatan.peserta')),
            ],
            options={
                'verbose_name': 'sertifikat kehadiran',
                'verbose_name_plural': 'sertifikat kehadiran',
                'default_permissions': (),
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c7e4705586fbe30fdf30d895ee2fce9c8637d4f9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5f10a', table='surat_sertifikathadir', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='JenisSuratEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('slug', models.SlugField(db_index=False, editable=False, max_length=30, verbose_name='kunci')),
                ('name', common.fields.PlainCharField(max_length=100, verbose_name='nama')),
                ('klasifikasi', common.fields.PlainCharField(help_text='Bagian pertama nomor surat, misalnya 500.3.', max_length=30, verbose_name='kode klasifikasi')),
                ('singkatan', common.fields.PlainCharField(help_text='Bagian ketiga nomor surat, misalnya DISPERINDAG.', max_length=40, verbose_name='singkatan kantor')),
                ('sifat', common.fields.PlainCharField(default='Biasa', max_length=30)),
                ('perihal', common.fields.PlainCharField(max_length=200)),
                ('kepada', common.fields.PlainTextField(blank=True, help_text='Satu baris setiap baris pada surat. Berita acara tidak memuatnya.')),
                ('body', common.fields.PlainTextField(help_text='Pisahkan paragraf dengan baris kosong; data pemohon, acara, atau para pihak tercetak sesudah paragraf pertama, daftar barang sesudah paragraf kedua. Kata dalam kurung kurawal diisi portal.', verbose_name='isi surat')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='surat.jenissurat')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8a66fad50c9c141978948c49d1a8d448ccfb81e3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_da31f', table='surat_jenissuratevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='Surat',
            fields=[
                ('dokumen', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, serialize=False, to='laporan.dokumenterbit')),
                ('tahun_buku', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('merek', models.CharField(blank=True, default='', max_length=100)),
                ('tahun', models.PositiveSmallIntegerField()),
                ('content', models.JSONField(verbose_name='isi')),
                ('fasilitasi', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='fasilitasi.fasilitasi')),
                ('jenis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='surat.jenissurat')),
                ('koperasi', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='koperasi.koperasi')),
                ('usaha', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='umkm.usaha')),
            ],
            options={
                'verbose_name': 'surat',
                'verbose_name_plural': 'surat',
                'permissions': [('issue_surat', 'Dapat menerbitkan surat')],
                'default_permissions': ('view',),
                'constraints': [models.CheckConstraint(condition=models.Q(('usaha', None), ('koperasi', None), _connector='OR'), name='surat_surat_not_two_subjects', violation_error_message='Satu surat tentang satu usaha atau satu koperasi.'), models.UniqueConstraint(condition=models.Q(('fasilitasi__isnull', False)), fields=('jenis', 'fasilitasi'), name='surat_surat_once_for_a_case', violation_error_message='Surat ini sudah terbit untuk fasilitasi yang sama.'), models.UniqueConstraint(condition=models.Q(('merek', ''), _negated=True), fields=('jenis', 'usaha', 'koperasi', 'merek', 'tahun'), name='surat_surat_once_for_a_brand', nulls_distinct=False, violation_error_message='Merek ini sudah direkomendasikan tahun ini: satu merek, satu permohonan.')],
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='56bf3d2162ac3348a2315d643bb3cb1508cca2fc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_659cf', table='surat_surat', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='PenerimaSurat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('koperasi', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='koperasi.koperasi')),
                ('usaha', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='umkm.usaha')),
                ('surat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='surat.surat')),
            ],
            options={
                'verbose_name': 'penerima surat',
                'verbose_name_plural': 'penerima surat',
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('koperasi__isnull', False), ('usaha__isnull', True)), models.Q(('koperasi__isnull', True), ('usaha__isnull', False)), _connector='OR'), name='surat_penerimasurat_one_subject', violation_error_message='Satu penerima: satu usaha atau satu koperasi.')],
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d0dddce9f0df447e925972589c8e1d965dab2079', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e67d2', table='surat_penerimasurat', when='BEFORE'))],
            },
        ),
    ]

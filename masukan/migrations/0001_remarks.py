"""Tables of the first release; databases that went there step by step count as having taken this one."""

import common.fields
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('masukan', '0001_visitors_remarks')]

    initial = True

    dependencies = [
        ('koperasi', '0001_cooperatives'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('produk', '0001_products'),
        ('umkm', '0002_owners_and_businesses'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Masukan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('archived_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diarsipkan')),
                ('jenis', models.CharField(choices=[('harga', 'Harganya keliru'), ('nomor', 'Nomor WhatsApp tidak aktif'), ('tidak_ada', 'Produk atau usahanya sudah tidak ada'), ('tidak_pantas', 'Isinya tidak pantas atau menyesatkan'), ('lainnya', 'Lainnya')], max_length=15, verbose_name='yang dilaporkan')),
                ('description', common.fields.PlainTextField(blank=True, max_length=1000, verbose_name='keterangan')),
                ('contact', common.fields.PlainCharField(blank=True, max_length=100, verbose_name='kontak pelapor')),
                ('contact_consented_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='kontak disetujui')),
                ('text_version', models.CharField(blank=True, default='', editable=False, max_length=20, verbose_name='versi naskah persetujuan')),
                ('notes', common.fields.PlainTextField(blank=True, help_text='Apa yang ditemukan dan apa yang sudah diperbaiki.', verbose_name='catatan petugas')),
                ('started_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='mulai ditangani')),
                ('finished_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='selesai')),
                ('archived_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('finished_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('koperasi', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, to='koperasi.koperasi')),
                ('produk', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, to='produk.produk')),
                ('started_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('usaha', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, to='umkm.usaha')),
            ],
            options={
                'verbose_name': 'masukan pengunjung',
                'verbose_name_plural': 'masukan pengunjung',
                'ordering': ['-created_at', '-id'],
                'default_permissions': ('view', 'change'),
                'indexes': [models.Index(condition=models.Q(('archived_at', None), ('finished_at', None)), fields=['-created_at'], name='masukan_masukan_open')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('archived_at__isnull', True), ('archived_by__isnull', True)), models.Q(('archived_at__isnull', False), ('archived_by__isnull', False)), _connector='OR'), name='masukan_masukan_archived_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(models.Q(('started_at__isnull', True), ('started_by__isnull', True)), models.Q(('started_at__isnull', False), ('started_by__isnull', False)), _connector='OR'), name='masukan_masukan_started_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(models.Q(('finished_at__isnull', True), ('finished_by__isnull', True)), models.Q(('finished_at__isnull', False), ('finished_by__isnull', False)), _connector='OR'), name='masukan_masukan_finished_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(models.Q(('koperasi', None), ('usaha', None)), models.Q(('koperasi', None), ('produk', None)), models.Q(('produk', None), ('usaha', None)), _connector='OR'), name='masukan_masukan_one_subject', violation_error_message='Satu masukan hanya tentang satu halaman.'), models.CheckConstraint(condition=models.Q(('contact', ''), ('contact_consented_at__isnull', False), _connector='OR'), name='masukan_masukan_contact_agreed_to', violation_error_message='Kontak hanya disimpan dengan persetujuan pelapor.')],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "masukan_masukanevent" ("archived_at", "archived_by_id", "contact_consented_at", "created_at", "description", "finished_at", "finished_by_id", "id", "jenis", "koperasi_id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produk_id", "started_at", "started_by_id", "text_version", "updated_at", "usaha_id") VALUES (NEW."archived_at", NEW."archived_by_id", NEW."contact_consented_at", NEW."created_at", NEW."description", NEW."finished_at", NEW."finished_by_id", NEW."id", NEW."jenis", NEW."koperasi_id", NEW."notes", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."produk_id", NEW."started_at", NEW."started_by_id", NEW."text_version", NEW."updated_at", NEW."usaha_id"); RETURN NULL;', hash='94f8c99870234001937321b94f5b9c9244132562', operation='INSERT', pgid='pgtrigger_tambah_insert_2d5e6', table='masukan_masukan', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."contact_consented_at" IS DISTINCT FROM (NEW."contact_consented_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."finished_at" IS DISTINCT FROM (NEW."finished_at") OR OLD."finished_by_id" IS DISTINCT FROM (NEW."finished_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."jenis" IS DISTINCT FROM (NEW."jenis") OR OLD."koperasi_id" IS DISTINCT FROM (NEW."koperasi_id") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."produk_id" IS DISTINCT FROM (NEW."produk_id") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."started_by_id" IS DISTINCT FROM (NEW."started_by_id") OR OLD."text_version" IS DISTINCT FROM (NEW."text_version") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."usaha_id" IS DISTINCT FROM (NEW."usaha_id"))', func='INSERT INTO "masukan_masukanevent" ("archived_at", "archived_by_id", "contact_consented_at", "created_at", "description", "finished_at", "finished_by_id", "id", "jenis", "koperasi_id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produk_id", "started_at", "started_by_id", "text_version", "updated_at", "usaha_id") VALUES (NEW."archived_at", NEW."archived_by_id", NEW."contact_consented_at", NEW."created_at", NEW."description", NEW."finished_at", NEW."finished_by_id", NEW."id", NEW."jenis", NEW."koperasi_id", NEW."notes", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."produk_id", NEW."started_at", NEW."started_by_id", NEW."text_version", NEW."updated_at", NEW."usaha_id"); RETURN NULL;', hash='f5c2736b241835d7eae6cd99809c3e4157571021', operation='UPDATE', pgid='pgtrigger_ubah_update_cff04', table='masukan_masukan', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "masukan_masukanevent" ("archived_at", "archived_by_id", "contact_consented_at", "created_at", "description", "finished_at", "finished_by_id", "id", "jenis", "koperasi_id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produk_id", "started_at", "started_by_id", "text_version", "updated_at", "usaha_id") VALUES (OLD."archived_at", OLD."archived_by_id", OLD."contact_consented_at", OLD."created_at", OLD."description", OLD."finished_at", OLD."finished_by_id", OLD."id", OLD."jenis", OLD."koperasi_id", OLD."notes", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."produk_id", OLD."started_at", OLD."started_by_id", OLD."text_version", OLD."updated_at", OLD."usaha_id"); RETURN NULL;', hash='b3aa8a6786c5eb7b2e474f14b5e7723ff6fc51a4', operation='DELETE', pgid='pgtrigger_hapus_delete_4ac0b', table='masukan_masukan', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='MasukanEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('archived_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diarsipkan')),
                ('jenis', models.CharField(choices=[('harga', 'Harganya keliru'), ('nomor', 'Nomor WhatsApp tidak aktif'), ('tidak_ada', 'Produk atau usahanya sudah tidak ada'), ('tidak_pantas', 'Isinya tidak pantas atau menyesatkan'), ('lainnya', 'Lainnya')], max_length=15, verbose_name='yang dilaporkan')),
                ('description', common.fields.PlainTextField(blank=True, max_length=1000, verbose_name='keterangan')),
                ('contact_consented_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='kontak disetujui')),
                ('text_version', models.CharField(blank=True, default='', editable=False, max_length=20, verbose_name='versi naskah persetujuan')),
                ('notes', common.fields.PlainTextField(blank=True, help_text='Apa yang ditemukan dan apa yang sudah diperbaiki.', verbose_name='catatan petugas')),
                ('started_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='mulai ditangani')),
                ('finished_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='selesai')),
                ('archived_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('finished_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('koperasi', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='koperasi.koperasi')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='masukan.masukan')),
                ('produk', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='produk.produk')),
                ('started_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('usaha', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='umkm.usaha')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='01265bf2a19058088e739034752f48367d6b687a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4580b', table='masukan_masukanevent', when='BEFORE'))],
            },
        ),
    ]

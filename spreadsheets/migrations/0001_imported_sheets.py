"""Tables of the first release; databases that went there step by step count as having taken this one."""

import common.fields
import common.storage
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('spreadsheets', '0001_imports'), ('spreadsheets', '0002_decision_words')]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HeaderShape',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.SlugField(max_length=40, verbose_name='jenis lembar')),
                ('shape', models.CharField(max_length=64, verbose_name='bentuk')),
                ('mapping', models.JSONField(default=dict, verbose_name='arti kolom')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('updated_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diubah oleh')),
            ],
            options={
                'verbose_name': 'bentuk judul kolom',
                'verbose_name_plural': 'bentuk judul kolom',
                'ordering': ['kind', 'shape'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('kind', 'shape'), name='spreadsheets_shape_once')],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "spreadsheets_headershapeevent" ("id", "kind", "mapping", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shape", "updated_at", "updated_by_id") VALUES (NEW."id", NEW."kind", NEW."mapping", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."shape", NEW."updated_at", NEW."updated_by_id"); RETURN NULL;', hash='d75083e1e7ea4073696e20272cbb54d7e7c1f7ff', operation='INSERT', pgid='pgtrigger_tambah_insert_dad46', table='spreadsheets_headershape', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "spreadsheets_headershapeevent" ("id", "kind", "mapping", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shape", "updated_at", "updated_by_id") VALUES (NEW."id", NEW."kind", NEW."mapping", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."shape", NEW."updated_at", NEW."updated_by_id"); RETURN NULL;', hash='d7ba75ffdc30a4d41c97fb5ed6e83d0d22819f46', operation='UPDATE', pgid='pgtrigger_ubah_update_ea0e3', table='spreadsheets_headershape', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "spreadsheets_headershapeevent" ("id", "kind", "mapping", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shape", "updated_at", "updated_by_id") VALUES (OLD."id", OLD."kind", OLD."mapping", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."shape", OLD."updated_at", OLD."updated_by_id"); RETURN NULL;', hash='2864dcc62ba93a9f00882071b2f4c9265e0aeae8', operation='DELETE', pgid='pgtrigger_hapus_delete_45b73', table='spreadsheets_headershape', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Import',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.SlugField(max_length=40, verbose_name='jenis lembar')),
                ('file_name', common.fields.PlainCharField(max_length=200, verbose_name='nama berkas')),
                ('sha256', models.CharField(max_length=64, verbose_name='sidik berkas')),
                ('file', models.FileField(blank=True, storage=common.storage.private_storage, upload_to='impor', verbose_name='berkas')),
                ('state', models.CharField(choices=[('diunggah', 'Menunggu pilihan lembar dan kolom'), ('diperiksa', 'Sedang diperiksa'), ('pratinjau', 'Menunggu disimpan'), ('disimpan', 'Sedang disimpan'), ('selesai', 'Selesai'), ('gagal', 'Gagal diperiksa'), ('dibatalkan', 'Dibatalkan'), ('mengurungkan', 'Sedang diurungkan'), ('diurungkan', 'Diurungkan')], default='diunggah', max_length=15, verbose_name='keadaan')),
                ('sheets', models.JSONField(default=list, verbose_name='lembar')),
                ('mapping', models.JSONField(default=dict, verbose_name='arti kolom')),
                ('options', models.JSONField(default=dict, verbose_name='pilihan')),
                ('counts', models.JSONField(default=dict, verbose_name='jumlah baris')),
                ('done', models.PositiveIntegerField(default=0, verbose_name='baris selesai')),
                ('total', models.PositiveIntegerField(default=0, verbose_name='baris semua')),
                ('failure', models.TextField(blank=True, verbose_name='sebab kegagalan')),
                ('stamp', models.CharField(blank=True, max_length=200, verbose_name='cap data')),
                ('fingerprint', models.CharField(blank=True, max_length=64, verbose_name='sidik pratinjau')),
                ('trail', models.UUIDField(blank=True, null=True, verbose_name='jejak')),
                ('moved_at', models.DateTimeField(auto_now_add=True, verbose_name='berpindah keadaan')),
                ('uploaded_at', models.DateTimeField(auto_now_add=True, verbose_name='diunggah')),
                ('committed_at', models.DateTimeField(blank=True, null=True, verbose_name='disimpan')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='diurungkan')),
                ('committed_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('undone_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diunggah oleh')),
            ],
            options={
                'verbose_name': 'impor',
                'verbose_name_plural': 'impor',
                'ordering': ['-id'],
                'permissions': [('view_all_imports', 'Dapat melihat impor petugas lain')],
                'default_permissions': ('add',),
                'indexes': [models.Index(fields=['uploaded_by', '-id'], name='spreadsheets_import_own')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('committed_at__isnull', True), ('committed_by__isnull', True)), models.Q(('committed_at__isnull', False), ('committed_by__isnull', False)), _connector='OR'), name='spreadsheets_import_committed_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(models.Q(('undone_at__isnull', True), ('undone_by__isnull', True)), models.Q(('undone_at__isnull', False), ('undone_by__isnull', False)), _connector='OR'), name='spreadsheets_import_undone_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.')],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "spreadsheets_importevent" ("committed_at", "committed_by_id", "counts", "file", "file_name", "id", "kind", "mapping", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "state", "trail", "undone_at", "undone_by_id", "uploaded_at", "uploaded_by_id") VALUES (NEW."committed_at", NEW."committed_by_id", NEW."counts", NEW."file", NEW."file_name", NEW."id", NEW."kind", NEW."mapping", NEW."options", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."sha256", NEW."state", NEW."trail", NEW."undone_at", NEW."undone_by_id", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;', hash='954af71c9ef4ce2bc743eacaed5bb6bef6898881', operation='INSERT', pgid='pgtrigger_tambah_insert_877f9', table='spreadsheets_import', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."committed_at" IS DISTINCT FROM (NEW."committed_at") OR OLD."committed_by_id" IS DISTINCT FROM (NEW."committed_by_id") OR OLD."counts" IS DISTINCT FROM (NEW."counts") OR OLD."file" IS DISTINCT FROM (NEW."file") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."mapping" IS DISTINCT FROM (NEW."mapping") OR OLD."options" IS DISTINCT FROM (NEW."options") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."trail" IS DISTINCT FROM (NEW."trail") OR OLD."undone_at" IS DISTINCT FROM (NEW."undone_at") OR OLD."undone_by_id" IS DISTINCT FROM (NEW."undone_by_id") OR OLD."uploaded_at" IS DISTINCT FROM (NEW."uploaded_at") OR OLD."uploaded_by_id" IS DISTINCT FROM (NEW."uploaded_by_id"))', func='INSERT INTO "spreadsheets_importevent" ("committed_at", "committed_by_id", "counts", "file", "file_name", "id", "kind", "mapping", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "state", "trail", "undone_at", "undone_by_id", "uploaded_at", "uploaded_by_id") VALUES (NEW."committed_at", NEW."committed_by_id", NEW."counts", NEW."file", NEW."file_name", NEW."id", NEW."kind", NEW."mapping", NEW."options", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."sha256", NEW."state", NEW."trail", NEW."undone_at", NEW."undone_by_id", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;', hash='3acb2c0e1a9b046107998d8e896c9555cc54c9a2', operation='UPDATE', pgid='pgtrigger_ubah_update_16d20', table='spreadsheets_import', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "spreadsheets_importevent" ("committed_at", "committed_by_id", "counts", "file", "file_name", "id", "kind", "mapping", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "state", "trail", "undone_at", "undone_by_id", "uploaded_at", "uploaded_by_id") VALUES (OLD."committed_at", OLD."committed_by_id", OLD."counts", OLD."file", OLD."file_name", OLD."id", OLD."kind", OLD."mapping", OLD."options", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."sha256", OLD."state", OLD."trail", OLD."undone_at", OLD."undone_by_id", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;', hash='efafc9ea9e944bc05031391076afbc168d7c1578', operation='DELETE', pgid='pgtrigger_hapus_delete_8bfed', table='spreadsheets_import', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='HeaderShapeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.SlugField(db_index=False, max_length=40, verbose_name='jenis lembar')),
                ('shape', models.CharField(max_length=64, verbose_name='bentuk')),
                ('mapping', models.JSONField(default=dict, verbose_name='arti kolom')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='spreadsheets.headershape')),
                ('updated_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diubah oleh')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fe434e42d715b6dd6049b741d65e623f973ba4aa', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_94352', table='spreadsheets_headershapeevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='ImportEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.SlugField(db_index=False, max_length=40, verbose_name='jenis lembar')),
                ('file_name', common.fields.PlainCharField(max_length=200, verbose_name='nama berkas')),
                ('sha256', models.CharField(max_length=64, verbose_name='sidik berkas')),
                ('file', models.FileField(blank=True, storage=common.storage.private_storage, upload_to='impor', verbose_name='berkas')),
                ('state', models.CharField(choices=[('diunggah', 'Menunggu pilihan lembar dan kolom'), ('diperiksa', 'Sedang diperiksa'), ('pratinjau', 'Menunggu disimpan'), ('disimpan', 'Sedang disimpan'), ('selesai', 'Selesai'), ('gagal', 'Gagal diperiksa'), ('dibatalkan', 'Dibatalkan'), ('mengurungkan', 'Sedang diurungkan'), ('diurungkan', 'Diurungkan')], default='diunggah', max_length=15, verbose_name='keadaan')),
                ('mapping', models.JSONField(default=dict, verbose_name='arti kolom')),
                ('options', models.JSONField(default=dict, verbose_name='pilihan')),
                ('counts', models.JSONField(default=dict, verbose_name='jumlah baris')),
                ('trail', models.UUIDField(blank=True, null=True, verbose_name='jejak')),
                ('uploaded_at', models.DateTimeField(auto_now_add=True, verbose_name='diunggah')),
                ('committed_at', models.DateTimeField(blank=True, null=True, verbose_name='disimpan')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='diurungkan')),
                ('committed_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='spreadsheets.import')),
                ('undone_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('uploaded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diunggah oleh')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='999232dc1c3527a0b387ea9869e5a8d086e91494', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5c7d5', table='spreadsheets_importevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='ImportRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sheet', models.PositiveSmallIntegerField(verbose_name='lembar')),
                ('number', models.PositiveIntegerField(verbose_name='baris')),
                ('state', models.CharField(choices=[('baru', 'Baru'), ('berubah', 'Berubah'), ('sama', 'Sama'), ('kembar', 'Mungkin kembar'), ('ditolak', 'Ditolak')], max_length=10, verbose_name='keadaan')),
                ('decision', models.CharField(blank=True, choices=[('baru', 'Catat sebagai data baru'), ('pakai', 'Ini data yang sama: perbarui yang ada'), ('lewati', 'Lewati baris ini')], max_length=10, verbose_name='keputusan')),
                ('caption', models.CharField(blank=True, max_length=200, verbose_name='sebutan')),
                ('key', models.CharField(blank=True, max_length=32, verbose_name='kunci')),
                ('group', models.CharField(blank=True, max_length=64, verbose_name='kelompok')),
                ('twin', models.JSONField(default=dict, verbose_name='data yang ada')),
                ('values', models.JSONField(default=dict, verbose_name='isi')),
                ('cells', models.JSONField(default=list, verbose_name='sel')),
                ('changes', models.JSONField(default=list, verbose_name='perubahan')),
                ('problems', models.JSONField(default=list, verbose_name='pesan')),
                ('written', models.JSONField(default=list, verbose_name='yang ditulis')),
                ('fate', models.CharField(blank=True, choices=[('diurungkan', 'Diurungkan'), ('tetap', 'Tetap, karena diubah sesudahnya')], max_length=10, verbose_name='sesudah diurungkan')),
                ('upload', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='spreadsheets.import', verbose_name='impor')),
            ],
            options={
                'verbose_name': 'baris impor',
                'verbose_name_plural': 'baris impor',
                'ordering': ['id'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['upload', 'state', 'id'], name='spreadsheets_row_state'), models.Index(condition=models.Q(('key', ''), _negated=True), fields=['upload', 'key'], name='spreadsheets_row_key'), models.Index(condition=models.Q(('group', ''), _negated=True), fields=['upload', 'group'], name='spreadsheets_row_group')],
            },
        ),
    ]

"""Tables of the first release; databases that went there step by step count as having taken this one."""

import common.fields
import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('pengumuman', '0001_announcements')]

    initial = True

    dependencies = [
        ('koperasi', '0001_cooperatives'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('wilayah', '0001_regions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Pengumuman',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('archived_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diarsipkan')),
                ('is_draft', models.BooleanField(default=False, editable=False, verbose_name='draf')),
                ('verified_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diverifikasi')),
                ('published_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='ditayangkan')),
                ('is_listed', models.BooleanField(db_default=False, default=False, editable=False, verbose_name='tampil di situs')),
                ('title', common.fields.PlainCharField(max_length=150, verbose_name='judul')),
                ('slug', models.SlugField(editable=False, max_length=220, unique=True, verbose_name='alamat halaman')),
                ('body', common.fields.PlainTextField(blank=True, help_text='Pisahkan paragraf dengan baris kosong. Alamat situs yang ditulis lengkap menjadi tautan.', max_length=5000, verbose_name='isi')),
                ('is_public', models.BooleanField(default=True, help_text='Bila tidak dicentang, hanya pemilik yang dituju membacanya, di akun mereka.', verbose_name='tampil untuk umum')),
                ('bidang_usaha', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('makanan_minuman', 'Makanan/Minuman'), ('fesyen', 'Fesyen'), ('kerajinan', 'Kerajinan'), ('perdagangan', 'Perdagangan'), ('perikanan_peternakan', 'Perikanan/Peternakan'), ('furnitur', 'Furnitur/Dekorasi rumah'), ('pertanian_perkebunan', 'Pertanian/Perkebunan'), ('jasa', 'Jasa'), ('lainnya', 'Lainnya')], max_length=25), blank=True, default=list, help_text='Kosongkan untuk semua bidang.', size=None, verbose_name='bidang usaha')),
                ('pinned_until', models.DateField(blank=True, help_text='Kosongkan bila tidak disematkan.', null=True, verbose_name='di urutan teratas sampai')),
                ('archived_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kecamatan', models.ManyToManyField(blank=True, help_text='Kosongkan untuk seluruh kabupaten.', to='wilayah.kecamatan')),
                ('koperasi', models.ManyToManyField(blank=True, help_text='Kosongkan bila tidak dibatasi.', to='koperasi.koperasi', verbose_name='anggota koperasi')),
                ('published_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('verified_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'pengumuman',
                'verbose_name_plural': 'pengumuman',
                'ordering': ['-created_at', '-id'],
                'permissions': [('publish_pengumuman', 'Dapat menayangkan pengumuman')],
                'indexes': [models.Index(condition=models.Q(('is_listed', True)), fields=['-published_at', '-id'], name='pengumuman_newest_listed')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('archived_at__isnull', True), ('archived_by__isnull', True)), models.Q(('archived_at__isnull', False), ('archived_by__isnull', False)), _connector='OR'), name='pengumuman_pengumuman_archived_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(models.Q(('verified_at__isnull', True), ('verified_by__isnull', True)), models.Q(('verified_at__isnull', False), ('verified_by__isnull', False)), _connector='OR'), name='pengumuman_pengumuman_verified_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('published_by__isnull', True)), models.Q(('published_at__isnull', False), ('published_by__isnull', False)), _connector='OR'), name='pengumuman_pengumuman_published_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(('published_at__isnull', True), ('verified_at__isnull', False), _connector='OR'), name='pengumuman_pengumuman_verified_before_published', violation_error_message='Data harus diverifikasi sebelum ditayangkan.'), models.CheckConstraint(condition=models.Q(('is_draft', False), ('verified_at__isnull', True), _connector='OR'), name='pengumuman_pengumuman_draft_is_unverified', violation_error_message='Draf belum dapat diverifikasi.')],
                'triggers': [pgtrigger.compiler.Trigger(name='keep_is_listed', sql=pgtrigger.compiler.UpsertTriggerSql(func='NEW.is_listed := NEW.published_at IS NOT NULL AND NEW.archived_at IS NULL AND NEW.is_public; RETURN NEW;', hash='6f03a919106f1e3bc1fa572e01950dd5314c620b', operation='INSERT OR UPDATE', pgid='pgtrigger_keep_is_listed_a4cec', table='pengumuman_pengumuman', when='BEFORE')), pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pengumuman_pengumumanevent" ("archived_at", "archived_by_id", "bidang_usaha", "body", "created_at", "id", "is_draft", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinned_until", "published_at", "published_by_id", "slug", "title", "updated_at", "verified_at", "verified_by_id") VALUES (NEW."archived_at", NEW."archived_by_id", NEW."bidang_usaha", NEW."body", NEW."created_at", NEW."id", NEW."is_draft", NEW."is_public", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."pinned_until", NEW."published_at", NEW."published_by_id", NEW."slug", NEW."title", NEW."updated_at", NEW."verified_at", NEW."verified_by_id"); RETURN NULL;', hash='9118382d3861227b41e13ed54639a75033c6ff3a', operation='INSERT', pgid='pgtrigger_tambah_insert_bbaad', table='pengumuman_pengumuman', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."bidang_usaha" IS DISTINCT FROM (NEW."bidang_usaha") OR OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_draft" IS DISTINCT FROM (NEW."is_draft") OR OLD."is_public" IS DISTINCT FROM (NEW."is_public") OR OLD."pinned_until" IS DISTINCT FROM (NEW."pinned_until") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."verified_at" IS DISTINCT FROM (NEW."verified_at") OR OLD."verified_by_id" IS DISTINCT FROM (NEW."verified_by_id"))', func='INSERT INTO "pengumuman_pengumumanevent" ("archived_at", "archived_by_id", "bidang_usaha", "body", "created_at", "id", "is_draft", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinned_until", "published_at", "published_by_id", "slug", "title", "updated_at", "verified_at", "verified_by_id") VALUES (NEW."archived_at", NEW."archived_by_id", NEW."bidang_usaha", NEW."body", NEW."created_at", NEW."id", NEW."is_draft", NEW."is_public", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."pinned_until", NEW."published_at", NEW."published_by_id", NEW."slug", NEW."title", NEW."updated_at", NEW."verified_at", NEW."verified_by_id"); RETURN NULL;', hash='b8f749974d9ce09f00e13a2c8cc58d328492aaba', operation='UPDATE', pgid='pgtrigger_ubah_update_731d2', table='pengumuman_pengumuman', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pengumuman_pengumumanevent" ("archived_at", "archived_by_id", "bidang_usaha", "body", "created_at", "id", "is_draft", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinned_until", "published_at", "published_by_id", "slug", "title", "updated_at", "verified_at", "verified_by_id") VALUES (OLD."archived_at", OLD."archived_by_id", OLD."bidang_usaha", OLD."body", OLD."created_at", OLD."id", OLD."is_draft", OLD."is_public", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."pinned_until", OLD."published_at", OLD."published_by_id", OLD."slug", OLD."title", OLD."updated_at", OLD."verified_at", OLD."verified_by_id"); RETURN NULL;', hash='61413b0e202685300b91868ec08a7155eb311fda', operation='DELETE', pgid='pgtrigger_hapus_delete_63fb6', table='pengumuman_pengumuman', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='PengumumanEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('archived_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diarsipkan')),
                ('is_draft', models.BooleanField(default=False, editable=False, verbose_name='draf')),
                ('verified_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diverifikasi')),
                ('published_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='ditayangkan')),
                ('title', common.fields.PlainCharField(max_length=150, verbose_name='judul')),
                ('slug', models.SlugField(db_index=False, editable=False, max_length=220, verbose_name='alamat halaman')),
                ('body', common.fields.PlainTextField(blank=True, help_text='Pisahkan paragraf dengan baris kosong. Alamat situs yang ditulis lengkap menjadi tautan.', max_length=5000, verbose_name='isi')),
                ('is_public', models.BooleanField(default=True, help_text='Bila tidak dicentang, hanya pemilik yang dituju membacanya, di akun mereka.', verbose_name='tampil untuk umum')),
                ('bidang_usaha', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('makanan_minuman', 'Makanan/Minuman'), ('fesyen', 'Fesyen'), ('kerajinan', 'Kerajinan'), ('perdagangan', 'Perdagangan'), ('perikanan_peternakan', 'Perikanan/Peternakan'), ('furnitur', 'Furnitur/Dekorasi rumah'), ('pertanian_perkebunan', 'Pertanian/Perkebunan'), ('jasa', 'Jasa'), ('lainnya', 'Lainnya')], max_length=25), blank=True, default=list, help_text='Kosongkan untuk semua bidang.', size=None, verbose_name='bidang usaha')),
                ('pinned_until', models.DateField(blank=True, help_text='Kosongkan bila tidak disematkan.', null=True, verbose_name='di urutan teratas sampai')),
                ('archived_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pengumuman.pengumuman')),
                ('published_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('verified_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='54c5f3c4b77493bf31f285cac6fc7b1dcc57ae16', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_011a2', table='pengumuman_pengumumanevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='Terbaca',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('read_at', models.DateTimeField(auto_now_add=True, verbose_name='dibaca')),
                ('pengumuman', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='pengumuman.pengumuman')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='oleh')),
            ],
            options={
                'verbose_name': 'bacaan',
                'verbose_name_plural': 'bacaan',
                'ordering': ['pengumuman', 'read_at'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('pengumuman', 'user'), name='pengumuman_terbaca_once')],
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='08f41f084944ec342c92b5742ae7cd86b3257efb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_38c69', table='pengumuman_terbaca', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='PengumumanKecamatan',
            fields=[
            ],
            options={
                'proxy': True,
                'default_permissions': (),
                'indexes': [],
                'constraints': [],
            },
            bases=('pengumuman.pengumuman_kecamatan',),
        ),
        migrations.CreateModel(
            name='PengumumanKoperasi',
            fields=[
            ],
            options={
                'proxy': True,
                'default_permissions': (),
                'indexes': [],
                'constraints': [],
            },
            bases=('pengumuman.pengumuman_koperasi',),
        ),
        migrations.CreateModel(
            name='PengumumanKecamatanEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kecamatan', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='wilayah.kecamatan')),
                ('pengumuman', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pengumuman.pengumuman')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pengumuman.pengumumankecamatan')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4e8f228aeabd4a5f4c6166ae9d12069671270af4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_de77e', table='pengumuman_pengumumankecamatanevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='PengumumanKoperasiEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('koperasi', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='koperasi.koperasi')),
                ('pengumuman', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pengumuman.pengumuman')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pengumuman.pengumumankoperasi')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9b974027a1e11000b501703d7ffb8862eb902fed', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a029f', table='pengumuman_pengumumankoperasievent', when='BEFORE'))],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pengumumankecamatan',
            trigger=pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pengumuman_pengumumankecamatanevent" ("id", "kecamatan_id", "pengumuman_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."kecamatan_id", NEW."pengumuman_id", _pgh_attach_context(), NOW(), \'tambah\', NEW."id"); RETURN NULL;', hash='5f2f1ded97141e6dfc22fa27813906fdb610c134', operation='INSERT', pgid='pgtrigger_tambah_insert_873d8', table='pengumuman_pengumuman_kecamatan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pengumumankecamatan',
            trigger=pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "pengumuman_pengumumankecamatanevent" ("id", "kecamatan_id", "pengumuman_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."kecamatan_id", NEW."pengumuman_id", _pgh_attach_context(), NOW(), \'ubah\', NEW."id"); RETURN NULL;', hash='b52c598a1604b1946a5e024a0edd4e5f0417f491', operation='UPDATE', pgid='pgtrigger_ubah_update_8a621', table='pengumuman_pengumuman_kecamatan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pengumumankecamatan',
            trigger=pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pengumuman_pengumumankecamatanevent" ("id", "kecamatan_id", "pengumuman_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."kecamatan_id", OLD."pengumuman_id", _pgh_attach_context(), NOW(), \'hapus\', OLD."id"); RETURN NULL;', hash='f12cdd3dff754de4a1838e897e7ec48178cd5574', operation='DELETE', pgid='pgtrigger_hapus_delete_a6067', table='pengumuman_pengumuman_kecamatan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pengumumankoperasi',
            trigger=pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pengumuman_pengumumankoperasievent" ("id", "koperasi_id", "pengumuman_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."koperasi_id", NEW."pengumuman_id", _pgh_attach_context(), NOW(), \'tambah\', NEW."id"); RETURN NULL;', hash='96f02fce3f3b1a275216636b34ea12946514a4b5', operation='INSERT', pgid='pgtrigger_tambah_insert_7127d', table='pengumuman_pengumuman_koperasi', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pengumumankoperasi',
            trigger=pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "pengumuman_pengumumankoperasievent" ("id", "koperasi_id", "pengumuman_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."koperasi_id", NEW."pengumuman_id", _pgh_attach_context(), NOW(), \'ubah\', NEW."id"); RETURN NULL;', hash='0259ee862e8da926d54d09fee689e82fbf86cacb', operation='UPDATE', pgid='pgtrigger_ubah_update_01e57', table='pengumuman_pengumuman_koperasi', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pengumumankoperasi',
            trigger=pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pengumuman_pengumumankoperasievent" ("id", "koperasi_id", "pengumuman_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."koperasi_id", OLD."pengumuman_id", _pgh_attach_context(), NOW(), \'hapus\', OLD."id"); RETURN NULL;', hash='d49650503acbb5b9189ae5e2d5401fd76481be59', operation='DELETE', pgid='pgtrigger_hapus_delete_55ae7', table='pengumuman_pengumuman_koperasi', when='AFTER')),
        ),
    ]

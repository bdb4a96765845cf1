"""Tables of the first release; databases that went there step by step count as having taken this one."""

import common.fields
import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('duplicates', '0001_pairs_and_merges')]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('noun', models.SlugField(db_index=False, max_length=20, verbose_name='jenis data')),
                ('survivor', models.BigIntegerField(verbose_name='data yang dipertahankan')),
                ('loser', models.BigIntegerField(verbose_name='data yang digabungkan')),
                ('choices', models.JSONField(default=dict, verbose_name='pilihan isian')),
                ('moved', models.JSONField(default=dict, verbose_name='data yang ikut pindah')),
                ('changed', models.JSONField(default=dict, verbose_name='data yang ikut berubah')),
                ('stayed', models.JSONField(default=dict, verbose_name='data yang tetap di arsip')),
                ('reason', common.fields.PlainCharField(max_length=300, verbose_name='alasan')),
                ('trail', models.UUIDField(verbose_name='jejak')),
                ('merged_at', models.DateTimeField(auto_now_add=True, verbose_name='digabungkan')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='diurungkan')),
                ('merged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='digabungkan oleh')),
                ('undone_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'penggabungan',
                'verbose_name_plural': 'penggabungan',
                'ordering': ['-id'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['noun', 'survivor'], name='duplicates_merge_survivor')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('undone_at__isnull', True), ('undone_by__isnull', True)), models.Q(('undone_at__isnull', False), ('undone_by__isnull', False)), _connector='OR'), name='duplicates_merge_undone_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(('survivor', models.F('loser')), _negated=True), name='duplicates_merge_of_two', violation_error_message='Data tidak dapat digabungkan dengan dirinya sendiri.'), models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('noun', 'loser'), name='duplicates_merge_once', violation_error_message='Data ini sudah digabungkan.')],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "duplicates_mergeevent" ("changed", "choices", "id", "loser", "merged_at", "merged_by_id", "moved", "noun", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stayed", "survivor", "trail", "undone_at", "undone_by_id") VALUES (NEW."changed", NEW."choices", NEW."id", NEW."loser", NEW."merged_at", NEW."merged_by_id", NEW."moved", NEW."noun", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."reason", NEW."stayed", NEW."survivor", NEW."trail", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;', hash='b3f19e3bf17418b16c37cef052280407672b307e', operation='INSERT', pgid='pgtrigger_tambah_insert_e8657', table='duplicates_merge', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "duplicates_mergeevent" ("changed", "choices", "id", "loser", "merged_at", "merged_by_id", "moved", "noun", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stayed", "survivor", "trail", "undone_at", "undone_by_id") VALUES (NEW."changed", NEW."choices", NEW."id", NEW."loser", NEW."merged_at", NEW."merged_by_id", NEW."moved", NEW."noun", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."reason", NEW."stayed", NEW."survivor", NEW."trail", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;', hash='a7387138a5a9c2e4f580290aadae35a80f1a7e14', operation='UPDATE', pgid='pgtrigger_ubah_update_89153', table='duplicates_merge', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "duplicates_mergeevent" ("changed", "choices", "id", "loser", "merged_at", "merged_by_id", "moved", "noun", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stayed", "survivor", "trail", "undone_at", "undone_by_id") VALUES (OLD."changed", OLD."choices", OLD."id", OLD."loser", OLD."merged_at", OLD."merged_by_id", OLD."moved", OLD."noun", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."reason", OLD."stayed", OLD."survivor", OLD."trail", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;', hash='f318a00f51a00fb6cd58be246d82c75661e0df6b', operation='DELETE', pgid='pgtrigger_hapus_delete_88180', table='duplicates_merge', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='NotDuplicate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('noun', models.SlugField(db_index=False, max_length=20, verbose_name='jenis data')),
                ('first', models.BigIntegerField()),
                ('second', models.BigIntegerField()),
                ('decided_at', models.DateTimeField(auto_now_add=True, verbose_name='diputuskan')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diputuskan oleh')),
            ],
            options={
                'verbose_name': 'bukan duplikat',
                'verbose_name_plural': 'bukan duplikat',
                'ordering': ['-id'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='duplicates_notduplicate_in_order', violation_error_message='Pasangan harus dua data yang berbeda, nomor kecil lebih dahulu.'), models.UniqueConstraint(fields=('noun', 'first', 'second'), name='duplicates_notduplicate_once', violation_error_message='Pasangan ini sudah ditandai bukan duplikat.')],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "duplicates_notduplicateevent" ("decided_at", "decided_by_id", "first", "id", "noun", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."first", NEW."id", NEW."noun", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."second"); RETURN NULL;', hash='846e6c9c93579f6ddfafa676ca1ea9d128d8d2fa', operation='INSERT', pgid='pgtrigger_tambah_insert_9b425', table='duplicates_notduplicate', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "duplicates_notduplicateevent" ("decided_at", "decided_by_id", "first", "id", "noun", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."first", NEW."id", NEW."noun", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."second"); RETURN NULL;', hash='c50c6d11d4871201074e3c7a6834ea715a37e788', operation='UPDATE', pgid='pgtrigger_ubah_update_b3afb', table='duplicates_notduplicate', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "duplicates_notduplicateevent" ("decided_at", "decided_by_id", "first", "id", "noun", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second") VALUES (OLD."decided_at", OLD."decided_by_id", OLD."first", OLD."id", OLD."noun", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."second"); RETURN NULL;', hash='12cadaad92ecca7276146eb3cea70d06cb0c3027', operation='DELETE', pgid='pgtrigger_hapus_delete_58077', table='duplicates_notduplicate', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Pair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('noun', models.SlugField(db_index=False, max_length=20, verbose_name='jenis data')),
                ('first', models.BigIntegerField()),
                ('second', models.BigIntegerField()),
                ('reasons', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('pemilik-nama', 'NIK KTP pemilik sama dan nama usaha mirip'), ('nib-kbli', 'NIB dan KBLI sama'), ('nib-alamat', 'NIB dan alamat sama'), ('badan-hukum', 'nomor badan hukum sama'), ('nib', 'NIB sama'), ('telepon', 'nomor HP/WhatsApp sama'), ('nama-desa', 'nama sama di desa yang sama'), ('nama-lahir', 'nama mirip dan tanggal lahir sama'), ('merah-putih', 'Koperasi Merah Putih lain di desa yang sama'), ('produk-sama', 'nama produk sama dari penjual yang sama'), ('mirip-desa', 'nama mirip di desa yang sama'), ('mirip-kecamatan', 'nama mirip di kecamatan yang sama'), ('produk-mirip', 'nama produk mirip dari penjual yang sama')], max_length=20), size=None, verbose_name='alasan')),
                ('likeness', models.PositiveSmallIntegerField(default=0, verbose_name='kemiripan nama (%)')),
                ('weight', models.PositiveSmallIntegerField(verbose_name='bobot')),
            ],
            options={
                'verbose_name': 'pasangan mungkin kembar',
                'verbose_name_plural': 'pasangan mungkin kembar',
                'ordering': ['noun', '-weight', '-id'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['noun', '-weight', '-id'], name='duplicates_pair_worklist'), models.Index(fields=['noun', 'second'], name='duplicates_pair_second')],
                'constraints': [models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='duplicates_pair_in_order', violation_error_message='Pasangan harus dua data yang berbeda, nomor kecil lebih dahulu.'), models.UniqueConstraint(fields=('noun', 'first', 'second'), name='duplicates_pair_once')],
            },
        ),
        migrations.CreateModel(
            name='Sweep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('menunggu', 'Menunggu giliran'), ('berjalan', 'Sedang dicari'), ('selesai', 'Selesai'), ('gagal', 'Gagal')], default='menunggu', max_length=10, verbose_name='keadaan')),
                ('is_full', models.BooleanField(default=False, verbose_name='mencari dari awal')),
                ('asked_at', models.DateTimeField(auto_now_add=True, verbose_name='diminta')),
                ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='mulai')),
                ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='selesai')),
                ('counts', models.JSONField(default=dict, verbose_name='jumlah')),
                ('officer', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'pencarian data kembar',
                'verbose_name_plural': 'pencarian data kembar',
                'ordering': ['-id'],
                'default_permissions': (),
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "duplicates_sweepevent" ("asked_at", "counts", "finished_at", "id", "is_full", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_at", "state") VALUES (NEW."asked_at", NEW."counts", NEW."finished_at", NEW."id", NEW."is_full", NEW."officer_id", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."started_at", NEW."state"); RETURN NULL;', hash='2ecc763ed6a1c7eb29a5371d4d005074e69ad625', operation='INSERT', pgid='pgtrigger_tambah_insert_a0ad0', table='duplicates_sweep', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "duplicates_sweepevent" ("asked_at", "counts", "finished_at", "id", "is_full", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_at", "state") VALUES (NEW."asked_at", NEW."counts", NEW."finished_at", NEW."id", NEW."is_full", NEW."officer_id", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."started_at", NEW."state"); RETURN NULL;', hash='91f31649155e868ef500a673a888b2a9a578f453', operation='UPDATE', pgid='pgtrigger_ubah_update_b966b', table='duplicates_sweep', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "duplicates_sweepevent" ("asked_at", "counts", "finished_at", "id", "is_full", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_at", "state") VALUES (OLD."asked_at", OLD."counts", OLD."finished_at", OLD."id", OLD."is_full", OLD."officer_id", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."started_at", OLD."state"); RETURN NULL;', hash='cc5a7a1d66a3e49e8c06212c6b919878b6f77889', operation='DELETE', pgid='pgtrigger_hapus_delete_f91ec', table='duplicates_sweep', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='MergeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('noun', models.SlugField(db_index=False, max_length=20, verbose_name='jenis data')),
                ('survivor', models.BigIntegerField(verbose_name='data yang dipertahankan')),
                ('loser', models.BigIntegerField(verbose_name='data yang digabungkan')),
                ('choices', models.JSONField(default=dict, verbose_name='pilihan isian')),
                ('moved', models.JSONField(default=dict, verbose_name='data yang ikut pindah')),
                ('changed', models.JSONField(default=dict, verbose_name='data yang ikut berubah')),
                ('stayed', models.JSONField(default=dict, verbose_name='data yang tetap di arsip')),
                ('reason', common.fields.PlainCharField(max_length=300, verbose_name='alasan')),
                ('trail', models.UUIDField(verbose_name='jejak')),
                ('merged_at', models.DateTimeField(auto_now_add=True, verbose_name='digabungkan')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='diurungkan')),
                ('merged_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='digabungkan oleh')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='duplicates.merge')),
                ('undone_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0d486634888124c88fdcbc2fc6b079c5e1beca40', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_cbd8c', table='duplicates_mergeevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='NotDuplicateEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('noun', models.SlugField(db_index=False, max_length=20, verbose_name='jenis data')),
                ('first', models.BigIntegerField()),
                ('second', models.BigIntegerField()),
                ('decided_at', models.DateTimeField(auto_now_add=True, verbose_name='diputuskan')),
                ('decided_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diputuskan oleh')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='duplicates.notduplicate')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2b8d38437ed9a09af065981ff243d708e0f1fcc5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d845e', table='duplicates_notduplicateevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='SweepEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('state', models.CharField(choices=[('menunggu', 'Menunggu giliran'), ('berjalan', 'Sedang dicari'), ('selesai', 'Selesai'), ('gagal', 'Gagal')], default='menunggu', max_length=10, verbose_name='keadaan')),
                ('is_full', models.BooleanField(default=False, verbose_name='mencari dari awal')),
                ('asked_at', models.DateTimeField(auto_now_add=True, verbose_name='diminta')),
                ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='mulai')),
                ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='selesai')),
                ('counts', models.JSONField(default=dict, verbose_name='jumlah')),
                ('officer', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='duplicates.sweep')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d6495b5abc39d7945c8add59688b05d8fb0d8bef', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_78807', table='duplicates_sweepevent', when='BEFORE'))],
            },
        ),
    ]

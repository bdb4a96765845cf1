"""Tables of the first release; databases that went there step by step count as having taken this one."""

import common.fields
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('akun', '0001_owners_door')]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('produk', '0001_products'),
        ('umkm', '0002_owners_and_businesses'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PermintaanData',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('jenis', models.CharField(choices=[('perbaikan', 'Memperbaiki data yang keliru'), ('penghapusan', 'Menghapus data saya atau mengakhiri pemrosesannya')], max_length=12, verbose_name='yang diminta')),
                ('description', common.fields.PlainTextField(max_length=1000, verbose_name='keterangan')),
                ('notes', common.fields.PlainTextField(blank=True, help_text='Pemilik membacanya di akunnya.', verbose_name='jawaban kepada pemilik')),
                ('finished_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='selesai')),
                ('finished_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pemilik', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, to='umkm.pemilik')),
            ],
            options={
                'verbose_name': 'permintaan data pribadi',
                'verbose_name_plural': 'permintaan data pribadi',
                'ordering': ['-created_at', '-id'],
                'default_permissions': ('view', 'change'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('finished_at__isnull', True), ('finished_by__isnull', True)), models.Q(('finished_at__isnull', False), ('finished_by__isnull', False)), _connector='OR'), name='akun_permintaandata_finished_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.')],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "akun_permintaandataevent" ("created_at", "finished_at", "finished_by_id", "id", "jenis", "notes", "pemilik_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") VALUES (NEW."created_at", NEW."finished_at", NEW."finished_by_id", NEW."id", NEW."jenis", NEW."notes", NEW."pemilik_id", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."updated_at"); RETURN NULL;', hash='b41920db5d397e3a4257a1c2bb614b6f3d721228', operation='INSERT', pgid='pgtrigger_tambah_insert_eb30e', table='akun_permintaandata', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."finished_at" IS DISTINCT FROM (NEW."finished_at") OR OLD."finished_by_id" IS DISTINCT FROM (NEW."finished_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."jenis" IS DISTINCT FROM (NEW."jenis") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."pemilik_id" IS DISTINCT FROM (NEW."pemilik_id") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))', func='INSERT INTO "akun_permintaandataevent" ("created_at", "finished_at", "finished_by_id", "id", "jenis", "notes", "pemilik_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") VALUES (NEW."created_at", NEW."finished_at", NEW."finished_by_id", NEW."id", NEW."jenis", NEW."notes", NEW."pemilik_id", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."updated_at"); RETURN NULL;', hash='543e0f7a4c339fdbfb35dd9bed3a1e37cffb8267', operation='UPDATE', pgid='pgtrigger_ubah_update_e9a42', table='akun_permintaandata', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "akun_permintaandataevent" ("created_at", "finished_at", "finished_by_id", "id", "jenis", "notes", "pemilik_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") VALUES (OLD."created_at", OLD."finished_at", OLD."finished_by_id", OLD."id", OLD."jenis", OLD."notes", OLD."pemilik_id", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."updated_at"); RETURN NULL;', hash='c8923a8af863e98ab6a53c3dc8909bb9a15b75b9', operation='DELETE', pgid='pgtrigger_hapus_delete_410df', table='akun_permintaandata', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Undangan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token_index', models.CharField(editable=False, max_length=64, unique=True, verbose_name='sidik tautan')),
                ('given_at', models.DateTimeField(auto_now_add=True, verbose_name='dibuat')),
                ('expires_at', models.DateTimeField(verbose_name='berlaku sampai')),
                ('used_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='dipakai')),
                ('given_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibuat oleh')),
                ('pemilik', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='umkm.pemilik')),
                ('usaha', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='umkm.usaha')),
                ('used_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'undangan',
                'verbose_name_plural': 'undangan',
                'ordering': ['-given_at', '-id'],
                'default_permissions': ('add',),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('used_at__isnull', True), ('used_by__isnull', True)), models.Q(('used_at__isnull', False), ('used_by__isnull', False)), _connector='OR'), name='akun_undangan_used_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(models.Q(('pemilik__isnull', True), ('usaha__isnull', False)), models.Q(('pemilik__isnull', False), ('usaha__isnull', True)), _connector='OR'), name='akun_undangan_one_subject', violation_error_message='Undangan berlaku untuk satu pemilik atau satu usaha.'), models.CheckConstraint(condition=models.Q(('expires_at__gte', models.F('given_at'))), name='akun_undangan_ends_later', violation_error_message='Undangan tidak dapat berakhir sebelum dibuat.')],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "akun_undanganevent" ("expires_at", "given_at", "given_by_id", "id", "pemilik_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "usaha_id", "used_at", "used_by_id") VALUES (NEW."expires_at", NEW."given_at", NEW."given_by_id", NEW."id", NEW."pemilik_id", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."usaha_id", NEW."used_at", NEW."used_by_id"); RETURN NULL;', hash='ed432dedd81376b7f1bc232d9266198284a857c4', operation='INSERT', pgid='pgtrigger_tambah_insert_db049', table='akun_undangan', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."given_at" IS DISTINCT FROM (NEW."given_at") OR OLD."given_by_id" IS DISTINCT FROM (NEW."given_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."pemilik_id" IS DISTINCT FROM (NEW."pemilik_id") OR OLD."usaha_id" IS DISTINCT FROM (NEW."usaha_id") OR OLD."used_at" IS DISTINCT FROM (NEW."used_at") OR OLD."used_by_id" IS DISTINCT FROM (NEW."used_by_id"))', func='INSERT INTO "akun_undanganevent" ("expires_at", "given_at", "given_by_id", "id", "pemilik_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "usaha_id", "used_at", "used_by_id") VALUES (NEW."expires_at", NEW."given_at", NEW."given_by_id", NEW."id", NEW."pemilik_id", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."usaha_id", NEW."used_at", NEW."used_by_id"); RETURN NULL;', hash='842d411a8cbdcff97b2090e0a0c7e0b20d065501', operation='UPDATE', pgid='pgtrigger_ubah_update_edeef', table='akun_undangan', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "akun_undanganevent" ("expires_at", "given_at", "given_by_id", "id", "pemilik_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "usaha_id", "used_at", "used_by_id") VALUES (OLD."expires_at", OLD."given_at", OLD."given_by_id", OLD."id", OLD."pemilik_id", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."usaha_id", OLD."used_at", OLD."used_by_id"); RETURN NULL;', hash='2a8f661fff804bd6e62e8313fbc7a686512e912d', operation='DELETE', pgid='pgtrigger_hapus_delete_40607', table='akun_undangan', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Usulan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('values', models.JSONField(editable=False, verbose_name='perubahan')),
                ('notes', common.fields.PlainTextField(blank=True, help_text='Wajib bila ditolak. Pemilik membacanya di akunnya.', verbose_name='jawaban kepada pemilik')),
                ('is_accepted', models.BooleanField(default=False, editable=False, verbose_name='diterima')),
                ('decided_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diputuskan')),
                ('decided_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('produk', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, to='produk.produk')),
                ('proposed_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diusulkan oleh')),
                ('usaha', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, to='umkm.usaha')),
            ],
            options={
                'verbose_name': 'usulan perubahan',
                'verbose_name_plural': 'usulan perubahan',
                'ordering': ['-created_at', '-id'],
                'default_permissions': ('view', 'change'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True)), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='akun_usulan_decided_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.UniqueConstraint(condition=models.Q(('decided_at', None)), fields=('usaha', 'produk'), name='akun_usulan_waiting_once', nulls_distinct=False, violation_error_message='Masih ada usulan yang menunggu untuk data ini.')],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "akun_usulanevent" ("created_at", "decided_at", "decided_by_id", "id", "is_accepted", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produk_id", "proposed_by_id", "updated_at", "usaha_id") VALUES (NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."is_accepted", NEW."notes", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."produk_id", NEW."proposed_by_id", NEW."updated_at", NEW."usaha_id"); RETURN NULL;', hash='d060b010d416c11bb4b7bdf48f23abe62f4497ea', operation='INSERT', pgid='pgtrigger_tambah_insert_82c29', table='akun_usulan', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_accepted" IS DISTINCT FROM (NEW."is_accepted") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."produk_id" IS DISTINCT FROM (NEW."produk_id") OR OLD."proposed_by_id" IS DISTINCT FROM (NEW."proposed_by_id") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."usaha_id" IS DISTINCT FROM (NEW."usaha_id"))', func='INSERT INTO "akun_usulanevent" ("created_at", "decided_at", "decided_by_id", "id", "is_accepted", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produk_id", "proposed_by_id", "updated_at", "usaha_id") VALUES (NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."is_accepted", NEW."notes", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."produk_id", NEW."proposed_by_id", NEW."updated_at", NEW."usaha_id"); RETURN NULL;', hash='5333e8665bc18c690a23b7e8c8f9fad90910b24d', operation='UPDATE', pgid='pgtrigger_ubah_update_8a900', table='akun_usulan', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "akun_usulanevent" ("created_at", "decided_at", "decided_by_id", "id", "is_accepted", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produk_id", "proposed_by_id", "updated_at", "usaha_id") VALUES (OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."is_accepted", OLD."notes", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."produk_id", OLD."proposed_by_id", OLD."updated_at", OLD."usaha_id"); RETURN NULL;', hash='6aa7de2a2d3e7620b8e20aac58747413684825b7', operation='DELETE', pgid='pgtrigger_hapus_delete_65651', table='akun_usulan', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='PermintaanDataEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('jenis', models.CharField(choices=[('perbaikan', 'Memperbaiki data yang keliru'), ('penghapusan', 'Menghapus data saya atau mengakhiri pemrosesannya')], max_length=12, verbose_name='yang diminta')),
                ('notes', common.fields.PlainTextField(blank=True, help_text='Pemilik membacanya di akunnya.', verbose_name='jawaban kepada pemilik')),
                ('finished_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='selesai')),
                ('finished_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pemilik', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='umkm.pemilik')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='akun.permintaandata')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1dd24693700b07ea78bdad864ae839f9eed237d9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a642b', table='akun_permintaandataevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='UndanganEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('given_at', models.DateTimeField(auto_now_add=True, verbose_name='dibuat')),
                ('expires_at', models.DateTimeField(verbose_name='berlaku sampai')),
                ('used_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='dipakai')),
                ('given_by', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibuat oleh')),
                ('pemilik', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='umkm.pemilik')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='akun.undangan')),
                ('usaha', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='umkm.usaha')),
                ('used_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='141768ffe54ac21666bbf2fd56b315ae4a9ae0a7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2c283', table='akun_undanganevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='UsulanEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('notes', common.fields.PlainTextField(blank=True, help_text='Wajib bila ditolak. Pemilik membacanya di akunnya.', verbose_name='jawaban kepada pemilik')),
                ('is_accepted', models.BooleanField(default=False, editable=False, verbose_name='diterima')),
                ('decided_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diputuskan')),
                ('decided_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='akun.usulan')),
                ('produk', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='produk.produk')),
                ('proposed_by', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diusulkan oleh')),
                ('usaha', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='umkm.usaha')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4cc7046cd717c5799b3199774a97e46b79cd296b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a4e33', table='akun_usulanevent', when='BEFORE'))],
            },
        ),
    ]

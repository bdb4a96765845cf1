"""Tables of the first release; databases that went there step by step count as having taken this one."""

import common.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('etalase', '0001_visitor_book_and_shelf'), ('etalase', '0002_kecamatan_of_guests')]

    initial = True

    dependencies = [
        ('koperasi', '0001_cooperatives'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('produk', '0001_products'),
        ('umkm', '0002_owners_and_businesses'),
        ('wilayah', '0001_regions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='BukuTamu',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('archived_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diarsipkan')),
                ('name', common.fields.PlainCharField(max_length=120, verbose_name='nama')),
                ('asal', common.fields.PlainCharField(help_text='Desa, kota, instansi, atau usaha. Misalnya: Desa Bailo.', max_length=120, verbose_name='asal')),
                ('keperluan', models.CharField(choices=[('belanja', 'Melihat atau membeli produk'), ('konsultasi', 'Konsultasi usaha, izin, atau sertifikat'), ('titip', 'Menitipkan atau mengambil barang'), ('kegiatan', 'Mengikuti pelatihan, bazar, atau rapat'), ('kunjungan', 'Kunjungan dinas atau studi banding'), ('lainnya', 'Lainnya')], max_length=12)),
                ('description', common.fields.PlainCharField(blank=True, max_length=200, verbose_name='keterangan')),
                ('jumlah_tamu', models.PositiveSmallIntegerField(default=1, help_text='Anda dan yang datang bersama Anda.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='berapa orang')),
                ('phone', common.fields.PhoneField(blank=True, max_length=16, normalise='common.identifiers.normalise_phone', validate='common.identifiers.validate_phone', verbose_name='nomor HP')),
                ('phone_consented_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='nomor disetujui')),
                ('text_version', models.CharField(blank=True, default='', editable=False, max_length=20, verbose_name='versi naskah persetujuan')),
                ('archived_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kecamatan', models.ForeignKey(blank=True, help_text='Bila Anda dari kabupaten ini.', null=True, on_delete=django.db.models.deletion.PROTECT, to='wilayah.kecamatan')),
            ],
            options={
                'verbose_name': 'tamu',
                'verbose_name_plural': 'buku tamu',
                'ordering': ['-created_at', '-id'],
                'indexes': [models.Index(fields=['-created_at', '-id'], name='etalase_bukutamu_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('archived_at__isnull', True), ('archived_by__isnull', True)), models.Q(('archived_at__isnull', False), ('archived_by__isnull', False)), _connector='OR'), name='etalase_bukutamu_archived_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(('jumlah_tamu__gte', 1)), name='etalase_bukutamu_somebody_came', violation_error_message='Sedikitnya satu orang.'), models.CheckConstraint(condition=models.Q(('phone', ''), ('phone_consented_at__isnull', False), _connector='OR'), name='etalase_bukutamu_phone_agreed_to', violation_error_message='Nomor hanya disimpan dengan persetujuan tamu.')],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "etalase_bukutamuevent" ("archived_at", "archived_by_id", "asal", "created_at", "description", "id", "jumlah_tamu", "kecamatan_id", "keperluan", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone_consented_at", "text_version", "updated_at") VALUES (NEW."archived_at", NEW."archived_by_id", NEW."asal", NEW."created_at", NEW."description", NEW."id", NEW."jumlah_tamu", NEW."kecamatan_id", NEW."keperluan", NEW."name", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."phone_consented_at", NEW."text_version", NEW."updated_at"); RETURN NULL;', hash='cb1e0b55b7c7c8422c08d67973622476e7fee4a7', operation='INSERT', pgid='pgtrigger_tambah_insert_056fc', table='etalase_bukutamu', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."asal" IS DISTINCT FROM (NEW."asal") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."jumlah_tamu" IS DISTINCT FROM (NEW."jumlah_tamu") OR OLD."kecamatan_id" IS DISTINCT FROM (NEW."kecamatan_id") OR OLD."keperluan" IS DISTINCT FROM (NEW."keperluan") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."phone_consented_at" IS DISTINCT FROM (NEW."phone_consented_at") OR OLD."text_version" IS DISTINCT FROM (NEW."text_version") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))', func='INSERT INTO "etalase_bukutamuevent" ("archived_at", "archived_by_id", "asal", "created_at", "description", "id", "jumlah_tamu", "kecamatan_id", "keperluan", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone_consented_at", "text_version", "updated_at") VALUES (NEW."archived_at", NEW."archived_by_id", NEW."asal", NEW."created_at", NEW."description", NEW."id", NEW."jumlah_tamu", NEW."kecamatan_id", NEW."keperluan", NEW."name", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."phone_consented_at", NEW."text_version", NEW."updated_at"); RETURN NULL;', hash='05e4ea0e77db1b37f4f5008b770a060c224aa91f', operation='UPDATE', pgid='pgtrigger_ubah_update_0fa7f', table='etalase_bukutamu', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "etalase_bukutamuevent" ("archived_at", "archived_by_id", "asal", "created_at", "description", "id", "jumlah_tamu", "kecamatan_id", "keperluan", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone_consented_at", "text_version", "updated_at") VALUES (OLD."archived_at", OLD."archived_by_id", OLD."asal", OLD."created_at", OLD."description", OLD."id", OLD."jumlah_tamu", OLD."kecamatan_id", OLD."keperluan", OLD."name", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."phone_consented_at", OLD."text_version", OLD."updated_at"); RETURN NULL;', hash='9f20a95bf509389fb7a24441673581de4d89d3a1', operation='DELETE', pgid='pgtrigger_hapus_delete_b94c0', table='etalase_bukutamu', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Penyelesaian',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('number', models.PositiveIntegerField(verbose_name='nomor urut')),
                ('started_on', models.DateField(verbose_name='dari tanggal')),
                ('ended_on', models.DateField(verbose_name='sampai tanggal')),
                ('paid_on', models.DateField(blank=True, null=True, verbose_name='dibayar pada')),
                ('paid_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='pembayaran dicatat')),
                ('cancelled_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='dibatalkan')),
                ('reason', common.fields.PlainCharField(blank=True, max_length=200, verbose_name='alasan pembatalan')),
                ('cancelled_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('koperasi', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='koperasi.koperasi')),
                ('paid_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('usaha', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='umkm.usaha')),
            ],
            options={
                'verbose_name': 'penyelesaian titipan',
                'verbose_name_plural': 'penyelesaian titipan',
                'ordering': ['-tahun', '-number'],
                'default_permissions': ('view', 'add', 'change'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('koperasi__isnull', False), ('usaha__isnull', True)), models.Q(('koperasi__isnull', True), ('usaha__isnull', False)), _connector='OR'), name='etalase_penyelesaian_one_subject', violation_error_message='Satu penyelesaian untuk satu usaha atau satu koperasi.'), models.CheckConstraint(condition=models.Q(models.Q(('paid_at__isnull', True), ('paid_by__isnull', True)), models.Q(('paid_at__isnull', False), ('paid_by__isnull', False)), _connector='OR'), name='etalase_penyelesaian_paid_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(models.Q(('cancelled_at__isnull', True), ('cancelled_by__isnull', True)), models.Q(('cancelled_at__isnull', False), ('cancelled_by__isnull', False)), _connector='OR'), name='etalase_penyelesaian_cancelled_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.UniqueConstraint(fields=('tahun', 'number'), name='etalase_penyelesaian_numbered_once', violation_error_message='Nomor ini sudah dipakai penyelesaian lain.'), models.CheckConstraint(condition=models.Q(('ended_on__gte', models.F('started_on'))), name='etalase_penyelesaian_in_order', violation_error_message='Tanggal akhir tidak boleh mendahului tanggal awal.'), models.CheckConstraint(condition=models.Q(models.Q(('paid_at', None), ('paid_on', None)), models.Q(('paid_at__isnull', False), ('paid_on__isnull', False)), _connector='OR'), name='etalase_penyelesaian_payment_recorded', violation_error_message='Tanggal pembayaran dan pencatatnya terisi bersama.'), models.CheckConstraint(condition=models.Q(models.Q(('cancelled_at', None), ('reason', '')), models.Q(('cancelled_at__isnull', False), ('paid_on', None), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='etalase_penyelesaian_cancelled_with_reason', violation_error_message='Yang sudah dibayar tidak dapat dibatalkan; pembatalan menyebut alasannya.')],
                'triggers': [pgtrigger.compiler.Trigger(name='paid_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."paid_on" IS NOT NULL)', func="RAISE EXCEPTION 'a settlement that was paid stays as it was' USING ERRCODE = 'check_violation';", hash='343af283adf0adb81965b110561809799fce4bef', operation='DELETE', pgid='pgtrigger_paid_is_kept_b078e', table='etalase_penyelesaian', when='BEFORE')), pgtrigger.compiler.Trigger(name='paid_is_frozen', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."cancelled_at" IS DISTINCT FROM (NEW."cancelled_at") OR OLD."cancelled_by_id" IS DISTINCT FROM (NEW."cancelled_by_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."paid_at" IS DISTINCT FROM (NEW."paid_at") OR OLD."paid_by_id" IS DISTINCT FROM (NEW."paid_by_id") OR OLD."paid_on" IS DISTINCT FROM (NEW."paid_on") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."started_on" IS DISTINCT FROM (NEW."started_on") OR OLD."tahun" IS DISTINCT FROM (NEW."tahun"))', func="IF OLD.paid_on IS NOT NULL THEN RAISE EXCEPTION 'a settlement that was paid stays as it was' USING ERRCODE = 'check_violation'; END IF; RETURN NEW;", hash='a15dd563dcd3808b22bfa58422691da5b9bad0f6', operation='UPDATE', pgid='pgtrigger_paid_is_frozen_01c03', table='etalase_penyelesaian', when='BEFORE')), pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "etalase_penyelesaianevent" ("cancelled_at", "cancelled_by_id", "created_at", "ended_on", "id", "koperasi_id", "number", "paid_at", "paid_by_id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "started_on", "tahun", "updated_at", "usaha_id") VALUES (NEW."cancelled_at", NEW."cancelled_by_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."koperasi_id", NEW."number", NEW."paid_at", NEW."paid_by_id", NEW."paid_on", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."reason", NEW."started_on", NEW."tahun", NEW."updated_at", NEW."usaha_id"); RETURN NULL;', hash='7bb415155402a19346b5a1e8a071fde64b5671e4', operation='INSERT', pgid='pgtrigger_tambah_insert_99d71', table='etalase_penyelesaian', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "etalase_penyelesaianevent" ("cancelled_at", "cancelled_by_id", "created_at", "ended_on", "id", "koperasi_id", "number", "paid_at", "paid_by_id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "started_on", "tahun", "updated_at", "usaha_id") VALUES (NEW."cancelled_at", NEW."cancelled_by_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."koperasi_id", NEW."number", NEW."paid_at", NEW."paid_by_id", NEW."paid_on", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."reason", NEW."started_on", NEW."tahun", NEW."updated_at", NEW."usaha_id"); RETURN NULL;', hash='6d884c0e12948b6fa788c563c647ca2a5fdec31e', operation='UPDATE', pgid='pgtrigger_ubah_update_3e0d7', table='etalase_penyelesaian', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "etalase_penyelesaianevent" ("cancelled_at", "cancelled_by_id", "created_at", "ended_on", "id", "koperasi_id", "number", "paid_at", "paid_by_id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "started_on", "tahun", "updated_at", "usaha_id") VALUES (OLD."cancelled_at", OLD."cancelled_by_id", OLD."created_at", OLD."ended_on", OLD."id", OLD."koperasi_id", OLD."number", OLD."paid_at", OLD."paid_by_id", OLD."paid_on", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."reason", OLD."started_on", OLD."tahun", OLD."updated_at", OLD."usaha_id"); RETURN NULL;', hash='52259a1a12b1481247f018e9dd6a2788a77b776c', operation='DELETE', pgid='pgtrigger_hapus_delete_f9d53', table='etalase_penyelesaian', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Titipan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('harga_titip', common.fields.RupiahField(help_text='Yang diterima pemilik untuk setiap satuan yang terjual.', verbose_name='harga untuk pemilik')),
                ('harga_jual', common.fields.RupiahField(verbose_name='harga di rak')),
                ('started_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='dititipkan sejak')),
                ('stok', models.IntegerField(db_default=0, default=0, editable=False, verbose_name='sisa di rak')),
                ('produk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='produk.produk')),
            ],
            options={
                'verbose_name': 'titipan',
                'verbose_name_plural': 'titipan',
                'ordering': ['-started_on', '-id'],
                'default_permissions': ('view',),
                'indexes': [models.Index(condition=models.Q(('stok__gt', 0)), fields=['produk'], name='etalase_titipan_on_shelf')],
                'constraints': [models.CheckConstraint(condition=models.Q(('stok__gte', 0)), name='etalase_titipan_stock_not_negative', violation_error_message='Barang di rak tidak sebanyak itu.'), models.CheckConstraint(condition=models.Q(('harga_jual__gte', models.F('harga_titip'))), name='etalase_titipan_sold_for_no_less', violation_error_message='Harga di rak tidak boleh lebih rendah daripada harga untuk pemilik.')],
                'triggers': [pgtrigger.compiler.Trigger(name='terms_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."harga_jual" IS DISTINCT FROM (NEW."harga_jual") OR OLD."harga_titip" IS DISTINCT FROM (NEW."harga_titip"))', func="\n    RAISE EXCEPTION 'the terms of a batch stay as they were agreed' USING ERRCODE = 'check_violation';\n", hash='afe579c24c4f4ce195ccf19754987e5acc92140c', operation='UPDATE OF "harga_titip", "harga_jual"', pgid='pgtrigger_terms_stay_a304c', table='etalase_titipan', when='BEFORE')), pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "etalase_titipanevent" ("created_at", "harga_jual", "harga_titip", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produk_id", "started_on", "updated_at") VALUES (NEW."created_at", NEW."harga_jual", NEW."harga_titip", NEW."id", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."produk_id", NEW."started_on", NEW."updated_at"); RETURN NULL;', hash='a36cecfc7f0666481fd11b54ad9d0351b9ea0235', operation='INSERT', pgid='pgtrigger_tambah_insert_0e153', table='etalase_titipan', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."harga_jual" IS DISTINCT FROM (NEW."harga_jual") OR OLD."harga_titip" IS DISTINCT FROM (NEW."harga_titip") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."produk_id" IS DISTINCT FROM (NEW."produk_id") OR OLD."started_on" IS DISTINCT FROM (NEW."started_on") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))', func='INSERT INTO "etalase_titipanevent" ("created_at", "harga_jual", "harga_titip", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produk_id", "started_on", "updated_at") VALUES (NEW."created_at", NEW."harga_jual", NEW."harga_titip", NEW."id", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."produk_id", NEW."started_on", NEW."updated_at"); RETURN NULL;', hash='6b5cd7d82fbbd505a8da5550e205531536904c38', operation='UPDATE', pgid='pgtrigger_ubah_update_dfd4f', table='etalase_titipan', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "etalase_titipanevent" ("created_at", "harga_jual", "harga_titip", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produk_id", "started_on", "updated_at") VALUES (OLD."created_at", OLD."harga_jual", OLD."harga_titip", OLD."id", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."produk_id", OLD."started_on", OLD."updated_at"); RETURN NULL;', hash='c4b6e81960e81ea07af71c58268d65549f9a1147', operation='DELETE', pgid='pgtrigger_hapus_delete_f8c47', table='etalase_titipan', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='BukuTamuEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('archived_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diarsipkan')),
                ('name', common.fields.PlainCharField(max_length=120, verbose_name='nama')),
                ('asal', common.fields.PlainCharField(help_text='Desa, kota, instansi, atau usaha. Misalnya: Desa Bailo.', max_length=120, verbose_name='asal')),
                ('keperluan', models.CharField(choices=[('belanja', 'Melihat atau membeli produk'), ('konsultasi', 'Konsultasi usaha, izin, atau sertifikat'), ('titip', 'Menitipkan atau mengambil barang'), ('kegiatan', 'Mengikuti pelatihan, bazar, atau rapat'), ('kunjungan', 'Kunjungan dinas atau studi banding'), ('lainnya', 'Lainnya')], max_length=12)),
                ('description', common.fields.PlainCharField(blank=True, max_length=200, verbose_name='keterangan')),
                ('jumlah_tamu', models.PositiveSmallIntegerField(default=1, help_text='Anda dan yang datang bersama Anda.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='berapa orang')),
                ('phone_consented_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='nomor disetujui')),
                ('text_version', models.CharField(blank=True, default='', editable=False, max_length=20, verbose_name='versi naskah persetujuan')),
                ('archived_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('kecamatan', models.ForeignKey(blank=True, db_constraint=False, help_text='Bila Anda dari kabupaten ini.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='wilayah.kecamatan')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='etalase.bukutamu')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='692c0d02c1cdc7bf36dc5d423debc1163b71bb37', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e26bb', table='etalase_bukutamuevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='MutasiTitipan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('masuk', 'Masuk'), ('terjual', 'Terjual'), ('kembali', 'Kembali ke pemilik'), ('rusak', 'Rusak atau hilang')], max_length=8, verbose_name='mutasi')),
                ('jumlah', models.IntegerField(verbose_name='jumlah')),
                ('happened_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='tanggal')),
                ('notes', common.fields.PlainCharField(blank=True, max_length=200, verbose_name='catatan')),
                ('reason', common.fields.PlainCharField(blank=True, max_length=200, verbose_name='alasan pembatalan')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('recorded_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='oleh')),
                ('reverses', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reversed_by', to='etalase.mutasititipan', verbose_name='membatalkan baris')),
                ('titipan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='etalase.titipan')),
            ],
            options={
                'verbose_name': 'mutasi titipan',
                'verbose_name_plural': 'mutasi titipan',
                'ordering': ['-happened_on', '-id'],
                'permissions': [('reverse_mutasititipan', 'Dapat membatalkan baris buku titipan')],
                'default_permissions': ('view', 'add'),
                'indexes': [models.Index(fields=['happened_on', 'id'], name='etalase_mutasi_by_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('jumlah__gt', 0), ('reason', ''), ('reverses', None)), models.Q(('jumlah__lt', 0), ('reverses__isnull', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='etalase_mutasi_taken_back_with_reason', violation_error_message='Jumlah harus lebih dari nol; pembatalan harus menyebut alasannya.')],
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6841657100eed54e68d4935536cb2f16896f6eb0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3d81b', table='etalase_mutasititipan', when='BEFORE')), pgtrigger.compiler.Trigger(name='keep_stock', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    UPDATE etalase_titipan\n    SET stok = stok + CASE NEW.jenis WHEN 'masuk' THEN NEW.jumlah ELSE -NEW.jumlah END\n    WHERE id = NEW.titipan_id;\n    RETURN NULL;\n", hash='4726582803e358088ec972f3860cfc534c2613ef', operation='INSERT', pgid='pgtrigger_keep_stock_aa59b', table='etalase_mutasititipan', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='PenyelesaianEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('number', models.PositiveIntegerField(verbose_name='nomor urut')),
                ('started_on', models.DateField(verbose_name='dari tanggal')),
                ('ended_on', models.DateField(verbose_name='sampai tanggal')),
                ('paid_on', models.DateField(blank=True, null=True, verbose_name='dibayar pada')),
                ('paid_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='pembayaran dicatat')),
                ('cancelled_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='dibatalkan')),
                ('reason', common.fields.PlainCharField(blank=True, max_length=200, verbose_name='alasan pembatalan')),
                ('cancelled_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('koperasi', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='koperasi.koperasi')),
                ('paid_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='etalase.penyelesaian')),
                ('usaha', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='umkm.usaha')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ef65cff65c3ae29f88b80f3e458762545e3dd35d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9dba9', table='etalase_penyelesaianevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='TitipanEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('harga_titip', common.fields.RupiahField(help_text='Yang diterima pemilik untuk setiap satuan yang terjual.', verbose_name='harga untuk pemilik')),
                ('harga_jual', common.fields.RupiahField(verbose_name='harga di rak')),
                ('started_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='dititipkan sejak')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='etalase.titipan')),
                ('produk', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='produk.produk')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a751abd59e3a19a74dd0d2e4a4a01c561511abb4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1a400', table='etalase_titipanevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='RincianPenyelesaian',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mutasi', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='etalase.mutasititipan')),
                ('penyelesaian', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='etalase.penyelesaian')),
            ],
            options={
                'verbose_name': 'rincian penyelesaian',
                'verbose_name_plural': 'rincian penyelesaian',
                'ordering': ['penyelesaian', 'mutasi'],
                'default_permissions': (),
                'triggers': [pgtrigger.compiler.Trigger(name='lines_of_paid_stay', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF EXISTS (\n        SELECT 1 FROM etalase_penyelesaian\n        WHERE paid_on IS NOT NULL AND id IN (\n            CASE WHEN TG_OP <> 'INSERT' THEN OLD.penyelesaian_id END,\n            CASE WHEN TG_OP <> 'DELETE' THEN NEW.penyelesaian_id END\n        )\n    ) THEN\n        RAISE EXCEPTION 'a settlement that was paid stays as it was' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN COALESCE(NEW, OLD);\n", hash='e65192f8a474277886811718e8206dc88f10a710', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_lines_of_paid_stay_dc9d0', table='etalase_rincianpenyelesaian', when='BEFORE')), pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "etalase_rincianpenyelesaianevent" ("id", "mutasi_id", "penyelesaian_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."mutasi_id", NEW."penyelesaian_id", _pgh_attach_context(), NOW(), \'tambah\', NEW."id"); RETURN NULL;', hash='092a65a80f2b1ee367dc605e787324dcb9e58712', operation='INSERT', pgid='pgtrigger_tambah_insert_2dd54', table='etalase_rincianpenyelesaian', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "etalase_rincianpenyelesaianevent" ("id", "mutasi_id", "penyelesaian_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."mutasi_id", NEW."penyelesaian_id", _pgh_attach_context(), NOW(), \'ubah\', NEW."id"); RETURN NULL;', hash='d3802552ca7d031cd9649176805d30e74e9cfc86', operation='UPDATE', pgid='pgtrigger_ubah_update_7b094', table='etalase_rincianpenyelesaian', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "etalase_rincianpenyelesaianevent" ("id", "mutasi_id", "penyelesaian_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."mutasi_id", OLD."penyelesaian_id", _pgh_attach_context(), NOW(), \'hapus\', OLD."id"); RETURN NULL;', hash='3daf2accf0c2aeb89529a2397ae617ebd43a32e4', operation='DELETE', pgid='pgtrigger_hapus_delete_e8ac0', table='etalase_rincianpenyelesaian', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='RincianPenyelesaianEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('mutasi', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='etalase.mutasititipan')),
                ('penyelesaian', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='etalase.penyelesaian')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='etalase.rincianpenyelesaian')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1e6edb08dc59c8ad57a5b1b949e04fca635f2df7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e9b0c', table='etalase_rincianpenyelesaianevent', when='BEFORE'))],
            },
        ),
    ]

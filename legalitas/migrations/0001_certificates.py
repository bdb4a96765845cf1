"""Tables of the first release; databases that went there step by step count as having taken this one."""

import common.fields
import common.storage
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('legalitas', '0001_initial_certificates'), ('legalitas', '0002_trail_by_statement'), ('legalitas', '0003_duty_calendar')]

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
            name='Sertifikat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('archived_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diarsipkan')),
                ('jenis', models.CharField(choices=[('halal', 'Sertifikat halal'), ('pirt', 'P-IRT'), ('bpom', 'Izin edar BPOM'), ('merek', 'Merek terdaftar'), ('nib', 'NIB'), ('nik_koperasi', 'Sertifikat NIK Koperasi'), ('shat', 'Sertipikat tanah (SHAT)'), ('sni', 'SNI'), ('pelatihan', 'Sertifikat pelatihan'), ('lainnya', 'Lainnya')], max_length=15)),
                ('number_on_paper', common.fields.PlainCharField(blank=True, help_text='Untuk NIB dan NIK Koperasi dikosongkan: dibaca dari data usaha atau koperasi.', max_length=100, verbose_name='nomor')),
                ('nomor_ketetapan', common.fields.PlainCharField(blank=True, help_text='Bukan nomor yang dicetak di label. Nomor label diawali ID.', max_length=100, verbose_name='nomor ketetapan halal (KH)')),
                ('merek', common.fields.PlainCharField(blank=True, help_text='Merek atau nama dagang di sertifikat.', max_length=100, verbose_name='merek')),
                ('penerbit', common.fields.PlainCharField(blank=True, max_length=150, verbose_name='lembaga penerbit')),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='tanggal terbit')),
                ('valid_until', models.DateField(blank=True, help_text='Kosongkan bila tidak ada tanggal akhir, misalnya sertifikat halal sekarang.', null=True, verbose_name='berlaku sampai')),
                ('commitment_due_on', models.DateField(blank=True, help_text='Hanya P-IRT: penyuluhan, pemeriksaan sarana, label. Kosong: enam bulan sesudah terbit.', null=True, verbose_name='komitmen paling lambat')),
                ('commitment_met_on', models.DateField(blank=True, null=True, verbose_name='komitmen dipenuhi')),
                ('scan', models.FileField(blank=True, editable=False, storage=common.storage.private_storage, upload_to='sertifikat', verbose_name='pindaian')),
                ('verified_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diverifikasi')),
                ('notes', common.fields.PlainTextField(blank=True, verbose_name='catatan')),
                ('archived_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('koperasi', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='koperasi.koperasi')),
                ('produk', models.ManyToManyField(blank=True, help_text='Tanda di situs hanya muncul pada produk yang disebut di sini.', to='produk.produk')),
                ('usaha', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='umkm.usaha')),
                ('verified_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'sertifikat',
                'verbose_name_plural': 'sertifikat',
                'ordering': ['-issued_on', '-id'],
                'permissions': [('verify_sertifikat', 'Dapat memverifikasi sertifikat')],
                'indexes': [models.Index(condition=models.Q(('archived_at', None)), fields=['valid_until'], name='legalitas_sertifikat_ending')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('koperasi__isnull', False), ('usaha__isnull', True)), models.Q(('koperasi__isnull', True), ('usaha__isnull', False)), _connector='OR'), name='legalitas_sertifikat_one_subject', violation_error_message='Pilih satu pemegang: usaha atau koperasi.'), models.CheckConstraint(condition=models.Q(models.Q(('archived_at__isnull', True), ('archived_by__isnull', True)), models.Q(('archived_at__isnull', False), ('archived_by__isnull', False)), _connector='OR'), name='legalitas_sertifikat_archived_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(models.Q(('verified_at__isnull', True), ('verified_by__isnull', True)), models.Q(('verified_at__isnull', False), ('verified_by__isnull', False)), _connector='OR'), name='legalitas_sertifikat_verified_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(('valid_until', None), ('issued_on', None), ('valid_until__gte', models.F('issued_on')), _connector='OR'), name='legalitas_sertifikat_dates_in_order', violation_error_message='Tanggal akhir tidak boleh mendahului tanggal terbit.'), models.CheckConstraint(condition=models.Q(('jenis', 'pirt'), models.Q(('commitment_due_on__isnull', True), ('commitment_met_on__isnull', True)), _connector='OR'), name='legalitas_sertifikat_commitment_of_pirt', violation_error_message='Hanya P-IRT yang terbit dengan komitmen. Kosongkan tanggal komitmennya.'), models.UniqueConstraint(condition=models.Q(models.Q(('number_on_paper', ''), _negated=True), ('archived_at', None)), fields=('jenis', 'number_on_paper'), name='legalitas_sertifikat_number_once', violation_error_message='Nomor ini sudah tercatat untuk jenis sertifikat yang sama.')],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "legalitas_sertifikatevent" ("archived_at", "archived_by_id", "commitment_due_on", "commitment_met_on", "created_at", "id", "issued_on", "jenis", "koperasi_id", "merek", "nomor_ketetapan", "notes", "number_on_paper", "penerbit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scan", "updated_at", "usaha_id", "valid_until", "verified_at", "verified_by_id") SELECT new_values."archived_at", new_values."archived_by_id", new_values."commitment_due_on", new_values."commitment_met_on", new_values."created_at", new_values."id", new_values."issued_on", new_values."jenis", new_values."koperasi_id", new_values."merek", new_values."nomor_ketetapan", new_values."notes", new_values."number_on_paper", new_values."penerbit", _pgh_attached_context.value, NOW(), \'tambah\', new_values."id", new_values."scan", new_values."updated_at", new_values."usaha_id", new_values."valid_until", new_values."verified_at", new_values."verified_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3ab6ff59916e1a8601db3c886eb3bbf29a1dcf89', level='STATEMENT', operation='INSERT', pgid='pgtrigger_tambah_insert_a0d93', referencing='REFERENCING NEW TABLE AS new_values ', table='legalitas_sertifikat', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "legalitas_sertifikatevent" ("archived_at", "archived_by_id", "commitment_due_on", "commitment_met_on", "created_at", "id", "issued_on", "jenis", "koperasi_id", "merek", "nomor_ketetapan", "notes", "number_on_paper", "penerbit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scan", "updated_at", "usaha_id", "valid_until", "verified_at", "verified_by_id") SELECT new_values."archived_at", new_values."archived_by_id", new_values."commitment_due_on", new_values."commitment_met_on", new_values."created_at", new_values."id", new_values."issued_on", new_values."jenis", new_values."koperasi_id", new_values."merek", new_values."nomor_ketetapan", new_values."notes", new_values."number_on_paper", new_values."penerbit", _pgh_attached_context.value, NOW(), \'ubah\', new_values."id", new_values."scan", new_values."updated_at", new_values."usaha_id", new_values."valid_until", new_values."verified_at", new_values."verified_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='aed578223f7bf8bb0642b35f0a53c13e85271932', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_ubah_update_f65a0', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='legalitas_sertifikat', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "legalitas_sertifikatevent" ("archived_at", "archived_by_id", "commitment_due_on", "commitment_met_on", "created_at", "id", "issued_on", "jenis", "koperasi_id", "merek", "nomor_ketetapan", "notes", "number_on_paper", "penerbit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scan", "updated_at", "usaha_id", "valid_until", "verified_at", "verified_by_id") SELECT old_values."archived_at", old_values."archived_by_id", old_values."commitment_due_on", old_values."commitment_met_on", old_values."created_at", old_values."id", old_values."issued_on", old_values."jenis", old_values."koperasi_id", old_values."merek", old_values."nomor_ketetapan", old_values."notes", old_values."number_on_paper", old_values."penerbit", _pgh_attached_context.value, NOW(), \'hapus\', old_values."id", old_values."scan", old_values."updated_at", old_values."usaha_id", old_values."valid_until", old_values."verified_at", old_values."verified_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='76310cd92d4dc802c6b91fddb3d8462a3214323c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_hapus_delete_9ea13', referencing='REFERENCING OLD TABLE AS old_values ', table='legalitas_sertifikat', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Pengingat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('pirt', 'P-IRT berakhir'), ('komitmen-pirt', 'Komitmen P-IRT'), ('bpom', 'Izin edar BPOM berakhir'), ('merek', 'Merek berakhir'), ('sni', 'SNI berakhir'), ('halal', 'Sertifikat halal lama: cek ulang'), ('nik-koperasi', 'Pemutakhiran NIK Koperasi'), ('rat', 'RAT'), ('wajib-halal', 'Wajib bersertifikat halal')], editable=False, max_length=15, verbose_name='kewajiban')),
                ('channel', models.CharField(choices=[('whatsapp', 'WhatsApp'), ('telepon', 'Telepon'), ('kunjungan', 'Kunjungan'), ('surat', 'Surat')], max_length=10, verbose_name='lewat')),
                ('notes', common.fields.PlainCharField(blank=True, max_length=300, verbose_name='hasil pembicaraan')),
                ('reminded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='diingatkan')),
                ('koperasi', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, to='koperasi.koperasi')),
                ('reminded_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='oleh')),
                ('usaha', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, to='umkm.usaha')),
                ('sertifikat', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='pengingat_set', to='legalitas.sertifikat')),
            ],
            options={
                'verbose_name': 'pengingat',
                'verbose_name_plural': 'pengingat',
                'ordering': ['-reminded_at', '-id'],
                'default_permissions': ('add',),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('koperasi__isnull', False), ('usaha__isnull', True)), models.Q(('koperasi__isnull', True), ('usaha__isnull', False)), _connector='OR'), name='legalitas_pengingat_one_subject', violation_error_message='Pengingat ditujukan kepada satu usaha atau koperasi.')],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "legalitas_pengingatevent" ("channel", "id", "jenis", "koperasi_id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_at", "reminded_by_id", "sertifikat_id", "usaha_id") VALUES (NEW."channel", NEW."id", NEW."jenis", NEW."koperasi_id", NEW."notes", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."reminded_at", NEW."reminded_by_id", NEW."sertifikat_id", NEW."usaha_id"); RETURN NULL;', hash='236cae035c4a2e41e676193371d5139dfe85bd58', operation='INSERT', pgid='pgtrigger_tambah_insert_bea28', table='legalitas_pengingat', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "legalitas_pengingatevent" ("channel", "id", "jenis", "koperasi_id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_at", "reminded_by_id", "sertifikat_id", "usaha_id") VALUES (NEW."channel", NEW."id", NEW."jenis", NEW."koperasi_id", NEW."notes", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."reminded_at", NEW."reminded_by_id", NEW."sertifikat_id", NEW."usaha_id"); RETURN NULL;', hash='4ec26caa4916e2a01dab0e441839099f39766ce9', operation='UPDATE', pgid='pgtrigger_ubah_update_c2fac', table='legalitas_pengingat', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "legalitas_pengingatevent" ("channel", "id", "jenis", "koperasi_id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_at", "reminded_by_id", "sertifikat_id", "usaha_id") VALUES (OLD."channel", OLD."id", OLD."jenis", OLD."koperasi_id", OLD."notes", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."reminded_at", OLD."reminded_by_id", OLD."sertifikat_id", OLD."usaha_id"); RETURN NULL;', hash='b9d40ee1de53d1098b76271cedbc0caaa39b083a', operation='DELETE', pgid='pgtrigger_hapus_delete_07b61', table='legalitas_pengingat', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='SertifikatEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('archived_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diarsipkan')),
                ('jenis', models.CharField(choices=[('halal', 'Sertifikat halal'), ('pirt', 'P-IRT'), ('bpom', 'Izin edar BPOM'), ('merek', 'Merek terdaftar'), ('nib', 'NIB'), ('nik_koperasi', 'Sertifikat NIK Koperasi'), ('shat', 'Sertipikat tanah (SHAT)'), ('sni', 'SNI'), ('pelatihan', 'Sertifikat pelatihan'), ('lainnya', 'Lainnya')], max_length=15)),
                ('number_on_paper', common.fields.PlainCharField(blank=True, help_text='Untuk NIB dan NIK Koperasi dikosongkan: dibaca dari data usaha atau koperasi.', max_length=100, verbose_name='nomor')),
                ('nomor_ketetapan', common.fields.PlainCharField(blank=True, help_text='Bukan nomor yang dicetak di label. Nomor label diawali ID.', max_length=100, verbose_name='nomor ketetapan halal (KH)')),
                ('merek', common.fields.PlainCharField(blank=True, help_text='Merek atau nama dagang di sertifikat.', max_length=100, verbose_name='merek')),
                ('penerbit', common.fields.PlainCharField(blank=True, max_length=150, verbose_name='lembaga penerbit')),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='tanggal terbit')),
                ('valid_until', models.DateField(blank=True, help_text='Kosongkan bila tidak ada tanggal akhir, misalnya sertifikat halal sekarang.', null=True, verbose_name='berlaku sampai')),
                ('commitment_due_on', models.DateField(blank=True, help_text='Hanya P-IRT: penyuluhan, pemeriksaan sarana, label. Kosong: enam bulan sesudah terbit.', null=True, verbose_name='komitmen paling lambat')),
                ('commitment_met_on', models.DateField(blank=True, null=True, verbose_name='komitmen dipenuhi')),
                ('scan', models.FileField(blank=True, editable=False, storage=common.storage.private_storage, upload_to='sertifikat', verbose_name='pindaian')),
                ('verified_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diverifikasi')),
                ('notes', common.fields.PlainTextField(blank=True, verbose_name='catatan')),
                ('archived_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('koperasi', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='koperasi.koperasi')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='legalitas.sertifikat')),
                ('usaha', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='umkm.usaha')),
                ('verified_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8a988f430e1742b299eb16913995bea5a1b09ffd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6398d', table='legalitas_sertifikatevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='SertifikatProduk',
            fields=[
            ],
            options={
                'proxy': True,
                'default_permissions': (),
                'indexes': [],
                'constraints': [],
            },
            bases=('legalitas.sertifikat_produk',),
        ),
        migrations.CreateModel(
            name='PengingatEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('jenis', models.CharField(choices=[('pirt', 'P-IRT berakhir'), ('komitmen-pirt', 'Komitmen P-IRT'), ('bpom', 'Izin edar BPOM berakhir'), ('merek', 'Merek berakhir'), ('sni', 'SNI berakhir'), ('halal', 'Sertifikat halal lama: cek ulang'), ('nik-koperasi', 'Pemutakhiran NIK Koperasi'), ('rat', 'RAT'), ('wajib-halal', 'Wajib bersertifikat halal')], editable=False, max_length=15, verbose_name='kewajiban')),
                ('channel', models.CharField(choices=[('whatsapp', 'WhatsApp'), ('telepon', 'Telepon'), ('kunjungan', 'Kunjungan'), ('surat', 'Surat')], max_length=10, verbose_name='lewat')),
                ('notes', common.fields.PlainCharField(blank=True, max_length=300, verbose_name='hasil pembicaraan')),
                ('reminded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='diingatkan')),
                ('koperasi', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='koperasi.koperasi')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='legalitas.pengingat')),
                ('reminded_by', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='oleh')),
                ('usaha', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='umkm.usaha')),
                ('sertifikat', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='legalitas.sertifikat')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e23bd24f659f346a4dcbc8a5d62d029d20f2fd77', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c4b5a', table='legalitas_pengingatevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='SertifikatProdukEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('produk', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='produk.produk')),
                ('sertifikat', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='legalitas.sertifikat')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='legalitas.sertifikatproduk')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='94e36d040ae8821d6f04d57fd18bcfb96fbb709b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_55ab2', table='legalitas_sertifikatprodukevent', when='BEFORE'))],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sertifikatproduk',
            trigger=pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "legalitas_sertifikatprodukevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produk_id", "sertifikat_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."produk_id", NEW."sertifikat_id"); RETURN NULL;', hash='fd5c05dbe73a636c7964ae5ebe13a9ee987b3b55', operation='INSERT', pgid='pgtrigger_tambah_insert_2089f', table='legalitas_sertifikat_produk', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sertifikatproduk',
            trigger=pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "legalitas_sertifikatprodukevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produk_id", "sertifikat_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."produk_id", NEW."sertifikat_id"); RETURN NULL;', hash='c6f49c46a8a42525ddd15d7af82d03cfb71a9339', operation='UPDATE', pgid='pgtrigger_ubah_update_b9955', table='legalitas_sertifikat_produk', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sertifikatproduk',
            trigger=pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "legalitas_sertifikatprodukevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "produk_id", "sertifikat_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."produk_id", OLD."sertifikat_id"); RETURN NULL;', hash='c91a9efea5f7402d8c2abb14a8c1daee484a4940', operation='DELETE', pgid='pgtrigger_hapus_delete_b4776', table='legalitas_sertifikat_produk', when='AFTER')),
        ),
    ]

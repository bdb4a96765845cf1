"""Tables of the first release; databases that went there step by step count as having taken this one."""

import common.fields
import common.storage
import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('pendaftaran', '0001_registrations')]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('produk', '0001_products'),
        ('umkm', '0002_owners_and_businesses'),
        ('wilayah', '0001_regions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Pendaftaran',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('key_index', models.CharField(editable=False, max_length=64, unique=True, verbose_name='sidik kunci')),
                ('nomor', models.CharField(blank=True, editable=False, max_length=20, verbose_name='nomor')),
                ('answered', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), blank=True, default=list, editable=False, size=None)),
                ('phone', common.fields.PhoneField(blank=True, max_length=16, normalise='common.identifiers.normalise_phone', validate='common.identifiers.validate_phone', verbose_name='nomor HP/WhatsApp')),
                ('name', common.fields.PlainCharField(blank=True, help_text='Seperti di KTP.', max_length=200, verbose_name='nama lengkap')),
                ('nik', common.fields.EncryptedCharField(blank=True, default='', help_text='16 angka. Disimpan terenkripsi dan tidak pernah tampil di situs.', normalise='common.identifiers.normalise_nik', validate='common.identifiers.validate_nik', verbose_name='NIK KTP')),
                ('jenis_kelamin', models.CharField(blank=True, choices=[('L', 'Laki-laki'), ('P', 'Perempuan')], max_length=1)),
                ('nama_usaha', common.fields.PlainCharField(blank=True, max_length=200, verbose_name='nama usaha')),
                ('bidang_usaha', models.CharField(blank=True, choices=[('makanan_minuman', 'Makanan/Minuman'), ('fesyen', 'Fesyen'), ('kerajinan', 'Kerajinan'), ('perdagangan', 'Perdagangan'), ('perikanan_peternakan', 'Perikanan/Peternakan'), ('furnitur', 'Furnitur/Dekorasi rumah'), ('pertanian_perkebunan', 'Pertanian/Perkebunan'), ('jasa', 'Jasa'), ('lainnya', 'Lainnya')], max_length=25)),
                ('status_usaha', models.CharField(blank=True, choices=[('perseorangan', 'Perseorangan'), ('iumk', 'IUMK'), ('ud', 'UD'), ('cv', 'CV'), ('pt_perorangan', 'PT Perorangan'), ('pt', 'PT'), ('kelompok', 'Kelompok/KUB'), ('koperasi', 'Koperasi')], max_length=15)),
                ('kegiatan_utama', common.fields.PlainCharField(blank=True, help_text='Contoh: mengolah kelapa menjadi minyak.', max_length=200)),
                ('nib', common.fields.IdentifierField(blank=True, help_text='13 angka. Belum punya? Kosongkan; kami bantu mengurusnya.', max_length=13, normalise='common.identifiers.normalise_nib', validate='common.identifiers.validate_nib', verbose_name='NIB')),
                ('address', common.fields.PlainCharField(blank=True, help_text='Jalan, dusun, atau patokan yang mudah dikenali.', max_length=300, verbose_name='alamat usaha')),
                ('nama_produk', common.fields.PlainCharField(blank=True, max_length=200, verbose_name='nama produk')),
                ('price', common.fields.RupiahField(blank=True, null=True, verbose_name='harga')),
                ('satuan', models.CharField(blank=True, choices=[('bungkus', 'bungkus'), ('pcs', 'pcs'), ('kg', 'kg'), ('100 gram', '100 gram'), ('liter', 'liter'), ('botol', 'botol'), ('stoples', 'stoples'), ('ikat', 'ikat'), ('lembar', 'lembar'), ('dus', 'dus'), ('porsi', 'porsi'), ('buah', 'buah'), ('butir', 'butir'), ('ekor', 'ekor'), ('karung', 'karung'), ('kotak', 'kotak'), ('gelas', 'gelas'), ('meter', 'meter'), ('unit', 'unit'), ('jam', 'jam'), ('pasang', 'pasang'), ('set', 'set'), ('orang', 'orang'), ('malam', 'malam'), ('hari', 'hari'), ('paket', 'paket')], max_length=15, verbose_name='harga per')),
                ('photo', models.FileField(blank=True, storage=common.storage.private_storage, upload_to='pendaftaran', verbose_name='foto produk')),
                ('tujuan', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('katalog', 'Menampilkan usaha dan produknya di situs'), ('nama', 'Menampilkan nama pemilik'), ('telepon', 'Memakai nomor telepon sebagai tautan WhatsApp'), ('foto', 'Menampilkan foto pemilik atau tempat usaha'), ('lokasi', 'Menampilkan alamat dan titik lokasi usaha')], max_length=10), blank=True, default=list, size=None, verbose_name='persetujuan')),
                ('text_version', models.CharField(blank=True, editable=False, max_length=20, verbose_name='versi naskah persetujuan')),
                ('submitted_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='dikirim')),
                ('returned_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='dikembalikan')),
                ('reason', common.fields.PlainTextField(blank=True, max_length=1000, verbose_name='yang perlu diperbaiki')),
                ('decided_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diputuskan')),
                ('hasil', models.CharField(blank=True, choices=[('diterima', 'Diterima'), ('digabung', 'Digabungkan dengan data yang ada'), ('ditolak', 'Ditolak')], editable=False, max_length=10)),
                ('decided_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('desa', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='wilayah.desa', verbose_name='desa/kelurahan')),
                ('kategori', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='produk.kategori')),
                ('pemilik', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, to='umkm.pemilik')),
                ('returned_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('usaha', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, to='umkm.usaha')),
            ],
            options={
                'verbose_name': 'pendaftaran usaha',
                'verbose_name_plural': 'pendaftaran usaha',
                'ordering': ['-submitted_at', '-id'],
                'default_permissions': ('view', 'change'),
                'indexes': [models.Index(condition=models.Q(('decided_at', None), ('returned_at', None), ('submitted_at__isnull', False)), fields=['submitted_at'], name='pendaftaran_waiting'), models.Index(condition=models.Q(('phone', ''), _negated=True), fields=['phone'], name='pendaftaran_phone')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('returned_at__isnull', True), ('returned_by__isnull', True)), models.Q(('returned_at__isnull', False), ('returned_by__isnull', False)), _connector='OR'), name='pendaftaran_pendaftaran_returned_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True)), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='pendaftaran_pendaftaran_decided_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.UniqueConstraint(condition=models.Q(('nomor', ''), _negated=True), fields=('nomor',), name='pendaftaran_pendaftaran_nomor_once'), models.CheckConstraint(condition=models.Q(models.Q(('nomor', ''), ('submitted_at', None)), models.Q(('submitted_at__isnull', False), models.Q(('nomor', ''), _negated=True)), _connector='OR'), name='pendaftaran_pendaftaran_number_when_sent', violation_error_message='Pendaftaran yang dikirim harus bernomor.'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('hasil', '')), models.Q(('decided_at__isnull', False), models.Q(('hasil', ''), _negated=True)), _connector='OR'), name='pendaftaran_pendaftaran_decided_somehow', violation_error_message='Pendaftaran yang diputuskan harus memiliki hasil.'), models.CheckConstraint(condition=models.Q(('hasil__in', ['', 'ditolak']), models.Q(('pemilik__isnull', False), ('usaha__isnull', False)), _connector='OR'), name='pendaftaran_pendaftaran_accepted_as', violation_error_message='Pendaftaran yang diterima harus menunjuk pemilik dan usahanya.')],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pendaftaran_pendaftaranevent" ("answered", "bidang_usaha", "created_at", "decided_at", "decided_by_id", "desa_id", "hasil", "id", "kategori_id", "key_index", "nomor", "pemilik_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "returned_at", "returned_by_id", "satuan", "status_usaha", "submitted_at", "text_version", "tujuan", "updated_at", "usaha_id") VALUES (NEW."answered", NEW."bidang_usaha", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."desa_id", NEW."hasil", NEW."id", NEW."kategori_id", NEW."key_index", NEW."nomor", NEW."pemilik_id", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."price", NEW."returned_at", NEW."returned_by_id", NEW."satuan", NEW."status_usaha", NEW."submitted_at", NEW."text_version", NEW."tujuan", NEW."updated_at", NEW."usaha_id"); RETURN NULL;', hash='a1fe5b237f796912ec1a31c6b231b518fa0e45e2', operation='INSERT', pgid='pgtrigger_tambah_insert_61946', table='pendaftaran_pendaftaran', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."answered" IS DISTINCT FROM (NEW."answered") OR OLD."bidang_usaha" IS DISTINCT FROM (NEW."bidang_usaha") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."desa_id" IS DISTINCT FROM (NEW."desa_id") OR OLD."hasil" IS DISTINCT FROM (NEW."hasil") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kategori_id" IS DISTINCT FROM (NEW."kategori_id") OR OLD."key_index" IS DISTINCT FROM (NEW."key_index") OR OLD."nomor" IS DISTINCT FROM (NEW."nomor") OR OLD."pemilik_id" IS DISTINCT FROM (NEW."pemilik_id") OR OLD."price" IS DISTINCT FROM (NEW."price") OR OLD."returned_at" IS DISTINCT FROM (NEW."returned_at") OR OLD."returned_by_id" IS DISTINCT FROM (NEW."returned_by_id") OR OLD."satuan" IS DISTINCT FROM (NEW."satuan") OR OLD."status_usaha" IS DISTINCT FROM (NEW."status_usaha") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."text_version" IS DISTINCT FROM (NEW."text_version") OR OLD."tujuan" IS DISTINCT FROM (NEW."tujuan") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."usaha_id" IS DISTINCT FROM (NEW."usaha_id"))', func='INSERT INTO "pendaftaran_pendaftaranevent" ("answered", "bidang_usaha", "created_at", "decided_at", "decided_by_id", "desa_id", "hasil", "id", "kategori_id", "key_index", "nomor", "pemilik_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "returned_at", "returned_by_id", "satuan", "status_usaha", "submitted_at", "text_version", "tujuan", "updated_at", "usaha_id") VALUES (NEW."answered", NEW."bidang_usaha", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."desa_id", NEW."hasil", NEW."id", NEW."kategori_id", NEW."key_index", NEW."nomor", NEW."pemilik_id", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."price", NEW."returned_at", NEW."returned_by_id", NEW."satuan", NEW."status_usaha", NEW."submitted_at", NEW."text_version", NEW."tujuan", NEW."updated_at", NEW."usaha_id"); RETURN NULL;', hash='d07ec2133b12a22da016ca81e7dfee955c34ab79', operation='UPDATE', pgid='pgtrigger_ubah_update_7f4b6', table='pendaftaran_pendaftaran', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pendaftaran_pendaftaranevent" ("answered", "bidang_usaha", "created_at", "decided_at", "decided_by_id", "desa_id", "hasil", "id", "kategori_id", "key_index", "nomor", "pemilik_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "returned_at", "returned_by_id", "satuan", "status_usaha", "submitted_at", "text_version", "tujuan", "updated_at", "usaha_id") VALUES (OLD."answered", OLD."bidang_usaha", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."desa_id", OLD."hasil", OLD."id", OLD."kategori_id", OLD."key_index", OLD."nomor", OLD."pemilik_id", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."price", OLD."returned_at", OLD."returned_by_id", OLD."satuan", OLD."status_usaha", OLD."submitted_at", OLD."text_version", OLD."tujuan", OLD."updated_at", OLD."usaha_id"); RETURN NULL;', hash='6b50029f6dd898ee69197b92f03289ae1a277a07', operation='DELETE', pgid='pgtrigger_hapus_delete_4488d', table='pendaftaran_pendaftaran', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='PendaftaranEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('key_index', models.CharField(editable=False, max_length=64, verbose_name='sidik kunci')),
                ('nomor', models.CharField(blank=True, editable=False, max_length=20, verbose_name='nomor')),
                ('answered', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), blank=True, default=list, editable=False, size=None)),
                ('bidang_usaha', models.CharField(blank=True, choices=[('makanan_minuman', 'Makanan/Minuman'), ('fesyen', 'Fesyen'), ('kerajinan', 'Kerajinan'), ('perdagangan', 'Perdagangan'), ('perikanan_peternakan', 'Perikanan/Peternakan'), ('furnitur', 'Furnitur/Dekorasi rumah'), ('pertanian_perkebunan', 'Pertanian/Perkebunan'), ('jasa', 'Jasa'), ('lainnya', 'Lainnya')], max_length=25)),
                ('status_usaha', models.CharField(blank=True, choices=[('perseorangan', 'Perseorangan'), ('iumk', 'IUMK'), ('ud', 'UD'), ('cv', 'CV'), ('pt_perorangan', 'PT Perorangan'), ('pt', 'PT'), ('kelompok', 'Kelompok/KUB'), ('koperasi', 'Koperasi')], max_length=15)),
                ('price', common.fields.RupiahField(blank=True, null=True, verbose_name='harga')),
                ('satuan', models.CharField(blank=True, choices=[('bungkus', 'bungkus'), ('pcs', 'pcs'), ('kg', 'kg'), ('100 gram', '100 gram'), ('liter', 'liter'), ('botol', 'botol'), ('stoples', 'stoples'), ('ikat', 'ikat'), ('lembar', 'lembar'), ('dus', 'dus'), ('porsi', 'porsi'), ('buah', 'buah'), ('butir', 'butir'), ('ekor', 'ekor'), ('karung', 'karung'), ('kotak', 'kotak'), ('gelas', 'gelas'), ('meter', 'meter'), ('unit', 'unit'), ('jam', 'jam'), ('pasang', 'pasang'), ('set', 'set'), ('orang', 'orang'), ('malam', 'malam'), ('hari', 'hari'), ('paket', 'paket')], max_length=15, verbose_name='harga per')),
                ('tujuan', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('katalog', 'Menampilkan usaha dan produknya di situs'), ('nama', 'Menampilkan nama pemilik'), ('telepon', 'Memakai nomor telepon sebagai tautan WhatsApp'), ('foto', 'Menampilkan foto pemilik atau tempat usaha'), ('lokasi', 'Menampilkan alamat dan titik lokasi usaha')], max_length=10), blank=True, default=list, size=None, verbose_name='persetujuan')),
                ('text_version', models.CharField(blank=True, editable=False, max_length=20, verbose_name='versi naskah persetujuan')),
                ('submitted_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='dikirim')),
                ('returned_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='dikembalikan')),
                ('decided_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diputuskan')),
                ('hasil', models.CharField(blank=True, choices=[('diterima', 'Diterima'), ('digabung', 'Digabungkan dengan data yang ada'), ('ditolak', 'Ditolak')], editable=False, max_length=10)),
                ('decided_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('desa', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='wilayah.desa', verbose_name='desa/kelurahan')),
                ('kategori', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='produk.kategori')),
                ('pemilik', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='umkm.pemilik')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pendaftaran.pendaftaran')),
                ('returned_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('usaha', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='umkm.usaha')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='41b6b5abea3348f75fe44a3d03457e944751d742', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_901a6', table='pendaftaran_pendaftaranevent', when='BEFORE'))],
            },
        ),
    ]

"""Tables of the first release; databases that went there step by step count as having taken this one."""

import common.fields
import common.photos
import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('laporan', '0001_initial_letterhead_and_signatories'), ('laporan', '0002_issued_papers'), ('laporan', '0003_requests_for_approval')]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DokumenTerbit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=10, unique=True, verbose_name='kode verifikasi')),
                ('series', models.CharField(max_length=40, verbose_name='rangkaian nomor')),
                ('tahun', models.PositiveSmallIntegerField(verbose_name='tahun')),
                ('number', models.PositiveIntegerField(verbose_name='nomor urut')),
                ('nomor', models.CharField(max_length=100, verbose_name='nomor')),
                ('subject_key', models.CharField(max_length=300, verbose_name='pokok')),
                ('version', models.PositiveSmallIntegerField(default=1, verbose_name='versi')),
                ('reason', common.fields.PlainCharField(blank=True, max_length=300, verbose_name='alasan perbaikan')),
                ('title', models.CharField(max_length=300, verbose_name='judul')),
                ('subtitle', models.CharField(blank=True, max_length=500, verbose_name='keterangan judul')),
                ('reach', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=13), help_text='Kode kecamatan yang dimuat; kosong berarti seluruh kabupaten.', size=None, verbose_name='wilayah')),
                ('dated_on', models.DateField(verbose_name='tanggal pada surat')),
                ('letterhead', models.JSONField(verbose_name='kop surat')),
                ('signature', models.JSONField(blank=True, null=True, verbose_name='penanda tangan')),
                ('totals', models.JSONField(default=list, verbose_name='jumlah untuk verifikasi')),
                ('pdf', models.BinaryField(verbose_name='berkas PDF')),
                ('sha256', models.CharField(max_length=64)),
                ('issued_at', models.DateTimeField(verbose_name='diterbitkan')),
                ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diterbitkan oleh')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='laporan.dokumenterbit', verbose_name='menggantikan')),
            ],
            options={
                'verbose_name': 'dokumen terbit',
                'verbose_name_plural': 'dokumen terbit',
                'ordering': ['-issued_at', '-id'],
                'permissions': [('approve_laporan', 'Dapat menyetujui laporan untuk diterbitkan'), ('issue_laporan', 'Dapat menerbitkan laporan yang sudah disetujui')],
                'default_permissions': (),
                'indexes': [models.Index(fields=['series', '-issued_at', '-id'], name='laporan_issued_newest')],
                'constraints': [models.UniqueConstraint(fields=('series', 'tahun', 'number'), name='laporan_nomor_given_once', violation_error_message='Nomor ini sudah dipakai dokumen lain.'), models.UniqueConstraint(fields=('subject_key', 'version'), name='laporan_one_paper_about_a_subject', violation_error_message='Dokumen tentang hal yang sama sudah terbit. Terbitkan perbaikannya.'), models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), ('replaces', None), ('version', 1)), models.Q(('replaces__isnull', False), ('version__gt', 1), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='laporan_correction_names_old_and_reason', violation_error_message='Perbaikan harus menyebut dokumen lama dan alasannya.')],
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='21dd446910609cf81cf4683ed622b589edef9227', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4f7a8', table='laporan_dokumenterbit', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='Kop',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('line_1', common.fields.PlainCharField(help_text='Contoh: PEMERINTAH KABUPATEN TOJO UNA-UNA', max_length=120, verbose_name='baris 1')),
                ('line_2', common.fields.PlainCharField(help_text='Contoh: DINAS PERINDUSTRIAN DAN PERDAGANGAN', max_length=120, verbose_name='baris 2')),
                ('address', common.fields.PlainCharField(blank=True, max_length=200, verbose_name='alamat')),
                ('contact', common.fields.PlainCharField(blank=True, max_length=200, verbose_name='telepon, surel, kode pos')),
                ('place', common.fields.PlainCharField(help_text='Contoh: Ampana', max_length=60, verbose_name='tempat tanda tangan')),
                ('logo', common.photos.PhotoField(blank=True, help_text='Lambang daerah; tanpa lambang dipakai tanda netral.', upload_to='kop', verbose_name='lambang')),
                ('paper', models.CharField(choices=[('f4', 'F4/Folio (215 × 330 mm)'), ('a4', 'A4 (210 × 297 mm)')], default='f4', max_length=2, verbose_name='kertas')),
                ('valid_from', models.DateField(verbose_name='berlaku mulai')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='berlaku sampai')),
            ],
            options={
                'verbose_name': 'kop surat',
                'verbose_name_plural': 'kop surat',
                'ordering': ['-valid_from'],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_until', None), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='laporan_kop_dates_in_order', violation_error_message='Tanggal akhir tidak boleh mendahului tanggal mulai.')],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "laporan_kopevent" ("address", "contact", "id", "line_1", "line_2", "logo", "paper", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "valid_from", "valid_until") VALUES (NEW."address", NEW."contact", NEW."id", NEW."line_1", NEW."line_2", NEW."logo", NEW."paper", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."place", NEW."valid_from", NEW."valid_until"); RETURN NULL;', hash='189f1ecaf64deedb39bf11cb22d00b1852fa382c', operation='INSERT', pgid='pgtrigger_tambah_insert_55e84', table='laporan_kop', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "laporan_kopevent" ("address", "contact", "id", "line_1", "line_2", "logo", "paper", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "valid_from", "valid_until") VALUES (NEW."address", NEW."contact", NEW."id", NEW."line_1", NEW."line_2", NEW."logo", NEW."paper", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."place", NEW."valid_from", NEW."valid_until"); RETURN NULL;', hash='c010b2c9f26dbf3688d1ca55e3c772e8ce7d9277', operation='UPDATE', pgid='pgtrigger_ubah_update_c846a', table='laporan_kop', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "laporan_kopevent" ("address", "contact", "id", "line_1", "line_2", "logo", "paper", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "valid_from", "valid_until") VALUES (OLD."address", OLD."contact", OLD."id", OLD."line_1", OLD."line_2", OLD."logo", OLD."paper", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."place", OLD."valid_from", OLD."valid_until"); RETURN NULL;', hash='aed9f27da9f44bbddeb243b9772a804edc714974', operation='DELETE', pgid='pgtrigger_hapus_delete_e3879', table='laporan_kop', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Pejabat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', common.fields.PlainCharField(max_length=200, verbose_name='nama dengan gelar')),
                ('nip', common.fields.IdentifierField(blank=True, help_text='18 angka.', max_length=18, normalise='common.identifiers.normalise_nip', verbose_name='NIP')),
                ('pangkat', common.fields.PlainCharField(blank=True, help_text='Contoh: Pembina Utama Muda, IV/c', max_length=100, verbose_name='pangkat, golongan')),
                ('jabatan', common.fields.PlainCharField(help_text='Contoh: Kepala Dinas Perindustrian dan Perdagangan', max_length=200)),
                ('sebutan', models.CharField(blank=True, choices=[('Plt.', 'Plt. (pelaksana tugas)'), ('Plh.', 'Plh. (pelaksana harian)'), ('a.n.', 'a.n. (atas nama)')], max_length=5, verbose_name='sebutan di depan jabatan')),
                ('peran', models.CharField(choices=[('kepala_dinas', 'Kepala dinas (mengesahkan)'), ('kepala_bidang', 'Kepala bidang (pembuat laporan)')], max_length=15, verbose_name='tanda tangan sebagai')),
                ('valid_from', models.DateField(verbose_name='menjabat mulai')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='menjabat sampai')),
            ],
            options={
                'verbose_name': 'pejabat penanda tangan',
                'verbose_name_plural': 'pejabat penanda tangan',
                'ordering': ['peran', '-valid_from'],
                'permissions': [('view_laporan', 'Dapat membuka dan mencetak laporan')],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_until', None), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='laporan_pejabat_dates_in_order', violation_error_message='Tanggal akhir tidak boleh mendahului tanggal mulai.')],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "laporan_pejabatevent" ("id", "jabatan", "name", "nip", "pangkat", "peran", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sebutan", "valid_from", "valid_until") VALUES (NEW."id", NEW."jabatan", NEW."name", NEW."nip", NEW."pangkat", NEW."peran", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."sebutan", NEW."valid_from", NEW."valid_until"); RETURN NULL;', hash='e2f41e1b81479d24de9055daa33059083190cdbf', operation='INSERT', pgid='pgtrigger_tambah_insert_1186a', table='laporan_pejabat', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "laporan_pejabatevent" ("id", "jabatan", "name", "nip", "pangkat", "peran", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sebutan", "valid_from", "valid_until") VALUES (NEW."id", NEW."jabatan", NEW."name", NEW."nip", NEW."pangkat", NEW."peran", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."sebutan", NEW."valid_from", NEW."valid_until"); RETURN NULL;', hash='bf533e8f6718fb9d7005eea972267102ba083cb2', operation='UPDATE', pgid='pgtrigger_ubah_update_fe75e', table='laporan_pejabat', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "laporan_pejabatevent" ("id", "jabatan", "name", "nip", "pangkat", "peran", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sebutan", "valid_from", "valid_until") VALUES (OLD."id", OLD."jabatan", OLD."name", OLD."nip", OLD."pangkat", OLD."peran", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."sebutan", OLD."valid_from", OLD."valid_until"); RETURN NULL;', hash='2d697917d76b5ab4dd89576cd8f7862157d18afb', operation='DELETE', pgid='pgtrigger_hapus_delete_a35f7', table='laporan_pejabat', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='KopEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('line_1', common.fields.PlainCharField(help_text='Contoh: PEMERINTAH KABUPATEN TOJO UNA-UNA', max_length=120, verbose_name='baris 1')),
                ('line_2', common.fields.PlainCharField(help_text='Contoh: DINAS PERINDUSTRIAN DAN PERDAGANGAN', max_length=120, verbose_name='baris 2')),
                ('address', common.fields.PlainCharField(blank=True, max_length=200, verbose_name='alamat')),
                ('contact', common.fields.PlainCharField(blank=True, max_length=200, verbose_name='telepon, surel, kode pos')),
                ('place', common.fields.PlainCharField(help_text='Contoh: Ampana', max_length=60, verbose_name='tempat tanda tangan')),
                ('logo', common.photos.PhotoField(blank=True, help_text='Lambang daerah; tanpa lambang dipakai tanda netral.', upload_to='kop', verbose_name='lambang')),
                ('paper', models.CharField(choices=[('f4', 'F4/Folio (215 × 330 mm)'), ('a4', 'A4 (210 × 297 mm)')], default='f4', max_length=2, verbose_name='kertas')),
                ('valid_from', models.DateField(verbose_name='berlaku mulai')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='berlaku sampai')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='laporan.kop')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c7568ec7325e9540afc89f7c13da28018bd35ccb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b318d', table='laporan_kopevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='PejabatEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', common.fields.PlainCharField(max_length=200, verbose_name='nama dengan gelar')),
                ('nip', common.fields.IdentifierField(blank=True, help_text='18 angka.', max_length=18, normalise='common.identifiers.normalise_nip', verbose_name='NIP')),
                ('pangkat', common.fields.PlainCharField(blank=True, help_text='Contoh: Pembina Utama Muda, IV/c', max_length=100, verbose_name='pangkat, golongan')),
                ('jabatan', common.fields.PlainCharField(help_text='Contoh: Kepala Dinas Perindustrian dan Perdagangan', max_length=200)),
                ('sebutan', models.CharField(blank=True, choices=[('Plt.', 'Plt. (pelaksana tugas)'), ('Plh.', 'Plh. (pelaksana harian)'), ('a.n.', 'a.n. (atas nama)')], max_length=5, verbose_name='sebutan di depan jabatan')),
                ('peran', models.CharField(choices=[('kepala_dinas', 'Kepala dinas (mengesahkan)'), ('kepala_bidang', 'Kepala bidang (pembuat laporan)')], max_length=15, verbose_name='tanda tangan sebagai')),
                ('valid_from', models.DateField(verbose_name='menjabat mulai')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='menjabat sampai')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='laporan.pejabat')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='dc5e83b54c6f59eaa96530ea0df79f42e9433c0a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9eecf', table='laporan_pejabatevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='PersetujuanTerbit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=40, verbose_name='laporan')),
                ('query', models.CharField(blank=True, max_length=1000, verbose_name='saringan')),
                ('reach', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=13), help_text='Kode kecamatan yang dimuat; kosong berarti seluruh kabupaten.', size=None, verbose_name='wilayah')),
                ('subject_key', models.CharField(max_length=300, verbose_name='pokok')),
                ('digest', models.CharField(max_length=64, verbose_name='sidik isi')),
                ('title', models.CharField(max_length=300, verbose_name='judul')),
                ('subtitle', models.CharField(blank=True, max_length=500, verbose_name='keterangan judul')),
                ('reason', common.fields.PlainCharField(blank=True, max_length=300, verbose_name='alasan perbaikan')),
                ('approved_at', models.DateTimeField(auto_now_add=True, verbose_name='disetujui')),
                ('approved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='disetujui oleh')),
                ('replaces', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='laporan.dokumenterbit', verbose_name='menggantikan')),
            ],
            options={
                'verbose_name': 'persetujuan terbit',
                'verbose_name_plural': 'persetujuan terbit',
                'ordering': ['-approved_at', '-id'],
                'default_permissions': (),
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='add76e54c7c611f75ec0425eda4168d9898437e6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_16a02', table='laporan_persetujuanterbit', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='UsulanTerbit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=40, verbose_name='laporan')),
                ('query', models.CharField(blank=True, max_length=1000, verbose_name='saringan')),
                ('reach', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=13), help_text='Kode kecamatan yang dimuat; kosong berarti seluruh kabupaten.', size=None, verbose_name='wilayah')),
                ('title', models.CharField(max_length=300, verbose_name='judul')),
                ('subtitle', models.CharField(blank=True, max_length=500, verbose_name='keterangan judul')),
                ('proposed_at', models.DateTimeField(auto_now_add=True, verbose_name='diusulkan')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='ditutup')),
                ('closed_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diusulkan oleh')),
                ('replaces', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='laporan.dokumenterbit', verbose_name='menggantikan')),
            ],
            options={
                'verbose_name': 'usulan terbit',
                'verbose_name_plural': 'usulan terbit',
                'ordering': ['proposed_at', 'id'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('closed_by__isnull', True)), models.Q(('closed_at__isnull', False), ('closed_by__isnull', False)), _connector='OR'), name='laporan_usulanterbit_closed_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('slug', 'query', 'reach', 'replaces'), name='laporan_usulanterbit_once', nulls_distinct=False, violation_error_message='Laporan ini sudah menunggu persetujuan.')],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "laporan_usulanterbitevent" ("closed_at", "closed_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "query", "reach", "replaces_id", "slug", "subtitle", "title") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."id", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."query", NEW."reach", NEW."replaces_id", NEW."slug", NEW."subtitle", NEW."title"); RETURN NULL;', hash='8d31d32e18fe2932baf34ba17eaaa5be86ee2b7b', operation='INSERT', pgid='pgtrigger_tambah_insert_1fb6c', table='laporan_usulanterbit', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "laporan_usulanterbitevent" ("closed_at", "closed_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "query", "reach", "replaces_id", "slug", "subtitle", "title") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."id", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."query", NEW."reach", NEW."replaces_id", NEW."slug", NEW."subtitle", NEW."title"); RETURN NULL;', hash='e61829c8a264d3c067e68bba74cb528ee3cdc312', operation='UPDATE', pgid='pgtrigger_ubah_update_0da03', table='laporan_usulanterbit', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "laporan_usulanterbitevent" ("closed_at", "closed_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "query", "reach", "replaces_id", "slug", "subtitle", "title") VALUES (OLD."closed_at", OLD."closed_by_id", OLD."id", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."proposed_at", OLD."proposed_by_id", OLD."query", OLD."reach", OLD."replaces_id", OLD."slug", OLD."subtitle", OLD."title"); RETURN NULL;', hash='79840b44a9b417b5a13a5d0297550a0f9d270e1f', operation='DELETE', pgid='pgtrigger_hapus_delete_cbd7a', table='laporan_usulanterbit', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='UsulanTerbitEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('slug', models.SlugField(db_index=False, max_length=40, verbose_name='laporan')),
                ('query', models.CharField(blank=True, max_length=1000, verbose_name='saringan')),
                ('reach', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=13), help_text='Kode kecamatan yang dimuat; kosong berarti seluruh kabupaten.', size=None, verbose_name='wilayah')),
                ('title', models.CharField(max_length=300, verbose_name='judul')),
                ('subtitle', models.CharField(blank=True, max_length=500, verbose_name='keterangan judul')),
                ('proposed_at', models.DateTimeField(auto_now_add=True, verbose_name='diusulkan')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='ditutup')),
                ('closed_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='laporan.usulanterbit')),
                ('proposed_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diusulkan oleh')),
                ('replaces', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='laporan.dokumenterbit', verbose_name='menggantikan')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f9e62fdf49ac9d3e5becd816e12107bc1b644794', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_516db', table='laporan_usulanterbitevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='LaporanTerbit',
            fields=[
                ('dokumen', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, serialize=False, to='laporan.dokumenterbit')),
                ('slug', models.SlugField(max_length=40, verbose_name='laporan')),
                ('query', models.CharField(blank=True, max_length=1000, verbose_name='saringan')),
                ('period', models.JSONField(verbose_name='periode')),
                ('scope', models.JSONField(verbose_name='cakupan')),
                ('content', models.JSONField(verbose_name='isi')),
                ('persetujuan', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='laporan.persetujuanterbit')),
            ],
            options={
                'verbose_name': 'laporan terbit',
                'verbose_name_plural': 'laporan terbit',
                'default_permissions': (),
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e3fe35a67b2e7c17ae56bac19da580b341ea6c5f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_34a08', table='laporan_laporanterbit', when='BEFORE'))],
            },
        ),
    ]

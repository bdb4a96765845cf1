"""What kinds ask for at their finish beside a paper, and its values."""

import common.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('fasilitasi', '0002_number_for_each_unit'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='IsianHasil',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', common.fields.PlainCharField(max_length=120, verbose_name='nama')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='urutan')),
                ('isian', models.CharField(choices=[('teks', 'Tulisan'), ('angka', 'Bilangan'), ('rupiah', 'Rupiah'), ('tanggal', 'Tanggal'), ('pilihan', 'Pilihan')], default='teks', max_length=10, verbose_name='ditulis sebagai')),
                ('pilihan', common.fields.PlainCharField(blank=True, help_text='Hanya untuk isian pilihan, dipisahkan titik koma: Layak; Perlu perbaikan.', max_length=300)),
                ('is_required', models.BooleanField(default=False, verbose_name='wajib')),
                ('is_personal', models.BooleanField(default=False, help_text='Misalnya jumlah pinjaman atau omzet seseorang: tampil hanya bagi yang berhak.', verbose_name='data pribadi')),
                ('is_active', models.BooleanField(default=True, verbose_name='diminta')),
                ('jenis', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='fasilitasi.jenisfasilitasi')),
            ],
            options={
                'verbose_name': 'isian hasil',
                'verbose_name_plural': 'isian hasil',
                'ordering': ['jenis', 'position', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='IsianHasilEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', common.fields.PlainCharField(max_length=120, verbose_name='nama')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='urutan')),
                ('isian', models.CharField(choices=[('teks', 'Tulisan'), ('angka', 'Bilangan'), ('rupiah', 'Rupiah'), ('tanggal', 'Tanggal'), ('pilihan', 'Pilihan')], default='teks', max_length=10, verbose_name='ditulis sebagai')),
                ('pilihan', common.fields.PlainCharField(blank=True, help_text='Hanya untuk isian pilihan, dipisahkan titik koma: Layak; Perlu perbaikan.', max_length=300)),
                ('is_required', models.BooleanField(default=False, verbose_name='wajib')),
                ('is_personal', models.BooleanField(default=False, help_text='Misalnya jumlah pinjaman atau omzet seseorang: tampil hanya bagi yang berhak.', verbose_name='data pribadi')),
                ('is_active', models.BooleanField(default=True, verbose_name='diminta')),
                ('jenis', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='fasilitasi.jenisfasilitasi')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='fasilitasi.isianhasil')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NilaiHasil',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', common.fields.PlainCharField(blank=True, max_length=300, verbose_name='tulisan')),
                ('number', models.DecimalField(blank=True, decimal_places=2, max_digits=17, null=True, verbose_name='bilangan')),
                ('dated_on', models.DateField(blank=True, null=True, verbose_name='tanggal')),
                ('fasilitasi', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='fasilitasi.fasilitasi')),
                ('isian', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='fasilitasi.isianhasil')),
            ],
            options={
                'verbose_name': 'nilai hasil',
                'verbose_name_plural': 'nilai hasil',
                'ordering': ['fasilitasi', 'isian__position', 'id'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='NilaiHasilEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('text', common.fields.PlainCharField(blank=True, max_length=300, verbose_name='tulisan')),
                ('number', models.DecimalField(blank=True, decimal_places=2, max_digits=17, null=True, verbose_name='bilangan')),
                ('dated_on', models.DateField(blank=True, null=True, verbose_name='tanggal')),
                ('fasilitasi', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='fasilitasi.fasilitasi')),
                ('isian', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='fasilitasi.isianhasil')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='fasilitasi.nilaihasil')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='isianhasil',
            constraint=models.UniqueConstraint(fields=('jenis', 'name'), name='fasilitasi_isianhasil_once', violation_error_message='Isian ini sudah diminta pada jenis yang sama.'),
        ),
        migrations.AddConstraint(
            model_name='isianhasil',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('isian', 'pilihan'), models.Q(('pilihan', ''), _negated=True)), models.Q(models.Q(('isian', 'pilihan'), _negated=True), ('pilihan', '')), _connector='OR'), name='fasilitasi_isianhasil_choices_of_a_choice', violation_error_message='Isian pilihan memerlukan pilihannya; isian lain tidak.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='isianhasil',
            trigger=pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "fasilitasi_isianhasilevent" ("id", "is_active", "is_personal", "is_required", "isian", "jenis_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilihan", "position") VALUES (NEW."id", NEW."is_active", NEW."is_personal", NEW."is_required", NEW."isian", NEW."jenis_id", NEW."name", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."pilihan", NEW."position"); RETURN NULL;', hash='b4844dbcef686444649532e80b92c5054d637ccf', operation='INSERT', pgid='pgtrigger_tambah_insert_52cfa', table='fasilitasi_isianhasil', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='isianhasil',
            trigger=pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "fasilitasi_isianhasilevent" ("id", "is_active", "is_personal", "is_required", "isian", "jenis_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilihan", "position") VALUES (NEW."id", NEW."is_active", NEW."is_personal", NEW."is_required", NEW."isian", NEW."jenis_id", NEW."name", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."pilihan", NEW."position"); RETURN NULL;', hash='70509bcce21fbc02a194107456748b1bf9888354', operation='UPDATE', pgid='pgtrigger_ubah_update_f1351', table='fasilitasi_isianhasil', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='isianhasil',
            trigger=pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "fasilitasi_isianhasilevent" ("id", "is_active", "is_personal", "is_required", "isian", "jenis_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilihan", "position") VALUES (OLD."id", OLD."is_active", OLD."is_personal", OLD."is_required", OLD."isian", OLD."jenis_id", OLD."name", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."pilihan", OLD."position"); RETURN NULL;', hash='61862a97f3c7f77829f7e47457f3efd1e96f0f00', operation='DELETE', pgid='pgtrigger_hapus_delete_d0586', table='fasilitasi_isianhasil', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='isianhasilevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='57a99669f6bdcc258d890077d64eab2b3b5909fa', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3f1fb', table='fasilitasi_isianhasilevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='nilaihasil',
            constraint=models.UniqueConstraint(fields=('fasilitasi', 'isian'), name='fasilitasi_nilaihasil_once', violation_error_message='Nilai ini sudah tercatat untuk fasilitasi yang sama.'),
        ),
        migrations.AddConstraint(
            model_name='nilaihasil',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('text', ''), _negated=True), ('dated_on', None), ('number', None)), models.Q(('dated_on', None), ('number__isnull', False), ('text', '')), models.Q(('dated_on__isnull', False), ('number', None), ('text', '')), _connector='OR'), name='fasilitasi_nilaihasil_one_value', violation_error_message='Isi satu nilai: tulisan, bilangan, atau tanggal.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='nilaihasil',
            trigger=pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "fasilitasi_nilaihasilevent" ("dated_on", "fasilitasi_id", "id", "isian_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."dated_on", new_values."fasilitasi_id", new_values."id", new_values."isian_id", new_values."number", _pgh_attached_context.value, NOW(), \'tambah\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='dfbf0af272071cb1614c256b57902dc66b13c4e2', level='STATEMENT', operation='INSERT', pgid='pgtrigger_tambah_insert_08758', referencing='REFERENCING NEW TABLE AS new_values ', table='fasilitasi_nilaihasil', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='nilaihasil',
            trigger=pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "fasilitasi_nilaihasilevent" ("dated_on", "fasilitasi_id", "id", "isian_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."dated_on", new_values."fasilitasi_id", new_values."id", new_values."isian_id", new_values."number", _pgh_attached_context.value, NOW(), \'ubah\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ca2402ae35b30ef346cdb0a8e8791671a66c6839', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_ubah_update_ad7f0', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='fasilitasi_nilaihasil', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='nilaihasil',
            trigger=pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "fasilitasi_nilaihasilevent" ("dated_on", "fasilitasi_id", "id", "isian_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT old_values."dated_on", old_values."fasilitasi_id", old_values."id", old_values."isian_id", old_values."number", _pgh_attached_context.value, NOW(), \'hapus\', old_values."id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='dd737f4348c76b9d260b81a4222d1da8cf8ca83b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_hapus_delete_840f0', referencing='REFERENCING OLD TABLE AS old_values ', table='fasilitasi_nilaihasil', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='nilaihasilevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5e85c195d72fe9d8ddfd9b3d927ce756eb375953', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_31cc4', table='fasilitasi_nilaihasilevent', when='BEFORE')),
        ),
    ]

"""Kinds that number each plot, product or brand of a case, and the further certificates of such a case."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


def number_each_unit(apps, schema_editor):
    """As these papers are issued; kinds of the office's own stay as they were made."""
    apps.get_model('fasilitasi', 'JenisFasilitasi').objects.filter(
        sertifikat__in=['shat', 'pirt', 'bpom', 'merek'], satuan__in=['bidang', 'produk', 'merek']
    ).update(nomor_per_satuan=True)


class Migration(migrations.Migration):

    dependencies = [
        ('fasilitasi', '0001_kinds_and_cases'),
        ('legalitas', '0001_certificates'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='FasilitasiSertifikatEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='fasilitasi',
            name='sertifikat_lain',
            field=models.ManyToManyField(blank=True, editable=False, related_name='fasilitasi_lain_set', to='legalitas.sertifikat', verbose_name='sertifikat satuan lainnya'),
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='jenisfasilitasi',
            name='tambah_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='jenisfasilitasi',
            name='ubah_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='jenisfasilitasi',
            name='hapus_delete',
        ),
        migrations.AddField(
            model_name='jenisfasilitasi',
            name='nomor_per_satuan',
            field=models.BooleanField(default=False, help_text='Misalnya satu sertipikat untuk setiap bidang, atau satu P-IRT untuk setiap produk.', verbose_name='tiap satuan bernomor sendiri'),
        ),
        migrations.AddField(
            model_name='jenisfasilitasievent',
            name='nomor_per_satuan',
            field=models.BooleanField(default=False, help_text='Misalnya satu sertipikat untuk setiap bidang, atau satu P-IRT untuk setiap produk.', verbose_name='tiap satuan bernomor sendiri'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jenisfasilitasi',
            trigger=pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "fasilitasi_jenisfasilitasievent" ("batas_ulang", "berlaku_tahun", "id", "is_active", "name", "nomor_per_satuan", "omzet_terbanyak", "penerbit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "satuan", "sertifikat", "slug", "tolak_aparatur", "untuk", "usual_days") VALUES (NEW."batas_ulang", NEW."berlaku_tahun", NEW."id", NEW."is_active", NEW."name", NEW."nomor_per_satuan", NEW."omzet_terbanyak", NEW."penerbit", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."position", NEW."satuan", NEW."sertifikat", NEW."slug", NEW."tolak_aparatur", NEW."untuk", NEW."usual_days"); RETURN NULL;', hash='4d1b1188867fd81b60bd5581cb0cf9c351e87e8d', operation='INSERT', pgid='pgtrigger_tambah_insert_a0b6a', table='fasilitasi_jenisfasilitasi', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jenisfasilitasi',
            trigger=pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "fasilitasi_jenisfasilitasievent" ("batas_ulang", "berlaku_tahun", "id", "is_active", "name", "nomor_per_satuan", "omzet_terbanyak", "penerbit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "satuan", "sertifikat", "slug", "tolak_aparatur", "untuk", "usual_days") VALUES (NEW."batas_ulang", NEW."berlaku_tahun", NEW."id", NEW."is_active", NEW."name", NEW."nomor_per_satuan", NEW."omzet_terbanyak", NEW."penerbit", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."position", NEW."satuan", NEW."sertifikat", NEW."slug", NEW."tolak_aparatur", NEW."untuk", NEW."usual_days"); RETURN NULL;', hash='d2a4e4cf90644126772ec599a45b5f36b6507367', operation='UPDATE', pgid='pgtrigger_ubah_update_b7797', table='fasilitasi_jenisfasilitasi', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jenisfasilitasi',
            trigger=pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "fasilitasi_jenisfasilitasievent" ("batas_ulang", "berlaku_tahun", "id", "is_active", "name", "nomor_per_satuan", "omzet_terbanyak", "penerbit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "satuan", "sertifikat", "slug", "tolak_aparatur", "untuk", "usual_days") VALUES (OLD."batas_ulang", OLD."berlaku_tahun", OLD."id", OLD."is_active", OLD."name", OLD."nomor_per_satuan", OLD."omzet_terbanyak", OLD."penerbit", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."position", OLD."satuan", OLD."sertifikat", OLD."slug", OLD."tolak_aparatur", OLD."untuk", OLD."usual_days"); RETURN NULL;', hash='174a0ff37b96f7f4dbcaf49815197d10e8c4c74e', operation='DELETE', pgid='pgtrigger_hapus_delete_e3783', table='fasilitasi_jenisfasilitasi', when='AFTER')),
        ),
        migrations.AddField(
            model_name='fasilitasisertifikatevent',
            name='fasilitasi',
            field=models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='fasilitasi.fasilitasi'),
        ),
        migrations.AddField(
            model_name='fasilitasisertifikatevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='fasilitasisertifikatevent',
            name='sertifikat',
            field=models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='legalitas.sertifikat'),
        ),
        migrations.CreateModel(
            name='FasilitasiSertifikat',
            fields=[
            ],
            options={
                'proxy': True,
                'default_permissions': (),
                'indexes': [],
                'constraints': [],
            },
            bases=('fasilitasi.fasilitasi_sertifikat_lain',),
        ),
        migrations.AddField(
            model_name='fasilitasisertifikatevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='fasilitasi.fasilitasisertifikat'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fasilitasisertifikat',
            trigger=pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "fasilitasi_fasilitasisertifikatevent" ("fasilitasi_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sertifikat_id") SELECT new_values."fasilitasi_id", new_values."id", _pgh_attached_context.value, NOW(), \'tambah\', new_values."id", new_values."sertifikat_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1efb4c0233f8333364a3c44ef120c12919e0e264', level='STATEMENT', operation='INSERT', pgid='pgtrigger_tambah_insert_a0b30', referencing='REFERENCING NEW TABLE AS new_values ', table='fasilitasi_fasilitasi_sertifikat_lain', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fasilitasisertifikat',
            trigger=pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "fasilitasi_fasilitasisertifikatevent" ("fasilitasi_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sertifikat_id") SELECT new_values."fasilitasi_id", new_values."id", _pgh_attached_context.value, NOW(), \'ubah\', new_values."id", new_values."sertifikat_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b863d70167944050edfa08c4118e8b33b95e02c4', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_ubah_update_e459e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='fasilitasi_fasilitasi_sertifikat_lain', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fasilitasisertifikat',
            trigger=pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "fasilitasi_fasilitasisertifikatevent" ("fasilitasi_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sertifikat_id") SELECT old_values."fasilitasi_id", old_values."id", _pgh_attached_context.value, NOW(), \'hapus\', old_values."id", old_values."sertifikat_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f36300b6e9d2a4dbb11876709bcf98b2c0e2b2c2', level='STATEMENT', operation='DELETE', pgid='pgtrigger_hapus_delete_da964', referencing='REFERENCING OLD TABLE AS old_values ', table='fasilitasi_fasilitasi_sertifikat_lain', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fasilitasisertifikatevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7ee9f636c7036d057d6d31fec30f29b894ca70f7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ba9b5', table='fasilitasi_fasilitasisertifikatevent', when='BEFORE')),
        ),
        migrations.RunPython(number_each_unit, migrations.RunPython.noop),
    ]

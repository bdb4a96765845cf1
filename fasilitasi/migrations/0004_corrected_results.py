"""A step may say what of a result was put right."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('fasilitasi', '0003_results_of_kinds'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='langkahfasilitasi',
            name='tambah_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='langkahfasilitasi',
            name='ubah_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='langkahfasilitasi',
            name='hapus_delete',
        ),
        migrations.AddField(
            model_name='langkahfasilitasi',
            name='is_correction',
            field=models.BooleanField(default=False, editable=False, verbose_name='perbaikan hasil'),
        ),
        migrations.AddField(
            model_name='langkahfasilitasievent',
            name='is_correction',
            field=models.BooleanField(default=False, editable=False, verbose_name='perbaikan hasil'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='langkahfasilitasi',
            trigger=pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "fasilitasi_langkahfasilitasievent" ("fasilitasi_id", "happened_on", "id", "is_correction", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "status", "tahap_id") SELECT new_values."fasilitasi_id", new_values."happened_on", new_values."id", new_values."is_correction", new_values."notes", _pgh_attached_context.value, NOW(), \'tambah\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."status", new_values."tahap_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4fe5cf09cd5792a8d43eea044bbae9b1ff6b5b68', level='STATEMENT', operation='INSERT', pgid='pgtrigger_tambah_insert_01f34', referencing='REFERENCING NEW TABLE AS new_values ', table='fasilitasi_langkahfasilitasi', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='langkahfasilitasi',
            trigger=pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "fasilitasi_langkahfasilitasievent" ("fasilitasi_id", "happened_on", "id", "is_correction", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "status", "tahap_id") SELECT new_values."fasilitasi_id", new_values."happened_on", new_values."id", new_values."is_correction", new_values."notes", _pgh_attached_context.value, NOW(), \'ubah\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."status", new_values."tahap_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='fbc606cb13179da1bcd258864e0ecf3b56a7e25f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_ubah_update_346f0', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='fasilitasi_langkahfasilitasi', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='langkahfasilitasi',
            trigger=pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "fasilitasi_langkahfasilitasievent" ("fasilitasi_id", "happened_on", "id", "is_correction", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "status", "tahap_id") SELECT old_values."fasilitasi_id", old_values."happened_on", old_values."id", old_values."is_correction", old_values."notes", _pgh_attached_context.value, NOW(), \'hapus\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."status", old_values."tahap_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='fa68985c23ca07eaf27c900ed732b2466dc9a64f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_hapus_delete_c07d7', referencing='REFERENCING OLD TABLE AS old_values ', table='fasilitasi_langkahfasilitasi', when='AFTER')),
        ),
    ]

"""Where a product stands on its seller's page."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('koperasi', '0002_names_by_sound'),
        ('produk', '0002_search_statistics'),
        ('umkm', '0003_names_by_sound'),
        ('wilayah', '0001_regions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='produk',
            name='tambah_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='produk',
            name='ubah_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='produk',
            name='hapus_delete',
        ),
        migrations.RemoveIndex(
            model_name='produk',
            name='produk_by_usaha_listed',
        ),
        migrations.RemoveIndex(
            model_name='produk',
            name='produk_by_koperasi_listed',
        ),
        migrations.AddField(
            model_name='produk',
            name='position',
            field=models.IntegerField(db_default=0, default=0, editable=False, verbose_name='urutan di halaman penjual'),
        ),
        migrations.AddField(
            model_name='produkevent',
            name='position',
            field=models.IntegerField(db_default=0, default=0, editable=False, verbose_name='urutan di halaman penjual'),
        ),
        migrations.AddIndex(
            model_name='produk',
            index=models.Index(condition=models.Q(('is_listed', True), ('usaha__isnull', False)), fields=['usaha', '-position', '-published_at', '-id'], name='produk_by_usaha_listed'),
        ),
        migrations.AddIndex(
            model_name='produk',
            index=models.Index(condition=models.Q(('is_listed', True), ('koperasi__isnull', False)), fields=['koperasi', '-position', '-published_at', '-id'], name='produk_by_koperasi_listed'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='produk',
            trigger=pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "produk_produkevent" ("archived_at", "archived_by_id", "created_at", "description", "id", "is_available", "is_draft", "kategori_id", "koperasi_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "price", "published_at", "published_by_id", "refreshed_on", "satuan", "slug", "updated_at", "usaha_id", "verified_at", "verified_by_id") SELECT new_values."archived_at", new_values."archived_by_id", new_values."created_at", new_values."description", new_values."id", new_values."is_available", new_values."is_draft", new_values."kategori_id", new_values."koperasi_id", new_values."name", _pgh_attached_context.value, NOW(), \'tambah\', new_values."id", new_values."position", new_values."price", new_values."published_at", new_values."published_by_id", new_values."refreshed_on", new_values."satuan", new_values."slug", new_values."updated_at", new_values."usaha_id", new_values."verified_at", new_values."verified_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='de9e343fd25c0ef1a270b1a704d17bee77dcf714', level='STATEMENT', operation='INSERT', pgid='pgtrigger_tambah_insert_2aa56', referencing='REFERENCING NEW TABLE AS new_values ', table='produk_produk', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='produk',
            trigger=pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "produk_produkevent" ("archived_at", "archived_by_id", "created_at", "description", "id", "is_available", "is_draft", "kategori_id", "koperasi_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "price", "published_at", "published_by_id", "refreshed_on", "satuan", "slug", "updated_at", "usaha_id", "verified_at", "verified_by_id") SELECT new_values."archived_at", new_values."archived_by_id", new_values."created_at", new_values."description", new_values."id", new_values."is_available", new_values."is_draft", new_values."kategori_id", new_values."koperasi_id", new_values."name", _pgh_attached_context.value, NOW(), \'ubah\', new_values."id", new_values."position", new_values."price", new_values."published_at", new_values."published_by_id", new_values."refreshed_on", new_values."satuan", new_values."slug", new_values."updated_at", new_values."usaha_id", new_values."verified_at", new_values."verified_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."archived_at" IS DISTINCT FROM (new_values."archived_at") OR old_values."archived_by_id" IS DISTINCT FROM (new_values."archived_by_id") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."description" IS DISTINCT FROM (new_values."description") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_available" IS DISTINCT FROM (new_values."is_available") OR old_values."is_draft" IS DISTINCT FROM (new_values."is_draft") OR old_values."kategori_id" IS DISTINCT FROM (new_values."kategori_id") OR old_values."koperasi_id" IS DISTINCT FROM (new_values."koperasi_id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."position" IS DISTINCT FROM (new_values."position") OR old_values."price" IS DISTINCT FROM (new_values."price") OR old_values."published_at" IS DISTINCT FROM (new_values."published_at") OR old_values."published_by_id" IS DISTINCT FROM (new_values."published_by_id") OR old_values."refreshed_on" IS DISTINCT FROM (new_values."refreshed_on") OR old_values."satuan" IS DISTINCT FROM (new_values."satuan") OR old_values."slug" IS DISTINCT FROM (new_values."slug") OR old_values."updated_at" IS DISTINCT FROM (new_values."updated_at") OR old_values."usaha_id" IS DISTINCT FROM (new_values."usaha_id") OR old_values."verified_at" IS DISTINCT FROM (new_values."verified_at") OR old_values."verified_by_id" IS DISTINCT FROM (new_values."verified_by_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4f56a33dda4f72ae69aa8c3e698a897488f78206', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_ubah_update_f3ad4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='produk_produk', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='produk',
            trigger=pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "produk_produkevent" ("archived_at", "archived_by_id", "created_at", "description", "id", "is_available", "is_draft", "kategori_id", "koperasi_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "price", "published_at", "published_by_id", "refreshed_on", "satuan", "slug", "updated_at", "usaha_id", "verified_at", "verified_by_id") SELECT old_values."archived_at", old_values."archived_by_id", old_values."created_at", old_values."description", old_values."id", old_values."is_available", old_values."is_draft", old_values."kategori_id", old_values."koperasi_id", old_values."name", _pgh_attached_context.value, NOW(), \'hapus\', old_values."id", old_values."position", old_values."price", old_values."published_at", old_values."published_by_id", old_values."refreshed_on", old_values."satuan", old_values."slug", old_values."updated_at", old_values."usaha_id", old_values."verified_at", old_values."verified_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f3a3d464c67ad13ad0a6653a57fe104e0c26a8a7', level='STATEMENT', operation='DELETE', pgid='pgtrigger_hapus_delete_8052b', referencing='REFERENCING OLD TABLE AS old_values ', table='produk_produk', when='AFTER')),
        ),
    ]

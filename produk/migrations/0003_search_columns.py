"""Columns by which products are found, kept by the database."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# How many rows a search will find decides which index serves it.
STATISTICS = """
    ALTER TABLE produk_produk
        ALTER COLUMN search_name SET STATISTICS {0}, ALTER COLUMN search_document SET STATISTICS {0};
"""


class Migration(migrations.Migration):

    dependencies = [
        ('koperasi', '0001_initial_records'),
        ('produk', '0002_search_words'),
        ('umkm', '0001_initial_records'),
        ('wilayah', '0001_initial_wilayah'),
    ]

    operations = [
        migrations.CreateModel(
            name='SellingDesa',
            fields=[
            ],
            options={
                'proxy': True,
                'default_permissions': (),
                'indexes': [],
                'constraints': [],
            },
            bases=('wilayah.desa',),
        ),
        migrations.CreateModel(
            name='SellingKecamatan',
            fields=[
            ],
            options={
                'proxy': True,
                'default_permissions': (),
                'indexes': [],
                'constraints': [],
            },
            bases=('wilayah.kecamatan',),
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='sellingkoperasi',
            name='relist_products',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='sellingusaha',
            name='relist_products',
        ),
        migrations.AddField(
            model_name='produk',
            name='kecamatan',
            field=models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, to='wilayah.kecamatan'),
        ),
        migrations.AddField(
            model_name='produk',
            name='search_document',
            field=django.contrib.postgres.search.SearchVectorField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='produk',
            name='search_name',
            field=django.contrib.postgres.search.SearchVectorField(editable=False, null=True),
        ),
        migrations.RunSQL(STATISTICS.format(1000), STATISTICS.format(-1)),
        migrations.AddIndex(
            model_name='produk',
            index=models.Index(condition=models.Q(('is_listed', True)), fields=['kecamatan', '-published_at', '-id'], name='produk_by_kecamatan_listed'),
        ),
        migrations.AddIndex(
            model_name='produk',
            index=django.contrib.postgres.indexes.GinIndex(condition=models.Q(('is_listed', True)), fastupdate=False, fields=['search_name'], name='produk_search_name_listed'),
        ),
        migrations.AddIndex(
            model_name='produk',
            index=django.contrib.postgres.indexes.GinIndex(condition=models.Q(('is_listed', True)), fastupdate=False, fields=['search_document'], name='produk_search_document_listed'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kategori',
            trigger=pgtrigger.compiler.Trigger(name='touch_products', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."name" IS DISTINCT FROM (NEW."name"))', func='UPDATE produk_produk SET is_listed = is_listed WHERE kategori_id = NEW.id; RETURN NULL;', hash='5d411728f10d889f679104ae724b35c4cfd9c6a4', operation='UPDATE', pgid='pgtrigger_touch_products_07f8b', table='produk_kategori', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='produk',
            trigger=pgtrigger.compiler.Trigger(name='keep_search', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE category_and_seller text; place text;', func="\n    SELECT concat_ws(' ', kategori.name, usaha.name, koperasi.name), concat_ws(' ', desa.name, kecamatan.name),\n        kecamatan.id\n    INTO category_and_seller, place, NEW.kecamatan_id\n    FROM (SELECT 1) AS one \n    LEFT JOIN produk_kategori AS kategori ON kategori.id = NEW.kategori_id\n    LEFT JOIN umkm_usaha AS usaha ON usaha.id = NEW.usaha_id\n    LEFT JOIN koperasi_koperasi AS koperasi ON koperasi.id = NEW.koperasi_id\n    LEFT JOIN wilayah_desa AS desa ON desa.id = coalesce(usaha.desa_id, koperasi.desa_id)\n    LEFT JOIN wilayah_kecamatan AS kecamatan ON kecamatan.id = desa.kecamatan_id\n;\n    NEW.search_name := to_tsvector('idn', NEW.name);\n    NEW.search_document := setweight(NEW.search_name, 'A')\n        || setweight(to_tsvector('idn', category_and_seller), 'B')\n        || setweight(to_tsvector('idn', place), 'C')\n        || setweight(to_tsvector('idn', NEW.description), 'D');\n    IF NEW.is_listed THEN\n        INSERT INTO produk_word (word, documents)\n        SELECT found.lexeme, 1\n        FROM unnest(to_tsvector('simple', unaccent(\n            concat_ws(' ', NEW.name, category_and_seller, place, NEW.description)\n        ))) AS found\n        WHERE found.lexeme ~ '^[a-z]{3,30}$'\n            AND NOT EXISTS (SELECT 1 FROM produk_word AS known WHERE known.word = found.lexeme);\n    END IF;\n    RETURN NEW;\n", hash='7c5f9d1282813c466afda43be5b4e8c526bc5e80', operation='INSERT OR UPDATE', pgid='pgtrigger_keep_search_ab2a9', table='produk_produk', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sellingkoperasi',
            trigger=pgtrigger.compiler.Trigger(name='touch_products', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."is_listed" IS DISTINCT FROM (NEW."is_listed") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."desa_id" IS DISTINCT FROM (NEW."desa_id"))', func='UPDATE produk_produk SET is_listed = is_listed WHERE koperasi_id = NEW.id; RETURN NULL;', hash='20d8edbaa768c2691c12205d45a9a7606d30ecf2', operation='UPDATE', pgid='pgtrigger_touch_products_4570c', table='koperasi_koperasi', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sellingusaha',
            trigger=pgtrigger.compiler.Trigger(name='touch_products', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."is_listed" IS DISTINCT FROM (NEW."is_listed") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."desa_id" IS DISTINCT FROM (NEW."desa_id"))', func='UPDATE produk_produk SET is_listed = is_listed WHERE usaha_id = NEW.id; RETURN NULL;', hash='69712ed96aa51fe35d5def6ae306d53b2e654a33', operation='UPDATE', pgid='pgtrigger_touch_products_7ed48', table='umkm_usaha', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sellingdesa',
            trigger=pgtrigger.compiler.Trigger(name='touch_products', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."kecamatan_id" IS DISTINCT FROM (NEW."kecamatan_id"))', func='UPDATE produk_produk SET is_listed = is_listed WHERE \n    usaha_id IN (SELECT seller.id FROM umkm_usaha AS seller WHERE seller.desa_id = NEW.id)\n    OR koperasi_id IN (SELECT seller.id FROM koperasi_koperasi AS seller WHERE seller.desa_id = NEW.id)\n; RETURN NULL;', hash='f6181f651321d1a8dfbcd039bb8f4723a025ffa3', operation='UPDATE', pgid='pgtrigger_touch_products_b3652', table='wilayah_desa', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sellingkecamatan',
            trigger=pgtrigger.compiler.Trigger(name='touch_products', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."name" IS DISTINCT FROM (NEW."name"))', func='UPDATE produk_produk SET is_listed = is_listed WHERE kecamatan_id = NEW.id; RETURN NULL;', hash='43f42c9ba9359331ae1a6986bf7a7316d779be16', operation='UPDATE', pgid='pgtrigger_touch_products_ebf60', table='wilayah_kecamatan', when='AFTER')),
        ),
    ]

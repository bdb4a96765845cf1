"""Tables of the first release; databases that went there step by step count as having taken this one."""

import common.fields
import common.photos
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('produk', '0001_initial_records'), ('produk', '0002_search_words'), ('produk', '0003_search_columns'), ('produk', '0005_more_units'), ('produk', '0006_words_in_names'), ('produk', '0007_lists_of_sellers'), ('produk', '0008_trail_by_statement'), ('produk', '0009_halal_duty_of_categories')]

    initial = True

    dependencies = [
        ('koperasi', '0001_cooperatives'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('umkm', '0002_owners_and_businesses'),
        ('wilayah', '0001_regions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Kategori',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, unique=True, verbose_name='nama')),
                ('slug', models.SlugField(max_length=60, unique=True, verbose_name='nama di alamat')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='urutan')),
                ('wajib_halal', models.BooleanField(default=False, help_text='Makanan, minuman, dan bahannya (PP 42/2024).', verbose_name='wajib bersertifikat halal')),
            ],
            options={
                'verbose_name': 'kategori produk',
                'verbose_name_plural': 'kategori produk',
                'ordering': ['position', 'name'],
                'triggers': [pgtrigger.compiler.Trigger(name='touch_products', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."name" IS DISTINCT FROM (NEW."name"))', func='UPDATE produk_produk SET is_listed = is_listed WHERE kategori_id = NEW.id; RETURN NULL;', hash='5d411728f10d889f679104ae724b35c4cfd9c6a4', operation='UPDATE', pgid='pgtrigger_touch_products_07f8b', table='produk_kategori', when='AFTER'))],
            },
        ),
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
        migrations.CreateModel(
            name='SellingKoperasi',
            fields=[
            ],
            options={
                'proxy': True,
                'default_permissions': (),
                'indexes': [],
                'constraints': [],
            },
            bases=('koperasi.koperasi',),
        ),
        migrations.CreateModel(
            name='SellingUsaha',
            fields=[
            ],
            options={
                'proxy': True,
                'default_permissions': (),
                'indexes': [],
                'constraints': [],
            },
            bases=('umkm.usaha',),
        ),
        migrations.CreateModel(
            name='Word',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(db_collation='C', max_length=30)),
                ('documents', models.PositiveIntegerField()),
                ('named', models.PositiveIntegerField(db_default=0)),
                ('sound', models.GeneratedField(db_persist=True, expression=models.Func('word', function='search_sound'), output_field=models.CharField(db_collation='C', max_length=30))),
                ('stem', models.GeneratedField(db_persist=True, expression=models.Func('word', function='search_stem'), output_field=models.CharField(db_collation='C', max_length=30))),
            ],
            options={
                'indexes': [models.Index(fields=['word', '-documents', '-named'], name='produk_word_by_prefix'), models.Index(fields=['sound'], name='produk_word_by_sound'), models.Index(fields=['stem'], name='produk_word_by_stem'), django.contrib.postgres.indexes.GistIndex(django.contrib.postgres.indexes.OpClass('word', 'gist_trgm_ops(siglen=32)'), name='produk_word_trigrams')],
            },
        ),
        migrations.CreateModel(
            name='Produk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('archived_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diarsipkan')),
                ('is_draft', models.BooleanField(default=False, editable=False, verbose_name='draf')),
                ('verified_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diverifikasi')),
                ('published_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='ditayangkan')),
                ('is_listed', models.BooleanField(db_default=False, default=False, editable=False, verbose_name='tampil di situs')),
                ('name', common.fields.PlainCharField(max_length=200, verbose_name='nama produk')),
                ('slug', models.SlugField(editable=False, max_length=220, unique=True, verbose_name='alamat halaman')),
                ('description', common.fields.PlainTextField(blank=True, help_text='Bahan, rasa, ukuran, cara membuat, dan asalnya.', verbose_name='cerita produk')),
                ('price', common.fields.RupiahField(blank=True, null=True, verbose_name='harga')),
                ('satuan', models.CharField(blank=True, choices=[('bungkus', 'bungkus'), ('pcs', 'pcs'), ('kg', 'kg'), ('100 gram', '100 gram'), ('liter', 'liter'), ('botol', 'botol'), ('stoples', 'stoples'), ('ikat', 'ikat'), ('lembar', 'lembar'), ('dus', 'dus'), ('porsi', 'porsi'), ('buah', 'buah'), ('butir', 'butir'), ('ekor', 'ekor'), ('karung', 'karung'), ('kotak', 'kotak'), ('gelas', 'gelas'), ('meter', 'meter'), ('unit', 'unit'), ('jam', 'jam'), ('pasang', 'pasang'), ('set', 'set'), ('orang', 'orang'), ('malam', 'malam'), ('hari', 'hari'), ('paket', 'paket')], max_length=15, verbose_name='harga per')),
                ('is_available', models.BooleanField(default=True, verbose_name='tersedia')),
                ('refreshed_on', models.DateField(default=django.utils.timezone.localdate, help_text='Tanggal harga dan ketersediaan dipastikan.', verbose_name='diperbarui pada')),
                ('search_name', django.contrib.postgres.search.SearchVectorField(editable=False, null=True)),
                ('search_document', django.contrib.postgres.search.SearchVectorField(editable=False, null=True)),
                ('archived_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kategori', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='produk.kategori')),
                ('kecamatan', models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, to='wilayah.kecamatan')),
                ('koperasi', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='koperasi.koperasi')),
                ('published_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('usaha', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='umkm.usaha')),
                ('verified_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'produk',
                'verbose_name_plural': 'produk',
                'ordering': ['name', 'id'],
                'permissions': [('verify_produk', 'Dapat memverifikasi produk'), ('publish_produk', 'Dapat menayangkan produk')],
                'indexes': [models.Index(condition=models.Q(('is_listed', True)), fields=['-published_at', '-id'], name='produk_newest_listed'), models.Index(condition=models.Q(('is_listed', True)), fields=['price', 'id'], name='produk_by_price_listed'), models.Index(condition=models.Q(('is_listed', True)), fields=['name', 'id'], name='produk_by_name_listed'), models.Index(condition=models.Q(('is_listed', True)), fields=['kategori', '-published_at', '-id'], name='produk_by_kategori_listed'), models.Index(condition=models.Q(('is_listed', True)), fields=['kecamatan', '-published_at', '-id'], name='produk_by_kecamatan_listed'), models.Index(condition=models.Q(('is_listed', True), ('usaha__isnull', False)), fields=['usaha', '-published_at', '-id'], name='produk_by_usaha_listed'), models.Index(condition=models.Q(('is_listed', True), ('koperasi__isnull', False)), fields=['koperasi', '-published_at', '-id'], name='produk_by_koperasi_listed'), django.contrib.postgres.indexes.GinIndex(condition=models.Q(('is_listed', True)), fastupdate=False, fields=['search_name'], name='produk_search_name_listed'), django.contrib.postgres.indexes.GinIndex(condition=models.Q(('is_listed', True)), fastupdate=False, fields=['search_document'], name='produk_search_document_listed')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('archived_at__isnull', True), ('archived_by__isnull', True)), models.Q(('archived_at__isnull', False), ('archived_by__isnull', False)), _connector='OR'), name='produk_produk_archived_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(models.Q(('verified_at__isnull', True), ('verified_by__isnull', True)), models.Q(('verified_at__isnull', False), ('verified_by__isnull', False)), _connector='OR'), name='produk_produk_verified_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('published_by__isnull', True)), models.Q(('published_at__isnull', False), ('published_by__isnull', False)), _connector='OR'), name='produk_produk_published_pair', violation_error_message='Waktu dan nama petugas harus terisi bersama atau kosong bersama.'), models.CheckConstraint(condition=models.Q(('published_at__isnull', True), ('verified_at__isnull', False), _connector='OR'), name='produk_produk_verified_before_published', violation_error_message='Data harus diverifikasi sebelum ditayangkan.'), models.CheckConstraint(condition=models.Q(('is_draft', False), ('verified_at__isnull', True), _connector='OR'), name='produk_produk_draft_is_unverified', violation_error_message='Draf belum dapat diverifikasi.'), models.CheckConstraint(condition=models.Q(models.Q(('koperasi__isnull', False), ('usaha__isnull', True)), models.Q(('koperasi__isnull', True), ('usaha__isnull', False)), _connector='OR'), name='produk_produk_one_subject', violation_error_message='Pilih satu penjual: usaha atau koperasi.')],
                'triggers': [pgtrigger.compiler.Trigger(name='keep_is_listed', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    NEW.is_listed := NEW.published_at IS NOT NULL AND NEW.archived_at IS NULL AND (\n        EXISTS (SELECT 1 FROM umkm_usaha AS seller WHERE seller.id = NEW.usaha_id AND seller.is_listed)\n        OR EXISTS (SELECT 1 FROM koperasi_koperasi AS seller WHERE seller.id = NEW.koperasi_id AND seller.is_listed)\n    );\n    RETURN NEW;\n', hash='253e2b3fbfdf99f7fdedccaa9001f4e58979e527', operation='INSERT OR UPDATE', pgid='pgtrigger_keep_is_listed_ed356', table='produk_produk', when='BEFORE')), pgtrigger.compiler.Trigger(name='keep_search', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE category_and_seller text; place text;', func="\n    SELECT concat_ws(' ', kategori.name, usaha.name, koperasi.name), concat_ws(' ', desa.name, kecamatan.name),\n        kecamatan.id\n    INTO category_and_seller, place, NEW.kecamatan_id\n    FROM (SELECT 1) AS one \n    LEFT JOIN produk_kategori AS kategori ON kategori.id = NEW.kategori_id\n    LEFT JOIN umkm_usaha AS usaha ON usaha.id = NEW.usaha_id\n    LEFT JOIN koperasi_koperasi AS koperasi ON koperasi.id = NEW.koperasi_id\n    LEFT JOIN wilayah_desa AS desa ON desa.id = coalesce(usaha.desa_id, koperasi.desa_id)\n    LEFT JOIN wilayah_kecamatan AS kecamatan ON kecamatan.id = desa.kecamatan_id\n;\n    NEW.search_name := to_tsvector('idn', NEW.name);\n    NEW.search_document := setweight(NEW.search_name, 'A')\n        || setweight(to_tsvector('idn', category_and_seller), 'B')\n        || setweight(to_tsvector('idn', place), 'C')\n        || setweight(to_tsvector('idn', NEW.description), 'D');\n    IF NEW.is_listed THEN\n        INSERT INTO produk_word (word, documents, named)\n        SELECT found.lexeme, 1, ('A' = ANY (found.weights))::int\n        FROM unnest(\n            setweight(to_tsvector('simple', unaccent(concat_ws(' ', NEW.name, category_and_seller, place))), 'A')\n            || to_tsvector('simple', unaccent(NEW.description))\n        ) AS found\n        WHERE found.lexeme ~ '^[a-z]{3,30}$' AND NOT EXISTS (\n            SELECT 1 FROM produk_word AS known\n            WHERE known.word = found.lexeme AND (known.named > 0 OR 'A' <> ALL (found.weights))\n        );\n    END IF;\n    RETURN NEW;\n", hash='46d4837ebd5e839852c01da97bc03fe8cbaa6635', operation='INSERT OR UPDATE', pgid='pgtrigger_keep_search_ab2a9', table='produk_produk', when='BEFORE')), pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "produk_produkevent" ("archived_at", "archived_by_id", "created_at", "description", "id", "is_available", "is_draft", "kategori_id", "koperasi_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "published_at", "published_by_id", "refreshed_on", "satuan", "slug", "updated_at", "usaha_id", "verified_at", "verified_by_id") SELECT new_values."archived_at", new_values."archived_by_id", new_values."created_at", new_values."description", new_values."id", new_values."is_available", new_values."is_draft", new_values."kategori_id", new_values."koperasi_id", new_values."name", _pgh_attached_context.value, NOW(), \'tambah\', new_values."id", new_values."price", new_values."published_at", new_values."published_by_id", new_values."refreshed_on", new_values."satuan", new_values."slug", new_values."updated_at", new_values."usaha_id", new_values."verified_at", new_values."verified_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='dad22aec008fcaf6a02b35225d9b8c9799f62451', level='STATEMENT', operation='INSERT', pgid='pgtrigger_tambah_insert_2aa56', referencing='REFERENCING NEW TABLE AS new_values ', table='produk_produk', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "produk_produkevent" ("archived_at", "archived_by_id", "created_at", "description", "id", "is_available", "is_draft", "kategori_id", "koperasi_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "published_at", "published_by_id", "refreshed_on", "satuan", "slug", "updated_at", "usaha_id", "verified_at", "verified_by_id") SELECT new_values."archived_at", new_values."archived_by_id", new_values."created_at", new_values."description", new_values."id", new_values."is_available", new_values."is_draft", new_values."kategori_id", new_values."koperasi_id", new_values."name", _pgh_attached_context.value, NOW(), \'ubah\', new_values."id", new_values."price", new_values."published_at", new_values."published_by_id", new_values."refreshed_on", new_values."satuan", new_values."slug", new_values."updated_at", new_values."usaha_id", new_values."verified_at", new_values."verified_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."archived_at" IS DISTINCT FROM (new_values."archived_at") OR old_values."archived_by_id" IS DISTINCT FROM (new_values."archived_by_id") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."description" IS DISTINCT FROM (new_values."description") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_available" IS DISTINCT FROM (new_values."is_available") OR old_values."is_draft" IS DISTINCT FROM (new_values."is_draft") OR old_values."kategori_id" IS DISTINCT FROM (new_values."kategori_id") OR old_values."koperasi_id" IS DISTINCT FROM (new_values."koperasi_id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."price" IS DISTINCT FROM (new_values."price") OR old_values."published_at" IS DISTINCT FROM (new_values."published_at") OR old_values."published_by_id" IS DISTINCT FROM (new_values."published_by_id") OR old_values."refreshed_on" IS DISTINCT FROM (new_values."refreshed_on") OR old_values."satuan" IS DISTINCT FROM (new_values."satuan") OR old_values."slug" IS DISTINCT FROM (new_values."slug") OR old_values."updated_at" IS DISTINCT FROM (new_values."updated_at") OR old_values."usaha_id" IS DISTINCT FROM (new_values."usaha_id") OR old_values."verified_at" IS DISTINCT FROM (new_values."verified_at") OR old_values."verified_by_id" IS DISTINCT FROM (new_values."verified_by_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d6fbe0c88e9a700fbfaf5f106fa94da8b82dc925', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_ubah_update_f3ad4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='produk_produk', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "produk_produkevent" ("archived_at", "archived_by_id", "created_at", "description", "id", "is_available", "is_draft", "kategori_id", "koperasi_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "published_at", "published_by_id", "refreshed_on", "satuan", "slug", "updated_at", "usaha_id", "verified_at", "verified_by_id") SELECT old_values."archived_at", old_values."archived_by_id", old_values."created_at", old_values."description", old_values."id", old_values."is_available", old_values."is_draft", old_values."kategori_id", old_values."koperasi_id", old_values."name", _pgh_attached_context.value, NOW(), \'hapus\', old_values."id", old_values."price", old_values."published_at", old_values."published_by_id", old_values."refreshed_on", old_values."satuan", old_values."slug", old_values."updated_at", old_values."usaha_id", old_values."verified_at", old_values."verified_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='04e1d04b0593de7740d51594872386faf37a044b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_hapus_delete_8052b', referencing='REFERENCING OLD TABLE AS old_values ', table='produk_produk', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Foto',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('image', common.photos.PhotoField(height_field='height', upload_to='produk', verbose_name='foto', width_field='width')),
                ('alt', common.fields.PlainCharField(blank=True, help_text='Untuk orang yang tidak dapat melihat foto.', max_length=200, verbose_name='keterangan foto')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='urutan')),
                ('width', models.PositiveIntegerField(default=0, editable=False)),
                ('height', models.PositiveIntegerField(default=0, editable=False)),
                ('produk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='produk.produk')),
            ],
            options={
                'verbose_name': 'foto',
                'verbose_name_plural': 'foto',
                'ordering': ['produk', 'position', 'id'],
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "produk_fotoevent" ("alt", "created_at", "height", "id", "image", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "produk_id", "updated_at", "width") VALUES (NEW."alt", NEW."created_at", NEW."height", NEW."id", NEW."image", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."position", NEW."produk_id", NEW."updated_at", NEW."width"); RETURN NULL;', hash='506be72daa82b7059e48274cc8408bd0aa2412d6', operation='INSERT', pgid='pgtrigger_tambah_insert_a0ff9', table='produk_foto', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "produk_fotoevent" ("alt", "created_at", "height", "id", "image", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "produk_id", "updated_at", "width") VALUES (NEW."alt", NEW."created_at", NEW."height", NEW."id", NEW."image", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."position", NEW."produk_id", NEW."updated_at", NEW."width"); RETURN NULL;', hash='63030aec985914fe93c0e2f9d936cb96b9fdc2ff', operation='UPDATE', pgid='pgtrigger_ubah_update_be0e3', table='produk_foto', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "produk_fotoevent" ("alt", "created_at", "height", "id", "image", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "produk_id", "updated_at", "width") VALUES (OLD."alt", OLD."created_at", OLD."height", OLD."id", OLD."image", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."position", OLD."produk_id", OLD."updated_at", OLD."width"); RETURN NULL;', hash='2bee771d58aa164c1910e5ae9cea1a19f96411da', operation='DELETE', pgid='pgtrigger_hapus_delete_63ba5', table='produk_foto', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='ProdukEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('archived_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diarsipkan')),
                ('is_draft', models.BooleanField(default=False, editable=False, verbose_name='draf')),
                ('verified_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diverifikasi')),
                ('published_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='ditayangkan')),
                ('name', common.fields.PlainCharField(max_length=200, verbose_name='nama produk')),
                ('slug', models.SlugField(db_index=False, editable=False, max_length=220, verbose_name='alamat halaman')),
                ('description', common.fields.PlainTextField(blank=True, help_text='Bahan, rasa, ukuran, cara membuat, dan asalnya.', verbose_name='cerita produk')),
                ('price', common.fields.RupiahField(blank=True, null=True, verbose_name='harga')),
                ('satuan', models.CharField(blank=True, choices=[('bungkus', 'bungkus'), ('pcs', 'pcs'), ('kg', 'kg'), ('100 gram', '100 gram'), ('liter', 'liter'), ('botol', 'botol'), ('stoples', 'stoples'), ('ikat', 'ikat'), ('lembar', 'lembar'), ('dus', 'dus'), ('porsi', 'porsi'), ('buah', 'buah'), ('butir', 'butir'), ('ekor', 'ekor'), ('karung', 'karung'), ('kotak', 'kotak'), ('gelas', 'gelas'), ('meter', 'meter'), ('unit', 'unit'), ('jam', 'jam'), ('pasang', 'pasang'), ('set', 'set'), ('orang', 'orang'), ('malam', 'malam'), ('hari', 'hari'), ('paket', 'paket')], max_length=15, verbose_name='harga per')),
                ('is_available', models.BooleanField(default=True, verbose_name='tersedia')),
                ('refreshed_on', models.DateField(default=django.utils.timezone.localdate, help_text='Tanggal harga dan ketersediaan dipastikan.', verbose_name='diperbarui pada')),
                ('archived_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('kategori', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='produk.kategori')),
                ('koperasi', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='koperasi.koperasi')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='produk.produk')),
                ('published_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('usaha', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='umkm.usaha')),
                ('verified_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2d5d188b71d90f47da67cd666361a37612f4052d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7f023', table='produk_produkevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='FotoEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='dicatat')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='diubah')),
                ('image', common.photos.PhotoField(height_field='height', upload_to='produk', verbose_name='foto', width_field='width')),
                ('alt', common.fields.PlainCharField(blank=True, help_text='Untuk orang yang tidak dapat melihat foto.', max_length=200, verbose_name='keterangan foto')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='urutan')),
                ('width', models.PositiveIntegerField(default=0, editable=False)),
                ('height', models.PositiveIntegerField(default=0, editable=False)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='produk.foto')),
                ('produk', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='produk.produk')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='154ddcaf377f4423084ebf757792bed948a09b9c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2e939', table='produk_fotoevent', when='BEFORE'))],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sellingdesa',
            trigger=pgtrigger.compiler.Trigger(name='touch_products', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."kecamatan_id" IS DISTINCT FROM (NEW."kecamatan_id"))', func='UPDATE produk_produk SET is_listed = is_listed WHERE \n    usaha_id IN (SELECT seller.id FROM umkm_usaha AS seller WHERE seller.desa_id = NEW.id)\n    OR koperasi_id IN (SELECT seller.id FROM koperasi_koperasi AS seller WHERE seller.desa_id = NEW.id)\n; RETURN NULL;', hash='f6181f651321d1a8dfbcd039bb8f4723a025ffa3', operation='UPDATE', pgid='pgtrigger_touch_products_b3652', table='wilayah_desa', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sellingkecamatan',
            trigger=pgtrigger.compiler.Trigger(name='touch_products', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."name" IS DISTINCT FROM (NEW."name"))', func='UPDATE produk_produk SET is_listed = is_listed WHERE kecamatan_id = NEW.id; RETURN NULL;', hash='43f42c9ba9359331ae1a6986bf7a7316d779be16', operation='UPDATE', pgid='pgtrigger_touch_products_ebf60', table='wilayah_kecamatan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sellingkoperasi',
            trigger=pgtrigger.compiler.Trigger(name='touch_products', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."is_listed" IS DISTINCT FROM (NEW."is_listed") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."desa_id" IS DISTINCT FROM (NEW."desa_id"))', func='UPDATE produk_produk SET is_listed = is_listed WHERE koperasi_id = NEW.id; RETURN NULL;', hash='20d8edbaa768c2691c12205d45a9a7606d30ecf2', operation='UPDATE', pgid='pgtrigger_touch_products_4570c', table='koperasi_koperasi', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sellingusaha',
            trigger=pgtrigger.compiler.Trigger(name='touch_products', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."is_listed" IS DISTINCT FROM (NEW."is_listed") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."desa_id" IS DISTINCT FROM (NEW."desa_id"))', func='UPDATE produk_produk SET is_listed = is_listed WHERE usaha_id = NEW.id; RETURN NULL;', hash='69712ed96aa51fe35d5def6ae306d53b2e654a33', operation='UPDATE', pgid='pgtrigger_touch_products_7ed48', table='umkm_usaha', when='AFTER')),
        ),
    ]

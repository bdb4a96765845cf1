"""Tables of the first release; databases that went there step by step count as having taken this one."""

import common.fields
import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('accounts', '0001_initial_accounts'), ('accounts', '0002_track_permissions'), ('accounts', '0004_downloads_of_personal_data')]

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('wilayah', '0001_regions'),
    ]

    operations = [
        migrations.CreateModel(
            name='RolePermission',
            fields=[
            ],
            options={
                'proxy': True,
                'default_permissions': (),
                'indexes': [],
                'constraints': [],
            },
            bases=('auth.group_permissions',),
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('name', common.fields.PlainCharField(max_length=200, verbose_name='nama')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('kecamatan', models.ManyToManyField(blank=True, help_text='Kosongkan bila petugas melayani seluruh kabupaten.', to='wilayah.kecamatan', verbose_name='wilayah tugas')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'pengguna',
                'verbose_name_plural': 'pengguna',
                'triggers': [pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_userevent" ("date_joined", "email", "id", "is_active", "is_staff", "is_superuser", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "username") VALUES (NEW."date_joined", NEW."email", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."name", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."username"); RETURN NULL;', hash='32b75d47d76abf016ab15f72c799025c585e21f8', operation='INSERT', pgid='pgtrigger_tambah_insert_3aae5', table='accounts_user', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."date_joined" IS DISTINCT FROM (NEW."date_joined") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."username" IS DISTINCT FROM (NEW."username"))', func='INSERT INTO "accounts_userevent" ("date_joined", "email", "id", "is_active", "is_staff", "is_superuser", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "username") VALUES (NEW."date_joined", NEW."email", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."name", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."username"); RETURN NULL;', hash='9c05bf4577025b5490993cb16b0affbeca244774', operation='UPDATE', pgid='pgtrigger_ubah_update_3a9a8', table='accounts_user', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_userevent" ("date_joined", "email", "id", "is_active", "is_staff", "is_superuser", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "username") VALUES (OLD."date_joined", OLD."email", OLD."id", OLD."is_active", OLD."is_staff", OLD."is_superuser", OLD."name", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."username"); RETURN NULL;', hash='ffbfa9aecc4b6566672982426ee8b04abd15969b', operation='DELETE', pgid='pgtrigger_hapus_delete_ea128', table='accounts_user', when='AFTER'))],
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='RolePermissionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.IntegerField()),
                ('group', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='auth.group')),
                ('permission', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='auth.permission')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b34fbcc40813c7770dee1192943386e686e8d6aa', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2943d', table='accounts_rolepermissionevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='UnduhanDataPribadi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('list_name', common.fields.PlainCharField(max_length=150, verbose_name='daftar')),
                ('filter_text', common.fields.PlainCharField(max_length=1000, verbose_name='saringan')),
                ('row_count', models.PositiveIntegerField(verbose_name='jumlah baris')),
                ('file_format', models.CharField(max_length=4, verbose_name='berkas')),
                ('reason', common.fields.PlainCharField(max_length=300, verbose_name='alasan')),
                ('downloaded_at', models.DateTimeField(auto_now_add=True, verbose_name='diunduh')),
                ('downloaded_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diunduh oleh')),
            ],
            options={
                'verbose_name': 'unduhan data pribadi',
                'verbose_name_plural': 'unduhan data pribadi',
                'ordering': ['-downloaded_at', '-id'],
                'default_permissions': ('view',),
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f060b5f7676fc984cc3529300f819104dc72d90d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_77205', table='accounts_unduhandatapribadi', when='BEFORE')), pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_unduhandatapribadievent" ("downloaded_at", "downloaded_by_id", "file_format", "filter_text", "id", "list_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "row_count") VALUES (NEW."downloaded_at", NEW."downloaded_by_id", NEW."file_format", NEW."filter_text", NEW."id", NEW."list_name", _pgh_attach_context(), NOW(), \'tambah\', NEW."id", NEW."reason", NEW."row_count"); RETURN NULL;', hash='6de4dbbefec1618c957d3966f5a8362c5ac172f2', operation='INSERT', pgid='pgtrigger_tambah_insert_14347', table='accounts_unduhandatapribadi', when='AFTER')), pgtrigger.compiler.Trigger(name='ubah_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_unduhandatapribadievent" ("downloaded_at", "downloaded_by_id", "file_format", "filter_text", "id", "list_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "row_count") VALUES (NEW."downloaded_at", NEW."downloaded_by_id", NEW."file_format", NEW."filter_text", NEW."id", NEW."list_name", _pgh_attach_context(), NOW(), \'ubah\', NEW."id", NEW."reason", NEW."row_count"); RETURN NULL;', hash='659d87d2899c0540b36927e88751eb1fa9cf2431', operation='UPDATE', pgid='pgtrigger_ubah_update_c3d5b', table='accounts_unduhandatapribadi', when='AFTER')), pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_unduhandatapribadievent" ("downloaded_at", "downloaded_by_id", "file_format", "filter_text", "id", "list_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "row_count") VALUES (OLD."downloaded_at", OLD."downloaded_by_id", OLD."file_format", OLD."filter_text", OLD."id", OLD."list_name", _pgh_attach_context(), NOW(), \'hapus\', OLD."id", OLD."reason", OLD."row_count"); RETURN NULL;', hash='a8c192b59f7eab6c935eaaaa753e96af4b9d9f9f', operation='DELETE', pgid='pgtrigger_hapus_delete_a6944', table='accounts_unduhandatapribadi', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='UserEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('name', common.fields.PlainCharField(max_length=200, verbose_name='nama')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9e9498e73f6fbdf2642fb33fa14189f1ad2382c8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_45b21', table='accounts_userevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='UserPermissionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('permission', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='auth.permission')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('user', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='dae857ec0323f222ad3410b335fedda9cab70e09', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2897f', table='accounts_userpermissionevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='UserRoleEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('group', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='auth.group')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('user', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a65586e7416b5d18b09e665bbc72988f45db56d2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5691d', table='accounts_userroleevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='UserScopeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kecamatan', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='wilayah.kecamatan')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('user', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a3e25e11e8f5747b666d4ea723247bb0c48ef9aa', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d6d35', table='accounts_userscopeevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='UserRole',
            fields=[
            ],
            options={
                'proxy': True,
                'default_permissions': (),
                'indexes': [],
                'constraints': [],
            },
            bases=('accounts.user_groups',),
        ),
        migrations.CreateModel(
            name='UserScope',
            fields=[
            ],
            options={
                'proxy': True,
                'default_permissions': (),
                'indexes': [],
                'constraints': [],
            },
            bases=('accounts.user_kecamatan',),
        ),
        migrations.CreateModel(
            name='UserPermission',
            fields=[
            ],
            options={
                'proxy': True,
                'default_permissions': (),
                'indexes': [],
                'constraints': [],
            },
            bases=('accounts.user_user_permissions',),
        ),
        migrations.CreateModel(
            name='UnduhanDataPribadiEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('list_name', common.fields.PlainCharField(max_length=150, verbose_name='daftar')),
                ('filter_text', common.fields.PlainCharField(max_length=1000, verbose_name='saringan')),
                ('row_count', models.PositiveIntegerField(verbose_name='jumlah baris')),
                ('file_format', models.CharField(max_length=4, verbose_name='berkas')),
                ('reason', common.fields.PlainCharField(max_length=300, verbose_name='alasan')),
                ('downloaded_at', models.DateTimeField(auto_now_add=True, verbose_name='diunduh')),
                ('downloaded_by', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diunduh oleh')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.unduhandatapribadi')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d2f58b3ca30a53a5dfe974077c3c65e58ab0abea', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_18239', table='accounts_unduhandatapribadievent', when='BEFORE'))],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rolepermission',
            trigger=pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_rolepermissionevent" ("group_id", "id", "permission_id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (NEW."group_id", NEW."id", NEW."permission_id", _pgh_attach_context(), NOW(), \'tambah\'); RETURN NULL;', hash='d95c09b9f3b6fc1f554f28a403a7b6b35eabd4c5', operation='INSERT', pgid='pgtrigger_tambah_insert_ef92c', table='auth_group_permissions', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rolepermission',
            trigger=pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_rolepermissionevent" ("group_id", "id", "permission_id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (OLD."group_id", OLD."id", OLD."permission_id", _pgh_attach_context(), NOW(), \'hapus\'); RETURN NULL;', hash='23034ac8b1924b6d5f540734d2119da361c05da0', operation='DELETE', pgid='pgtrigger_hapus_delete_18fc1', table='auth_group_permissions', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='userrole',
            trigger=pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_userroleevent" ("group_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "user_id") VALUES (NEW."group_id", NEW."id", _pgh_attach_context(), NOW(), \'tambah\', NEW."user_id"); RETURN NULL;', hash='85179a1c7f6daa933ddc63c49f2671a4a74062c2', operation='INSERT', pgid='pgtrigger_tambah_insert_13416', table='accounts_user_groups', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='userrole',
            trigger=pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_userroleevent" ("group_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "user_id") VALUES (OLD."group_id", OLD."id", _pgh_attach_context(), NOW(), \'hapus\', OLD."user_id"); RETURN NULL;', hash='b896033456329b178bde669191e4d4709e1f17e5', operation='DELETE', pgid='pgtrigger_hapus_delete_2109b', table='accounts_user_groups', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='userscope',
            trigger=pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_userscopeevent" ("id", "kecamatan_id", "pgh_context_id", "pgh_created_at", "pgh_label", "user_id") VALUES (NEW."id", NEW."kecamatan_id", _pgh_attach_context(), NOW(), \'tambah\', NEW."user_id"); RETURN NULL;', hash='f0775354f11d83cd94c0648d098c6ca8f70abb69', operation='INSERT', pgid='pgtrigger_tambah_insert_5fbeb', table='accounts_user_kecamatan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='userscope',
            trigger=pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_userscopeevent" ("id", "kecamatan_id", "pgh_context_id", "pgh_created_at", "pgh_label", "user_id") VALUES (OLD."id", OLD."kecamatan_id", _pgh_attach_context(), NOW(), \'hapus\', OLD."user_id"); RETURN NULL;', hash='cadb425ec845394faca82ad229253e478622089f', operation='DELETE', pgid='pgtrigger_hapus_delete_bebd1', table='accounts_user_kecamatan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='userpermission',
            trigger=pgtrigger.compiler.Trigger(name='tambah_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_userpermissionevent" ("id", "permission_id", "pgh_context_id", "pgh_created_at", "pgh_label", "user_id") VALUES (NEW."id", NEW."permission_id", _pgh_attach_context(), NOW(), \'tambah\', NEW."user_id"); RETURN NULL;', hash='39f4582fdd4ef135c19aaf4e7563d860ab926b48', operation='INSERT', pgid='pgtrigger_tambah_insert_85d80', table='accounts_user_user_permissions', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='userpermission',
            trigger=pgtrigger.compiler.Trigger(name='hapus_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_userpermissionevent" ("id", "permission_id", "pgh_context_id", "pgh_created_at", "pgh_label", "user_id") VALUES (OLD."id", OLD."permission_id", _pgh_attach_context(), NOW(), \'hapus\', OLD."user_id"); RETURN NULL;', hash='8d8c9b2ba90487763b83415fd3cc8660322c5798', operation='DELETE', pgid='pgtrigger_hapus_delete_87f48', table='accounts_user_user_permissions', when='AFTER')),
        ),
    ]

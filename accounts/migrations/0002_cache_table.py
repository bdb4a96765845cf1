"""The table that counts sign-in attempts for all workers: without it nobody can sign in, so `migrate` makes it."""

from django.db import migrations


class Migration(migrations.Migration):
    replaces = [("accounts", "0003_cache_table")]
    dependencies = [("accounts", "0001_accounts")]

    operations = [
        migrations.RunSQL(
            sql=[
                """
                CREATE TABLE IF NOT EXISTS django_cache (
                    cache_key varchar(255) NOT NULL PRIMARY KEY,
                    value text NOT NULL,
                    expires timestamp with time zone NOT NULL
                )
                """,
                "CREATE INDEX IF NOT EXISTS django_cache_expires ON django_cache (expires)",
            ],
            reverse_sql="DROP TABLE django_cache",
        )
    ]

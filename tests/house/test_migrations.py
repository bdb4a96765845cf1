"""Migrations have names, can be undone, and say what the models say."""

import re

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from tests.house.repository import PACKAGES, files, name_of, refuse


def our_migrations():
    loader = MigrationLoader(None)
    return [migration for (app, _), migration in sorted(loader.disk_migrations.items()) if app in PACKAGES]


def test_migrations_are_named_by_people():
    nameless = re.compile(r"^\d{4}_(auto_.*|initial|.*_auto_\d+.*|\w*_and_more)$")
    refuse(migration for migration in our_migrations() if nameless.match(migration.name))


def test_migrations_can_be_undone():
    refuse(
        f"{migration}: {operation.describe()}"
        for migration in our_migrations()
        for operation in migration.operations
        if not operation.reversible
    )


def test_an_app_has_one_newest_migration():
    graph = MigrationLoader(None).graph
    leaves = [graph.leaf_nodes(app) for app in PACKAGES]
    refuse(nodes for nodes in leaves if len(nodes) > 1)


def test_no_two_migrations_of_an_app_share_a_number():
    numbered = [name_of(path)[: -len(path.name) + 4] for path in files("0*.py", *PACKAGES)]
    refuse(sorted({number for number in numbered if numbered.count(number) > 1}))


@pytest.mark.django_db
def test_models_and_migrations_agree(capsys):
    try:
        call_command("makemigrations", check=True, dry_run=True)
    except SystemExit:
        pytest.fail(capsys.readouterr().out)

"""The office that figures are taken in: migrated, with its regions, one officer, and empty again for each run."""

import json
import subprocess
import sys
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db import connection

_APPS = ("umkm", "spreadsheets")


def furnish() -> None:
    from accounts.models import User

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("load_reference", verbosity=0)
    User.objects.create_superuser("bench", email="bench@contoh.id", password=None)


def empty() -> None:
    """No owner, no business, no import, no trail; figures of two runs must not depend on their order."""
    kept = ("umkm_kbli", "umkm_batasskala")
    tables = [
        model._meta.db_table
        for model in apps.get_models()
        if model._meta.app_label in _APPS and model._meta.db_table not in kept
    ]
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(f"TRUNCATE {', '.join(tables)} RESTART IDENTITY CASCADE")
        cursor.execute("CHECKPOINT")


def step(name: str, *arguments: Any) -> dict[str, Any]:
    """One step in a process of its own; its start is not measured."""
    command = [sys.executable, "-m", "bench.steps", name, *map(str, arguments)]
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode:
        raise SystemExit(f"{name}: {answer.stderr[-2000:]}")
    return json.loads(answer.stdout.splitlines()[-1])

"""`manage.py load_roles`: give each role the permissions of `accounts/roles.py`."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.roles import ROLES


class Command(BaseCommand):
    help = "Membuat peran (Petugas, Verifikator, Pejabat, Admin) beserta izinnya. Peran yang sudah ada tidak diubah."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "--reset", action="store_true", help="kembalikan izin peran yang sudah ada ke semula"
        )

    @transaction.atomic
    def handle(self, *args: Any, reset: bool = False, **options: Any) -> str:
        known = {
            f"{p.content_type.app_label}.{p.codename}": p
            for p in Permission.objects.select_related("content_type")
        }
        for name, codenames in ROLES.items():
            group, created = Group.objects.get_or_create(name=name)
            if missing := codenames - known.keys():
                raise CommandError(f"Izin tidak dikenal untuk peran {name}: {', '.join(sorted(missing))}")
            if created or reset:
                group.permissions.set(known[codename] for codename in codenames)
        return f"{len(ROLES)} peran siap."

"""`manage.py load_roles`: give each role the permissions of `accounts/roles.py`.

A role that stands already is the office's own and keeps what it was given, with one addition: a noun that came with an
upgrade, on which nobody has any right yet, is handed out as a new portal would hand it out. Otherwise no officer would
ever see it.
"""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.roles import ROLES


class Command(BaseCommand):
    help = (
        "Membuat peran (Petugas, Verifikator, Pejabat, Admin) beserta izinnya. "
        "Peran yang sudah ada hanya ditambah izin untuk jenis data baru."
    )

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
        nouns = set(Permission.objects.filter(group__isnull=False).values_list("content_type", flat=True))
        for name, codenames in ROLES.items():
            group, created = Group.objects.get_or_create(name=name)
            if missing := codenames - known.keys():
                raise CommandError(f"Izin tidak dikenal untuk peran {name}: {', '.join(sorted(missing))}")
            if created or reset:
                group.permissions.set(known[codename] for codename in codenames)
            else:
                new = (known[codename] for codename in codenames)
                group.permissions.add(*(each for each in new if each.content_type_id not in nouns))
        return f"{len(ROLES)} peran siap."

#!/usr/bin/env python
"""Run the portal's commands: `python manage.py help`."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rumah_usaha.settings")
    if sys.argv[1:2] not in (["runserver"], ["demo"]):
        # Migrations and imports may take longer than the limit that protects pages.
        os.environ.setdefault("STATEMENT_TIMEOUT_MS", "0")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()

"""What a load balancer or a systemd timer asks: is the process up, can it serve?"""

import shutil
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

LEAST_FREE_BYTES = 200 * 1024 * 1024


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked."""
    return HttpResponse("ok", content_type="text/plain", headers={"Cache-Control": "no-store"})


@login_not_required
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Database reachable, migrations applied, room on disk, keys present: 200, else 503 naming what fails."""
    checks = {
        "database": _database_answers(),
        "migrations": _migrations_applied(),
        "disk": _disk_has_room(),
        "keys": bool(any(settings.FIELD_ENCRYPTION_KEYS) and settings.BLIND_INDEX_KEY),
    }
    status = 200 if all(checks.values()) else 503
    return JsonResponse(checks, status=status, headers={"Cache-Control": "no-store"})


def _database_answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _migrations_applied() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _disk_has_room() -> bool:
    folder = Path(settings.MEDIA_ROOT)
    while not folder.is_dir():
        folder = folder.parent
    return shutil.disk_usage(folder).free > LEAST_FREE_BYTES

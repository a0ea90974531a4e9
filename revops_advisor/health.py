"""Probes for machines: /livez says the process answers, /readyz that it can keep an answer."""

import shutil

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

MEGABYTE = 1_000_000


@login_not_required
@require_safe
def livez(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    checks = {"database": database_answers(), "migrations": False, "disk": disk_has_room()}
    if checks["database"]:
        checks["migrations"] = migrations_are_applied()
    return JsonResponse({"ready": all(checks.values()), "checks": checks}, status=200 if all(checks.values()) else 503)


def database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def migrations_are_applied() -> bool:
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False


def disk_has_room() -> bool:
    return shutil.disk_usage(settings.VAR_DIR).free >= settings.READY_MIN_FREE_MB * MEGABYTE

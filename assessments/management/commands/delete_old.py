"""`manage.py delete_old`: delete what nobody has opened for RETENTION_MONTHS, and uploads out of time. Run it daily."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.core.management.base import BaseCommand
from django.utils import timezone

from assessments.services.deleting import delete_unvisited, months_before, unvisited
from metrics.services.storing import count_expired, delete_expired


class Command(BaseCommand):
    help = (
        "Delete every assessment that nobody has opened for RETENTION_MONTHS months, with all that hangs on it, every"
        " uploaded file older than SCORECARD_HOURS that is not kept with an assessment, and browser sessions that have"
        " ended."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what would be deleted")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        self._uploads(dry_run=dry_run)
        day = months_before(timezone.now().date(), settings.RETENTION_MONTHS)
        count = 0
        for ref in unvisited(day) if dry_run else delete_unvisited(day):
            count += 1
            self.stdout.write(ref)
        said = "would be deleted" if dry_run else "deleted"
        if not dry_run:
            SessionStore.clear_expired()
        self.stdout.write(f"Assessments last opened before {day:%Y-%m-%d}: {count} {said}.")

    def _uploads(self, *, dry_run: bool) -> None:
        now = timezone.now()
        count = count_expired(now) if dry_run else delete_expired(now)
        if count:
            said = "would be deleted" if dry_run else "deleted"
            self.stdout.write(f"Scorecards uploaded more than {settings.SCORECARD_HOURS} hours ago: {count} {said}.")

"""`manage.py backup FILE`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from revops_advisor.backups import BackupError, back_up


class Command(BaseCommand):
    help = "Write everything the database holds to one checked file, while the product runs."
    requires_system_checks = []  # a backup must be possible when something else is wrong

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="where to write the backup")
        parser.add_argument("--force", action="store_true", help="replace the file if it exists")

    def handle(self, *args: Any, file: Path, force: bool, **options: Any) -> None:
        try:
            size = back_up(connection, file, force=force)
        except (BackupError, DatabaseError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Backed up to {file} ({size:,} bytes, checked).")

"""`manage.py restore FILE`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from revops_advisor.backups import BackupError, restore


class Command(BaseCommand):
    help = "Fill the database from a backup made by `backup`. Stop the product first."
    requires_system_checks = []  # a restore must be possible when the database is empty or wrong

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the backup")
        parser.add_argument("--replace", action="store_true", help="lose what the database holds now")

    def handle(self, *args: Any, file: Path, replace: bool, **options: Any) -> None:
        try:
            counts = restore(connection, file, replace=replace)
        except (BackupError, DatabaseError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Restored {sum(counts.values()):,} rows in {len(counts)} tables from {file}, checked.")
        self.stdout.write("If the backup is from an earlier version, run: python manage.py prepare")

"""`manage.py metrics_catalogue`: the KPI catalogue as a file."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from metrics.catalogue.files import catalogue_csv, catalogue_json
from metrics.catalogue.values import LANGUAGES
from metrics.services.reading import catalogue_entries

WRITERS = {"json": catalogue_json, "csv": catalogue_csv}


class Command(BaseCommand):
    help = "Print the catalogue of KPIs: names, formulas, parts, fields they come from, how to read them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=sorted(WRITERS), default="json", help="json (the default) or csv")
        parser.add_argument("--lang", choices=LANGUAGES, default="en", help="en (the default) or pl")

    def handle(self, *args: Any, format: str, lang: str, **options: Any) -> None:  # noqa: A002  # named as the option is
        try:
            entries = catalogue_entries()
        except DatabaseError as error:
            reason = "The catalogue cannot be read. Run: python manage.py prepare"
            raise CommandError(reason, returncode=2) from error
        self.stdout.write(WRITERS[format](entries, lang), ending="")

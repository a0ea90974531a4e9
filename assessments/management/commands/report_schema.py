"""`manage.py report_schema`: the JSON Schema of JSON reports, as it is published under static/schema/."""

from typing import Any

from django.core.management.base import BaseCommand

from assessments.reports.schema import schema_text


class Command(BaseCommand):
    help = "Print the JSON Schema of JSON reports."
    requires_system_checks = []  # nothing is served or stored

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(schema_text(), ending="")

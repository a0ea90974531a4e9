"""Make a database ready to serve: safe to repeat."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from assessments.services.publishing import publish_shipped_method_once


class Command(BaseCommand):
    help = "Migrate, make the table of shared counters, and publish the shipped method if none is published."

    def handle(self, *args: Any, **options: Any) -> None:
        quiet = {"verbosity": max(0, options["verbosity"] - 1)}
        call_command("migrate", interactive=False, **quiet)
        call_command("createcachetable", **quiet)
        published = publish_shipped_method_once()
        self.stdout.write("The shipped method is published." if published else "A method is published already.")

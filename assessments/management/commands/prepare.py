"""Make a database ready to serve: safe to repeat."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from assessments.services.publishing import publish_shipped_method_once
from metrics.services.loading import load_shipped_texts


class Command(BaseCommand):
    help = "Migrate, make the table of shared counters, publish the shipped method once, and load the KPIs."

    def handle(self, *args: Any, **options: Any) -> None:
        quiet = {"verbosity": max(0, options["verbosity"] - 1)}
        call_command("migrate", interactive=False, **quiet)
        call_command("createcachetable", **quiet)
        published = publish_shipped_method_once()
        self.stdout.write("The shipped method is published." if published else "A method is published already.")
        loaded = load_shipped_texts()
        self.stdout.write(f"KPIs loaded or renewed: {loaded}." if loaded else "The KPIs are up to date or edited.")

"""Recompute stored results and say whether they are equal."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from assessments.services.verifying import differences, results_to_verify


class Command(BaseCommand):
    help = "Compute stored results again from their stored inputs; say equal, or where they differ (then exit 1)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        choice = parser.add_mutually_exclusive_group(required=True)
        choice.add_argument("ref", nargs="?", help="reference of one completed assessment")
        choice.add_argument("--all", action="store_true", help="every stored result")

    def handle(self, *args: Any, **options: Any) -> None:
        checked = differing = 0
        for result in results_to_verify(None if options["all"] else options["ref"]):
            found = differences(result)
            checked, differing = checked + 1, differing + bool(found)
            self.stdout.write(f"{result.assessment.ref}: {'differs' if found else 'equal'} (receipt {result.receipt})")
            for line in found:
                self.stdout.write(f"  {line}")
        if not options["all"] and not checked:
            raise CommandError(f"There is no completed assessment with the reference {options['ref']}.")
        self.stdout.write(f"{checked} checked, {differing} differ.")
        if differing:
            raise SystemExit(1)

"""`manage.py bench`: our fast paths beside their floors."""

import json
import platform
from argparse import ArgumentParser, ArgumentTypeError
from contextlib import closing
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from revops_advisor.bench.backend import database_in_use
from revops_advisor.bench.groups import GROUPS
from revops_advisor.bench.lines import HEADER, Line, exit_code, plain, row, table_row
from revops_advisor.bench.run import Plan, measured
from revops_advisor.bench.setting import UnequalError
from revops_advisor.bench.visitor import UnexpectedReplyError


def positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


class Command(BaseCommand):
    help = (
        "Measure our paths beside their floors, in a database made for it. Ratios are judged, milliseconds only shown; "
        "on PostgreSQL too where DATABASE_URL names it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--group", action="append", choices=GROUPS, help="measure this group (may be repeated)")
        parser.add_argument("--rounds", type=positive, default=20, help="pairs of samples for each line (default 20)")
        parser.add_argument("--companies", type=positive, default=1000, help="for advise (default 1000)")
        parser.add_argument("--json", type=Path, metavar="FILE", help="write all lines to this file too")
        parser.add_argument("--check", action="store_true", help="exit 1 past a target by more than a quarter")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.DEBUG or not settings.LOCAL:
            raise CommandError("Set REVOPS_MODE=local and DEBUG=0: other settings are measured by no floor.")
        plan = Plan(options["group"] or list(GROUPS), options["rounds"], options["companies"])
        try:
            lines = self.report(plan)
        except (UnequalError, UnexpectedReplyError) as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            options["json"].write_text(json.dumps(document(plan, lines), indent=1), encoding="utf-8")
        if options["check"] and exit_code([line for _, line in lines]):
            raise SystemExit(1)

    def report(self, plan: Plan) -> list[tuple[str, Line]]:
        """Print each line as soon as it is measured."""
        lines: list[tuple[str, Line]] = []
        with closing(measured(plan)) as found:
            for database, line in found:
                if not lines or lines[-1][0] != database:
                    self.stdout.write(f"\n{database_in_use()}\n{table_row(HEADER)}")
                self.stdout.write(row(line))
                self.stdout.flush()
                lines.append((database, line))
        return lines


def document(plan: Plan, lines: list[tuple[str, Line]]) -> dict[str, object]:
    """The whole run as JSON."""
    return {
        "python": platform.python_version(),
        "django": django.get_version(),
        "rounds": plan.rounds,
        "lines": [{"database": database} | plain(line) for database, line in lines],
    }

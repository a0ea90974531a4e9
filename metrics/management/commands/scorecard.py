"""`manage.py scorecard FILE`: the KPIs of a CRM export."""

import os
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, DjangoHelpFormatter, OutputWrapper
from django.utils import timezone

from metrics.scorecard.amounts import currency_code
from metrics.scorecard.asking import columns_by_kind, day, placed, rate, statuses, table_of
from metrics.scorecard.card import Prepared, Question, computed_card
from metrics.scorecard.dates import order_of
from metrics.scorecard.faults import ScorecardError
from metrics.scorecard.fields import FIELDS, Kind
from metrics.scorecard.periods import Period
from metrics.scorecard.printing import json_lines, problem_lines, text_lines
from metrics.scorecard.reading import Table
from metrics.scorecard.settling import Choices, settled_reading

REFUSED = 2
ABOUT = f"""\
Compute the KPIs of a CRM export; nothing is stored.

FILE is a CSV file of deals as Salesforce, HubSpot, Pipedrive or another CRM exports it. Columns are found by their
headers, or named with --map field=header (or field=#number), for one file only with --map leads.created=header.

{chr(10).join(f"  {kind}: {', '.join(field.name for field in fields)}" for kind, fields in FIELDS.items())}

An encoding other than UTF-8 (or UTF-16 with a byte order mark) must be named, and so must what the file leaves open:
whether 03/04/2025 is in March or in April, whether 1.234 is about a thousand or about one.

Values by owner, source, segment, stage and channel have it in "segment": a segment, stage or channel by its name, the
others as owner=name. Several currencies or pipelines are shown one by one, never added. A value that cannot be
computed is null, and "missing" says why. Rates (--margin, --inflation) are shares or percentages: 0.8 or 80%.
"""


class PlainHelp(DjangoHelpFormatter, RawDescriptionHelpFormatter):
    """Django's help with the description's own line breaks."""


class Command(BaseCommand):
    help = ABOUT
    requires_system_checks = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(prog_name, subcommand, formatter_class=PlainHelp, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        add = partial(parser.add_argument, default="")
        parser.add_argument("file", metavar="FILE", nargs="?", default="", help="the deals")
        add("--leads", metavar="F", help="a CSV file of leads")
        add("--subscriptions", metavar="F", help="a CSV file of subscriptions")
        add("--spend", metavar="F", help="a CSV file of spend by month")
        for name, shape in (("--map", "FIELD=HEADER"), ("--status-map", "VALUE=won|lost|open")):
            parser.add_argument(name, nargs="+", action="extend", default=[], metavar=shape)
        add("--encoding", metavar="E", help="utf-8, cp1250, iso-8859-2, utf-16 or cp1252")
        add("--dates", metavar="FORMAT", help="dmy, mdy or ymd, also as %%d.%%m.%%Y or dd.mm.yyyy")
        add("--decimal", choices=[",", "."], help="the mark before decimals")
        add("--margin", metavar="R", help="gross margin, for CLTV and ROI")
        add("--inflation", metavar="R", help="inflation over one period, for real growth")
        add("--currency", metavar="C", help="only what is in this currency")
        add("--pipeline", metavar="P", help="only deals of this pipeline")
        add("--as-of", metavar="DATE", help="the day to compute for, YYYY-MM-DD; today if not given")
        parser.add_argument("--period", choices=[each.value for each in Period], default=Period.ALL.value)
        parser.add_argument("--format", choices=["json", "text"], default="json")

    def handle(self, *args: Any, **options: Any) -> None:
        options["file"] = options["file"] or file_behind_a_list(options)
        if not options["file"]:
            raise CommandError("Name the file of deals.", returncode=REFUSED)
        try:
            lines = self._lines(options)
        except ScorecardError as error:
            raise CommandError(error.sentence("en"), returncode=REFUSED) from error
        with readers_may_leave(self.stdout):
            for line in lines:
                self.stdout.write(line)

    def _lines(self, options: Mapping[str, Any]) -> Iterable[str]:
        """Everything that is printed; ScorecardError before any of it."""
        question = asked(options)
        files = {kind: options["file" if kind is Kind.DEALS else kind.value] for kind in Kind}
        tables = {kind: table_of(file, options["encoding"]) for kind, file in files.items() if file}
        try:
            card = computed_card(prepared_files(tables, options), question)
        except ScorecardError as error:
            raise placed(error, tables.values()) from error
        if options["format"] == "json":
            for kind, found in card.problems.items():
                for line in problem_lines(kind.value, found) if found.refused else ():
                    self.stderr.write(line)
            return json_lines(card.values)
        return text_lines(card.values, [(kind.value, found) for kind, found in card.problems.items()])


@contextmanager
def readers_may_leave(output: OutputWrapper) -> Iterator[None]:
    """End quietly where the reader of the output has all it wants."""
    try:
        yield
        output.flush()
    except BrokenPipeError:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), output.fileno())  # so that Python does not complain at its end
        raise SystemExit(0) from None


def file_behind_a_list(options: Mapping[str, Any]) -> str:
    """The file where it stands behind --map or --status-map, which take all that follows: what has no = is no pair."""
    for given in (options["map"], options["status_map"]):
        if given and "=" not in given[-1]:
            return str(given.pop())
    return ""


def asked(options: Mapping[str, Any]) -> Question:
    """What the options ask for."""
    return Question(
        day(options["as_of"]) if options["as_of"] else timezone.localdate().toordinal(),
        Period(options["period"]),
        currency_code(options["currency"].strip()),
        options["pipeline"].strip(),
        rate(options["margin"], "--margin"),
        rate(options["inflation"], "--inflation"),
    )


def prepared_files(tables: Mapping[Kind, Table], options: Mapping[str, Any]) -> Mapping[Kind, Prepared]:
    """The files with what is settled about reading them."""
    columns = columns_by_kind(options["map"], tables)
    order = order_of(options["dates"]) if options["dates"] else None
    meanings = statuses(options["status_map"])
    return {
        kind: Prepared(table, settled_reading(kind, table, Choices(columns[kind], order, options["decimal"], meanings)))
        for kind, table in tables.items()
    }

"""`manage.py advise FILE`: advice on many companies at once."""

import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, DjangoHelpFormatter, OutputWrapper

from assessments.services.advising import AdvisingError, Printed, Progress, Source, published_adviser

REFUSED, INTERRUPTED = 2, 130
ABOUT = """\
Advise on many companies with the published method; nothing is stored.

FILE holds one JSON object per company: as a JSON list, or one after the other (JSON Lines). All keys but "answers"
may be left out, and an answer or a gate that is left out is blank:

  {"id": "acme", "answers": {"S1": 4, "R6": null}, "gates": {"budget": true, "keep_reps": "dk"}, "weights": {"S1": 3}}

Answers are whole numbers from 0 to 4, gates (budget, keep_reps, automation, deep_problem) true or false; null and "dk"
mean don't know. Weights that are not named are those of the published method.

In the output, "missing" and "next_question" call the gates by letters: B budget, K keep_reps, A automation,
D deep_problem. Scores and shares are exact: "475/7".

An item that cannot be used is named on standard error, the others are printed, and the exit status is 2.
"""


class PlainHelp(DjangoHelpFormatter, RawDescriptionHelpFormatter):
    """Django's help with the description's own line breaks."""


class Command(BaseCommand):
    help = ABOUT
    requires_system_checks = []  # nothing is served or stored, and they take longer than a hundred items

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(prog_name, subcommand, formatter_class=PlainHelp, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="the file to read; - for standard input")
        parser.add_argument("--lines", action="store_true", help="print JSON Lines instead of a JSON list")

    def handle(self, *args: Any, file: str, lines: bool, **options: Any) -> None:
        try:
            with opened(file) as source:
                refused = self._advise(source, lines=lines)
        except AdvisingError as error:
            raise CommandError(error.reason, returncode=REFUSED) from error
        except KeyboardInterrupt:
            raise SystemExit(INTERRUPTED) from None
        except OSError as error:
            abandon(self.stdout)
            if isinstance(error, BrokenPipeError):
                raise SystemExit(0) from None  # the reader has all it wants
            raise CommandError(f"The output cannot be written: {error.strerror}.", returncode=REFUSED) from error
        if refused:
            raise SystemExit(REFUSED)

    def _advise(self, source: Source, *, lines: bool) -> int:
        """Print each advice as it comes; the number of refusals."""
        advices = published_adviser().advise(source)
        progress = Progress(self.stderr, is_shown=self.stderr.isatty() and not self.stdout.isatty())
        refused = 0
        with Printed(self.stdout, lines=lines) as printed:
            for advice in to_the_end(advices):
                progress.step()
                if isinstance(advice, str):
                    printed.add(advice)
                else:
                    progress.clear()
                    self.stderr.write(advice.reason)
                    refused += 1
        progress.clear()
        return refused


@contextmanager
def opened(file: str) -> Iterator[Source]:
    """The file, or standard input for "-"; bytes wherever there are bytes, as they need not be valid text."""
    if file == "-":
        yield getattr(sys.stdin, "buffer", sys.stdin)
        return
    try:
        source = Path(file).open("rb")  # noqa: SIM115  # closed below: only opening is guarded here
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise AdvisingError(f"The file {file} cannot be read: {reason}.") from error
    with source:
        yield source


def to_the_end(advices: Iterator[str | AdvisingError]) -> Iterator[str | AdvisingError]:
    """All advices; where reading ends early, the reason is the last of them."""
    try:
        yield from advices
    except AdvisingError as error:
        yield error


def abandon(output: OutputWrapper) -> None:
    """Send the rest nowhere, so that Python does not complain about it when it exits."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), output.fileno())

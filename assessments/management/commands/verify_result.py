"""Recompute stored results, or a JSON report, and say whether they are equal."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from assessments.services.verifying import differences, results_to_verify
from assessments.services.verifying_files import FileError, file_differences


class Command(BaseCommand):
    help = (
        "Compute stored results again from their stored inputs, or the numbers of a JSON report from the inputs it "
        "holds; say equal, or where they differ (then exit 1)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        choice = parser.add_mutually_exclusive_group(required=True)
        choice.add_argument("ref", nargs="?", help="reference of one completed assessment, or a JSON report: FILE.json")
        choice.add_argument("--all", action="store_true", help="every stored result")

    def handle(self, *args: Any, **options: Any) -> None:
        ref: str = options["ref"] or ""
        if ref.endswith(".json"):
            checked, differing = self._file(Path(ref))
        else:
            checked, differing = self._stored(None if options["all"] else ref)
        if not options["all"] and not checked:
            raise CommandError(f"There is no completed assessment with the reference {ref}.")
        self.stdout.write(f"{checked} checked, {differing} differ.")
        if differing:
            raise SystemExit(1)

    def _stored(self, ref: str | None) -> tuple[int, int]:
        checked = differing = 0
        for result in results_to_verify(ref):
            found = differences(result)
            checked, differing = checked + 1, differing + bool(found)
            self._say(result.assessment.ref, found, f" (receipt {result.receipt})")
        return checked, differing

    def _file(self, path: Path) -> tuple[int, int]:
        try:
            found = file_differences(path.read_text(encoding="utf-8"))
        except (FileError, UnicodeDecodeError) as error:
            raise CommandError(f"{path}: {error}") from error
        except OSError as error:
            raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
        self._say(str(path), found, "")
        return 1, int(bool(found))

    def _say(self, name: str, found: list[str], more: str) -> None:
        self.stdout.write(f"{name}: {'differs' if found else 'equal'}{more}")
        for line in found:
            self.stdout.write(f"  {line}")

"""`manage.py report REF`: one report, or all formats into a folder."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from assessments.reports.values import File, Format, Options, Report, ReportError
from assessments.reports.writing import written
from assessments.services.reporting import completed_assessment, report_of, sample_report

SAMPLE, ALL = "sample", "all"


class Command(BaseCommand):
    help = "Write the report of one completed assessment; the reference `sample` stands for the sample result."
    requires_system_checks = []  # nothing is served or stored

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("ref", help="reference of a completed assessment, or `sample`")
        parser.add_argument("--format", choices=[*map(str, Format), ALL], default=str(Format.PDF), dest="kind")
        parser.add_argument("--lang", choices=[code for code, _ in settings.LANGUAGES], default="en")
        parser.add_argument("--output", type=Path, required=True, help="the file; with --format all, the folder")

    def handle(self, *args: Any, ref: str, kind: str, lang: str, output: Path, **options: Any) -> None:
        report = report_for(ref, Options(lang))
        if kind == ALL:
            files = [self._written(report, each) for each in Format]
            for file in files:
                self._saved(file, output / file.name)
        else:
            self._saved(self._written(report, Format(kind)), output)

    def _written(self, report: Report, kind: Format) -> File:
        try:
            return written(report, kind)
        except ReportError as error:
            raise CommandError(f"{error} Reason: {error.__cause__}") from error

    def _saved(self, file: File, path: Path) -> None:
        """Either the whole file or none: it is written beside its place and then moved there."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f".{path.name}.part")
            part.write_bytes(file.content)
            part.replace(path)
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{path} ({len(file.content):,} bytes)")


def report_for(ref: str, options: Options) -> Report:
    """The report of this reference. CommandError where there is no such completed assessment."""
    if ref == SAMPLE:
        return sample_report(options)
    assessment = completed_assessment(ref)
    if assessment is None:
        raise CommandError(f"There is no completed assessment with the reference {ref}.")
    return report_of(assessment, options)

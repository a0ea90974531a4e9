"""One way to every format: the writer is imported when it is first used, so that a web worker starts without it."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from django.utils.translation import gettext, override

from assessments.reports.filenames import file_name
from assessments.reports.trimming import trimmed
from assessments.reports.values import File, Format, Report, ReportError

Writer = Callable[[Report], bytes]


class Place(NamedTuple):
    """Where a format's writer is, and what its files are."""

    module: str
    writer: str
    media_type: str


OFFICE = "application/vnd.openxmlformats-officedocument"
PLACES = {
    Format.PDF: Place("pdf", "pdf_file", "application/pdf"),
    Format.WORD: Place("word", "word_file", f"{OFFICE}.wordprocessingml.document"),
    Format.SLIDES: Place("slides", "slides_file", f"{OFFICE}.presentationml.presentation"),
    Format.WORKBOOK: Place("workbook", "workbook_file", f"{OFFICE}.spreadsheetml.sheet"),
    Format.TABLE: Place("rows", "table_file", "text/csv; charset=utf-8"),
    Format.DATA: Place("data", "data_file", "application/json"),
    Format.MARKDOWN: Place("markdown", "markdown_file", "text/markdown; charset=utf-8"),
}


def written(report: Report, kind: Format) -> File:
    """The report as a file, in the language of its options. ReportError names the format that cannot be made."""
    place, shown = PLACES[kind], trimmed(report)
    writer: Writer = getattr(import_module(f"assessments.reports.{place.module}"), place.writer)
    with override(report.options.language):
        try:
            content = writer(shown)
        except (RuntimeError, ValueError, LookupError, OSError) as error:
            sentence = gettext("The report could not be made as %(format)s.") % {"format": kind.upper()}
            raise ReportError(sentence) from error
    return File(file_name(report, kind), place.media_type, content)

"""A report without the parts that were not asked for, so that no writer can print them by mistake."""

from dataclasses import replace

from assessments.document.values import AdviceDocument
from assessments.reports.values import Options, Report


def trimmed(report: Report) -> Report:
    """The report with the parts its options name; without answers the record goes too, for it holds them."""
    record = report.record if report.options.answers else None
    return replace(report, document=_document(report.document, report.options), record=record)


def _document(document: AdviceDocument, options: Options) -> AdviceDocument:
    if not options.answers:
        document = replace(document, answers=(), profile=())
    if not (options.notes and options.answers):
        document = replace(
            document,
            answers=tuple(replace(row, note="") for row in document.answers),
            assumptions=tuple(replace(row, note="") for row in document.assumptions),
        )
    if not options.method:
        document = replace(document, method=replace(document.method, sentences=(), constants=()))
    return document

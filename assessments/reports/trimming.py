"""A report without the parts that were not asked for, so that no writer can print them by mistake."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from assessments.document.answerless import without_answers
from assessments.document.values import AdviceDocument
from assessments.reports.values import Options, Report

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")  # no file format takes them
SHOWN_INSTEAD = "\ufffd"  # the sign for a character that cannot be shown
Value = TypeVar("Value")


def trimmed(report: Report) -> Report:
    """The report with the parts its options name; without answers the record goes too, for it holds them."""
    record = report.record if report.options.answers else None
    return printable(replace(report, document=_document(report.document, report.options), record=record))


def _document(document: AdviceDocument, options: Options) -> AdviceDocument:
    if not options.answers:
        document = without_answers(document)
    if not options.notes:
        document = replace(
            document,
            answers=tuple(replace(row, note="") for row in document.answers),
            assumptions=tuple(replace(row, note="") for row in document.assumptions),
        )
    if not options.method:
        document = replace(document, method=replace(document.method, sentences=(), constants=()))
    return document


def printable(value: Value) -> Value:
    """The value with a visible sign in place of each character that no file can hold."""
    shown: Value = _shown(value)
    return shown


def _shown(value: Any) -> Any:
    if isinstance(value, str):
        return UNPRINTABLE.sub(SHOWN_INSTEAD, value) if UNPRINTABLE.search(value) else value
    if isinstance(value, tuple):
        return tuple(map(_shown, value))
    if is_dataclass(value) and not isinstance(value, type):
        kept = {field.name: getattr(value, field.name) for field in fields(value)}
        changed = {name: new for name, old in kept.items() if (new := _shown(old)) != old}
        return replace(value, **changed) if changed else value
    return value

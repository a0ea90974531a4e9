"""Word: real headings, styles, tables and pictures with alternative texts."""

import io

from docx import Document

from assessments.document.values import AdviceDocument
from assessments.reports.archives import steady
from assessments.reports.pictures import pictures
from assessments.reports.story import story
from assessments.reports.story.evidence import total_label
from assessments.reports.values import Report
from assessments.reports.word.answer import add_answer
from assessments.reports.word.body import Page
from assessments.reports.word.frame import add_frame
from assessments.reports.word.styles import set_styles

__all__ = ["word_file"]


def word_file(report: Report) -> bytes:
    """The report as a document of A4 pages."""
    document = Document()
    set_styles(document, report.options)
    add_frame(document, report)
    page = Page(document, pictures(report.document), _told_twice(report.document))
    first, *others = story(report)
    add_answer(page, report, first)
    for section in others:
        page.add_section(section)
    made = io.BytesIO()
    document.save(made)
    return steady(made.getvalue(), report.day)


def _told_twice(document: AdviceDocument) -> frozenset[str]:
    """Where every answer is listed with its points, what added up needs its picture only."""
    return frozenset(total_label(fall.name) for fall in document.waterfalls) if document.answers else frozenset()

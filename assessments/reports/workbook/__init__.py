"""Excel: seven sheets whose formulas work the scores out again from answers and weights, with native charts."""

from assessments.reports.archives import steady
from assessments.reports.values import Report
from assessments.reports.workbook.basis import add_method
from assessments.reports.workbook.book import Book
from assessments.reports.workbook.plan import add_kpis, add_plan
from assessments.reports.workbook.scores import add_answers, add_scores
from assessments.reports.workbook.sensitivity import add_sensitivity
from assessments.reports.workbook.summary import add_summary

__all__ = ["workbook_file"]


def workbook_file(report: Report) -> bytes:
    """The report as a workbook."""
    book = Book(report)
    for add in (add_summary, add_answers, add_scores, add_sensitivity, add_kpis, add_plan, add_method):
        add(book)
    return steady(book.closed(), report.day)

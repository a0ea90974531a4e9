"""PDF by Typst: tagged, PDF/UA-1 and PDF/A-2a, fonts embedded, the same bytes for the same report."""

from assessments.reports.pdf.compiling import compiled_pdf
from assessments.reports.pdf.template_data import template_data
from assessments.reports.values import Report

__all__ = ["pdf_file"]


def pdf_file(report: Report) -> bytes:
    """The report on A4 pages. RuntimeError when it cannot be set."""
    return compiled_pdf(template_data(report), report.day)

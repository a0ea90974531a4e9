"""The story of a report: its sections in order, made of plain blocks that several writers print."""

from assessments.reports.story.answer import answer, missing, reasons
from assessments.reports.story.basis import basis
from assessments.reports.story.blocks import Section
from assessments.reports.story.evidence import doubt, position
from assessments.reports.story.plan import charter, kpi_list, plan, risks
from assessments.reports.values import Report

__all__ = ["story"]


def story(report: Report) -> tuple[Section, ...]:
    """All sections that have something to say, in the language in force."""
    document = report.document
    found = (
        answer(report),
        missing(document),
        reasons(document),
        position(document),
        doubt(document),
        plan(document),
        kpi_list(document),
        charter(document),
        risks(document),
        basis(report),
    )
    return tuple(section for section in found if section is not None)

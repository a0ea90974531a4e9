"""PowerPoint: nine slides with action titles and charts that can be edited; where it comes from stands in the notes."""

import io

from assessments.reports.archives import steady
from assessments.reports.slides.deck import Deck
from assessments.reports.slides.pages import add_slides
from assessments.reports.values import Report

__all__ = ["slides_file"]


def slides_file(report: Report) -> bytes:
    """The report as a presentation of 16:9 slides."""
    deck = Deck(report)
    add_slides(deck)
    made = io.BytesIO()
    deck.presentation.save(made)
    return steady(made.getvalue(), report.day)

"""The pictures of a result as PNG, drawn by the same functions as those of the PDF."""

import json
from dataclasses import asdict

from assessments.document.values import AdviceDocument
from assessments.reports.map_picture import map_svg
from assessments.reports.pdf.compiling import FONTS, compiler
from assessments.reports.pdf.template_data import prose
from assessments.reports.story.blocks import Figure
from assessments.reports.story.evidence import total_label

PIXELS_AN_INCH = 200
WIDTH = 172  # millimetres, as the template has it


def pictures(document: AdviceDocument) -> dict[Figure, bytes]:
    """The pictures that this document has, each WIDTH wide."""
    figures = [figure for figure, there in _there(document) if there]
    data = {
        "figures": figures,
        "fonts": FONTS,
        "language": document.language,
        "needs": prose(asdict(document.needs)),
        "map_svg": map_svg(document.map) if document.map else "",
        "waterfalls": [prose(asdict(fall)) for fall in document.waterfalls],
        "totals": [total_label(fall.name) for fall in document.waterfalls],
        "tornado": prose(asdict(document.tornado)) if document.tornado else None,
        "stability": prose(asdict(document.stability)),
    }
    made = compiler("pictures").compile(format="png", ppi=PIXELS_AN_INCH, sys_inputs={"data": json.dumps(data)})
    pages: list[bytes] = made if isinstance(made, list) else [made]  # type: ignore[list-item]  # none is empty
    return dict(zip(figures, pages, strict=True))


def _there(document: AdviceDocument) -> tuple[tuple[Figure, bool], ...]:
    return (
        (Figure.NEEDS, True),
        (Figure.MAP, document.map is not None),
        (Figure.WATERFALL, bool(document.waterfalls)),
        (Figure.TORNADO, document.tornado is not None),
        (Figure.SHARES, bool(document.stability.shares)),
    )

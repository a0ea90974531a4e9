"""Native charts of the workbook, in the product's colours and patterns."""

from typing import Any

from assessments.reports.palette import AXIS, FILLS, FONT, INK, TRACK, WHITE

PATTERNS = {"revops": "wide_upward_diagonal", "both": "large_confetti"}


def paint(kind: str) -> dict[str, Any]:
    """How a series or a point of this kind is filled."""
    if kind in PATTERNS:
        return {"pattern": {"pattern": PATTERNS[kind], "fg_color": f"#{WHITE}", "bg_color": f"#{FILLS[kind]}"}}
    return {"fill": {"color": f"#{FILLS[kind]}"}}


def bare(chart: Any, *, title: str, low: float, high: float) -> None:
    """Our type, no legend, thin lines, the first category on top."""
    letters = {"name": FONT, "size": 10, "color": f"#{INK}", "bold": False}
    chart.set_title({"name": title, "name_font": letters | {"bold": True, "size": 12}, "overlay": False})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": letters, "line": {"none": True}, "label_position": "low"})
    grid = {"visible": True, "line": {"color": f"#{TRACK}", "width": 0.75}}
    looks = {"num_font": letters, "major_gridlines": grid, "line": {"none": True}, "label_position": "high"}
    chart.set_x_axis({"min": low, "max": high, **looks})
    chart.set_chartarea({"border": {"none": True}})


NOTHING: dict[str, Any] = {"fill": {"none": True}, "border": {"none": True}}
EDGE = {"border": {"color": f"#{AXIS}", "width": 0.5}}

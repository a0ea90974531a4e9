"""A workbook under construction: sheets, cell looks, and the one way to write what somebody typed."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assessments.reports.palette import AXIS, FONT, INK, LINE, MUTED, TINTS, accent_of
from assessments.reports.signing import PRODUCT
from assessments.reports.values import Report

EPOCH = "1980-01-01"
LONGEST = 32_000  # characters that a cell takes
SIZE, LINE_HEIGHT, HIGHEST = 10, 1.28, 400  # points, and lines of this many letters' heights
CHARACTERS_A_WIDTH = 1.12  # letters of our type to one unit of a column's width
LOOKS: dict[str, dict[str, Any]] = {
    "cell": {},
    "head": {"bold": True, "font_color": f"#{MUTED}", "bottom": 2, "bottom_color": f"#{AXIS}"},
    "head_right": {
        "bold": True,
        "font_color": f"#{MUTED}",
        "bottom": 2,
        "bottom_color": f"#{AXIS}",
        "align": "right",
    },
    "title": {"bold": True, "font_size": 16},
    "strong": {"bold": True},
    "muted": {"font_color": f"#{MUTED}"},
    "number": {"num_format": "0.0", "align": "right"},
    "whole": {"num_format": "0", "align": "right"},
    "total": {"num_format": "0.0", "bold": True, "top": 1, "align": "right"},
    "total_name": {"bold": True, "top": 1},
    "share": {"num_format": "0.0%", "align": "right"},
    "date": {"num_format": "yyyy-mm-dd", "align": "left"},
    "open": {"bg_color": f"#{TINTS['none']}"},  # for the reader to fill in
    "open_number": {"bg_color": f"#{TINTS['none']}", "num_format": "0.##", "align": "right"},
}


class Sheet(StrEnum):
    """The sheets in their order."""

    SUMMARY = "summary"
    ANSWERS = "answers"
    SCORES = "scores"
    SENSITIVITY = "sensitivity"
    KPIS = "kpis"
    PLAN = "plan"
    METHOD = "method"


class Book:
    """The workbook, the looks of its cells, and what it is made from."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._made = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.workbook = Workbook(self._made, options)
        self.workbook.formats[0].set_font_name(FONT)
        self.workbook.formats[0].set_font_size(SIZE)
        self._widths: dict[str, tuple[float, ...]] = {}
        self._heights: dict[tuple[str, int], float] = {}
        self._looks = {name: self._format(look) for name, look in LOOKS.items()}
        self._set_properties()

    def look(self, name: str) -> Format:
        return self._looks[name]

    def add_sheet(
        self, sheet: Sheet, head: Sequence[str], widths: Sequence[float], numbers: frozenset[int] = frozenset()
    ) -> Worksheet:
        """A sheet with its first row written and frozen; over columns of numbers it stands on the right."""
        made: Worksheet = self.workbook.add_worksheet(names()[sheet])
        made.hide_gridlines(2)
        made.freeze_panes(1, 0)
        made.set_landscape()
        made.set_paper(9)
        made.fit_to_pages(1, 0)
        made.repeat_rows(0)
        made.set_footer("&L&A&R&P / &N")
        made.set_tab_color(f"#{accent_of(self.report.options.branding.accent)}")
        self._widths[made.name] = tuple(widths)
        for place, width in enumerate(widths):
            made.set_column(place, place, width)
        for place, text in enumerate(head):
            self.text(made, 0, place, text, "head_right" if place in numbers else "head")
        return made

    def text(self, sheet: Worksheet, row: int, column: int, text: str, look: str = "cell") -> None:
        """Write text as text, whatever it begins with; what no cell can hold ends with a sign that it was cut."""
        shown = text if len(text) <= LONGEST else f"{text[:LONGEST]} […]"
        sheet.write_string(row, column, shown, self.look(look))
        self._make_room(sheet, row, column, shown, look)

    def texts(self, sheet: Worksheet, row: int, texts: Sequence[str], look: str = "cell") -> None:
        for column, text in enumerate(texts):
            self.text(sheet, row, column, text, look)

    def _make_room(self, sheet: Worksheet, row: int, column: int, text: str, look: str) -> None:
        """A row as high as its longest text needs: not every program finds that out by itself."""
        size = LOOKS[look].get("font_size", SIZE)
        a_line = max(4, int(self._widths[sheet.name][column] * CHARACTERS_A_WIDTH * SIZE / size))
        lines = sum(max(1, -(-len(part) // a_line)) for part in text.split("\n"))
        height = min(HIGHEST, lines * size * LINE_HEIGHT + 4)
        if height > self._heights.get((sheet.name, row), 0):
            self._heights[sheet.name, row] = height
            sheet.set_row(row, height)

    def closed(self) -> bytes:
        """The finished file."""
        self.workbook.close()
        return self._made.getvalue()

    def _format(self, look: dict[str, Any]) -> Format:
        base = {"font_name": FONT, "font_size": SIZE, "font_color": f"#{INK}", "text_wrap": True, "valign": "top"}
        below = {} if "bottom" in look or "top" in look else {"bottom": 1, "bottom_color": f"#{LINE}"}
        made: Format = self.workbook.add_format(base | below | look)
        return made

    def _set_properties(self) -> None:
        report = self.report
        self.workbook.set_properties(
            {
                "head_right": {
                    "bold": True,
                    "font_color": f"#{MUTED}",
                    "bottom": 2,
                    "bottom_color": f"#{AXIS}",
                    "align": "right",
                },
                "title": ": ".join(filter(None, [report.name, report.document.headline]))[:255],
                "author": (report.options.branding.prepared_by or PRODUCT)[:255],
                "subject": PRODUCT,
                "created": datetime.fromisoformat(report.day or EPOCH).replace(tzinfo=UTC),
            }
        )


def names() -> dict[Sheet, str]:
    """The sheets' names in the language in force: at most 31 characters, none that Excel refuses."""
    return {
        Sheet.SUMMARY: gettext("Summary"),
        Sheet.ANSWERS: gettext("Answers"),
        Sheet.SCORES: gettext("Scores"),
        Sheet.SENSITIVITY: gettext("Sensitivity"),
        Sheet.KPIS: gettext("KPIs"),
        Sheet.PLAN: gettext("Plan"),
        Sheet.METHOD: gettext("Method"),
    }


def cell_of(sheet: Sheet, cell: str) -> str:
    """A reference to a cell of another sheet."""
    return f"'{names()[sheet]}'!{cell}"

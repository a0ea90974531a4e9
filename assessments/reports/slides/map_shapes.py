"""The decision map as shapes that can be moved and coloured, from the same coordinates as the page's."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext
from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu, Length, Pt

from assessments.document.picture_values import DecisionMap
from assessments.reports.palette import AXIS, FILLS, INK, INKS, MUTED, TINTS, WHITE
from assessments.reports.slides.deck import dress, fill, name_shape

UNITS = 420
SAME = 0.1  # units; coordinates are rounded to hundredths
CELL = re.compile(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)")
EDGE = re.compile(r"M([\d.]+) ([\d.]+)([HV])([\d.]+)")
SHAPES = {
    "salesops": MSO_SHAPE.RECTANGLE,
    "revops": MSO_SHAPE.OVAL,
    "both": MSO_SHAPE.DIAMOND,
    "none": MSO_SHAPE.OVAL,
}


Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Look:
    """How a text looks: size in points, colour, weight, side."""

    size: float
    colour: str
    bold: bool = False
    alignment: PP_ALIGN = PP_ALIGN.CENTER


class MapDrawing:
    """Draws in a group of shapes; places are given in the map's own units."""

    def __init__(self, slide: Slide, left: Length, top: Length, size: Length) -> None:
        self._slide = slide
        self._drawn: list[BaseShape] = []
        slide.shapes.turbo_add_enabled = True  # else each new shape looks through all others for its number
        self._left, self._top, self._size = left, top, size

    def draw(self, drawn: DecisionMap) -> None:
        for region in drawn.regions:
            for x, y, width, height in strips(region.path):
                self._area(x, y, width, height, TINTS[region.kind])
        for cell in drawn.cells:
            area = self._area(cell.x, cell.y, drawn.cell_width, drawn.cell_height, FILLS[cell.kind])
            _set_opacity(area, float(cell.shade))
        for x, y, way, end in EDGE.findall(drawn.borders):
            self._line((x, y), (end, y) if way == "H" else (x, end), AXIS, dashed=True)
        self._line(("46", "14"), ("46", "364"), AXIS)
        self._line(("46", "364"), ("406", "364"), AXIS)
        self._texts(drawn)
        for x, y, way, end in EDGE.findall(drawn.brackets):
            self._line((x, y), (end, y) if way == "H" else (x, end), INK, width=2.25)
        self._mark(drawn)
        group = self._slide.shapes.add_group_shape(self._drawn)  # at once: a group measures itself with each new part
        name_shape(group, f"{drawn.title}. {drawn.description}")

    def _at(self, units: str | float) -> int:
        return int(self._size * float(units) / UNITS)

    def _area(self, x: str, y: str, width: str, height: str, colour: str) -> Shape:
        left, top = Emu(self._left + self._at(x)), Emu(self._top + self._at(y))
        area = self._slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, top, Emu(self._at(width)), Emu(self._at(height)))
        fill(area, colour)
        self._drawn.append(area)
        return area

    def _line(self, start: Place, end: Place, colour: str, *, width: float = 1.25, dashed: bool = False) -> None:
        (x1, y1), (x2, y2) = self._place(start), self._place(end)
        line = self._slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, x1, y1, x2, y2)
        self._drawn.append(line)
        line.line.color.rgb, line.line.width = RGBColor.from_string(colour), Pt(width)
        if dashed:
            line.line.dash_style = MSO_LINE_DASH_STYLE.DASH

    def _place(self, place: Place) -> tuple[Emu, Emu]:
        return Emu(self._left + self._at(place[0])), Emu(self._top + self._at(place[1]))

    def _texts(self, drawn: DecisionMap) -> None:
        for tick in drawn.ticks:
            self._text((tick.x, "382"), tick.text, Look(10, MUTED))
            self._text(("30", tick.y), tick.text, Look(10, MUTED))
        for label in drawn.labels:
            self._text((label.x, label.y), label.text, Look(13, INKS[label.kind], bold=True))
        self._text(("226", "406"), gettext("Need for SalesOps →"), Look(12, INK, bold=True))
        self._text(("8", "189"), gettext("Need for RevOps →"), Look(12, INK, bold=True)).rotation = -90

    def _text(self, place: Place, text: str, look: Look) -> Shape:
        width, height = self._at(170), self._at(24)
        x, y = self._place(place)
        made = self._slide.shapes.add_textbox(Emu(x - width // 2), Emu(y - height // 2), Emu(width), Emu(height))
        self._drawn.append(made)
        frame = made.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        frame.paragraphs[0].alignment = look.alignment
        dress(frame.paragraphs[0].add_run(), text, look.size, look.colour, bold=look.bold)
        return made

    def _mark(self, drawn: DecisionMap) -> None:
        """The company, in the shape of its outcome."""
        x, y, size = self._at(drawn.mark_x), self._at(drawn.mark_y), self._at(22)
        left, top = Emu(self._left + x - size // 2), Emu(self._top + y - size // 2)
        mark = self._slide.shapes.add_shape(SHAPES[drawn.mark_kind], left, top, Emu(size), Emu(size))
        self._drawn.append(mark)
        fill(mark, WHITE if drawn.mark_kind == "none" else FILLS[drawn.mark_kind])
        mark.line.color.rgb, mark.line.width = RGBColor.from_string(INK if drawn.mark_kind == "none" else WHITE), Pt(2)
        name_shape(mark, drawn.note)
        self._line((drawn.mark_x, drawn.mark_y), (drawn.note_x, drawn.note_y), INK)
        is_right = drawn.note_anchor == "start"
        middle = float(drawn.note_x) + (87 if is_right else -87)
        alignment = PP_ALIGN.LEFT if is_right else PP_ALIGN.RIGHT
        self._text((str(middle), drawn.note_y), drawn.note, Look(13, INK, bold=True, alignment=alignment))


def strips(path: str) -> list[tuple[str, str, str, str]]:
    """The cells of a region, neighbours in a row as one: left, top, width and height."""
    rows: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for x, y, width, height in CELL.findall(path):
        rows.setdefault((y, height), []).append((float(x), float(width)))
    found = []
    for (y, height), cells in rows.items():
        start, width = min(cells)
        for x, more in sorted(cells)[1:]:
            if abs(start + width - x) < SAME:
                width += more
            else:
                found.append((str(start), y, str(width), height))
                start, width = x, more
        found.append((str(start), y, str(width), height))
    return found


def _set_opacity(area: Shape, part: float) -> None:
    colour = area.fill._xPr.find(f".//{qn('a:srgbClr')}")  # noqa: SLF001  # the library has no call for opacity
    etree.SubElement(colour, qn("a:alpha")).set("val", str(round(part * 100_000)))

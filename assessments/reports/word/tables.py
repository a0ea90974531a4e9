"""Tables of the Word report: thin lines, a head that repeats on every page, rows that stay together."""

from django.utils.translation import gettext
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from assessments.reports.palette import AXIS, LINE
from assessments.reports.story.blocks import Table
from assessments.reports.word.styles import set_style
from assessments.templatetags.texts import tied

WIDTH = 172  # millimetres between the margins
SHORT = 6  # rows of a table that is not parted


def add_table(document: Document, table: Table) -> WordTable:
    """The table over the whole width; without a head it is a list of names and texts."""
    made: WordTable = document.add_table(rows=0, cols=len(table.shares))
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    if table.head:
        head = made.add_row()
        _fill(head, table, table.head, "Cell head")
        _repeat(head)
        _keep_with_next(head)
        _line_below(head, AXIS, "8")
    for number, cells in enumerate(table.rows, 1):
        row = made.add_row()
        _fill(row, table, cells, "Cell")
        if len(table.rows) <= SHORT and number < len(table.rows):
            _keep_with_next(row)
        _line_below(row, LINE, "4")
        _keep_together(row)
    for column, width in zip(made.columns, widths(table), strict=True):
        column.width = width
    _describe(made, table.caption)
    set_style(document.add_paragraph(), "Gap")
    return made


def widths(table: Table) -> list[Mm]:
    """The columns' widths."""
    whole = sum(table.shares)
    return [Mm(WIDTH * share / whole) for share in table.shares]


def _fill(row: _Row, table: Table, texts: tuple[str, ...], style: str) -> None:
    for place, (cell, text, width) in enumerate(zip(row.cells, texts, widths(table), strict=True)):
        cell.width = width
        line = cell.paragraphs[0]
        set_style(line, style)
        line.add_run(tied(text))
        line.paragraph_format.space_before = line.paragraph_format.space_after = Mm(0.4)
        if place in table.numbers:
            line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if place == 0 and style == "Cell":
            line.runs[0].bold = True


def _line_below(row: _Row, colour: str, size: str) -> None:
    for cell in row.cells:
        _border(cell, colour, size)


def _border(cell: _Cell, colour: str, size: str) -> None:
    borders, bottom = OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
    for name, value in {"val": "single", "sz": size, "space": "0", "color": colour}.items():
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001  # the library has no call for borders


def _keep_with_next(row: _Row) -> None:
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _repeat(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  # the library has no call for it


def _keep_together(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001  # the library has no call for it


def _describe(made: WordTable, caption: str) -> None:
    """The table's name for those who do not see it."""
    name = OxmlElement("w:tblCaption")
    name.set(qn("w:val"), caption or gettext("Facts"))
    made._tbl.tblPr.append(name)  # noqa: SLF001  # the library has no call for it

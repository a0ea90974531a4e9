"""Blocks of the story as paragraphs, tables and pictures."""

import io
import re

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from assessments.reports.pictures import WIDTH
from assessments.reports.story.blocks import (
    Block,
    Bullets,
    Facts,
    Figure,
    Picture,
    Section,
    Style,
    Subheading,
    Table,
    Text,
)
from assessments.reports.word.styles import set_style
from assessments.reports.word.tables import add_table
from assessments.templatetags.texts import tied

STYLES = {Style.LEAD: "Lead", Style.BODY: "Normal", Style.STRONG: "Normal", Style.MUTED: "Small", Style.TYPED: "Typed"}
SMALLER = {Figure.WATERFALL: 152, Figure.TORNADO: 152}  # millimetres: so that their sections fit on a page
JOINED = frozenset({"risks"})  # sections that follow on the page of the one before
RIGHT_TO_LEFT = re.compile("^[^A-Za-z\u00c0-\u024f]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


class Page:
    """Where the next block goes."""

    def __init__(self, document: Document, pictures: dict[Figure, bytes], told: frozenset[str] = frozenset()) -> None:
        """`told` are the captions of tables whose numbers stand in another table."""
        self.document = document
        self._pictures = pictures
        self._told = told

    def add_section(self, section: Section) -> None:
        """A section with its heading, on a page of its own."""
        heading = self.document.add_heading(tied(section.title), level=2)
        heading.paragraph_format.page_break_before = section.key not in JOINED
        if section.key in JOINED:
            heading.paragraph_format.space_before = Mm(9)
        self.add_blocks(section.blocks)

    def add_blocks(self, blocks: tuple[Block, ...]) -> None:
        heading = ""
        for block in blocks:
            if isinstance(block, Subheading):
                heading = block.text
            self._add(block, heading)

    def _add(self, block: Block, heading: str) -> None:
        match block:
            case Subheading():
                set_style(self.document.add_paragraph(tied(block.text)), "Heading 3")
            case Text():
                self.add_text(block)
            case Bullets():
                for item in block.items:
                    set_style(self.document.add_paragraph(tied(item)), "List Bullet")
            case Facts():
                add_table(self.document, Table("", (), block.rows, (5, 8)))
            case Table() if block.caption not in self._told:
                self._add_table(block, heading)
            case Picture():
                self.add_picture(block)

    def _add_table(self, table: Table, heading: str) -> None:
        if table.caption not in {"", heading}:
            self.document.add_heading(tied(table.caption), level=3)
        add_table(self.document, table)

    def add_text(self, block: Text) -> Paragraph:
        """A paragraph; what somebody typed keeps its line ends and its direction."""
        line = set_style(self.document.add_paragraph(), STYLES[block.style])
        line.add_run(block.text if block.style is Style.TYPED else tied(block.text)).bold = (
            True if block.style is Style.STRONG else None
        )
        if block.style is Style.TYPED and RIGHT_TO_LEFT.match(block.text):
            set_right_to_left(line)
        return line

    def add_picture(self, block: Picture) -> None:
        """The picture over the whole width, with its headline and description for those who do not see it."""
        line = self.document.add_paragraph()
        width = Mm(SMALLER.get(block.figure, WIDTH))
        shape = line.add_run().add_picture(io.BytesIO(self._pictures[block.figure]), width=width)
        facts = shape._inline.docPr  # noqa: SLF001  # the library has no call for alternative texts
        facts.set("title", block.title)
        facts.set("descr", f"{block.title}. {block.description}")


def set_right_to_left(line: Paragraph) -> None:
    """Hebrew and Arabic paragraphs start on the right."""
    properties = line._p.get_or_add_pPr()  # noqa: SLF001  # the library has no call for it
    properties.insert_element_before(OxmlElement("w:bidi"), "w:spacing", "w:ind", "w:jc", "w:rPr")
    for run in line.runs:
        mark = OxmlElement("w:rtl")
        mark.set(qn("w:val"), "1")
        run._r.get_or_add_rPr().append(mark)  # noqa: SLF001  # the library has no call for it

"""Page one of the Word report: the whole answer."""

import io

from django.utils.translation import gettext
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.run import Run

from assessments.document.values import AdviceDocument
from assessments.reports.palette import INKS, MUTED, SHAPES, TINTS
from assessments.reports.story.blocks import Facts, Figure, Picture, Section, Subheading, Text
from assessments.reports.values import Logo, Report
from assessments.reports.word.body import Page
from assessments.reports.word.styles import set_style
from assessments.reports.word.tables import WIDTH
from assessments.templatetags.texts import tied

LOGO_HEIGHT, LOGO_WIDTH = 14, 60  # millimetres at most


def add_answer(page: Page, report: Report, section: Section) -> None:
    """Who and when, the outcome, the headline, and below it the blocks of the story."""
    document = page.document
    _masthead(page, report)
    _pill(page, report.document)
    document.add_heading(tied(section.title), level=1)
    _, *blocks = section.blocks  # the outcome is printed above the headline
    for block in blocks:
        match block:
            case Facts() if block.rows == facts_of(report.document):
                _columns(page, tuple((value, label) for value, label in block.rows), "Figure value")
            case Facts() if block.rows == order_of(report.document):
                _columns(page, block.rows, "Normal")
            case Picture(figure=Figure.NEEDS):
                page.add_picture(block)
            case Subheading():
                document.add_paragraph(tied(block.text), style="Figure title").paragraph_format.keep_with_next = True
            case Facts() | Text():
                page.add_blocks((block,))


def facts_of(document: AdviceDocument) -> tuple[tuple[str, str], ...]:
    """The figures of the answer card."""
    return tuple((fact.value, fact.label) for fact in document.facts)


def order_of(document: AdviceDocument) -> tuple[tuple[str, str], ...]:
    """The recommended order."""
    return tuple((moment.when, moment.what) for moment in document.sequence)


def _masthead(page: Page, report: Report) -> None:
    logo = report.options.branding.logo
    if logo:
        _logo(page, logo)
    if report.name:
        page.document.add_paragraph().add_run(report.name).bold = True
    date = report.document.completed or gettext("Sample: the company and its answers are made up")
    page.document.add_paragraph(date, style="Small")


def _logo(page: Page, logo: Logo) -> None:
    line = page.document.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    height = min(LOGO_HEIGHT, LOGO_WIDTH * logo.height / logo.width)
    shape = line.add_run().add_picture(io.BytesIO(logo.png), height=Mm(height))
    shape._inline.docPr.set("descr", gettext("Logo"))  # noqa: SLF001  # the library has no call for alternative texts


def _pill(page: Page, document: AdviceDocument) -> None:
    line = page.document.add_paragraph()
    line.paragraph_format.space_before = Pt(10)
    outcome = line.add_run(f" {SHAPES[document.kind]} {document.pill} ")
    outcome.bold, outcome.font.color.rgb = True, RGBColor.from_string(INKS[document.kind])
    _shade(outcome, TINTS[document.kind])
    for tag in document.tags:
        line.add_run(f"   {tag}").font.color.rgb = RGBColor.from_string(MUTED)


def _shade(run: Run, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in {"val": "clear", "color": "auto", "fill": colour}.items():
        shade.set(qn(f"w:{name}"), value)
    run._r.get_or_add_rPr().append(shade)  # noqa: SLF001  # the library has no call for shading


def _columns(page: Page, pairs: tuple[tuple[str, str], ...], style: str) -> None:
    """Short texts side by side, each below its name."""
    made = page.document.add_table(rows=1, cols=len(pairs))
    for cell, (above, below) in zip(made.rows[0].cells, pairs, strict=True):
        cell.width = Mm(WIDTH / len(pairs))
        cell.paragraphs[0].style = style
        cell.paragraphs[0].add_run(tied(above)).bold = True
        cell.add_paragraph(tied(below), style="Small" if style == "Figure value" else "Normal")
    set_style(page.document.add_paragraph(), "Gap")

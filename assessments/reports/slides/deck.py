"""A deck under construction: slides with a title, notes, and a line at the foot."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime

from django.utils.translation import gettext
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Length, Pt

from assessments.reports.palette import FONT, INK, MUTED, accent_of
from assessments.reports.signing import PRODUCT, signature
from assessments.reports.slides.theme import INNER, LEFT, TITLE_SIZE, set_theme
from assessments.reports.story.basis import method_version
from assessments.reports.values import Report
from assessments.templatetags.texts import tied

EPOCH = "1980-01-01"
Box = tuple[Length, Length, Length, Length]  # left, top, width, height


class Deck:
    """The presentation, and what its slides are made from."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.presentation = Presentation()
        self._layout = set_theme(self.presentation)
        self._set_properties()

    def add_slide(self, title: str, notes: Iterable[str]) -> Slide:
        """A slide with its title, the accent rule above it, the line at its foot, and notes."""
        slide: Slide = self.presentation.slides.add_slide(self._layout)
        self._set_title(slide, title)
        rule = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, LEFT, Inches(0.42), Inches(0.6), Inches(0.06))
        fill(rule, accent_of(self.report.options.branding.accent))
        name_shape(rule, "")
        self._add_foot(slide)
        frame = slide.notes_slide.notes_text_frame
        assert frame is not None  # the template's notes have one
        frame.text = "\n".join(filter(None, notes))
        return slide

    def add_text(self, slide: Slide, box: Box, text: str, size: float = 16, colour: str = INK) -> TextFrame:
        """A text box; lines part by line ends. What is long gets smaller letters, so that nothing is cut off."""
        frame: TextFrame = slide.shapes.add_textbox(*box).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        for number, line in enumerate(text.split("\n")):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            dress(paragraph.add_run(), tied(line), size, colour)
        return frame

    def _set_title(self, slide: Slide, title: str) -> None:
        holder = slide.shapes.title
        assert holder is not None  # the layout has a title
        frame = holder.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = Emu(0)
        paragraph = frame.paragraphs[0]
        paragraph.alignment, paragraph.line_spacing = PP_ALIGN.LEFT, 0.95
        dress(paragraph.add_run(), tied(title), TITLE_SIZE.pt, INK, bold=True)

    def _add_foot(self, slide: Slide) -> None:
        """Who, when, by whom and by which method; and the slide's number."""
        report = self.report
        parts = [
            report.name,
            report.document.completed,
            signature(report.options.branding),
            f"{gettext('Method version')}: {method_version(report.document.method)}",
        ]
        self.add_text(slide, (LEFT, Inches(6.95), Inches(11.2), Inches(0.3)), " · ".join(filter(None, parts)), 9, MUTED)
        number = str(len(self.presentation.slides))
        frame = self.add_text(slide, (Inches(11.9), Inches(6.95), Inches(0.833), Inches(0.3)), number, 9, MUTED)
        frame.paragraphs[0].alignment = PP_ALIGN.RIGHT

    def add_logo(self, slide: Slide) -> None:
        """The logo on the right, below the title."""
        logo = self.report.options.branding.logo
        if logo:
            height = min(0.6, 1.9 * logo.height / logo.width)
            picture = slide.shapes.add_picture(io.BytesIO(logo.png), Emu(0), Emu(0), height=Inches(height))
            picture.left, picture.top = Emu(LEFT + INNER - picture.width), Inches(1.8)
            picture._element._nvXxPr.cNvPr.set("descr", gettext("Logo"))  # noqa: SLF001  # the library has no call for it

    def _set_properties(self) -> None:
        facts, report = self.presentation.core_properties, self.report
        facts.title = ": ".join(filter(None, [report.name, report.document.headline]))[:255]
        facts.author = facts.last_modified_by = (report.options.branding.prepared_by or PRODUCT)[:255]
        facts.subject, facts.keywords, facts.comments = PRODUCT, "", ""
        facts.language, facts.revision = report.options.language, 1
        facts.created = facts.modified = datetime.fromisoformat(report.day or EPOCH).replace(tzinfo=UTC)


def dress(run: object, text: str, size: float, colour: str, *, bold: bool = False) -> None:
    """A run of text in our type."""
    run.text = text  # type: ignore[attr-defined]  # runs have no public type
    font = run.font  # type: ignore[attr-defined]
    font.size, font.bold, font.name = Pt(size), bold, FONT
    font.color.rgb = RGBColor.from_string(colour)


def fill(shape: Shape, colour: str) -> None:
    """A plain area without a border and without a shadow."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(colour)
    shape.line.fill.background()
    style = shape._element.find(qn("p:style"))  # noqa: SLF001  # the library has no call for it
    if style is not None:
        shape._element.remove(style)  # noqa: SLF001  # the theme's shadow would come with it


def name_shape(shape: object, description: str) -> None:
    """What a shape says to those who do not see it; decoration says nothing."""
    shape._element._nvXxPr.cNvPr.set("descr", description)  # type: ignore[attr-defined]  # noqa: SLF001  # no call for it

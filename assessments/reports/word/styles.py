"""The styles of the Word report: the product's type and colours in place of the program's own."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from assessments.reports.palette import FONT, INK, MUTED, accent_of
from assessments.reports.values import Options

LOCALES = {"en": "en-GB", "pl": "pl-PL"}
HEADINGS = {"Heading 1": (25, 14, 8), "Heading 2": (17, 0, 8), "Heading 3": (11.5, 8, 3)}  # size, before, after
OWN = {  # size, colour, bold, after
    "Lead": (12.5, INK, False, 10),
    "Small": (8.5, MUTED, False, 4),
    "Figure title": (11.5, INK, True, 3),
    "Figure value": (16, INK, True, 0),
    "Cell": (8.5, INK, False, 0),
    "Gap": (4, MUTED, False, 0),
    "Cell head": (8, MUTED, True, 0),
    "Typed": (10, INK, False, 6),
}


def set_styles(document: Document, options: Options) -> None:
    """Change the template's styles and add ours."""
    _set_language(document, LOCALES[options.language])
    normal = _style(document, "Normal")
    _dress(normal, 10, INK, bold=False)
    _space(normal, 0, 6)
    for name, (size, before, after) in HEADINGS.items():
        _heading(document, name, size, before, after)
    _rule_above(_style(document, "Heading 2"), accent_of(options.branding.accent))
    _dress(_style(document, "List Bullet"), 10, INK, bold=False)
    _space(_style(document, "List Bullet"), 0, 3)
    for name, (size, colour, bold, after) in OWN.items():
        own = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(own, ParagraphStyle)
        own.base_style = normal
        _dress(own, size, colour, bold=bold)
        _space(own, 0, after)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(19)
    section.top_margin, section.bottom_margin = Mm(20), Mm(17)


def set_style(line: Paragraph, name: str) -> Paragraph:
    """Give the paragraph a style; its id is its name without spaces. The library would look through all styles."""
    line._p.style = name.replace(" ", "")  # noqa: SLF001
    return line


def _style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _heading(document: Document, name: str, size: float, before: float, after: float) -> None:
    style = _style(document, name)
    _dress(style, size, INK, bold=True)
    _space(style, before, after)
    style.paragraph_format.keep_with_next = True
    style.paragraph_format.line_spacing = 1.1


def _dress(style: ParagraphStyle, size: float, colour: str, *, bold: bool) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.italic, style.font.color.rgb = False, RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):  # a theme's font would win over ours
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)


def _space(style: ParagraphStyle, before: float, after: float) -> None:
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.MULTIPLE, 1.1


def _rule_above(style: ParagraphStyle, colour: str) -> None:
    """A line over the heading in the accent colour."""
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in {"val": "single", "sz": "18", "space": "7", "color": colour}.items():
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, *PROPERTIES_AFTER_BORDERS)


PROPERTIES_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")


def _set_language(document: Document, locale: str) -> None:
    """The language of all text, for screen readers and spelling."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)
        language.set(qn("w:eastAsia"), locale)

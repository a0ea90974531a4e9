"""What stands around the pages: properties, running lines, page numbers."""

from datetime import UTC, datetime

from django.utils.translation import gettext
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from assessments.reports.signing import PRODUCT, signature
from assessments.reports.story.basis import method_version
from assessments.reports.values import Report

EPOCH = "1980-01-01"
LINE_WIDTH = Mm(172)


def add_frame(document: Document, report: Report) -> None:
    """Title and author, the header of later pages, the footer of all."""
    _properties(document, report)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    named = " · ".join(filter(None, [report.name, report.document.completed])) or PRODUCT
    _running(section.header.paragraphs[0], named, with_number=True)
    left = signature(report.options.branding)
    right = f"{gettext('Method version')}: {method_version(report.document.method)}"
    for footer in (section.footer, section.first_page_footer):
        _running(footer.paragraphs[0], f"{left}\t{right}", with_number=False)


def _properties(document: Document, report: Report) -> None:
    facts, day = document.core_properties, datetime.fromisoformat(report.day or EPOCH).replace(tzinfo=UTC)
    facts.title = ": ".join(filter(None, [report.name, report.document.headline]))[:255]
    facts.author = facts.last_modified_by = (report.options.branding.prepared_by or PRODUCT)[:255]
    facts.subject, facts.comments, facts.keywords = PRODUCT, "", ""
    facts.language, facts.revision = report.options.language, 1
    facts.created = facts.modified = day


def _running(line: Paragraph, text: str, *, with_number: bool) -> None:
    line.style = "Small"
    line.paragraph_format.tab_stops.clear_all()
    line.paragraph_format.tab_stops.add_tab_stop(LINE_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(text)
    if with_number:
        before, middle, after = gettext("Page {n} of {all}").replace("{n}", "|").replace("{all}", "|").split("|")
        line.add_run(f"\t{before}")
        _field(line, "PAGE")
        line.add_run(middle)
        _field(line, "NUMPAGES")
        line.add_run(after)


def _field(line: Paragraph, name: str) -> None:
    """A field that the program fills in."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    line._p.append(field)  # noqa: SLF001  # the library has no call for fields

"""Word: real headings, described pictures, an empty column for names."""

import io
import itertools
import re

import docx
import pytest
from docx.oxml.ns import qn

from assessments.reports.values import Format
from tests.reports.made import branding, file_of, headline_report
from tests.reports.readers import parts


def read(content: bytes) -> "docx.document.Document":
    return docx.Document(io.BytesIO(content))


@pytest.mark.parametrize(("language", "locale"), [("en", "en-GB"), ("pl", "pl-PL")])
def test_headings_are_headings_and_the_language_is_named(language: str, locale: str) -> None:
    report = headline_report(language=language)
    document = read(file_of(report, Format.WORD))

    styles = [line.style.name for line in document.paragraphs if line.style.name.startswith("Heading")]
    levels = [int(name[-1]) for name in styles]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    languages = document.styles.element.iter(qn("w:lang"))
    assert {each.get(qn("w:val")) for each in languages} == {locale}
    assert document.core_properties.language == language


def test_every_picture_has_a_description() -> None:
    document = read(file_of(headline_report(branding=branding()), Format.WORD))

    described = [element.get("descr") for element in document.element.iter(qn("wp:docPr"))]
    assert len(described) == 6  # logo, needs, map, what added up, swings, shares
    assert all(described)


def test_charter_has_an_empty_column_for_names() -> None:
    document = read(file_of(headline_report(), Format.WORD))

    charter = next(table for table in document.tables if table.rows[0].cells[0].text == "Duty")
    assert [cell.text for cell in charter.rows[0].cells] == ["Duty", "Function", "Carried by", "Name"]
    assert len(charter.rows) == 17
    assert {row.cells[3].text for row in charter.rows[1:]} == {""}
    assert charter.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_no_default_office_looks_are_left() -> None:
    content = parts(file_of(headline_report(), Format.WORD))
    styles = content["word/styles.xml"].decode()

    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        style = next(
            each
            for each in re.findall(r"<w:style .*?</w:style>", styles, re.DOTALL)
            if f'w:val="{name}"' in each.replace("heading", "Heading")
        )
        assert 'w:ascii="Arial"' in style, name
        assert "Theme=" not in re.findall(r"<w:rFonts[^>]*>", style)[0], name
    assert b"python-docx" not in content["docProps/core.xml"]


def test_who_made_it_is_named() -> None:
    document = read(file_of(headline_report(branding=branding()), Format.WORD))

    assert document.core_properties.author == "Advisers & Co"
    footer = document.sections[0].first_page_footer.paragraphs[0].text
    assert footer.startswith("Prepared by Advisers & Co\tMethod version: 3")

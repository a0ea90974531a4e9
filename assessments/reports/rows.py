"""CSV: one text or number a row, with the part of the report it belongs to."""

import csv
import io
import re
from collections.abc import Iterator

from django.utils.translation import get_language, gettext

from assessments.reports.story import story
from assessments.reports.story.basis import identity
from assessments.reports.story.blocks import Block, Bullets, Facts, Picture, Section, Subheading, Table, Text
from assessments.reports.values import Report

Row = tuple[str, str, str, str]
TRIGGERS = "=+-@\t\r\n\x00＝＋－＠"
SIGNED_POINTS = re.compile(r"\+(?=\d)")


def table_file(report: Report) -> bytes:
    """UTF-8 with its mark, as Excel wants it; columns part by comma, in Polish by semicolon as decimals have commas."""
    text = io.StringIO(newline="")
    separator = ";" if get_language() == "pl" else ","
    writer = csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([gettext("Part"), gettext("Item"), gettext("Field"), gettext("Text")])
    writer.writerows([safe_cell(cell) for cell in row] for row in report_rows(report))
    return text.getvalue().encode("utf-8-sig")


def safe_cell(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip(" \u00a0\u200b\ufeff").startswith(tuple(TRIGGERS)) else text


def report_rows(report: Report) -> Iterator[Row]:
    """All rows: what the report is about, then its parts."""
    about, branding = gettext("About this report"), report.options.branding
    pairs = (
        (gettext("Company"), report.name),
        (gettext("Completed on"), report.document.completed),
        (gettext("Prepared by"), branding.prepared_by),
        *identity(report),
    )
    yield from ((about, label, "", text) for label, text in pairs if text)
    for section in story(report):
        yield from _section_rows(section)


def _section_rows(section: Section) -> Iterator[Row]:
    yield section.title, "", "", section.title
    item = ""
    for block in section.blocks:
        item = block.text if isinstance(block, Subheading) else item
        for name, column, text in _block_rows(block, item):
            yield section.title, name, column, text


def _block_rows(block: Block, item: str) -> Iterator[tuple[str, str, str]]:
    """(item, field, text); tables have a row for each cell."""
    match block:
        case Text():
            yield item, "", block.text
        case Bullets():
            yield from ((item, str(number), text) for number, text in enumerate(block.items, 1))
        case Facts():
            yield from ((label, "", text) for label, text in block.rows)
        case Table():
            yield from _cells(block)
        case Picture() | Subheading():
            return


def _cells(table: Table) -> Iterator[tuple[str, str, str]]:
    for row in table.rows:
        for place, text in enumerate(row[1:], 1):
            number = SIGNED_POINTS.sub("", text) if place in table.numbers else text
            yield row[0], table.head[place], number

"""Markdown: the story with headings, lists and tables. What somebody typed cannot become markup."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext

from assessments.reports.story import story
from assessments.reports.story.blocks import Block, Bullets, Facts, Picture, Section, Style, Subheading, Table, Text
from assessments.reports.values import Report

MARKUP = re.compile(r"([\\`*_\[\]<>|~#$!{}])")
STARTS_A_BLOCK = re.compile(r"^(\s*\d*)([-+=]+|[.)])(?=\s|$)", re.MULTILINE)  # a list, or a line below a heading
ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto)(:)|\b(www)(\.)|(@)")  # what readers turn into links by themselves
ENTITIES = {"<": "&lt;", ">": "&gt;"}


def markdown_file(report: Report) -> bytes:
    """UTF-8 Markdown with tables, as GitHub and most editors read it."""
    lines = [*_about(report)]
    for number, section in enumerate(story(report)):
        lines += _section(section, level=1 if number == 0 else 2)
    return ("\n".join(lines).rstrip() + "\n").encode()


def plain(text: str) -> str:
    """The text as Markdown that shows it to the letter."""
    escaped = MARKUP.sub(lambda found: ENTITIES.get(found[1], "\\" + found[1]), text)
    escaped = STARTS_A_BLOCK.sub(r"\1\\\2", escaped)
    return ADDRESS.sub(lambda found: f"{found[1] or found[3] or ''}\\{found[2] or found[4] or found[5]}", escaped)


def _about(report: Report) -> Iterator[str]:
    pairs = (
        (gettext("Company"), report.name),
        (gettext("Completed on"), report.document.completed),
        (gettext("Prepared by"), report.options.branding.prepared_by),
    )
    shown = [f"{label}: {_line(text)}" for label, text in pairs if text]
    if shown:
        yield from ("  \n".join(shown), "")


def _section(section: Section, level: int) -> Iterator[str]:
    yield from (f"{'#' * level} {_line(section.title)}", "")
    heading = ""
    for block in section.blocks:
        yield from _block(block, level, heading)
        heading = block.text if isinstance(block, Subheading) else heading


def _block(block: Block, level: int, heading: str) -> Iterator[str]:
    match block:
        case Subheading():
            yield f"{'#' * (level + 1)} {_line(block.text)}"
        case Text():
            yield _text(block)
        case Bullets():
            yield from (f"- {_line(item)}" for item in block.items)
        case Facts():
            yield from (f"- **{_line(label)}**: {_line(text)}" for label, text in block.rows)
        case Table():
            yield from _table(block, heading)
        case Picture():
            return  # its numbers stand in the table that follows
    yield ""


def _text(block: Text) -> str:
    text = plain(block.text)
    if block.style is Style.STRONG:
        return f"**{text.strip()}**"
    if block.style is Style.TYPED:
        return "\n".join(f"> {line}".rstrip() + "  " for line in text.split("\n"))
    return text


def _table(table: Table, heading: str) -> Iterator[str]:
    marks = ("---:" if place in table.numbers else "---" for place in range(len(table.head)))
    if table.caption != heading:
        yield from (f"**{_line(table.caption)}**", "")
    yield _row(table.head)
    yield f"| {' | '.join(marks)} |"
    yield from (_row(row) for row in table.rows)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(_line(cell) for cell in cells)} |"


def _line(text: str) -> str:
    """The text on one line; line ends become breaks."""
    return "<br>".join(plain(line) for line in text.split("\n"))

"""What a file says, read by other libraries than those that wrote it where there are any."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import docx
import openpyxl
import pptx
import pypdf

from assessments.reports.values import Format


def squeezed(text: str) -> str:
    """Text without any white space and without signs that only allow a line to break."""
    return "".join(char for char in text if not char.isspace() and char not in "\u200b\u00ad\u2060")


def pdf_text(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def word_text(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    parts = [document.element.body, *(line._element for section in document.sections for line in _running(section))]
    return "\n".join(_words(part) for part in parts)


def _running(section: Any) -> Iterator[Any]:
    yield from (section.header, section.footer, section.first_page_footer)


def _words(element: Any) -> str:
    return "".join(
        {"t": each.text or "", "br": "\n", "p": "\n"}.get(each.tag.rsplit("}", 1)[-1], "") for each in element.iter()
    )


def slides_text(content: bytes) -> str:
    deck = pptx.Presentation(io.BytesIO(content))
    found = []
    for slide in deck.slides:
        found += [_words(slide._element), _words(slide.notes_slide._element)]
    return "\n".join(found)


def workbook_text(content: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None)


def table_text(content: bytes) -> str:
    return "\n".join(cell for row in table_rows(content) for cell in row)


def table_rows(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8-sig")
    separator = text[text.index('"', 1) + 1]
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def data_text(content: bytes) -> str:
    found: list[str] = []
    _texts(json.loads(content), found)
    return "\n".join(found)


def _texts(value: Any, found: list[str]) -> None:
    if isinstance(value, str):
        found.append(value)
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        _texts(each, found)


def markdown_text(content: bytes) -> str:
    plain = re.sub(r"\\(.)", r"\1", content.decode())
    return unescape(plain.replace("<br>", "\n"))


READERS: dict[Format, Callable[[bytes], str]] = {
    Format.PDF: pdf_text,
    Format.WORD: word_text,
    Format.SLIDES: slides_text,
    Format.WORKBOOK: workbook_text,
    Format.TABLE: table_text,
    Format.DATA: data_text,
    Format.MARKDOWN: markdown_text,
}


def text_of(kind: Format, content: bytes) -> str:
    """All text of the file, without white space."""
    return squeezed(READERS[kind](content))


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of an office file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}

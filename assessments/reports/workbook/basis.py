"""What the result rests on: method, receipt, assumptions, company."""

from collections.abc import Iterable

from django.utils.translation import gettext

from assessments.reports.story.basis import check_sentence, identity, limit
from assessments.reports.workbook.book import Book, Sheet

Row = tuple[str, ...]


def add_method(book: Book) -> None:
    """Names and texts in groups."""
    document = book.report.document
    head = (gettext("Part"), gettext("Item"), gettext("Text"), gettext("Reading"), gettext("Note"))
    sheet = book.add_sheet(Sheet.METHOD, head, (24, 40, 60, 50, 40))
    computed, assumed = gettext("How it was computed"), gettext("What we assumed")
    rows: list[Row] = [
        *_group(computed, identity(book.report)),
        *_group(computed, ((pair.label, pair.text) for pair in document.method.constants)),
        *((computed, "", text) for text in (*document.method.sentences, check_sentence(), limit())),
        *((assumed, item.label, item.answer, item.reading, item.note) for item in document.assumptions),
        *_group(gettext("About the company"), ((pair.label, pair.text) for pair in document.profile)),
        *_group(gettext("How the two functions differ"), ((note.title, note.text) for note in document.differences)),
    ]
    for line, row in enumerate(rows, 1):
        book.texts(sheet, line, row)


def _group(name: str, pairs: Iterable[tuple[str, str]]) -> list[Row]:
    return [(name, label, text) for label, text in pairs]

"""What would change the answer, and how often it stays the same."""

from django.utils.translation import gettext
from xlsxwriter.worksheet import Worksheet

from assessments.document.picture_values import Tornado
from assessments.document.values import Flips, Stability
from assessments.reports.story.evidence import answers_today
from assessments.reports.swings import number, scale, stretches
from assessments.reports.titles import doubt_sentence, sentence
from assessments.reports.workbook.book import Book, Sheet, names
from assessments.reports.workbook.charts import NOTHING, bare, paint

FROM, ANSWER = 4, 8  # columns of the bars and of the answer
NUMBERS = frozenset({1, 2, 4, 5, 6, 7})


def add_sensitivity(book: Book) -> None:
    """The swings with their chart, the changes, the shares, the notes."""
    document = book.report.document
    head = [gettext("Criterion"), gettext("Lowest"), gettext("Highest"), gettext("Changes the answer?")]
    head += [gettext("Bar from"), gettext("First part"), gettext("Second part"), gettext("Third part")]
    head.append(gettext("Answer"))
    sheet = book.add_sheet(Sheet.SENSITIVITY, head, (52, 40, 14, 26, 10, 10, 12, 10, 50), NUMBERS)
    line = _swings(book, sheet, document.tornado) if document.tornado else 1
    line = _flips(book, sheet, line + 1, document.flips)
    line = _shares(book, sheet, line + 1, document.stability)
    notes = [(note.title, note.text) for note in document.stability.notes]
    if document.against:
        notes.append((document.against.title, sentence([*document.against.intro, *document.against.verdict])))
    for pair in notes:
        book.texts(sheet, line, pair)
        line += 1
    if document.tornado:
        _chart(book, sheet, line + 1, document.tornado)


def _swings(book: Book, sheet: Worksheet, tornado: Tornado) -> int:
    bars = stretches(tornado)
    for line, bar in enumerate(bars, 1):
        swing = bar.swing
        book.text(sheet, line, 0, swing.label)
        sheet.write_number(line, 1, number(swing.low), book.look("number"))
        sheet.write_number(line, 2, number(swing.high), book.look("number"))
        book.text(sheet, line, 3, gettext("Yes") if swing.flips else gettext("No"))
        for column, value in enumerate((bar.start, *bar.parts), FROM):
            sheet.write_number(line, column, value, book.look("number"))
        book.text(sheet, line, ANSWER, swing.answer)
    return len(bars) + 1


def _flips(book: Book, sheet: Worksheet, line: int, flips: Flips) -> int:
    head = (gettext("Change"), gettext("Today"), gettext("Size"), gettext("Leads to"))
    book.texts(sheet, line, head, "head")
    for flip in flips.items:
        line += 1
        changes = "; ".join(f"{topic}: {new}" for topic, new, _, _ in flip.parts)
        book.texts(sheet, line, (changes, answers_today(flip), flip.steps, flip.outcome))
    for gate in flips.gates:
        line += 1
        book.texts(sheet, line, (gate.sentence, gate.remark, "", gate.outcome))
    for text in flips.unknowns:
        line += 1
        book.text(sheet, line, 0, text)
    return line + 1


def _shares(book: Book, sheet: Worksheet, line: int, stability: Stability) -> int:
    if not stability.shares:
        return line
    book.texts(sheet, line, (stability.headline, gettext("In words"), gettext("Share")), "head")
    for share in stability.shares:
        line += 1
        book.texts(sheet, line, (share.outcome, share.text))
        sheet.write_number(line, 2, number(share.width) / 100, book.look("share"))
    book.text(sheet, line + 1, 0, stability.sentence, "strong")
    book.text(sheet, line + 2, 0, stability.varied, "muted")
    return line + 4


def _chart(book: Book, sheet: Worksheet, line: int, tornado: Tornado) -> None:
    chart = book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    bars, here = stretches(tornado), names()[Sheet.SENSITIVITY]
    last = len(bars)
    parts = (gettext("First part"), gettext("Second part"), gettext("Third part"))
    for column, name in enumerate((gettext("Bar from"), *parts), FROM):
        looks = NOTHING if column == FROM else {"points": [paint(bar.kinds[column - FROM - 1]) for bar in bars]}
        places = {"categories": [here, 1, 0, last, 0], "values": [here, 1, column, last, column]}
        chart.add_series({"name": name, "gap": 60, "overlap": 100, **places, **looks})
    low, high = scale(bars)
    bare(chart, title=tornado.title, low=low, high=high)
    chart.set_size({"width": 860, "height": 90 + 34 * last})
    described = f"{doubt_sentence(book.report.document)}. {tornado.subtitle}"
    sheet.insert_chart(line, 0, chart, {"description": described, "object_position": 3})

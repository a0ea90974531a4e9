"""The answers, and the scores that formulas work out from them and from the weights."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext
from xlsxwriter.worksheet import Worksheet

from assessments.document.picture_values import Waterfall
from assessments.reports.story.evidence import total_label
from assessments.reports.workbook.book import Book, Sheet, cell_of
from assessments.reports.workbook.given import HIGHEST, MIDDLE, Given, given

FIRST = 2  # the first row below the head, as Excel counts
OPTION, WEIGHT = "E", "F"  # their columns on the sheet of answers


def add_answers(book: Book) -> None:
    """One row for each criterion; options and weights can be changed, and the scores follow."""
    head = [gettext("Code"), gettext("Criterion"), gettext("Question"), gettext("Answer")]
    head += [gettext("Option (0–4)"), gettext("Weight"), gettext("Note")]
    sheet = book.add_sheet(Sheet.ANSWERS, head, (7, 26, 46, 44, 13, 10, 50), frozenset({4, 5}))
    rows = given(book.report)
    for line, each in enumerate(rows, 1):
        row = each.row
        book.texts(sheet, line, (row.code, row.label, row.question, row.answer))
        if each.option is None:
            book.text(sheet, line, 4, gettext("open"), "open")
        else:
            sheet.write_number(line, 4, each.option, book.look("open_number"))
        sheet.write_number(line, 5, each.weight, book.look("open_number"))
        book.text(sheet, line, 6, row.note)
    if rows:
        sheet.data_validation(1, 5, len(rows), 5, {"validate": "integer", "criteria": ">=", "value": 0})
        sheet.autofilter(0, 0, len(rows), 6)
        book.text(
            sheet, len(rows) + 2, 1, gettext("Change an option or a weight, and the sheet of scores follows."), "muted"
        )
    else:
        book.text(sheet, 1, 1, left_out(), "muted")


def left_out() -> str:
    return gettext("This report leaves the answers out.")


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one function on the sheet of scores, as Excel counts them."""

    first: int
    last: int

    def column(self, letter: str) -> str:
        return f"{letter}${self.first}:{letter}${self.last}"


def add_scores(book: Book) -> None:
    """Points of each criterion and both needs: now, with open answers lowest, and with open answers highest."""
    head = [gettext("Code"), gettext("Criterion"), gettext("Weight"), gettext("Answer that counts")]
    head += [gettext("Points"), gettext("Points, lowest"), gettext("Points, highest")]
    sheet = book.add_sheet(Sheet.SCORES, head, (7, 36, 10, 14, 12, 14, 14), frozenset(range(2, 7)))
    rows = given(book.report)
    line = 1
    for fall in book.report.document.waterfalls:
        mine = [(place, each) for place, each in enumerate(rows) if each.row.kind == fall.kind]
        line = _formulas(book, sheet, line, fall, mine)
    book.text(sheet, line + 1, 1, explanation() if rows else left_out(), "muted")


def explanation() -> str:
    """How a need score is made."""
    return gettext(
        "Points = 25 × weight × answer ÷ sum of the weights. An open answer counts as 2; lowest takes 0 and highest 4."
    )


def total_rows(book: Book) -> tuple[int, ...]:
    """The rows of the totals on the sheet of scores, in the order of the document's needs."""
    rows, line = [], FIRST
    for fall in book.report.document.waterfalls:
        line += len(fall.bars)
        rows.append(line)
        line += 2
    return tuple(rows)


def _formulas(book: Book, sheet: Worksheet, line: int, fall: Waterfall, mine: list[tuple[int, Given]]) -> int:
    """One function from its answers; the next free line."""
    block = Block(line + 1, line + len(mine))
    weights = sum(each.weight for _, each in mine)
    for place, each in mine:
        row, answer = line + 1, cell_of(Sheet.ANSWERS, f"{OPTION}{place + FIRST}")
        book.texts(sheet, line, (each.row.code, each.row.label))
        weight = f"={cell_of(Sheet.ANSWERS, f'{WEIGHT}{place + FIRST}')}"
        sheet.write_formula(line, 2, weight, book.look("whole"), each.weight)
        used = f"=IF(ISNUMBER({answer}),{answer},{MIDDLE})"
        sheet.write_formula(line, 3, used, book.look("whole"), each.counted)
        points = (f"D{row}", f"IF(ISNUMBER({answer}),D{row},0)", f"IF(ISNUMBER({answer}),D{row},{HIGHEST})")
        for column, (counts, value) in enumerate(zip(points, _values(each), strict=True), 4):
            formula = f"=IF(SUM({block.column('$C')})=0,0,25*C{row}*{counts}/SUM({block.column('$C')}))"
            sheet.write_formula(line, column, formula, book.look("number"), float(_share(each, value, weights)))
        line += 1
    totals = [sum(_share(each, _values(each)[n], weights) for _, each in mine) for n in range(3)]
    _total(book, sheet, line, fall)
    for column, (letter, total) in enumerate(zip("EFG", totals, strict=True), 4):
        sheet.write_formula(line, column, f"=SUM({block.column(letter)})", book.look("total"), float(total))
    return line + 2


def _values(each: Given) -> tuple[int, int, int]:
    """What counts now, at least and at most."""
    return (each.counted, 0, HIGHEST) if each.option is None else (each.option,) * 3


def _share(each: Given, value: int, weights: int) -> Fraction:
    return Fraction(25 * each.weight * value, weights) if weights else Fraction(0)


def _total(book: Book, sheet: Worksheet, line: int, fall: Waterfall) -> None:
    for column in (0, 2, 3, 5, 6):
        sheet.write_blank(line, column, None, book.look("total"))
    book.text(sheet, line, 1, total_label(fall.name), "total_name")

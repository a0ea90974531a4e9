"""The first sheet: the answer, both needs with their formulas, the order."""

from django.utils.translation import gettext
from xlsxwriter.worksheet import Worksheet

from assessments.document.values import Needs
from assessments.reports.story.basis import identity
from assessments.reports.swings import number
from assessments.reports.titles import sentence
from assessments.reports.values import Report
from assessments.reports.workbook.book import Book, Sheet, cell_of, names
from assessments.reports.workbook.charts import bare, paint
from assessments.reports.workbook.given import exact_needs
from assessments.reports.workbook.scores import total_rows

Pair = tuple[str, str]


def add_summary(book: Book) -> None:
    """Names and texts, then the needs as live numbers with their chart."""
    report, document = book.report, book.report.document
    sheet = book.add_sheet(Sheet.SUMMARY, ("", document.headline), (30, 70, 12, 12, 16, 12))
    book.text(sheet, 0, 1, document.headline, "title")
    sheet.set_row(0, 44)
    line = 1
    for label, text in (*_about(report), *_answer(report)):
        if text:
            book.text(sheet, line, 0, label, "muted")
            book.text(sheet, line, 1, text)
            line += 1
    line = _needs(book, sheet, line + 1, document.needs)
    _chart(book, sheet, line)


def _about(report: Report) -> tuple[Pair, ...]:
    return (
        (gettext("Company"), report.name),
        (gettext("Completed on"), report.document.completed),
        (gettext("Prepared by"), report.options.branding.prepared_by),
        *identity(report),
    )


def _answer(report: Report) -> tuple[Pair, ...]:
    document, decision = report.document, report.decision
    pairs = [
        (gettext("Recommendation"), sentence([document.pill, *document.tags])),
        (gettext("In short"), sentence(document.lead)),
        *((fact.label, fact.value) for fact in document.facts),
        *((moment.when, moment.what) for moment in document.sequence),
        *((reason.direction, reason.headline) for reason in document.reasons),
        *((gettext("Missing"), item.label) for item in document.missing),
        (gettext("Closing words"), report.options.branding.closing),
    ]
    if decision:
        said = f"{decision.method} {decision.person} {decision.date}\n{decision.reason}"
        pairs.insert(1, (gettext("Two recommendations"), said))
    return tuple(pairs)


def _needs(book: Book, sheet: Worksheet, line: int, needs: Needs) -> int:
    """The table of both needs; the line below it."""
    head = (gettext("Need"), needs.title, gettext("Score"), gettext("Line"), gettext("At the line?"), gettext("Range"))
    book.texts(sheet, line, head, "head")
    yes, no = gettext("Yes"), gettext("No")
    exact = exact_needs(book.report)
    totals = total_rows(book) or (None,) * len(needs.rows)
    for place, (need, total) in enumerate(zip(needs.rows, totals, strict=True), line + 1):
        said = need.sentence if need.score in need.sentence else f"{need.name}: {need.score} {need.sentence}"
        book.texts(sheet, place, (need.name, said.strip()))
        score, row = exact.get(need.kind, number(need.width)), place + 1
        if total:
            formula = f"={cell_of(Sheet.SCORES, f'E{total}')}"
            sheet.write_formula(place, 2, formula, book.look("number"), score)
        else:
            sheet.write_number(place, 2, score, book.look("number"))
        sheet.write_number(place, 3, number(need.line), book.look("number"))
        is_met = f'=IF(ROUND(C{row}-D{row},9)>=0,"{yes}","{no}")'
        sheet.write_formula(place, 4, is_met, book.look("cell"), yes if need.is_met else no)
        book.text(sheet, place, 5, need.range)
    book.text(sheet, line + len(needs.rows) + 1, 1, sentence([needs.subtitle, needs.note]), "muted")
    return line + len(needs.rows) + 1


def _chart(book: Book, sheet: Worksheet, line: int) -> None:
    needs = book.report.document.needs
    first, last = line - len(needs.rows), line - 1
    chart = book.workbook.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": gettext("Need score"),
            "categories": [names()[Sheet.SUMMARY], first, 0, last, 0],
            "values": [names()[Sheet.SUMMARY], first, 2, last, 2],
            "points": [paint(need.kind) for need in needs.rows],
            "data_labels": {"value": True, "num_format": "0.0"},
            "gap": 45,
        }
    )
    bare(chart, title=needs.title, low=0, high=100)
    chart.set_size({"width": 720, "height": 240})
    described = sentence([needs.title + ".", *(need.sentence for need in needs.rows)])
    sheet.insert_chart(line + 2, 0, chart, {"description": described, "object_position": 3})

"""What the result rests on: every answer, the company, what was assumed, the method, and the receipt."""

from django.utils.translation import gettext

from assessments.document.values import AdviceDocument, AnswerRow, MethodFacts
from assessments.reports.story.blocks import Block, Facts, Section, Style, Subheading, Table, Text
from assessments.reports.titles import basis_sentence, sentence
from assessments.reports.values import Report


def basis(report: Report) -> Section:
    """The appendix. The receipt always stands in it."""
    document = report.document
    blocks = (*_answers(document), *_assumptions(document), *_profile(document), *_method(report))
    return Section("basis", basis_sentence(document), blocks)


def _answers(document: AdviceDocument) -> tuple[Block, ...]:
    if not document.answers:
        return ()
    head = gettext("Criterion"), gettext("Answer"), gettext("Weight"), gettext("Points")
    rows = tuple((f"{row.code} {row.label}", _answer(row), row.weight, row.points) for row in document.answers)
    title = gettext("Every answer")
    return Subheading(title), Table(title, head, rows, (5, 9, 2, 2), frozenset({2, 3}))


def _answer(row: AnswerRow) -> str:
    return f"{row.answer}\n{row.note}" if row.note else row.answer


def _assumptions(document: AdviceDocument) -> tuple[Block, ...]:
    if not document.assumptions:
        return ()
    head = gettext("Condition"), gettext("Answer"), gettext("Reading")
    rows = tuple(
        (item.label, f"{item.answer}\n{item.note}" if item.note else item.answer, item.reading)
        for item in document.assumptions
    )
    title = gettext("What we assumed")
    return Subheading(title), Table(title, head, rows, (4, 6, 7))


def _profile(document: AdviceDocument) -> tuple[Block, ...]:
    if not document.profile:
        return ()
    pairs = Facts(tuple((pair.label, pair.text) for pair in document.profile))
    return Subheading(gettext("About the company")), pairs


def _method(report: Report) -> tuple[Block, ...]:
    method = report.document.method
    rows = [(pair.label, pair.text) for pair in method.constants]
    blocks: list[Block] = [Subheading(gettext("How it was computed"))]
    if method.sentences:
        blocks.append(Text(sentence(method.sentences)))
    blocks += [Facts((*identity(report), *rows)), Text(check_sentence(), Style.MUTED), Text(limit(), Style.MUTED)]
    return tuple(blocks)


def identity(report: Report) -> tuple[tuple[str, str], ...]:
    """What names this result: method, engine, receipt, time zone."""
    method = report.document.method
    rows = [
        (gettext("Method version"), method_version(method)),
        (gettext("Engine version"), method.engine_version),
        (gettext("Receipt"), method.receipt or gettext("none, for this is a sample")),
    ]
    if report.zone:
        rows.append((gettext("Time zone of all dates"), report.zone))
    return tuple(rows)


def method_version(method: MethodFacts) -> str:
    """The number and the date of the method's version."""
    if not method.version:
        return gettext("The one this product ships with")
    values = {"number": method.version, "date": method.published}
    return gettext("%(number)s, published on %(date)s") % values


def check_sentence() -> str:
    """What the receipt is for."""
    return gettext("Whoever runs this server can compute the result again and check it against this receipt.")


def limit() -> str:
    """What the answer is not."""
    return gettext(
        "The answer is consistent with the criteria it states and robust to their weights to the degree shown. It "
        "rests on no outcome data, so it is no forecast of success."
    )

"""The plan as a list to work with, and the KPIs with room for targets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext
from xlsxwriter.worksheet import Worksheet

from assessments.document.plan_values import ResultPlan
from assessments.document.values import AdviceDocument
from assessments.reports.story.plan import carrier, formula_text
from assessments.reports.titles import kpis
from assessments.reports.workbook.book import Book, Sheet

DAYS_A_PHASE, DAYS_TO_SECOND_TEAM, DAYS_A_QUARTER = 30, 180, 91
PHASES_IN_90_DAYS = 3


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the plan; `due` counts days from completion, None where there is no date."""

    kind: str
    when: str
    what: str
    owner: str = ""
    due: int | None = None
    done_when: str = ""


def add_plan(book: Book) -> None:
    """Everything to do, with owner, date and status."""
    head = [gettext("Kind"), gettext("When"), gettext("What"), gettext("Owner"), gettext("Due")]
    head += [gettext("Status"), gettext("Done when")]
    sheet = book.add_sheet(Sheet.PLAN, head, (14, 16, 60, 30, 13, 15, 60))
    tasks = list(plan_tasks(book.report.document))
    states = [gettext("Not started"), gettext("In progress"), gettext("Done")]
    for line, task in enumerate(tasks, 1):
        book.texts(sheet, line, (task.kind, task.when, task.what))
        book.text(sheet, line, 3, task.owner, "open")
        _due(book, sheet, line, task)
        book.text(sheet, line, 5, states[0] if task.due else "", "open")
        book.text(sheet, line, 6, task.done_when)
    if tasks:
        sheet.data_validation(1, 5, len(tasks), 5, {"validate": "list", "source": states})
        sheet.autofilter(0, 0, len(tasks), 6)


def _due(book: Book, sheet: Worksheet, line: int, task: Task) -> None:
    if task.due and book.report.day:
        day = date.fromisoformat(book.report.day) + timedelta(days=task.due)
        sheet.write_datetime(line, 4, day, book.look("date"))
    else:
        book.text(sheet, line, 4, "", "open")


def plan_tasks(document: AdviceDocument) -> Iterator[Task]:
    """Steps, actions, quarters, reviews, duties and risks, in this order."""
    if document.plan:
        yield from _steps(document.plan)
    for item in document.missing:
        yield Task(gettext("Question"), gettext("Now"), f"{item.label}: {item.text}")
    if document.charter and document.charter.recommended:
        for row in document.charter.recommended.rows:
            yield Task(gettext("Duty"), gettext("All the time"), row.task, carrier(row.owner, row.remark))
    for risk in document.risks:
        yield Task(gettext("Risk"), gettext("All the time"), risk.risk, "", None, f"{risk.sign} → {risk.response}")


def _steps(plan: ResultPlan) -> Iterator[Task]:
    for number, phase in enumerate(plan.phases, 1):
        due = DAYS_A_PHASE * number if number <= PHASES_IN_90_DAYS else DAYS_TO_SECOND_TEAM
        own = [item.text for item in phase.items if not item.code]  # those with a code are told in full below
        for what in [f"{phase.title}: {text}" for text in own] or [phase.title]:
            yield Task(gettext("Step"), phase.when, what, "", due, phase.done_when)
    for number, action in enumerate(plan.actions, 1):
        what = f"{action.title} ({action.code}). {gettext('First step:')} {action.first_step}"
        yield Task(gettext("Action"), action.when, what, action.owner, DAYS_A_PHASE * number, action.done_when)
    for number, quarter in enumerate(plan.year, 1):
        yield Task(gettext("Quarter"), quarter.when, quarter.text, "", DAYS_A_QUARTER * number)
    for text in filter(None, (plan.review, *plan.tripwires)):
        yield Task(gettext("Review"), "", text)


def add_kpis(book: Book) -> None:
    """Each KPI with a value, a target and the gap between them."""
    head = [gettext("KPI"), gettext("Function"), gettext("What it says"), gettext("Now"), gettext("Target")]
    head += [gettext("Gap"), gettext("Owner"), gettext("Formula and data")]
    sheet = book.add_sheet(Sheet.KPIS, head, (34, 16, 60, 12, 12, 12, 26, 60))
    for line, kpi in enumerate(kpis(book.report.document), 1):
        row = line + 1
        book.texts(sheet, line, (kpi.name, kpi.function, kpi.meaning))
        for column in (3, 4):
            sheet.write_blank(line, column, None, book.look("open_number"))
        gap = f'=IF(AND(ISNUMBER(D{row}),ISNUMBER(E{row})),E{row}-D{row},"")'
        sheet.write_formula(line, 5, gap, book.look("number"), "")
        book.text(sheet, line, 6, "", "open")
        book.text(sheet, line, 7, formula_text(kpi))
    if not kpis(book.report.document):
        book.text(sheet, 1, 0, gettext("This result names no KPIs."), "muted")

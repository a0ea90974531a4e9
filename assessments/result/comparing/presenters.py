"""Page objects of the comparison: the choice of results, and what differs between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext

from assessments.document.changes import Side, answer_news, changes
from assessments.document.changes_values import Change, ListDifference, ScoreRow, Standing
from assessments.document.needs import needs
from assessments.document.outcomes import kind, pill
from assessments.document.summary import Summary
from assessments.document.values import Need, Pair
from assessments.result.comparing.asking import FEWEST, Asked

if TYPE_CHECKING:
    from assessments.document.case import Case
    from assessments.models import Assessment


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A result that can be chosen."""

    ref: str
    name: str
    date: str
    line: Summary
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ChoosePage:
    """`hint` says what is still to choose."""

    rows: list[ChoiceRow]
    pasted: str
    hint: str
    errors: list[tuple[str, str]]
    area: str = "assess"


@dataclass(frozen=True, slots=True)
class Reading:
    """A result under one method version: pill, number of the version, and its two bars."""

    kind: str
    pill: str
    version: str
    bars: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One of the results; `stored` is its own reading where the one shown was recomputed."""

    ref: str
    label: str
    name: str
    date: str
    shown: Reading
    stored: Reading | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One result's part of a row."""

    label: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class ChangeRow:
    code: str
    kind: str
    name: str
    label: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list that differs: (label, what only some have) for each result, and what all have."""

    title: str
    remark: str
    only: list[tuple[str, tuple[str, ...]]]
    shared: tuple[str, ...]
    is_same: bool


@dataclass(frozen=True, slots=True)
class ComparePage:
    title: str
    versions: str
    columns: list[Column]
    scores: list[ChangeRow]
    answers: list[ChangeRow]
    conditions: list[ChangeRow]
    unchanged: tuple[Pair, ...]
    lists: list[ListRow]
    area: str = "assess"


def choose_page(
    completed: "Iterable[Assessment]", lines: Mapping[int, Summary], asked: Asked, errors: list[tuple[str, str]]
) -> ChoosePage:
    """The results this browser opens; those that were asked for are ticked."""
    rows = [
        ChoiceRow(each.ref, each.client.name, day(each.completed_at), lines[each.pk], each.ref in asked.refs)
        for each in completed
    ]
    hint = gettext("Choose a second result to compare this one with.") if len(asked.refs) == 1 and not errors else ""
    return ChoosePage(rows, asked.pasted, hint, errors)


def compare_page(assessments: "Sequence[Assessment]", sides: Sequence[Side]) -> ComparePage:
    """The comparison of completed results, the first one before the others."""
    is_same_company = len({each.client_id for each in assessments}) == 1
    columns = [
        _column(number, each, side, is_same_company=is_same_company)
        for number, (each, side) in enumerate(zip(assessments, sides, strict=True), 1)
    ]
    labels, found = [column.label for column in columns], changes(sides)
    return ComparePage(
        title=answer_news([side.case for side in sides], is_same_company=is_same_company),
        versions=_versions(sides),
        columns=columns,
        scores=[_score_row(row, labels) for row in found.scores],
        answers=[_change_row(row, labels) for row in found.answers],
        conditions=[_change_row(row, labels) for row in found.conditions],
        unchanged=found.unchanged,
        lists=[_list_row(row, labels) for row in found.lists],
    )


def reading_of(case: "Case") -> Reading:
    """The pill and the bars of one case."""
    return Reading(kind(case), pill(case), str(case.method_number), needs(case).rows)


def day(moment: datetime | None) -> str:
    """The date in the server's time zone."""
    assert moment is not None  # only completed assessments are compared
    return str(date_format(localtime(moment), "DATE_FORMAT"))


def _column(number: int, assessment: "Assessment", side: Side, *, is_same_company: bool) -> Column:
    name, date = assessment.client.name or assessment.ref, day(assessment.completed_at)
    return Column(
        ref=assessment.ref,
        label=f"{number}. {date if is_same_company else name}",
        name=name,
        date=date,
        shown=reading_of(side.case),
        stored=reading_of(side.own) if side.is_recomputed else None,
    )


def _versions(sides: Sequence[Side]) -> str:
    """That the results were recomputed; empty where they were not."""
    if not any(side.is_recomputed for side in sides):
        return ""
    text = gettext(
        "These results were made with different versions of the method. To compare like with like, all are read here "
        "with version %(version)s, the newest of them. What was stored stays as it is and stands beside."
    )
    return text % {"version": max(side.case.method_number for side in sides)}


def _change_row(row: Change, labels: Sequence[str]) -> ChangeRow:
    return ChangeRow(row.code, row.kind, row.name, row.label, _cells(row.standings, labels))


def _score_row(row: ScoreRow, labels: Sequence[str]) -> ChangeRow:
    return ChangeRow("", row.kind, row.name, row.name, _cells(row.standings, labels))


def _cells(standings: Sequence[Standing], labels: Sequence[str]) -> list[Cell]:
    return [Cell(label, standing) for label, standing in zip(labels, standings, strict=True)]


def _list_row(row: ListDifference, labels: Sequence[str]) -> ListRow:
    only = list(zip(labels, row.only, strict=True))
    remark = gettext("Only here:") if len(only) == FEWEST else gettext("Not in all of them:")
    return ListRow(row.title, remark, only, row.shared, is_same=not any(row.only))

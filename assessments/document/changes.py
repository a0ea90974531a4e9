"""What differs between results that are read under one method: answers with their effect, conditions, plans.

The first result is what the others are held against. A criterion's effect is what it adds to the score of a result less
what it adds to that of the first: 25 w (b - a) / sum of w points. The effects of all criteria add up to the difference
of the scores, exactly; an open answer counts in the middle of the scale.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext

from assessments.content.values import CRITERION_CODES, GATE_CODES
from assessments.document.appendix import points_text
from assessments.document.case import NAMES, Case, function_of
from assessments.document.changes_values import (
    Change,
    Changes,
    ListDifference,
    ScoreRow,
    Standing,
    WeightRow,
)
from assessments.document.kpi_values import KpiAdvice
from assessments.document.needs import score_of
from assessments.document.numbers import score_text, signed_text
from assessments.document.outcomes import quoted_label
from assessments.document.plan_values import ResultPlan
from assessments.document.values import Pair
from assessments.scoring import Function

NOT_ASKED = "–"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the results: its case under the method that all are read by, its own case, plan and KPIs to compare."""

    case: Case
    own: Case
    plan: ResultPlan | None
    kpis: KpiAdvice | None = None

    @property
    def is_recomputed(self) -> bool:
        return self.case is not self.own


def changes(sides: Sequence[Side]) -> Changes:
    """All differences of two or more results, in the language in force."""
    asked = [code for code in CRITERION_CODES if code in sides[0].case.content.asked_criteria()]
    changed = [code for code in asked if is_changed(sides, code)]
    gates = [code for code in GATE_CODES if is_changed(sides, code)]
    kept = [code for code in (*asked, *GATE_CODES) if code not in {*changed, *gates}]
    return Changes(
        answers=tuple(_change(sides, code) for code in sorted(changed, key=lambda code: -_size(sides, code))),
        scores=tuple(_scores(sides, function) for function in Function),
        conditions=tuple(_condition(sides, code) for code in gates),
        unchanged=tuple(Pair(sides[-1].case.label(code), sides[-1].own.answer_text(code)) for code in kept),
        lists=_lists(sides),
    )


def is_changed(sides: Sequence[Side], code: str) -> bool:
    """Whether a question has not the same answer everywhere; not answered and "I don't know" are answers too."""
    return len({side.case.choices.get(code) for side in sides}) > 1


def effect(first: Case, other: Case, code: str) -> Fraction:
    """By how many points the criterion moves its function's score from the first case to the other; exact."""
    return other.points(code) - first.points(code)


def _size(sides: Sequence[Side], code: str) -> Fraction:
    return max(abs(effect(sides[0].case, side.case, code)) for side in sides)


def _change(sides: Sequence[Side], code: str) -> Change:
    function = function_of(code)
    standings = tuple(_standing(sides[0], side, code) for side in sides)
    return Change(code, function.value, NAMES[function], sides[-1].case.label(code), standings)


def _standing(first: Side, side: Side, code: str) -> Standing:
    """An answer, with its effect where it is another one than in the first result."""
    is_moved = is_changed([first, side], code)
    return Standing(
        text=side.own.answer_text(code),
        is_moved=is_moved,
        effect=signed_text(effect(first.case, side.case, code)) if is_moved else "",
        is_open=side.case.is_open(code),
    )


def _condition(sides: Sequence[Side], code: str) -> Change:
    standings = (Standing(side.own.answer_text(code), is_changed([sides[0], side], code)) for side in sides)
    return Change(code, "", "", sides[-1].case.label(code), tuple(standings))


def _scores(sides: Sequence[Side], function: Function) -> ScoreRow:
    needs = [score_of(side.case, function).need for side in sides]
    standings = (
        Standing(score_text(need), need != needs[0], signed_text(need - needs[0]) if place else "")
        for place, need in enumerate(needs)
    )
    return ScoreRow(function.value, NAMES[function], tuple(standings))


def plan_steps(plan: ResultPlan | None) -> tuple[str, ...]:
    """Everything a plan says to do, in its order."""
    return tuple(item.text for phase in plan.phases for item in phase.items) if plan else ()


def first_kpis(kpis: KpiAdvice | None) -> tuple[str, ...]:
    """The names of the KPIs to start with."""
    return tuple(kpi.name for kpi in kpis.start) if kpis else ()


def _lists(sides: Sequence[Side]) -> tuple[ListDifference, ...]:
    """The lists of the results that are held against each other; one that is empty everywhere is left out."""
    found = [
        (gettext("Steps of the plan"), [plan_steps(side.plan) for side in sides]),
        (gettext("KPIs to start with"), [first_kpis(side.kpis) for side in sides]),
    ]
    return tuple(_list_difference(title, lists) for title, lists in found if any(lists))


def _list_difference(title: str, lists: Sequence[Sequence[str]]) -> ListDifference:
    """What is in all of the lists, and what in some of them only."""
    shared = [text for text in dict.fromkeys(lists[0]) if all(text in each for each in lists)]
    only = tuple(tuple(text for text in dict.fromkeys(each) if text not in shared) for each in lists)
    return ListDifference(title, only, tuple(shared))


def answer_news(cases: Sequence[Case], *, is_same_company: bool) -> str:
    """Whether all say the same, as a sentence."""
    labels = [outcome_text(case) for case in cases]
    if all(case.result.outcome is None for case in cases):
        return gettext("All of them have too few answers for a recommendation.")
    if len(set(labels)) == 1:
        return gettext("The answer is the same: %(outcome)s.") % {"outcome": labels[0]}
    if len(cases) > 2:
        return gettext("The answers differ.")
    pair = {"first": labels[0], "second": labels[1]}
    if is_same_company:
        return gettext("The answer changed: %(first)s before, %(second)s now.") % pair
    return gettext("Two companies, two answers: %(first)s and %(second)s.") % pair


def outcome_text(case: Case) -> str:
    """The outcome inside a sentence."""
    return quoted_label(case.result.outcome) if case.result.outcome else gettext("too few answers")


def weight_rows(before: Case, after: Case) -> tuple[WeightRow, ...]:
    """The criteria that two methods weigh differently, for the same answers."""
    return tuple(
        _weight_row(before, after, code) for code in CRITERION_CODES if _weighed(before, code) != _weighed(after, code)
    )


def _weight_row(before: Case, after: Case, code: str) -> WeightRow:
    (weight_before, points_before), (weight_after, points_after) = _weighed(before, code), _weighed(after, code)
    return WeightRow(after.label(code), weight_before, weight_after, points_before, points_after)


def _weighed(case: Case, code: str) -> tuple[str, str]:
    """The weight of a criterion and the points it adds, as text."""
    weight = case.content.weights[code]
    return (str(weight), points_text(case.points(code))) if weight else (NOT_ASKED, NOT_ASKED)

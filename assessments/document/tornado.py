"""Which answer changes the recommendation: each criterion from its lowest to its highest answer, and where it turns."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext, ngettext

from assessments.document.axis import Axis, axis_marks, axis_over
from assessments.document.case import NAMES, Case, function_of
from assessments.document.decision_map import outcomes_by_grade, readings_of
from assessments.document.needs import need_line, score_of
from assessments.document.numbers import POINTS_A_GRADE, range_text, score_text
from assessments.document.outcomes import KINDS, outcome_label
from assessments.document.picture_values import Swing, SwingGroup, Tornado, Turn
from assessments.scoring import Function, Outcome
from assessments.scoring.result import TornadoRow

OPTIONS = 5
TOP_GRADE = 7


@dataclass(frozen=True, slots=True)
class Border:
    """A score where one answer changes the outcome, on the way up or down, and the outcome beyond it."""

    score: Fraction
    rises: bool
    outcome: Outcome


def tornado(case: Case) -> Tornado | None:
    """The swings of the function whose answers change more, and of the other if they change anything too.

    None while there is no recommendation.
    """
    if case.result.tornado is None:
        return None
    first, *rest = sorted(Function, key=lambda function: _ease(case, function), reverse=True)
    group = _group(case, first)
    return Tornado(
        kind=group.kind,
        title=_title(len(_flipping(case))),
        subtitle=_subtitle(case),
        base=group.base,
        line=group.line,
        swings=group.swings,
        marks=group.marks,
        name=group.name,
        others=tuple(_group(case, function) for function in rest if _flips_of(case, function)),
    )


def _flipping(case: Case) -> set[str]:
    """The criteria that change the outcome by a single answer."""
    return {flip.code for flip in case.result.single_flips or ()}


def _flips_of(case: Case, function: Function) -> int:
    return sum(function_of(code) is function for code in _flipping(case))


def _ease(case: Case, function: Function) -> tuple[int, Fraction]:
    """The more flips the easier; with as many, the nearer to the line."""
    return _flips_of(case, function), -abs(score_of(case, function).need - need_line(case))


def _group(case: Case, function: Function) -> SwingGroup:
    rows = _answers(case, function)
    axis = _axis(case, rows)
    swings = sorted((_swing(case, row, axis) for row in rows), key=lambda swing: not swing.flips)
    return SwingGroup(
        kind=function.value,
        name=NAMES[function],
        base=axis.at(score_of(case, function).need),
        line=axis.at(need_line(case)),
        swings=tuple(swings),
        marks=axis_marks(axis, score_of(case, function).need, need_line(case)),
    )


def _answers(case: Case, function: Function) -> list[TornadoRow]:
    """The rows of a function's answers (not of weights), longest swing first."""
    rows = case.result.tornado or ()
    answers = [row for row in rows if row.kind == "answer" and function_of(row.code) is function]
    return sorted(answers, key=lambda row: row.high_need - _low(row), reverse=True)


def _low(row: TornadoRow) -> Fraction:
    return row.low_need or Fraction(0)


def _axis(case: Case, rows: list[TornadoRow]) -> Axis:
    return axis_over([_low(row) for row in rows] + [row.high_need for row in rows] + [need_line(case)])


def _swing(case: Case, row: TornadoRow, axis: Axis) -> Swing:
    low, high = _low(row), row.high_need
    return Swing(
        label=case.label(row.code),
        answer=case.answer_text(row.code),
        text=range_text(low, high, need_line(case)),
        low=score_text(low),
        high=score_text(high),
        start=axis.at(low),
        width=axis.length(high - low),
        flips=row.code in _flipping(case),
        turns=_turns(case, row, axis),
    )


def _turns(case: Case, row: TornadoRow, axis: Axis) -> tuple[Turn, ...]:
    """The turns on both sides of the present answer, each with its part of the bar up to the next turn or the end."""
    value = case.value(row.code)
    down = list(_borders(case, row, range(value - 1, -1, -1)))
    up = list(_borders(case, row, range(value + 1, OPTIONS)))
    ends = [border.score for border in down[1:]] + [_low(row)] * bool(down)
    ends += [border.score for border in up[1:]] + [row.high_need] * bool(up)
    return tuple(_turn(border, end, axis) for border, end in zip(down + up, ends, strict=True))


def _borders(case: Case, row: TornadoRow, options: range) -> Iterable[Border]:
    """Where the outcome changes as the answer moves away from the present one, in the order of the options.

    Which option gives which outcome is the engine's word; the border is the grade where that outcome begins.
    """
    outcomes = _outcomes(case, function_of(row.code))
    found = {(flip.code, flip.after): flip.outcome for flip in case.result.single_flips or ()}
    before = case.result.outcome
    for option in options:
        outcome = found.get((row.code, option), case.result.outcome)
        if outcome is None or outcome is before:
            continue
        before, rises = outcome, options.step > 0
        score = _low(row) + (row.high_need - _low(row)) * option / (OPTIONS - 1)
        yield Border(_edge(outcomes, score, rises=rises), rises, outcome)


def _outcomes(case: Case, function: Function) -> list[Outcome]:
    """The outcome at each grade of a function, the other function's grade unchanged."""
    regions = outcomes_by_grade(readings_of(case.result), case.constants)
    s, r = case.result.salesops.grade, case.result.revops.grade
    is_salesops = function is Function.SALESOPS
    return [regions[(grade, r) if is_salesops else (s, grade)] for grade in range(TOP_GRADE + 1)]


def _edge(outcomes: list[Outcome], score: Fraction, *, rises: bool) -> Fraction:
    """The near edge of the grades around this score that give the same outcome."""
    grade = own = min(TOP_GRADE, (score / POINTS_A_GRADE).__floor__())
    step = -1 if rises else 1
    while 0 <= grade + step <= TOP_GRADE and outcomes[grade + step] is outcomes[own]:
        grade += step
    return (grade if rises else grade + 1) * POINTS_A_GRADE


def _turn(border: Border, end: Fraction, axis: Axis) -> Turn:
    text = gettext("%(score)s or more: %(outcome)s") if border.rises else gettext("under %(score)s: %(outcome)s")
    return Turn(
        at=axis.at(border.score),
        start=axis.at(min(border.score, end)),
        width=axis.length(abs(border.score - end)),
        kind=KINDS[border.outcome],
        text=text % {"score": score_text(border.score), "outcome": outcome_label(border.outcome)},
    )


def _subtitle(case: Case) -> str:
    what = gettext("Need score if one answer moved from its lowest to its highest option, the others unchanged.")
    if not _flipping(case):
        return what
    return " ".join((what, gettext("Diamonds mark where the recommendation changes.")))


def _title(count: int) -> str:
    if not count:
        return gettext("No single answer changes the recommendation")
    return ngettext(
        "%(n)d answer can change the recommendation by itself",
        "%(n)d answers can change the recommendation by themselves",
        count,
    ) % {"n": count}

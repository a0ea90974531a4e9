"""Which answer moves the result: each criterion of one function from its lowest to its highest answer."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext, ngettext

from assessments.document.case import NAMES, Case, function_of
from assessments.document.needs import need_line, score_of
from assessments.document.numbers import decimal_text, range_text, rounded, score_text, svg_percent
from assessments.document.outcomes import KINDS
from assessments.document.picture_values import AxisMark, Swing, Tornado
from assessments.scoring import Function
from assessments.scoring.result import TornadoRow

STEP = 10  # the axis starts and ends at a multiple of ten points


@dataclass(frozen=True, slots=True)
class Axis:
    """The part of the scale that is drawn, from one multiple of ten to another."""

    low: Fraction
    high: Fraction

    def at(self, score: Fraction) -> str:
        return svg_percent((score - self.low) * 100 / (self.high - self.low))

    def length(self, points: Fraction) -> str:
        return svg_percent(points * 100 / (self.high - self.low))


def tornado(case: Case) -> Tornado | None:
    """The swings of the function that can change the answer more easily; None while there is no recommendation."""
    if case.result.tornado is None:
        return None
    function = _function(case, case.result.tornado)
    rows = [row for row in _answers(case.result.tornado) if function_of(row.code) is function]
    axis = _axis(case, rows)
    swings = sorted((_swing(case, row, axis) for row in rows), key=lambda swing: not swing.flips)
    return Tornado(
        kind=function.value,
        title=_title(function, sum(swing.flips for swing in swings)),
        subtitle=gettext(
            "Need for %(name)s if one answer moved from its lowest to its highest option, the others unchanged. "
            "Diamonds mark where the answer changes."
        )
        % {"name": NAMES[function]},
        base=axis.at(score_of(case, function).need),
        line=axis.at(need_line(case)),
        swings=tuple(swings),
        marks=_marks(case, function, axis),
    )


def _answers(rows: tuple[TornadoRow, ...]) -> list[TornadoRow]:
    """The rows of answers (not of weights), longest swing first."""
    answers = [row for row in rows if row.kind == "answer"]
    return sorted(answers, key=_swing_length, reverse=True)


def _swing_length(row: TornadoRow) -> Fraction:
    return row.high_need - (row.low_need or Fraction(0))


def _flips(case: Case, row: TornadoRow) -> bool:
    return {row.low_outcome, row.high_outcome} != {case.result.outcome}


def _function(case: Case, rows: tuple[TornadoRow, ...]) -> Function:
    """The function with more flips; of equal ones the one nearer to the line."""

    def ease(function: Function) -> tuple[int, Fraction]:
        flips = sum(_flips(case, row) for row in _answers(rows) if function_of(row.code) is function)
        return flips, -abs(score_of(case, function).need - need_line(case))

    return max(Function, key=ease)


def _axis(case: Case, rows: list[TornadoRow]) -> Axis:
    ends = [row.low_need or Fraction(0) for row in rows] + [row.high_need for row in rows] + [need_line(case)]
    low, high = min(ends), max(ends)
    return Axis(Fraction((low / STEP).__floor__() * STEP), Fraction((high / STEP).__ceil__() * STEP))


def _swing(case: Case, row: TornadoRow, axis: Axis) -> Swing:
    low, high, line = row.low_need or Fraction(0), row.high_need, need_line(case)
    now_met = score_of(case, function_of(row.code)).need >= line
    flips = _flips(case, row)
    beyond = (low, min(high, line)) if now_met else (max(low, line), high)
    other = row.low_outcome if row.low_outcome is not case.result.outcome else row.high_outcome
    return Swing(
        label=case.label(row.code),
        answer=case.answer_text(row.code),
        text=range_text(low, high, line),
        low=score_text(low),
        high=score_text(high),
        start=axis.at(low),
        width=axis.length(high - low),
        beyond_start=axis.at(beyond[0]) if flips else "",
        beyond_width=axis.length(max(Fraction(0), beyond[1] - beyond[0])) if flips else "",
        beyond_kind=KINDS[other] if flips and other else "",
        flips=flips,
    )


def _marks(case: Case, function: Function, axis: Axis) -> tuple[AxisMark, ...]:
    now, line = score_of(case, function).need, need_line(case)
    ends = [AxisMark(decimal_text(rounded(end, 0), 0), axis.at(end)) for end in (axis.low, axis.high)]
    base = AxisMark(gettext("%(score)s now") % {"score": score_text(now)}, axis.at(now))
    return (ends[0], base, AxisMark(gettext("%(score)s line") % {"score": score_text(line)}, axis.at(line)), ends[1])


def _title(function: Function, count: int) -> str:
    name = {"name": NAMES[function], "n": count}
    if not count:
        return gettext("No single answer moves %(name)s across the line") % name
    return (
        ngettext(
            "%(n)d answer can move %(name)s across the line",
            "%(n)d answers can move %(name)s across the line",
            count,
        )
        % name
    )

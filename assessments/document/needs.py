"""The two need bars: scores, the line, and the ranges of open answers."""

from fractions import Fraction

from django.utils.translation import gettext, ngettext

from assessments.document.case import NAMES, Case, function_of
from assessments.document.lead import is_met
from assessments.document.numbers import POINTS_A_GRADE, range_text, score_text, svg_percent
from assessments.document.values import Need, Needs
from assessments.scoring import Function, FunctionScore


def needs(case: Case) -> Needs:
    """Both scores with the line and, where answers are open, the range."""
    line = need_line(case)
    rows = tuple(_need(case, function, line) for function in Function)
    return Needs(
        title=_title(case),
        subtitle=gettext("Need score, 0–100. The dashed line marks %(line)s, where we advise action.")
        % {"line": score_text(line)},
        rows=rows,
        note=_note(case),
    )


def need_line(case: Case) -> Fraction:
    """The score where the need counts as met."""
    return case.constants.need_line * POINTS_A_GRADE


def score_of(case: Case, function: Function) -> FunctionScore:
    return case.result.salesops if function is Function.SALESOPS else case.result.revops


def _need(case: Case, function: Function, line: Fraction) -> Need:
    score = score_of(case, function)
    has_range = score.low != score.high
    return Need(
        kind=function.value,
        name=NAMES[function],
        score=score_text(score.need),
        range=range_text(score.low, score.high, line) if has_range else "",
        width=svg_percent(score.need),
        low=svg_percent(score.low) if has_range else "",
        high=svg_percent(score.high) if has_range else "",
        line=svg_percent(line),
        is_met=is_met(case, function),
        sentence=need_sentence(case, function),
    )


def need_sentence(case: Case, function: Function) -> str:
    """The score of one function against the line; its range, where open answers leave it on either side."""
    line, score = need_line(case), score_of(case, function)
    values = {"name": NAMES[function], "score": score_text(score.need), "line": score_text(line)}
    if _is_unsettled(case, function):
        range_of = {"low": score_text(score.low), "high": score_text(score.high)}
        text = gettext("The need for %(name)s may lie anywhere from %(low)s to %(high)s; the line is at %(line)s.")
        return text % (values | range_of)
    if is_met(case, function):
        return gettext("The need for %(name)s is %(score)s of 100, at or above the line at %(line)s.") % values
    return gettext("The need for %(name)s is %(score)s of 100, below the line at %(line)s.") % values


def _is_unsettled(case: Case, function: Function) -> bool:
    """Whether open answers leave the need on either side of the line."""
    score = score_of(case, function)
    return score.low < need_line(case) <= score.high


def _title(case: Case) -> str:
    """What the bars say; None stands for a need that open answers leave on either side of the line."""
    salesops, revops = (None if _is_unsettled(case, each) else is_met(case, each) for each in Function)
    return {
        (True, True): gettext("Both needs are above the line"),
        (True, False): gettext("SalesOps is above the line, RevOps below it"),
        (False, True): gettext("RevOps is above the line, SalesOps below it"),
        (False, False): gettext("Both needs are below the line"),
        (None, None): gettext("Both needs may lie on either side of the line"),
        (None, True): gettext("RevOps is above the line, SalesOps may lie on either side"),
        (None, False): gettext("RevOps is below the line, SalesOps may lie on either side"),
        (True, None): gettext("SalesOps is above the line, RevOps may lie on either side"),
        (False, None): gettext("SalesOps is below the line, RevOps may lie on either side"),
    }[salesops, revops]


def _note(case: Case) -> str:
    """Why there are brackets; empty when there are none."""
    count = len(case.open_criteria())
    uncertain = list(dict.fromkeys(function_of(code) for code in case.open_criteria()))
    if not count:
        return ""
    if len(uncertain) > 1:
        text = gettext(
            "The brackets show where both needs could lie, because %(n)d questions were answered “I don’t know”."
        )
        return text % {"n": count}
    text = ngettext(
        "The bracket shows where %(name)s could lie, because %(n)d question was answered “I don’t know”.",
        "The bracket shows where %(name)s could lie, because %(n)d questions were answered “I don’t know”.",
        count,
    )
    return text % {"n": count, "name": NAMES[uncertain[0]]}

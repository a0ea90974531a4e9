"""What added up to the two scores: one bar a criterion, each starting where the one above it ends."""

from fractions import Fraction

from assessments.document.appendix import points_text
from assessments.document.case import NAMES, Case
from assessments.document.needs import need_line, score_of
from assessments.document.numbers import score_text, svg_percent
from assessments.document.picture_values import Bar, Waterfall
from assessments.scoring import Function


def waterfalls(case: Case) -> tuple[Waterfall, ...]:
    """One for each function."""
    return tuple(_waterfall(case, function) for function in Function)


def _waterfall(case: Case, function: Function) -> Waterfall:
    score = score_of(case, function).need
    return Waterfall(
        kind=function.value,
        name=NAMES[function],
        bars=_bars(case, sorted(case.asked(function), key=case.points, reverse=True)),
        total=score_text(score),
        width=svg_percent(score),
        line=svg_percent(need_line(case)),
    )


def _bars(case: Case, codes: list[str]) -> tuple[Bar, ...]:
    bars, start = [], Fraction(0)
    for code in codes:
        points = case.points(code)
        bars.append(
            Bar(
                label=case.label(code),
                answer=case.answer_text(code),
                points=points_text(points),
                start=svg_percent(start),
                width=svg_percent(points),
                is_open=case.is_open(code),
            )
        )
        start += points
    return tuple(bars)

"""One assessment worked out by hand. Every figure comes from the engine or from the same exact arithmetic beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext

from assessments.content.values import MethodContent
from assessments.document.numbers import POINTS_A_GRADE, score_text, share_text
from assessments.pages.presenters.decision_table import Cell, OutcomeMark, outcome_mark, row_of
from assessments.scoring import (
    CODES,
    CRITERIA,
    ENGINE_VERSION,
    GATES,
    Change,
    Function,
    Inputs,
    Method,
    Readings,
    Result,
    evaluate,
    receipt,
)

METHOD = Method()  # equal weights and the lines as shipped, whatever is published now
ANSWERS = dict(zip(CRITERIA, (4, 3, 3, 4, 3, 1, 1, 1, 1, 2, 1, 2, 1), strict=True))
READINGS = Readings(budget=False, reps=True, automation=False, deep=False)
INPUTS = Inputs(ANSWERS, dict(zip(GATES, READINGS, strict=True)))
LINE = METHOD.constants.need_line * POINTS_A_GRADE


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    code: str
    topic: str
    answer: str
    value: int


@dataclass(frozen=True, slots=True)
class Block:
    """One function's score step by step; fractions as text, like `475/7`."""

    name: str
    sum_text: str
    total: int
    count: int
    most: int
    need: str
    points: str
    eighths: str
    grade: int


@dataclass(frozen=True, slots=True)
class Recursion:
    """The share of weights under the line, by the rule for Q; one line per value over the threshold."""

    line: str
    epsilon: str
    need: str
    values: str
    threshold: str
    low_gaps: str
    lines: tuple[tuple[str, ...], ...]
    share: str


@dataclass(frozen=True, slots=True)
class Share:
    """The share of weightings with the reported outcome."""

    under: str
    fraction: str
    text: str
    revops_threshold: str
    revops_highest: str


@dataclass(frozen=True, slots=True)
class Smallest:
    """The smallest change of answers that gives another outcome."""

    steps: int
    changes: tuple[str, ...]
    outcome: OutcomeMark


@dataclass(frozen=True, slots=True)
class WorkedExample:
    answers: tuple[GivenAnswer, ...]
    salesops: Block
    revops: Block
    line: str
    row: int
    outcome: OutcomeMark
    recursion: Recursion
    share: Share
    smallest: Smallest
    engine_version: str
    receipt: str


def worked_example(content: MethodContent, language: str) -> WorkedExample:
    """The example of the method page, with the published version's texts."""
    result = evaluate(METHOD, INPUTS)
    assert result.outcome is not None
    grades = result.salesops.grade, result.revops.grade
    return WorkedExample(
        answers=tuple(_given(content, code, language) for code in CRITERIA),
        salesops=_block(result, Function.SALESOPS),
        revops=_block(result, Function.REVOPS),
        line=score_text(LINE),
        row=row_of(Cell(*grades, READINGS, METHOD.constants)).number,
        outcome=outcome_mark(result.outcome),
        recursion=_recursion(result),
        share=_share(result),
        smallest=_smallest(result),
        engine_version=ENGINE_VERSION,
        receipt=receipt(METHOD, content.gate_mapping, INPUTS, result),
    )


def _given(content: MethodContent, code: str, language: str) -> GivenAnswer:
    criterion, value = content.criterion(code), ANSWERS[code]
    return GivenAnswer(
        code, criterion.label.in_language(language), criterion.options[value].in_language(language), value
    )


def _block(result: Result, function: Function) -> Block:
    answers = [ANSWERS[code] for code in CODES[function]]
    score = result.salesops if function is Function.SALESOPS else result.revops
    return Block(
        name="SalesOps" if function is Function.SALESOPS else "RevOps",
        sum_text=" + ".join(map(str, answers)),
        total=sum(answers),
        count=len(answers),
        most=4 * len(answers),
        need=str(score.need),
        points=score_text(score.need),
        eighths=str(8 * score.need / 100),
        grade=score.grade,
    )


def shifted_threshold(need: Fraction) -> Fraction:
    """c = (t - (1 - eps) N) / eps at the need line."""
    epsilon = METHOD.constants.epsilon
    return (LINE - (1 - epsilon) * need) / epsilon


Place = tuple[int, int]


def under_table(highs: Sequence[Fraction], lows: Sequence[Fraction]) -> Mapping[Place, tuple[Fraction, Fraction]]:
    """(p, F) of every place (i, j), counted from 1, from the far corner to F(1, 1)."""
    found: dict[Place, tuple[Fraction, Fraction]] = {}
    for i in range(len(highs), 0, -1):
        for j in range(len(lows), 0, -1):
            p = lows[j - 1] / (lows[j - 1] + highs[i - 1])
            below = found[i + 1, j][1] if i < len(highs) else Fraction(1)
            beside = found[i, j + 1][1] if j < len(lows) else Fraction(0)
            found[i, j] = p, p * below + (1 - p) * beside
    return found


def _recursion(result: Result) -> Recursion:
    threshold = shifted_threshold(result.salesops.need)
    values = [Fraction(25 * ANSWERS[code]) for code in CODES[Function.SALESOPS]]
    over = [value for value in values if value > threshold]
    highs, lows = [value - threshold for value in over], [threshold - v for v in values if v < threshold]
    table = under_table(highs, lows)
    return Recursion(
        line=score_text(LINE),
        epsilon=str(METHOD.constants.epsilon),
        need=str(result.salesops.need),
        values=", ".join(map(str, values)),
        threshold=str(threshold),
        low_gaps=", ".join(map(str, lows)),
        lines=tuple(
            (str(i), str(value), str(highs[i - 1]), *(str(part) for j in (1, 2) for part in table[i, j]))
            for i, value in enumerate(over, start=1)
        ),
        share=str(table[1, 1][1]),
    )


def _share(result: Result) -> Share:
    assert result.robustness is not None
    revops = [25 * ANSWERS[code] for code in CODES[Function.REVOPS]]
    return Share(
        under=str(1 - result.robustness),
        fraction=str(result.robustness),
        text=share_text(result.robustness),
        revops_threshold=str(shifted_threshold(result.revops.need)),
        revops_highest=str(max(revops)),
    )


def _smallest(result: Result) -> Smallest:
    assert result.nearest is not None
    changes = tuple(map(_change_text, result.nearest.changes))
    return Smallest(result.nearest.distance, changes, outcome_mark(result.nearest.outcome))


def _change_text(change: Change) -> str:
    values = {"code": change.code, "before": change.before, "after": change.after}
    return gettext("%(code)s from %(before)s to %(after)s") % values

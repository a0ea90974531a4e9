"""Need score, grade, coverage and range of one function's block of criteria (method.md 3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from .result import FunctionScore
from .values import CODES, DK, GRADES, MIDDLE_ANSWER, TOP_ANSWER, Answer, Function, Inputs, Method


@dataclass(frozen=True, slots=True)
class Block:
    """The criteria of one function that count (w > 0); an answer None is open: don't know or blank."""

    function: Function
    codes: tuple[str, ...]
    weights: tuple[int, ...]
    answers: tuple[int | None, ...]
    central: tuple[int, ...]
    total: int
    weight: int


def block(function: Function, weights: Mapping[str, int], answers: Mapping[str, Answer]) -> Block:
    """The block of a function: criteria with w > 0, open answers centrally at 2 (method.md 3.1)."""
    codes = tuple(code for code in CODES[function] if weights[code] > 0)
    own_weights = tuple(weights[code] for code in codes)
    own_answers = tuple(_known(answers.get(code)) for code in codes)
    central = tuple(MIDDLE_ANSWER if answer is None else answer for answer in own_answers)
    total = sum(w * a for w, a in zip(own_weights, central, strict=True))
    return Block(function, codes, own_weights, own_answers, central, total, sum(own_weights))


def _known(answer: Answer | None) -> int | None:
    return None if answer is None or answer == DK else int(answer)


def need(total: int, weight: int) -> Fraction:
    """Need score N = 25 * sum(w a) / sum(w), points 0..100, exact (method.md 3.1)."""
    return Fraction(25 * total, weight)


def grade(total: int, weight: int) -> int:
    """Grade g = min(7, floor(8 N / 100)) = min(7, floor(2 sum(w a) / sum(w))), in integers (method.md 3.2)."""
    return min(GRADES - 1, 2 * total // weight)


def function_score(own: Block) -> FunctionScore:
    """Need, range (open answers all 0, all 4), grade and coverage of a block (method.md 3)."""
    open_weight = sum(w for w, a in zip(own.weights, own.answers, strict=True) if a is None)
    low = own.total - MIDDLE_ANSWER * open_weight
    return FunctionScore(
        need=need(own.total, own.weight),
        low=need(low, own.weight),
        high=need(low + TOP_ANSWER * open_weight, own.weight),
        grade=grade(own.total, own.weight),
        coverage=Fraction(own.weight - open_weight, own.weight),
    )


def reachable_grades(own: Block) -> frozenset[int]:
    """Grades over all completions of the open answers at admin weights (method.md 6, reachable set)."""
    totals = {sum(w * a for w, a in zip(own.weights, own.answers, strict=True) if a is not None)}
    for weight, answer in zip(own.weights, own.answers, strict=True):
        if answer is None:
            totals = {total + weight * value for total in totals for value in range(TOP_ANSWER + 1)}
    return frozenset(grade(total, own.weight) for total in totals)


def missing_criteria(method: Method, inputs: Inputs) -> tuple[str, ...]:
    """Blank criteria with w > 0 in the order S1..R6 (method.md 3.3)."""
    codes = CODES[Function.SALESOPS] + CODES[Function.REVOPS]
    return tuple(code for code in codes if method.weights[code] > 0 and code not in inputs.answers)

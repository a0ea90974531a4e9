"""Need, grade, coverage, range."""

from fractions import Fraction

import pytest

from assessments.scoring import Method, evaluate
from assessments.scoring.need import grade, need

from .factories import inputs, method, only


def test_need_is_exact() -> None:
    assert need(19, 7) == Fraction(475, 7)


@pytest.mark.parametrize(("total", "expected"), [(0, 0), (3, 0), (4, 1), (15, 3), (16, 4), (27, 6), (28, 7), (32, 7)])
def test_grade_of_eight_equal_weights(total: int, expected: int) -> None:
    assert grade(total, 8) == expected


def test_need_counts_open_answers_as_two_with_their_range() -> None:
    score = evaluate(Method(), inputs("4 4 4 4 4 DK _ / 0 0 0 0 0 0")).salesops
    assert (score.need, score.low, score.high) == (Fraction(600, 7), Fraction(500, 7), Fraction(100))
    assert (score.grade, score.coverage) == (6, Fraction(5, 7))


def test_need_ignores_criteria_of_weight_zero() -> None:
    result = evaluate(Method(only("S1", "R1")), inputs("3 0 0 DK _ 0 0 / 1 4 4 4 4 _"))
    assert (result.salesops.need, result.salesops.coverage, result.revops.need) == (75, 1, 25)
    assert result.missing == ()


def test_coverage_weighs_answers() -> None:
    result = evaluate(method("5 1 1 1 1 1 0 / 1 1 1 1 1 1"), inputs("3 DK DK DK DK 1 _ / 1 1 1 1 1 1"))
    assert (result.salesops.coverage, result.recommendation) == (Fraction(3, 5), "salesops")

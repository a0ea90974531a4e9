"""Robustness: Q, laws of the grades, central weights."""

from fractions import Fraction
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.scoring import Function, Method, evaluate
from assessments.scoring.need import block
from assessments.scoring.robustness import central_weights, grade_law, share_below

from .factories import W2_ANSWERS, inputs, method, whole_answers
from .reference import q


@pytest.mark.parametrize(
    ("points", "bound", "share"),
    [([100, 0], 30, "3/10"), ([100, 50, 0], 25, "1/8"), ([100, 75, 25, 0], 50, "1/2")],
)
def test_share_below_micro_checks(points: list[int], bound: int, share: str) -> None:
    assert str(share_below([p // 25 for p in points], Fraction(bound, 25))) == share
    assert str(q([Fraction(p) for p in points], Fraction(bound))) == share


def test_share_below_of_the_w1_block_at_fifty() -> None:
    assert share_below([4, 3, 3, 4, 3, 1, 1], Fraction(225, 7 * 25)) == Fraction(452, 3176523)


@pytest.mark.parametrize(("answers", "share"), [([2, 2], 0), ([1, 2], 1), ([2, 3], 0)])
def test_share_below_at_a_tie(answers: list[int], share: int) -> None:
    assert share_below(answers, Fraction(2)) == share


@given(st.lists(whole_answers, min_size=1, max_size=7), st.fractions(-1, 5, max_denominator=60))
@settings(deadline=None, max_examples=150)
def test_share_below_agrees_with_recursion(answers: list[int], threshold: Fraction) -> None:
    assert share_below(answers, threshold) == q([Fraction(a) for a in answers], threshold)


@given(st.sets(whole_answers, min_size=2, max_size=5), st.fractions(0, 4, max_denominator=60))
@settings(deadline=None, max_examples=100)
def test_share_below_agrees_with_spline_formula(answers: set[int], threshold: Fraction) -> None:
    """P(u v < c) = sum over v_j < c of (c - v_j)^(n-1) / prod over i of (v_i - v_j), for distinct v."""
    terms = [
        (threshold - v) ** (len(answers) - 1) / Fraction(prod(other - v for other in answers if other != v))
        for v in answers
        if v < threshold
    ]
    assert share_below(sorted(answers), threshold) == sum(terms)


def test_grade_law_without_contamination_is_certain() -> None:
    own = block(Function.SALESOPS, Method().weights, inputs(W2_ANSWERS).answers)
    assert grade_law(own, Fraction(0)).shares == (0, 0, 0, 0, 1, 0, 0, 0)


def test_grade_law_of_one_criterion_averages_its_open_answer() -> None:
    weights = {"S1": 3} | dict.fromkeys(("S2", "S3", "S4", "S5", "S6", "S7"), 0)
    law = grade_law(block(Function.SALESOPS, weights, {"S1": "dk"}), Fraction(1, 2))
    assert law.shares == tuple(Fraction(n, 5) for n in (1, 0, 1, 0, 1, 0, 1, 1))


def test_result_states_the_grade_laws() -> None:
    laws = evaluate(Method(), inputs(W2_ANSWERS)).grade_laws
    assert laws is not None
    assert {function: sum(law) for function, law in laws.items()} == {"salesops": 1, "revops": 1}
    assert sum(laws[Function.SALESOPS][4:]) == Fraction(4592017, 4840416)


def test_central_weights_of_w2() -> None:
    weights = evaluate(Method(), inputs(W2_ANSWERS)).central_weights
    assert weights is not None
    salesops = weights[Function.SALESOPS]
    assert salesops is not None
    assert [round(1000 * 10 * w) for w in salesops.values()] == [1067, 1535, 1429, 1593, 1593, 1535, 1248]
    assert list(salesops) == ["S1", "S2", "S3", "S4", "S5", "S6", "S7"]


@given(st.lists(whole_answers, min_size=7, max_size=7), st.integers(1, 7))
@settings(deadline=None, max_examples=60)
def test_central_weights_agree_with_formula_and_sum_to_one(answers: list[int], need_line: int) -> None:
    own = block(Function.SALESOPS, Method().weights, dict(zip(Method().weights, answers, strict=False)))
    points, bound = [Fraction(25 * a) for a in answers], Fraction(25 * need_line, 2)
    met = 1 - q(points, bound)
    expected = [(1 - q([*points, p], bound)) / met / 7 for p in points] if met else None
    weights = central_weights(own, need_line)
    assert (weights and list(weights.values())) == expected
    assert sum(expected or [1]) == 1


def test_central_weights_are_null_when_no_weights_meet_the_line() -> None:
    weights = evaluate(Method(), inputs("1 1 1 1 1 1 1 / 2 2 2 2 2 2")).central_weights
    assert weights == {"salesops": None, "revops": dict.fromkeys(("R1", "R2", "R3", "R4", "R5", "R6"), Fraction(1, 6))}


def test_robustness_is_exact_at_odd_contamination() -> None:
    odd = evaluate(method(epsilon=Fraction(997, 1000)), inputs(W2_ANSWERS)).robustness
    assert odd is not None
    assert Fraction(29, 36) < odd < Fraction(4592017, 4840416)

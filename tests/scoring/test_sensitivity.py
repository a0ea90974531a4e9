"""Tornado, switching weights, flips."""

from fractions import Fraction

from assessments.scoring import Constants, Method, Outcome, SwitchingWeight, TornadoRow, evaluate
from assessments.scoring.sensitivity import switching_weights
from assessments.scoring.situation import situation

from .factories import W2_ANSWERS, inputs, method, only


def test_tornado_rows_in_order_of_kind_and_question() -> None:
    rows = evaluate(method("1 0 2 0 0 0 0 / 0 3 0 0 0 1"), inputs(W2_ANSWERS)).tornado
    assert rows is not None
    assert [(row.kind[0], row.code) for row in rows] == [(k, c) for k in "aw" for c in ("S1", "S3", "R2", "R6")]


def test_tornado_skips_a_weight_that_empties_its_block() -> None:
    rows = evaluate(Method(only("S1", "R1", "R2")), inputs("3 _ _ _ _ _ _ / 4 1 _ _ _ _")).tornado
    assert rows is not None
    assert rows[3] == TornadoRow("S1", "weight", None, None, Fraction(75), Outcome.BOTH)


def test_tornado_weight_at_zero_and_doubled() -> None:
    rows = evaluate(Method(only("S1", "R1", "R2")), inputs("3 _ _ _ _ _ _ / 4 1 _ _ _ _")).tornado
    assert rows is not None
    assert rows[4] == TornadoRow("R1", "weight", Fraction(25), Outcome.SALESOPS, Fraction(75), Outcome.BOTH)


def test_switching_weights_of_a_border() -> None:
    result = evaluate(method("5 5 0 0 0 0 0 / 1 1 1 1 1 1"), inputs("4 0 _ _ _ _ _ / 0 0 0 0 0 0"))
    assert result.switching_weights is not None
    assert result.switching_weights[:2] == (SwitchingWeight("S1", 5, 10), SwitchingWeight("S2", 0, 5))


def test_switching_weights_skip_an_empty_block() -> None:
    result = evaluate(Method(only("S1", "R1")), inputs("4 _ _ _ _ _ _ / 0 _ _ _ _ _"))
    assert result.switching_weights == (SwitchingWeight("S1", 1, 10), SwitchingWeight("R1", 1, 10))


def test_switching_weights_leave_out_what_only_a_weight_over_ten_keeps() -> None:
    heavy = Method({**only("S2", "R1"), "S1": 20, "S2": 20}, Constants())
    case = situation(heavy, inputs("4 0 _ _ _ _ _ / 0 _ _ _ _ _"))
    assert [row.code for row in switching_weights(case, Outcome.SALESOPS)] == ["S2", "R1"]


def test_single_flips_by_steps_then_question_then_answer() -> None:
    flips = evaluate(Method(only("S1", "R1")), inputs("DK _ _ _ _ _ _ / 2 _ _ _ _ _", "n y n n"))
    assert flips.recommendation == "insufficient"
    known = evaluate(Method(only("S1", "R1")), inputs("2 _ _ _ _ _ _ / 2 _ _ _ _ _", "n y n n")).single_flips
    assert known is not None
    assert [(f.code, f.after, f.steps, f.outcome) for f in known] == [
        ("S1", 1, 1, "revops"),
        ("R1", 1, 1, "salesops"),
        ("S1", 0, 2, "revops"),
        ("R1", 0, 2, "salesops"),
        ("R1", 4, 2, "revops_then_salesops"),
    ]


def test_gate_flips_state_the_new_advice() -> None:
    flips = evaluate(Method(), inputs(W2_ANSWERS)).gate_flips
    assert flips is not None
    assert [(f.code, f.reading_before, f.reading_after) for f in flips] == [("B", True, False)]
    assert (flips[0].outcome, flips[0].mode, flips[0].first, flips[0].later) == (
        "salesops_then_revops",
        "staged",
        "salesops",
        "revops",
    )

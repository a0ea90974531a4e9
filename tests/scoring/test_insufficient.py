"""No recommendation: what is null, what is still given (method.md 3.3, 3.5)."""

from dataclasses import fields
from fractions import Fraction

from assessments.scoring import CRITERIA, Method, evaluate

from .factories import inputs, method

NULL = {
    "mode", "first", "later", "outcome", "robustness", "acceptability", "distance", "nearest", "single_flips",
    "gate_flips", "tornado", "switching_weights", "central_weights", "grade_laws", "strength", "close_call",
    "provisional",
}  # fmt: skip


def test_insufficient_result_has_null_fields() -> None:
    result = evaluate(Method(), inputs("3 3 3 3 DK DK DK / 1 1 1 1 1 1"))
    assert {field.name for field in fields(result) if getattr(result, field.name) is None} == NULL
    assert (result.recommendation, result.reachable) == ("insufficient", ())


def test_insufficient_result_still_scores() -> None:
    result = evaluate(Method(), inputs("3 3 3 3 DK DK DK / 1 1 1 1 1 1"))
    assert (result.salesops.need, result.salesops.grade) == (Fraction(450, 7), 5)
    assert (result.salesops.low, result.salesops.high) == (Fraction(300, 7), Fraction(600, 7))


def test_insufficient_by_dont_knows_asks_the_first_of_them() -> None:
    result = evaluate(Method(), inputs("DK 3 3 3 3 3 3 / DK 1 1 1 DK DK"))
    assert (result.missing, result.next_question) == ((), "S1")


def test_insufficient_asks_the_first_missing_before_a_dont_know() -> None:
    result = evaluate(Method(), inputs("DK 3 3 3 3 3 3 / DK DK DK 1 _ 1"))
    assert (result.missing, result.next_question) == (("R5",), "R5")


def test_insufficient_by_a_needed_gate() -> None:
    result = evaluate(Method(), inputs("4 4 4 4 4 4 4 / 4 4 4 4 4 4", "_ y n n"))
    assert (result.recommendation, result.missing, result.next_question) == ("insufficient", ("B",), "B")


def test_insufficient_when_all_is_blank() -> None:
    result = evaluate(Method(), inputs("_ _ _ _ _ _ _ / _ _ _ _ _ _", "_ _ _ _"))
    assert (result.recommendation, result.missing) == ("insufficient", (*CRITERIA, "B", "K", "A", "D"))


def test_insufficient_keeps_flags() -> None:
    assert evaluate(Method(), inputs("0 0 4 0 0 4 0 / DK DK DK DK DK DK")).flags == ("contradiction",)


def test_full_coverage_may_be_asked_for() -> None:
    result = evaluate(method(coverage=Fraction(1)), inputs("4 4 4 4 4 4 DK / 0 0 0 0 0 0"))
    assert (result.recommendation, result.next_question) == ("insufficient", "S7")

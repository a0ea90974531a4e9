"""Strength, too close to call, flags."""

from fractions import Fraction

import pytest

from assessments.scoring import Method, evaluate
from assessments.scoring.strength import is_close_call, strength

from .factories import W2_ANSWERS, inputs, method


@pytest.mark.parametrize(
    ("rho", "distance", "settled", "expected"),
    [
        ("95/100", 4, True, "strong"),
        ("95/100", 4, False, "moderate"),
        ("95/100", 3, True, "moderate"),
        ("949/1000", 4, True, "moderate"),
        ("80/100", 2, True, "moderate"),
        ("799/1000", 2, True, "weak"),
        ("1", 1, True, "weak"),
    ],
)
def test_strength_lines(rho: str, distance: int, settled: bool, expected: str) -> None:
    assert strength(Fraction(rho), distance, settled) == expected


@pytest.mark.parametrize(
    ("rho", "distance", "close"), [("60/100", 2, False), ("599/1000", 2, True), ("1", 1, True), ("1", 0, True)]
)
def test_close_call_lines(rho: str, distance: int, close: bool) -> None:
    assert is_close_call(Fraction(rho), distance) is close


def test_strength_of_eroding_salesops_is_weak() -> None:
    result = evaluate(Method(), inputs("4 4 4 4 4 4 3 / 0 0 0 0 0 0", "y n y n"))
    assert (result.mode, result.robustness, result.strength) == ("erodes", 1, "weak")


def test_strength_is_weak_when_an_unknown_gate_may_erode() -> None:
    settled = evaluate(Method(), inputs("4 4 4 4 4 4 3 / 0 0 0 0 0 0", "y n ? n"))
    assert (settled.mode, settled.reachable, settled.robustness, settled.strength) == ("met", ("salesops",), 1, "weak")


def test_straight_lined_needs_ten_equal_answers() -> None:
    nine = evaluate(method("1 1 1 1 1 0 0 / 1 1 1 1 0 0"), inputs("3 3 3 3 3 3 3 / 3 3 3 3 3 3"))
    ten = evaluate(method("1 1 1 1 1 0 0 / 1 1 1 1 1 0"), inputs("3 3 3 3 3 3 3 / 3 3 3 3 3 0"))
    assert (nine.flags, ten.flags, ten.strength) == ((), ("straight_lined",), "weak")


def test_straight_lined_ignores_open_answers() -> None:
    assert evaluate(Method(), inputs("1 1 1 1 1 DK _ / 1 1 1 1 1 DK")).flags == ("straight_lined",)


@pytest.mark.parametrize(
    ("answers", "flags"),
    [
        ("0 0 3 0 0 3 0", ("contradiction",)),
        ("0 0 4 0 0 0 3", ("contradiction",)),
        ("0 0 3 0 0 2 2", ()),
        ("0 0 2 0 0 4 4", ()),
        ("0 0 3 0 0 DK 0", ()),
        ("0 0 DK 0 0 4 0", ()),
    ],
)
def test_contradiction_of_s3_with_s6_or_s7(answers: str, flags: tuple[str, ...]) -> None:
    assert evaluate(Method(), inputs(f"{answers} / 0 0 0 0 0 0")).flags == flags


def test_contradiction_needs_weight() -> None:
    result = evaluate(method("1 1 0 1 1 1 1 / 1 1 1 1 1 1"), inputs("0 0 3 0 0 3 3 / 0 0 0 0 0 0"))
    assert result.flags == ()


def test_flags_keep_their_order() -> None:
    flags = evaluate(Method(), inputs("3 3 3 3 3 3 3 / 3 3 3 3 3 3")).flags
    assert flags == ("straight_lined", "contradiction")


def test_strength_of_a_firm_result_is_strong() -> None:
    assert evaluate(Method(), inputs(W2_ANSWERS, "y n y n")).strength == "strong"

"""Cost of a whole result in processor time (method.md 5: half a second for any valid input)."""

import time
from fractions import Fraction

import pytest

from assessments.scoring import Inputs, Method, evaluate

from .factories import W2_ANSWERS, inputs, method

ODD = Fraction(997, 1000)
SLOW = [
    (
        method("10 10 2 3 4 5 6 / 10 10 3 4 5 7", coverage=Fraction(1, 2), epsilon=ODD),
        "2 2 DK DK DK DK DK / 2 2 DK DK DK DK",
    ),
    (
        method("10 10 3 4 5 7 1 / 10 10 9 4 7 5", coverage=Fraction(1, 2), epsilon=ODD),
        "0 4 DK DK DK DK DK / 1 3 2 DK DK DK",
    ),
    (
        method("10 1 1 2 2 2 2 / 10 1 1 2 3 3", coverage=Fraction(1, 2), epsilon=ODD),
        "2 DK DK DK DK DK DK / 2 DK DK DK DK DK",
    ),
    (method("10 9 8 7 5 6 1 / 9 7 8 10 5 1", epsilon=ODD), "DK DK DK DK DK DK DK / DK DK DK DK DK DK"),
]


def seconds(weights: Method, given: Inputs, times: int) -> float:
    start = time.process_time()
    for _ in range(times):
        evaluate(weights, given)
    return (time.process_time() - start) / times


@pytest.mark.long
@pytest.mark.parametrize(("weights", "answers"), SLOW)
def test_slowest_inputs_take_under_half_a_second(weights: Method, answers: str) -> None:
    assert seconds(weights, inputs(answers, "? ? ? ?"), 1) < 0.5


@pytest.mark.long
def test_a_result_without_open_answers_takes_about_a_millisecond() -> None:
    assert seconds(Method(), inputs(W2_ANSWERS), 100) < 0.005

"""The next question."""

from assessments.scoring import Method, evaluate

from .factories import inputs


def test_next_question_is_null_when_nothing_is_open() -> None:
    assert evaluate(Method(), inputs("4 4 4 4 4 4 4 / 0 0 0 0 0 0")).next_question is None


def test_next_question_is_the_first_missing() -> None:
    result = evaluate(Method(), inputs("DK 4 4 4 4 _ 4 / 0 0 _ 0 0 0"))
    assert (result.next_question, result.missing, result.outcome) == ("S6", ("S6", "R3"), "salesops")


def test_next_question_ties_go_to_the_earlier_question() -> None:
    assert evaluate(Method(), inputs("4 4 4 4 4 4 DK / 0 0 0 DK 0 0")).next_question == "S7"


def test_next_question_may_be_a_gate() -> None:
    assert evaluate(Method(), inputs("4 4 4 4 4 4 DK / 4 4 4 4 4 4", "? y n n")).next_question == "B"


def test_next_question_may_be_a_revops_criterion() -> None:
    assert evaluate(Method(), inputs("4 4 4 4 4 4 DK / 2 2 2 2 DK 2", "y y n ?")).next_question == "R5"

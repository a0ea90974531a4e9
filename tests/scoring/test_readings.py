"""Unknown and blank gates."""

from assessments.scoring import CAUTIOUS, Constants, Method, evaluate
from assessments.scoring.readings import needed_gates, possible_readings, reported_readings

from .factories import W2_ANSWERS, inputs


def test_unknown_gates_read_cautiously() -> None:
    result = evaluate(Method(), inputs(W2_ANSWERS, "? ? ? ?"))
    assert result.readings == {"B": False, "K": True, "A": False, "D": False}
    assert result.outcome == "salesops_then_revops"


def test_unknown_gates_all_enter_the_reachable_set() -> None:
    result = evaluate(Method(), inputs(W2_ANSWERS, "? ? ? ?"))
    assert result.reachable == ("salesops_then_revops", "revops", "both")


def test_unknown_gates_average_the_robustness() -> None:
    half = evaluate(Method(), inputs("4 4 4 4 4 4 4 / 4 4 4 4 4 4", "? y n n"))
    assert half.acceptability is not None
    assert (half.robustness, half.acceptability["both"]) == (
        half.acceptability["salesops_then_revops"],
        half.robustness,
    )
    assert str(half.robustness) == "1/2"


def test_possible_readings_keep_a_blank_gate_cautious() -> None:
    assert possible_readings({"B": None, "K": False}) == (
        (False, False, False, False),
        (True, False, False, False),
    )


def test_reported_readings_of_no_gates_are_cautious() -> None:
    assert reported_readings({}) == CAUTIOUS


def test_needed_gates_none_when_salesops_alone_is_met_by_kept_reps() -> None:
    assert needed_gates({"K": True}, 5, 2, Constants()) == ()


def test_needed_gates_over_both_values_of_the_other_blank_gates() -> None:
    assert needed_gates({}, 5, 2, Constants()) == ("K", "A")


def test_needed_gates_read_unknown_gates_cautiously() -> None:
    assert needed_gates({"A": None}, 5, 2, Constants()) == ()


def test_needed_gates_when_both_are_met() -> None:
    assert needed_gates({}, 4, 4, Constants()) == ("B", "K", "A", "D")


def test_needed_gate_for_first_alone() -> None:
    assert needed_gates({"B": True, "K": True, "A": False}, 4, 7, Constants()) == ("D",)


def test_blank_gate_that_is_not_needed_stays_out_of_everything() -> None:
    blank = evaluate(Method(), inputs("4 4 4 4 4 4 4 / 0 0 0 0 0 0", "_ y _ _"))
    assert (blank.missing, blank.next_question, blank.reachable) == ((), None, ("salesops",))
    assert blank.robustness == 1

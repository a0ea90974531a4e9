"""Counterfactual: cheapest changes, ties, fixed targets."""

import pytest

from assessments.scoring import Change, Method, Nearest, Outcome, evaluate, nearest_to

from .factories import W2_ANSWERS, inputs, method, only


def test_nearest_takes_fewest_questions_then_smallest_list() -> None:
    nearest = evaluate(Method(), inputs("4 3 2 1 0 0 0 / 1 0 2 2 1 1", "n y n n")).nearest
    assert nearest == Nearest(Outcome.REVOPS_LEAN, 2, (Change("R1", 1, 3),))


def test_nearest_changes_an_open_answer_from_the_middle() -> None:
    result = evaluate(Method(only("S1", "S2", "S3", "R1")), inputs("DK 2 2 _ _ _ _ / 0 _ _ _ _ _"))
    assert result.nearest == Nearest(Outcome.SALESOPS_LEAN, 1, (Change("S1", "dk", 1),))


def test_nearest_prefers_the_higher_acceptability() -> None:
    weights = only("S1", "S2", "R1", "R2")
    result = evaluate(Method(weights), inputs("4 0 _ _ _ _ _ / 1 3 _ _ _ _", "y y n n"))
    assert result.acceptability is not None
    assert result.acceptability[Outcome.REVOPS] == result.acceptability[Outcome.SALESOPS]
    assert result.nearest == Nearest(Outcome.REVOPS, 1, (Change("S1", 4, 3),))


def test_nearest_acceptability_beats_the_smaller_list() -> None:
    result = evaluate(Method(only("S1", "R1", "R2")), inputs("2 _ _ _ _ _ _ / 4 0 _ _ _ _", "y y n n"))
    assert result.nearest == Nearest(Outcome.SALESOPS, 1, (Change("R1", 4, 3),))


def test_nearest_may_touch_both_blocks() -> None:
    found = nearest_to(Method(only("S1", "R1")), inputs("4 _ _ _ _ _ _ / 4 _ _ _ _ _"), Outcome.NONE)
    assert found == Nearest(Outcome.NONE, 8, (Change("S1", 4, 0), Change("R1", 4, 0)))


def test_target_out_of_reach_with_a_deep_problem() -> None:
    assert nearest_to(Method(), inputs(W2_ANSWERS, "y y n y"), Outcome.REVOPS) is None


def test_target_that_holds_already_needs_no_change() -> None:
    assert nearest_to(Method(), inputs(W2_ANSWERS), Outcome.BOTH) == Nearest(Outcome.BOTH, 0, ())


def test_target_of_insufficient_answers_is_null() -> None:
    assert nearest_to(Method(), inputs("_ _ _ _ _ _ _ / _ _ _ _ _ _"), Outcome.BOTH) is None


@pytest.mark.parametrize("target", ["revops", "salesops", "revops_then_salesops", "none"])
def test_target_is_reached_by_its_changes(target: str) -> None:
    start = inputs(W2_ANSWERS, "n y n n")
    found = nearest_to(Method(), start, Outcome(target))
    assert found is not None
    moved = {change.code: change.after for change in found.changes}
    answers = " ".join(str(answer) for answer in {**start.answers, **moved}.values())
    assert evaluate(Method(), inputs(answers, "n y n n")).outcome == target


def test_distance_counts_steps_not_weights() -> None:
    result = evaluate(method("3 1 1 2 2 1 1 / 1 3 1 1 2 1"), inputs(W2_ANSWERS))
    assert result.nearest == Nearest(Outcome.REVOPS, 2, (Change("S4", 4, 2),))

"""The engine against the slow second reading of the method, on random inputs with small blocks and all tie rules."""

import pytest
from hypothesis import given, settings

from assessments.scoring import CRITERIA, Constants, Inputs, Method, Outcome, Result, evaluate, nearest_to

from .factories import default_or_other, some_inputs, weightings
from .reference import Reference

FAST = settings(deadline=None, max_examples=40)
LONG = settings(deadline=None, max_examples=250)


def compare_shares(result: Result, slow: Reference) -> None:
    assert result.acceptability == slow.shares()
    assert result.robustness == slow.shares()[slow.outcome()]
    assert result.grade_laws == {"salesops": tuple(slow.law(0)), "revops": tuple(slow.law(1))}


def compare_questions(result: Result, slow: Reference) -> None:
    assert list(result.missing) == slow.missing()
    assert list(result.reachable) == slow.reachable()
    assert result.next_question == slow.next_question()


def compare_nearest(result: Result, slow: Reference) -> None:
    assert result.nearest is not None
    changes = [(CRITERIA.index(change.code), change.after) for change in result.nearest.changes]
    assert (result.nearest.outcome, result.nearest.distance, changes) == slow.nearest()
    assert [c.before for c in result.nearest.changes] == [
        slow.inputs.answers.get(c.code, "dk") for c in result.nearest.changes
    ]


def compare_flips(result: Result, slow: Reference) -> None:
    found = [
        (abs(x - slow.central[c]), CRITERIA.index(c), x, slow.answer_outcome(c, x)[1])
        for c in slow.central
        for x in range(5)
        if slow.answer_outcome(c, x)[1] != slow.outcome()
    ]
    assert result.single_flips is not None
    assert [(f.steps, CRITERIA.index(f.code), f.after, f.outcome) for f in result.single_flips] == sorted(found)


def compare_gate_flips(result: Result, slow: Reference) -> None:
    turned = {g: slow.advice(slow.central, {**slow.gates, g: not seen}) for g, seen in slow.gates.items()}
    expected = [(g, *found) for g, found in turned.items() if found[0] != slow.outcome()]
    assert result.gate_flips is not None
    assert [(f.code, f.outcome, f.mode, f.first, f.later) for f in result.gate_flips] == expected


def compare_weights(result: Result, slow: Reference) -> None:
    assert result.switching_weights is not None
    for row in result.switching_weights:
        tried = {w: slow.weight_outcome(row.code, w) for w in range(11)}
        kept = [w for w, found in tried.items() if found and found[1] == slow.outcome()]
        assert (row.low, row.high) == (min(kept), max(kept))
    assert [row.code for row in result.switching_weights] == list(slow.central)


def compare_tornado(result: Result, slow: Reference) -> None:
    answers = [(c, "answer", *slow.answer_outcome(c, 0), *slow.answer_outcome(c, 4)) for c in slow.central]
    weights = [(c, "weight", *weight_ends(slow, c)) for c in slow.central]
    assert result.tornado is not None
    rows = [(r.code, r.kind, r.low_need, r.low_outcome, r.high_need, r.high_outcome) for r in result.tornado]
    assert rows == answers + weights


def weight_ends(slow: Reference, code: str) -> tuple[object, ...]:
    low, high = (slow.weight_outcome(code, factor * slow.method.weights[code]) for factor in (0, 2))
    return (*(low or (None, None)), *(high or ()))


def compare(method: Method, inputs: Inputs) -> None:
    result, slow = evaluate(method, inputs), Reference(method, inputs)
    assert (result.recommendation == "insufficient") == slow.is_insufficient()
    if result.recommendation == "insufficient":
        return
    assert (result.outcome, result.mode, result.first, result.later) == slow.advice(slow.central)
    for part in (compare_shares, compare_questions, compare_nearest, compare_flips, compare_gate_flips):
        part(result, slow)
    compare_weights(result, slow)
    compare_tornado(result, slow)


@given(weightings(small=3), some_inputs(), default_or_other)
@FAST
def test_engine_agrees_with_reference(weights: dict[str, int], inputs: Inputs, constants: Constants) -> None:
    compare(Method(weights, constants), inputs)


@pytest.mark.long
@given(weightings(top=10, small=3), some_inputs(), default_or_other)
@LONG
def test_engine_agrees_with_reference_at_length(weights: dict[str, int], inputs: Inputs, constants: Constants) -> None:
    compare(Method(weights, constants), inputs)


@given(weightings(small=2), some_inputs())
@FAST
def test_targets_agree_with_reference(weights: dict[str, int], inputs: Inputs) -> None:
    method = Method(weights)
    slow = Reference(method, inputs)
    found = {} if slow.is_insufficient() else slow.changes()
    for target in Outcome:
        nearest = nearest_to(method, inputs, target)
        changes = nearest and [(CRITERIA.index(change.code), change.after) for change in nearest.changes]
        assert (nearest and (nearest.distance, len(nearest.changes), changes)) == found.get(target)


@pytest.mark.long
@given(weightings(top=10), some_inputs(), default_or_other)
@settings(deadline=None, max_examples=30)
def test_shares_agree_with_reference_on_whole_blocks(
    weights: dict[str, int], inputs: Inputs, constants: Constants
) -> None:
    method = Method(weights, constants)
    result, slow = evaluate(method, inputs), Reference(method, inputs)
    if result.recommendation != "insufficient":
        compare_shares(result, slow)
        compare_questions(result, slow)

"""Canonical JSON, receipts, stored results."""

import hashlib
import json
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.scoring import (
    ENGINE_VERSION,
    Constants,
    Inputs,
    Method,
    Outcome,
    ScoringError,
    canonical_json,
    evaluate,
    receipt,
    result_from_values,
    result_values,
)

from .factories import W2_ANSWERS, default_or_other, inputs, some_inputs, weightings

MAPPING = {"B": {"two separate teams": True}}


def test_canonical_json_writes_exact_sorted_values() -> None:
    value = {"ż": Fraction(3, 6), "a": [Fraction(2), None, True], Outcome.NONE: Outcome.BOTH}
    assert canonical_json(value) == '{"a":["2",null,true],"none":"both","ż":"1/2"}'


@pytest.mark.parametrize("value", [0.5, {1, 2}, object, Constants])
def test_canonical_json_refuses_inexact_values(value: object) -> None:
    with pytest.raises(ScoringError, match="has no exact form"):
        canonical_json([value])


def test_receipt_is_the_hash_of_all_that_decides() -> None:
    given_inputs = inputs("4 4 4 4 4 4 4 / 0 0 0 0 _ DK", "y ? n n")
    result = evaluate(Method(), given_inputs)
    content = {
        "engine_version": ENGINE_VERSION,
        "weights": Method().weights,
        "constants": {"need_line": 4, "case_line": 2, "lead_gap": 3, "coverage": "3/5", "epsilon": "1/2"},
        "gate_mapping": MAPPING,
        "answers": given_inputs.answers,
        "gates": given_inputs.gates,
        "result": result_values(result),
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert receipt(Method(), MAPPING, given_inputs, result) == hashlib.sha256(text.encode()).hexdigest()


def test_receipt_ignores_the_order_of_answers_and_the_type_of_whole_shares() -> None:
    first, one = inputs(W2_ANSWERS), Method(constants=Constants(epsilon=Fraction(1)))
    turned = Inputs(dict(reversed(first.answers.items())), dict(reversed(first.gates.items())))
    whole = Method(constants=Constants(epsilon=1))  # type: ignore[arg-type]
    assert receipt(one, {}, first, evaluate(one, first)) == receipt(whole, {}, turned, evaluate(whole, turned))


def test_receipt_changes_with_the_result() -> None:
    result = evaluate(Method(), inputs(W2_ANSWERS))
    other = replace(result, close_call=True)
    assert receipt(Method(), {}, inputs(W2_ANSWERS), result) != receipt(Method(), {}, inputs(W2_ANSWERS), other)


@given(weightings(), some_inputs(), default_or_other)
@settings(deadline=None, max_examples=60)
def test_result_values_round_trip_through_json(
    weights: dict[str, int], given_inputs: Inputs, constants: Constants
) -> None:
    result = evaluate(Method(weights, constants), given_inputs)
    assert result_from_values(json.loads(canonical_json(result_values(result)))) == result


@given(st.just(inputs("4 4 4 4 4 4 4 / 4 4 4 4 4 4", "_ y n n")))
@settings(deadline=None, max_examples=1)
def test_result_values_hold_plain_json_only(given_inputs: Inputs) -> None:
    values = result_values(evaluate(Method(), given_inputs))
    assert json.loads(json.dumps(values)) == values

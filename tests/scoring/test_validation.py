"""Each refused input raises one exception whose sentence names the item and the value."""

import pickle
from fractions import Fraction

import pytest

from assessments.scoring import CRITERIA, Constants, Inputs, Method, ScoringError, evaluate

ONES = dict.fromkeys(CRITERIA, 1)


def refusal(method: Method, inputs: Inputs) -> tuple[str, str, object]:
    with pytest.raises(ScoringError) as caught:
        evaluate(method, inputs)
    return str(caught.value), caught.value.field, caught.value.value


@pytest.mark.parametrize("value", [7, -1, 5, True, 2.0, "3", None, Fraction(1)])
def test_answer_out_of_range_is_refused(value: object) -> None:
    sentence = f"S4: the answer {value!r} is not a whole number from 0 to 4."
    assert refusal(Method(), Inputs({"S4": value})) == (sentence, "answers.S4", value)  # type: ignore[dict-item]


@pytest.mark.parametrize("value", [-1, 11, Fraction(1, 2), 1.5, True, None])
def test_weight_out_of_range_is_refused(value: object) -> None:
    sentence = f"R2: the weight {value!r} is not a whole number from 0 to 10."
    weights = {**ONES, "R2": value}
    assert refusal(Method(weights), Inputs()) == (sentence, "weights.R2", value)  # type: ignore[arg-type]


def test_missing_weight_is_refused() -> None:
    weights = {code: 1 for code in CRITERIA if code != "S7"}
    assert refusal(Method(weights), Inputs())[1:] == ("weights.S7", None)


def test_block_of_zero_weights_is_refused() -> None:
    weights = {code: int(code.startswith("R")) for code in CRITERIA}
    sentence = "SalesOps: the weights of S1 to S7 are all 0, one must be positive."
    assert refusal(Method(weights), Inputs()) == (sentence, "weights.salesops", 0)


def test_other_block_of_zero_weights_is_refused() -> None:
    weights = {code: int(code.startswith("S")) for code in CRITERIA}
    assert refusal(Method(weights), Inputs())[1] == "weights.revops"


def test_unknown_answer_code_is_refused() -> None:
    sentence = "X9: there is no such criterion for the value 3."
    assert refusal(Method(), Inputs({"X9": 3})) == (sentence, "answers.X9", 3)


def test_unknown_weight_code_is_refused() -> None:
    assert refusal(Method({**ONES, "S8": 1}), Inputs())[1:] == ("weights.S8", 1)


def test_unknown_gate_is_refused() -> None:
    sentence = "Z: there is no such gate for the value True."
    assert refusal(Method(), Inputs({}, {"Z": True})) == (sentence, "gates.Z", True)


def test_gate_reading_is_refused() -> None:
    sentence = "B: the reading 1 is not yes, no or unknown."
    assert refusal(Method(), Inputs({}, {"B": 1})) == (sentence, "gates.B", 1)  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("constants", "field", "value"),
    [
        (Constants(need_line=0), "need_line", 0),
        (Constants(need_line=8), "need_line", 8),
        (Constants(need_line=4, case_line=5), "case_line", 5),
        (Constants(case_line=-1), "case_line", -1),
        (Constants(lead_gap=0), "lead_gap", 0),
        (Constants(lead_gap=True), "lead_gap", True),
        (Constants(coverage=Fraction(49, 100)), "coverage", Fraction(49, 100)),
        (Constants(coverage=Fraction(11, 10)), "coverage", Fraction(11, 10)),
        (Constants(epsilon=Fraction(-1, 10)), "epsilon", Fraction(-1, 10)),
        (Constants(epsilon=0.5), "epsilon", 0.5),  # type: ignore[arg-type]
        (Constants(epsilon=True), "epsilon", True),
    ],
)
def test_constant_out_of_range_is_refused(constants: Constants, field: str, value: object) -> None:
    sentence, address, named = refusal(Method(ONES, constants), Inputs())
    assert (address, named) == (f"constants.{field}", value)
    assert sentence.startswith(f"{field}: the value {value} is not ")


def test_whole_numbers_pass_as_shares() -> None:
    assert evaluate(Method(ONES, Constants(coverage=1, epsilon=0)), Inputs()).recommendation == "insufficient"  # type: ignore[arg-type]


def test_error_survives_pickling() -> None:
    copy = pickle.loads(pickle.dumps(ScoringError("S4: no.", "answers.S4", 7)))
    assert (str(copy), copy.field, copy.value) == ("S4: no.", "answers.S4", 7)

"""The boundary of the engine: every input is checked here, once, before anything is computed."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from .errors import ScoringError
from .values import CODES, CRITERIA, DK, GATES, TOP_ANSWER, TOP_WEIGHT, Constants, Function, Inputs, Method

FUNCTION_NAMES: Mapping[Function, str] = {Function.SALESOPS: "SalesOps", Function.REVOPS: "RevOps"}


def check(method: Method, inputs: Inputs) -> None:
    """Refuse what method.md 2 does not allow; ScoringError names the first fault found."""
    check_method(method)
    check_inputs(inputs)


def check_method(method: Method) -> None:
    """Refuse a method version with wrong constants or weights; ScoringError names the first fault found."""
    _check_constants(method.constants)
    _check_known(method.weights, CRITERIA, "weights", "criterion")
    for code in CRITERIA:
        _check_weight(code, method.weights)
    for function, codes in CODES.items():
        _check_block(function, [method.weights[code] for code in codes])


def check_inputs(inputs: Inputs) -> None:
    """Refuse answers and gates outside their range or with unknown codes; ScoringError names the first fault found."""
    _check_known(inputs.answers, CRITERIA, "answers", "criterion")
    _check_known(inputs.gates, GATES, "gates", "gate")
    for code, answer in inputs.answers.items():
        _check_answer(code, answer)
    for code, reading in inputs.gates.items():
        if not (reading is None or isinstance(reading, bool)):
            raise ScoringError(f"{code}: the reading {reading!r} is not yes, no or unknown.", f"gates.{code}", reading)


def is_whole(value: object, low: int, high: int) -> bool:
    """Whether a value is a whole number within bounds; True and False are not numbers (method.md 2)."""
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _check_known(values: Mapping[str, object], known: Iterable[str], place: str, kind: str) -> None:
    for code, value in values.items():
        if code not in known:
            raise ScoringError(f"{code}: there is no such {kind} for the value {value!r}.", f"{place}.{code}", value)


def _check_answer(code: str, answer: object) -> None:
    if not (isinstance(answer, str) and answer == DK) and not is_whole(answer, 0, TOP_ANSWER):
        message = f"{code}: the answer {answer!r} is not a whole number from 0 to {TOP_ANSWER}."
        raise ScoringError(message, f"answers.{code}", answer)


def _check_weight(code: str, weights: Mapping[str, int]) -> None:
    weight = weights.get(code)
    if not is_whole(weight, 0, TOP_WEIGHT):
        message = f"{code}: the weight {weight!r} is not a whole number from 0 to {TOP_WEIGHT}."
        raise ScoringError(message, f"weights.{code}", weight)


def _check_block(function: Function, weights: list[int]) -> None:
    if not any(weights):
        codes = CODES[function]
        message = (
            f"{FUNCTION_NAMES[function]}: the weights of {codes[0]} to {codes[-1]} are all 0, one must be positive."
        )
        raise ScoringError(message, f"weights.{function}", 0)


def _check_constants(constants: Constants) -> None:
    _check_line("need_line", constants.need_line, 1, 7)
    _check_line("case_line", constants.case_line, 0, constants.need_line)
    _check_line("lead_gap", constants.lead_gap, 1, 7)
    _check_share("coverage", constants.coverage, Fraction(1, 2))
    _check_share("epsilon", constants.epsilon, Fraction(0))


def _check_line(name: str, value: object, low: int, high: int) -> None:
    if not is_whole(value, low, high):
        message = f"{name}: the value {value!r} is not a whole number from {low} to {high}."
        raise ScoringError(message, f"constants.{name}", value)


def _check_share(name: str, value: object, low: Fraction) -> None:
    exact = isinstance(value, int | Fraction) and not isinstance(value, bool)
    if not (exact and low <= value <= 1):  # type: ignore[operator]  # exact says it is a number
        message = f"{name}: the value {value} is not an exact fraction from {low} to 1."
        raise ScoringError(message, f"constants.{name}", value)

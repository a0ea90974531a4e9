"""Compute a stored result again from its stored inputs, and say where it differs."""

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from assessments.models import Result
from assessments.scoring import (
    ENGINE_VERSION,
    GATES,
    REVOPS_CODES,
    SALESOPS_CODES,
    Answer,
    Constants,
    Inputs,
    Method,
    block_code,
    canonical_json,
    code_choices,
    evaluate,
    receipt,
    result_values,
)
from assessments.scoring import Result as EngineResult


def differences(stored: Result) -> list[str]:
    """One sentence for each stored value that a computation today does not give; empty when all are equal.

    The receipt names the engine's version, so it is compared only where the versions are the same.
    """
    try:
        found = list(_found(stored))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        found = [f"inputs: cannot be read ({type(error).__name__}: {error})"]
    if found and stored.engine_version != ENGINE_VERSION:
        found.append(f"engine: stored with {stored.engine_version}, computed with {ENGINE_VERSION}")
    return found


def _found(stored: Result) -> Iterator[str]:
    inputs, values = json.loads(stored.inputs), json.loads(stored.values)
    method, given = method_from(inputs), Inputs(answers=inputs["answers"], gates=inputs["gates"])
    result = evaluate(method, given)
    yield from differing_values(values, json.loads(canonical_json(result_values(result))))
    yield from differing_values(*_columns(stored, inputs, given, result))
    seal = receipt(method, inputs["gate_mapping"], given, result)
    if stored.engine_version == ENGINE_VERSION and seal != stored.receipt:
        yield f"receipt: stored {stored.receipt}, computed {seal}"


def _columns(
    stored: Result, inputs: dict[str, Any], given: Inputs, result: EngineResult
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The columns that repeat a part of the result for lists and replays: as stored, and as computed."""
    gates = [_reading(option, inputs["gate_mapping"][gate]) for gate, option in _options(stored.gates_code)]
    kept = {"salesops_code": stored.salesops_code, "revops_code": stored.revops_code, "outcome": stored.outcome}
    computed = {
        "salesops_code": block_code(given.answers, SALESOPS_CODES),
        "revops_code": block_code(given.answers, REVOPS_CODES),
        "outcome": str(result.outcome or result.recommendation),
    }
    return kept | {"gates_code": gates}, computed | {"gates_code": [given.gates.get(gate) for gate in GATES]}


def _options(code: int) -> list[tuple[str, Answer | None]]:
    """(gate, option) as the code says."""
    return list(zip(GATES, code_choices(code), strict=True))


def _reading(option: Answer | None, readings: list[bool]) -> bool | None:
    return readings[option] if isinstance(option, int) else None


def method_from(inputs: dict[str, Any]) -> Method:
    """The engine's method from stored inputs."""
    constants = dict(inputs["constants"])
    for name in ("coverage", "epsilon"):
        constants[name] = Fraction(constants[name])
    return Method(weights=inputs["weights"], constants=Constants(**constants))


def differing_values(stored: dict[str, Any], computed: dict[str, Any]) -> Iterator[str]:
    for name in sorted(stored.keys() | computed.keys()):
        before, after = stored.get(name), computed.get(name)
        if before != after:
            yield f"{name}: stored {json.dumps(before)}, computed {json.dumps(after)}"


def results_to_verify(ref: str | None) -> Iterator[Result]:
    """One result by its assessment's reference, or all of them in the order they were made, streamed."""
    results = Result.objects.select_related("assessment").order_by("pk")
    return (results if ref is None else results.filter(assessment__ref=ref)).iterator(chunk_size=500)

"""Compute a stored result again from its stored inputs, and say where it differs."""

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from assessments.models import Result
from assessments.scoring import (
    ENGINE_VERSION,
    Constants,
    Inputs,
    Method,
    canonical_json,
    evaluate,
    receipt,
    result_values,
)


def differences(stored: Result) -> list[str]:
    """One sentence for each stored value that a computation today does not give; empty when all are equal.

    The receipt names the engine's version, so it is compared only where the versions are the same.
    """
    inputs, values = json.loads(stored.inputs), json.loads(stored.values)
    method, given = method_from(inputs), Inputs(answers=inputs["answers"], gates=inputs["gates"])
    result = evaluate(method, given)
    found = list(_differing_values(values, json.loads(canonical_json(result_values(result)))))
    seal = receipt(method, inputs["gate_mapping"], given, result)
    if stored.engine_version == ENGINE_VERSION and seal != stored.receipt:
        found.append(f"receipt: stored {stored.receipt}, computed {seal}")
    if found and stored.engine_version != ENGINE_VERSION:
        found.append(f"engine: stored with {stored.engine_version}, computed with {ENGINE_VERSION}")
    return found


def method_from(inputs: dict[str, Any]) -> Method:
    """The engine's method from stored inputs."""
    constants = dict(inputs["constants"])
    for name in ("coverage", "epsilon"):
        constants[name] = Fraction(constants[name])
    return Method(weights=inputs["weights"], constants=Constants(**constants))


def _differing_values(stored: dict[str, Any], computed: dict[str, Any]) -> Iterator[str]:
    for name in sorted(stored.keys() | computed.keys()):
        before, after = stored.get(name), computed.get(name)
        if before != after:
            yield f"{name}: stored {json.dumps(before)}, computed {json.dumps(after)}"


def results_to_verify(ref: str | None) -> Iterator[Result]:
    """One result by its assessment's reference, or all of them in the order they were made, streamed."""
    results = Result.objects.select_related("assessment").order_by("pk")
    return (results if ref is None else results.filter(assessment__ref=ref)).iterator(chunk_size=500)

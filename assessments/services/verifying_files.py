"""Check a JSON report: do its numbers follow from the inputs it holds? No database is asked."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

from assessments.content.loader import shipped_method
from assessments.document.build import advice_document
from assessments.document.case import DONT_KNOW, Case
from assessments.reports.data import KIND, SCHEMA_VERSION
from assessments.scoring import (
    CODES,
    ENGINE_VERSION,
    GATES,
    Inputs,
    Method,
    Result,
    canonical_json,
    evaluate,
    receipt,
    result_values,
)
from assessments.services.verifying import differing_values, method_from

SHOWN = ("outcome", "kind", "pill", "tags", "facts", "needs")  # of the document, all of it made from numbers
ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # dates are no numbers of the result


class FileError(Exception):
    """The file is no report that can be checked; the sentence says why."""


def file_differences(text: str) -> list[str]:
    """One sentence for each number of the report that its inputs do not give; FileError where that cannot be told."""
    data = _report(text)
    try:
        return list(_found(data))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise FileError(f"The report cannot be read ({type(error).__name__}: {error}).") from error


def _report(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except ValueError as error:
        raise FileError(f"This is no JSON: {error}.") from error
    if not isinstance(data, dict) or data.get("kind") != KIND:
        raise FileError("This is JSON, but no report of RevOps Advisor.")
    if data.get("schema_version") != SCHEMA_VERSION:
        raise FileError(f"This report has schema version {data.get('schema_version')}; only {SCHEMA_VERSION} is known.")
    if data.get("record") is None:
        raise FileError("This report leaves the answers out, so its numbers cannot be worked out again.")
    return data


def _found(data: dict[str, Any]) -> Iterator[str]:
    inputs, values = data["record"]["inputs"], data["record"]["values"]
    method, given = method_from(inputs), Inputs(answers=inputs["answers"], gates=inputs["gates"])
    result = evaluate(method, given)
    yield from differing_values(values, json.loads(canonical_json(result_values(result))))
    yield from differing_values(numbers(data["document"]), numbers(_computed(data, method, given, result)))
    if data["engine_version"] != ENGINE_VERSION:
        yield f"engine: the report is of {data['engine_version']}, this is {ENGINE_VERSION}"
    elif data["receipt"]:
        seal = receipt(method, inputs["gate_mapping"], given, result)
        yield from differing_values({"receipt": data["receipt"]}, {"receipt": seal})


def numbers(document: Mapping[str, Any]) -> dict[str, Any]:
    """What a document says in numbers, by where it says so."""
    found = {name: document[name] for name in SHOWN}
    found["shares"] = document["stability"]["shares"]
    for fall in document["waterfalls"]:
        found[f"points {fall['kind']}"] = [fall["total"], *([bar["points"], bar["width"]] for bar in fall["bars"])]
    for row in document["answers"]:
        found[f"points {row['code']}"] = row["points"]
    for place, swing in enumerate((document["tornado"] or {"swings": []})["swings"], 1):
        found[f"swing {place}"] = [swing["text"], swing["low"], swing["high"], swing["flips"]]
    return found


def _computed(data: dict[str, Any], method: Method, given: Inputs, result: Result) -> dict[str, Any]:
    """The document that these inputs give today, as plain values."""
    shipped, inputs = shipped_method(), data["record"]["inputs"]
    constants = {**shipped.constants, **inputs["constants"]}
    case = Case(
        content=replace(shipped, weights=dict(method.weights), constants=constants),
        choices=_choices(given, inputs["gate_mapping"]),
        notes={},
        facts={},
        result=result,
        receipt="",
        method_number=0,
        method_published=ANY_DAY,
        completed_at=ANY_DAY,
        language=data["language"],
    )
    plain: dict[str, Any] = json.loads(json.dumps(asdict(advice_document(case))))
    return plain


def _choices(given: Inputs, gate_mapping: Mapping[str, list[bool]]) -> dict[str, int]:
    """The options answered; for gates any option with that reading, for no number depends on which."""
    codes = [code for block in CODES.values() for code in block]
    chosen = {code: given.answers[code] for code in codes if code in given.answers}
    options = {code: option if isinstance(option, int) else DONT_KNOW for code, option in chosen.items()}
    for gate in GATES:
        if gate in given.gates:
            reading = given.gates[gate]
            options[gate] = gate_mapping[gate].index(reading) if isinstance(reading, bool) else DONT_KNOW
    return options

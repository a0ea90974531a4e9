"""From answers to everything a completed assessment keeps: inputs, result, receipt, codes and both documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from assessments.content.values import GATE_CODES, LANGUAGES, MethodContent
from assessments.document.build import advice_document
from assessments.document.case import Case, engine_answer, engine_inputs, engine_method
from assessments.document.stored import document_json
from assessments.scoring import (
    ENGINE_VERSION,
    REVOPS_CODES,
    SALESOPS_CODES,
    Inputs,
    Method,
    block_code,
    canonical_json,
    choices_code,
    evaluate,
    receipt,
    result_values,
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that was answered, as it stood at one moment; two are equal when nothing was saved between them."""

    choices: Mapping[str, int]
    notes: Mapping[str, str]
    facts: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class MethodUsed:
    """The method version behind an assessment."""

    content: MethodContent
    number: int
    published_at: datetime


def frozen_fields(used: MethodUsed, gathered: Gathered, completed_at: datetime) -> dict[str, object]:
    """The fields of a Result row: pure, so it can be made before the transaction that stores it."""
    method, inputs = engine_method(used.content), engine_inputs(used.content, gathered.choices)
    result = evaluate(method, inputs)
    seal = receipt(method, used.content.gate_mapping, inputs, result)
    documents = {
        f"document_{language}": document_json(
            advice_document(
                Case(
                    content=used.content,
                    choices=gathered.choices,
                    notes=gathered.notes,
                    facts=gathered.facts,
                    result=result,
                    receipt=seal,
                    method_number=used.number,
                    method_published=used.published_at,
                    completed_at=completed_at,
                    language=language,
                )
            )
        )
        for language in LANGUAGES
    }
    return {
        "engine_version": ENGINE_VERSION,
        "receipt": seal,
        "outcome": str(result.outcome or result.recommendation),
        "inputs": canonical_json(stored_inputs(used.content, method, inputs)),
        "values": canonical_json(result_values(result)),
        **codes(inputs, gathered.choices),
        **documents,
    }


def stored_inputs(content: MethodContent, method: Method, inputs: Inputs) -> dict[str, object]:
    """What a later check needs to compute the result again."""
    return {
        "weights": method.weights,
        "constants": method.constants,
        "gate_mapping": content.gate_mapping,
        "answers": inputs.answers,
        "gates": inputs.gates,
    }


def codes(inputs: Inputs, choices: Mapping[str, int]) -> dict[str, int]:
    """One integer for each block and one for the gates' options, for replays."""
    gates = [engine_answer(choices[code]) if code in choices else None for code in GATE_CODES]
    return {
        "salesops_code": block_code(inputs.answers, SALESOPS_CODES),
        "revops_code": block_code(inputs.answers, REVOPS_CODES),
        "gates_code": choices_code(gates),
    }

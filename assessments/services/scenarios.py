"""Scenarios: a result as it would be with other answers, on the assessment's own method. Nothing is stored."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from assessments.content.values import MethodContent
from assessments.document.build import advice_summary
from assessments.document.case import DONT_KNOW, Case, engine_inputs, engine_method
from assessments.document.comparison import Reading
from assessments.document.stored import summary_from_json
from assessments.models import Assessment, Result
from assessments.scoring import (
    DK,
    GATES,
    REVOPS_CODES,
    SALESOPS_CODES,
    block_answers,
    code_choices,
    evaluate,
    result_from_values,
)
from assessments.services.methods import method_content

NO_DAY = datetime(1970, 1, 1, tzinfo=UTC)  # a scenario was neither completed nor published; no date is shown


@dataclass(frozen=True, slots=True)
class Origin:
    """What a scenario starts from: the method, what was answered, and the result as it stands."""

    content: MethodContent
    choices: Mapping[str, int]
    reading: Reading


def origin_of(assessment: Assessment, language: str) -> Origin:
    """The frozen result of a completed assessment: one query, and one for each method version in a process."""
    stored = assessment.result
    result = result_from_values(json.loads(stored.values))
    reading = Reading(result, summary_from_json(stored.document(language)))
    return Origin(method_content(assessment.method_id), frozen_choices(stored), reading)


def frozen_choices(stored: Result) -> dict[str, int]:
    """The option of every question as the result keeps it."""
    answers = block_answers(stored.salesops_code, SALESOPS_CODES) | block_answers(stored.revops_code, REVOPS_CODES)
    gates = dict(zip(GATES, code_choices(stored.gates_code), strict=True))
    known = {code: choice for code, choice in (answers | gates).items() if choice is not None}
    return {code: DONT_KNOW if choice == DK else int(choice) for code, choice in known.items()}


def scenario_reading(origin: Origin, choices: Mapping[str, int]) -> Reading:
    """The result with these answers; for the answers given it is the result itself."""
    if all(origin.choices.get(code) == choice for code, choice in choices.items()):
        return origin.reading
    result = evaluate(engine_method(origin.content), engine_inputs(origin.content, choices))
    case = Case(
        content=origin.content,
        choices=choices,
        notes={},
        facts={},
        result=result,
        receipt="",
        method_number=0,
        method_published=NO_DAY,
        completed_at=NO_DAY,
        language=origin.reading.summary.language,
    )
    return Reading(result, advice_summary(case))

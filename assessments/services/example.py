"""The sample result: one company's answers on the shipped method, computed like any other and stored nowhere."""

from dataclasses import replace
from functools import cache

from assessments.content.loader import shipped_method
from assessments.content.values import CRITERION_CODES, GATE_CODES
from assessments.document.build import advice_document, advice_summary
from assessments.document.case import Case, engine_inputs, engine_method
from assessments.document.comparison import Reading
from assessments.document.stored import document_json, summary_from_json
from assessments.document.values import AdviceDocument, Summary
from assessments.scoring import evaluate
from assessments.services.scenarios import NO_DAY, Origin

COMPANY = "Acorn Metrics"
OPEN = 5  # the choice "I don't know"
ANSWERS = dict(zip(CRITERION_CODES, (2, 4, 3, 4, 3, 3, 2, 1, 3, 1, 0, 2, OPEN), strict=True))
GATES = dict(zip(GATE_CODES, (1, 1, 0, 0), strict=True))  # one role funded, reps stay, no funnels, sales on plan
FACTS: dict[str, str | int] = {
    "stage": "growing",
    "arr": "1m-4m",
    "arr-currency": "EUR",
    "industry": "b2b-software",
    "reps": 6,
    "marketing": 2,
}


@cache
def sample_case(language: str) -> Case:
    """The sample as an assessment that was completed on no day with no version."""
    content, choices = shipped_method(), ANSWERS | GATES
    return Case(
        content=content,
        choices=choices,
        notes={},
        facts=FACTS,
        result=evaluate(engine_method(content), engine_inputs(content, choices)),
        receipt="",
        method_number=0,
        method_published=NO_DAY,
        completed_at=NO_DAY,
        language=language,
    )


@cache
def sample_document(language: str) -> AdviceDocument:
    """The advice document of the sample, made once for each language."""
    document = advice_document(sample_case(language))
    plan = document.plan and replace(document.plan, review="")
    return replace(document, completed="", method=replace(document.method, version="", published=""), plan=plan)


@cache
def sample_origin(language: str) -> Origin:
    """The sample as scenarios start from it."""
    case = sample_case(language)
    return Origin(case.content, case.choices, Reading(case.result, advice_summary(case)))


@cache
def sample_summary(language: str) -> Summary:
    """The part of the sample's document that says its answer, and the case against it."""
    return summary_from_json(document_json(sample_document(language)))

"""The sample result: one company's answers on the shipped method, computed like any other and stored nowhere."""

from dataclasses import replace
from functools import cache

from assessments.content.loader import shipped_method
from assessments.content.values import CRITERION_CODES, GATE_CODES
from assessments.document.build import advice_document
from assessments.document.case import Case, engine_inputs, engine_method
from assessments.document.comparison import Reading
from assessments.document.values import AdviceDocument
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
def sample_origin(language: str) -> Origin:
    """The sample as scenarios start from it, made once for each language."""
    content, choices = shipped_method(), ANSWERS | GATES
    result = evaluate(engine_method(content), engine_inputs(content, choices))
    case = Case(
        content=content,
        choices=choices,
        notes={},
        facts=FACTS,
        result=result,
        receipt="",
        method_number=0,
        method_published=NO_DAY,
        completed_at=NO_DAY,
        language=language,
    )
    return Origin(content, choices, FACTS, Reading(result, _undated(advice_document(case))))


def sample_document(language: str) -> AdviceDocument:
    """The advice document of the sample."""
    return sample_origin(language).reading.document


def _undated(document: AdviceDocument) -> AdviceDocument:
    """The document without the dates and the version that a sample does not have."""
    plan = document.plan and replace(document.plan, review="")
    return replace(document, completed="", method=replace(document.method, version="", published=""), plan=plan)

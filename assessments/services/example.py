"""The sample result: one company's answers on the shipped method, computed like any other and stored nowhere."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from assessments.content.loader import shipped_method
from assessments.content.values import CRITERION_CODES, GATE_CODES
from assessments.document.build import advice_document
from assessments.document.case import Case
from assessments.document.values import AdviceDocument
from assessments.scoring import evaluate
from assessments.services.freezing import engine_inputs, engine_method

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
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # a sample was neither completed nor published; no date is shown


@cache
def sample_document(language: str) -> AdviceDocument:
    """The advice document of the sample, made once for each language."""
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
        method_published=NEVER,
        completed_at=NEVER,
        language=language,
    )
    document = advice_document(case)
    plan = document.plan and replace(document.plan, review="")
    return replace(document, completed="", method=replace(document.method, version="", published=""), plan=plan)

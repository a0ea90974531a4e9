"""Completed results as values: the lines of a list, and the case that a result tells."""

import json
from collections.abc import Iterable
from fractions import Fraction

from django.utils import timezone

from assessments.document.case import Case
from assessments.document.summary import Summary, summary
from assessments.models import DONT_KNOW, Assessment, Result
from assessments.scoring import (
    DK,
    GATES,
    REVOPS_CODES,
    SALESOPS_CODES,
    block_answers,
    code_choices,
    result_from_values,
)
from assessments.services.methods import method_content


def summaries_of(assessments: Iterable[Assessment]) -> dict[int, Summary]:
    """The line of each completed one, by its key: one query."""
    completed = [each.pk for each in assessments if each.completed_at]
    rows = Result.objects.filter(pk__in=completed).values_list("pk", "outcome", "values", "method__number")
    return {key: summary(outcome, *_needs(values), number) for key, outcome, values, number in rows}


def _needs(values: str) -> tuple[Fraction, Fraction]:
    """Both need scores of a stored result, exact."""
    scores = json.loads(values)
    return Fraction(scores["salesops"]["need"]), Fraction(scores["revops"]["need"])


def stored_case(assessment: Assessment, stored: Result, language: str) -> Case:
    """The case of a result as it was frozen, without notes and facts; `stored` comes with its method."""
    assert assessment.completed_at is not None  # it has a result
    assert stored.method.published_at is not None  # drafts make no results
    return Case(
        content=method_content(stored.method_id),
        choices=frozen_choices(stored),
        notes={},
        facts={},
        result=result_from_values(json.loads(stored.values)),
        receipt=stored.receipt,
        method_number=stored.method.number,
        method_published=timezone.localtime(stored.method.published_at),
        completed_at=timezone.localtime(assessment.completed_at),
        language=language,
    )


def frozen_choices(stored: Result) -> dict[str, int]:
    """The option of every question that was answered, 0..4 or DONT_KNOW, as the result keeps it."""
    answers = block_answers(stored.salesops_code, SALESOPS_CODES) | block_answers(stored.revops_code, REVOPS_CODES)
    gates = dict(zip(GATES, code_choices(stored.gates_code), strict=True))
    return {
        code: DONT_KNOW if choice == DK else int(choice)
        for code, choice in (answers | gates).items()
        if choice is not None
    }

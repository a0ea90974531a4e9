"""Read completed results under one method version: side by side, or under the current one. Nothing is stored."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils import timezone

from assessments.content.values import MethodContent
from assessments.document.case import Case, engine_inputs, engine_method
from assessments.document.changes import Side
from assessments.document.kpis import kpis
from assessments.document.plan import plan
from assessments.document.stored import plan_and_kpis_from_json
from assessments.models import DONT_KNOW, Assessment, MethodVersion, Result
from assessments.scoring import evaluate, receipt
from assessments.services.methods import method_content
from assessments.services.results import stored_case


@dataclass(frozen=True, slots=True)
class CurrentReading:
    """A result as stored, and as the current method reads the same answers; the same case where that is its own."""

    stored: Case
    current: Case


def sides_of(assessments: Iterable[Assessment], language: str) -> tuple[Side, ...]:
    """The results of completed assessments in this order, each read under the newest method among them.

    One query, and one for each method version in a process. Where all have the same method, nothing is recomputed.
    """
    in_order = list(assessments)
    stored = {result.pk: result for result in Result.objects.to_compare(in_order)}
    cases = [stored_case(each, stored[each.pk], language) for each in in_order]
    newest = max(cases, key=lambda case: case.method_number)
    if all(case.method_number == newest.method_number for case in cases):
        pairs = zip(cases, (stored[each.pk] for each in in_order), strict=True)
        return tuple(Side(case, case, *plan_and_kpis_from_json(row.document(language))) for case, row in pairs)
    read = [(case if case.method_number == newest.method_number else read_under(case, newest)) for case in cases]
    return tuple(Side(case, own, plan(case), kpis(case)) for case, own in zip(read, cases, strict=True))


def read_under(case: Case, other: Case) -> Case:
    """The answers of a case, evaluated by the method of another one."""
    return _evaluated(
        replace(
            case,
            content=other.content,
            method_number=other.method_number,
            method_published=other.method_published,
        )
    )


def current_reading(assessment: Assessment, language: str) -> CurrentReading:
    """The result of a completed assessment beside its reading under the published method: two queries."""
    case = stored_case(assessment, Result.objects.to_compare([assessment]).get(), language)
    version = MethodVersion.objects.published().defer("content").get()
    if version.number == case.method_number:
        return CurrentReading(case, case)
    assert version.published_at is not None  # it is published
    current = replace(
        case,
        content=method_content(version.pk),
        method_number=version.number,
        method_published=timezone.localtime(version.published_at),
    )
    return CurrentReading(case, _evaluated(current))


def current_version() -> int:
    """The number of the published method."""
    return MethodVersion.objects.published().values_list("number", flat=True).get()


def _evaluated(case: Case) -> Case:
    """The case with what its own method makes of its answers; an answer that this method lacks counts as open."""
    choices = {code: choice for code, choice in case.choices.items() if _is_offered(case.content, code, choice)}
    method, inputs = engine_method(case.content), engine_inputs(case.content, choices)
    result = evaluate(method, inputs)
    seal = receipt(method, case.content.gate_mapping, inputs, result)
    return replace(case, choices=choices, result=result, receipt=seal)


def _is_offered(content: MethodContent, code: str, choice: int) -> bool:
    return choice == DONT_KNOW or choice < len(content.question(code).options)

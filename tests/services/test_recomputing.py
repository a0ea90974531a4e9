"""Completed results read again: side by side under the newest method, and under the current one. Nothing is stored."""

from dataclasses import replace
from typing import Any

import pytest

from assessments.content.loader import shipped_method
from assessments.content.values import Gate
from assessments.document.plan import plan
from assessments.models import Result
from assessments.scoring import evaluate
from assessments.services.freezing import engine_inputs, engine_method
from assessments.services.publishing import publish
from assessments.services.recomputing import current_reading, current_version, sides_of
from assessments.services.results import frozen_choices, stored_case, summaries_of
from tests.document.cases import EXAMPLE, ONE_ROLE, TWO_TEAMS, choices, content
from tests.questionnaire.browsers import completed, published_method, ready, result_of

HEAVY = {"S1": 9, "R1": 9}
OTHER = "0 4 3 4 3 3 2 / 4 3 1 0 2 4"


def stored_rows() -> list[tuple[Any, ...]]:
    return list(Result.objects.order_by("pk").values_list())


@pytest.mark.parametrize(("answers", "gates"), [(EXAMPLE, ONE_ROLE), ("dk dk 3 4 3 3 2 / 1 3 1 0 2 dk", "dk dk 0 0")])
def test_choices_are_those_that_were_frozen(answers: str, gates: str) -> None:
    stored = result_of(completed(answers, gates))

    assert frozen_choices(stored) == choices(answers, gates)


def test_results_on_one_method_are_read_as_stored() -> None:
    assessments = [completed(), completed(OTHER, TWO_TEAMS)]

    sides = sides_of(assessments, "en")

    assert [side.is_recomputed for side in sides] == [False, False]
    for side, assessment in zip(sides, assessments, strict=True):
        method, inputs = engine_method(side.case.content), engine_inputs(side.case.content, side.case.choices)
        assert side.case.result == evaluate(method, inputs)
        assert side.case.receipt == result_of(assessment).receipt
        assert side.plan == plan(side.case)


def test_results_on_different_methods_are_read_by_the_newest_of_them() -> None:
    old = completed()
    published_method(HEAVY)
    new = completed(OTHER)
    published_method()  # current, but used by neither
    before = stored_rows()

    sides = sides_of([old, new], "en")

    assert [(side.own.method_number, side.case.method_number) for side in sides] == [(1, 2), (2, 2)]
    assert [side.is_recomputed for side in sides] == [True, False]
    method = engine_method(content(HEAVY))
    assert sides[0].case.result == evaluate(method, engine_inputs(content(HEAVY), choices()))
    assert sides[0].own.receipt == result_of(old).receipt != sides[0].case.receipt
    assert stored_rows() == before


def test_order_does_not_matter_for_which_method_is_newest() -> None:
    old = completed()
    published_method(HEAVY)
    new = completed(OTHER)

    assert [side.case.method_number for side in sides_of([new, old], "en")] == [2, 2]


def test_result_on_the_current_method_is_its_own_reading() -> None:
    reading = current_reading(completed(), "en")

    assert reading.current is reading.stored


def test_current_method_reads_the_same_answers() -> None:
    assessment = completed()
    before = stored_rows()
    published_method(HEAVY)

    reading = current_reading(assessment, "en")

    assert (reading.stored.method_number, reading.current.method_number, current_version()) == (1, 2, 2)
    assert reading.current.result == evaluate(engine_method(content(HEAVY)), engine_inputs(content(HEAVY), choices()))
    assert stored_rows() == before


def without_last_option(gate: Gate) -> Gate:
    return replace(gate, options=gate.options[:-1]) if gate.code == "B" else gate


def test_answer_that_the_current_method_does_not_offer_counts_as_open() -> None:
    assessment = completed(EXAMPLE, TWO_TEAMS)
    shipped = shipped_method()
    fewer = replace(
        shipped,
        gates=tuple(map(without_last_option, shipped.gates)),
        gate_mapping=shipped.gate_mapping | {"B": shipped.gate_mapping["B"][:-1]},
    )
    publish(fewer, note="One option less.")

    current = current_reading(assessment, "en").current

    assert "B" not in current.choices
    assert current.answer_text("B") == "Not answered"


def test_criterion_that_only_the_current_method_asks_counts_as_open() -> None:
    published_method({"R6": 0})
    assessment = completed()
    published_method()

    current = current_reading(assessment, "en").current

    assert (current.is_open("R6"), current.result.missing) == (True, ("R6",))


def test_summaries_are_one_query_for_any_number(django_assert_num_queries: Any) -> None:
    assessments = [completed(), completed(OTHER), ready()]

    with django_assert_num_queries(1):
        lines = summaries_of(assessments)

    assert [lines.get(each.pk) and lines[each.pk].pill for each in assessments] == [
        "SalesOps",
        "SalesOps, then RevOps",
        None,
    ]
    assert (lines[assessments[0].pk].salesops, lines[assessments[0].pk].revops) == ("75", "37.5")


def test_case_is_made_from_the_frozen_row_alone() -> None:
    assessment = completed()
    assessment.answers.all().delete()

    case = stored_case(assessment, Result.objects.to_compare([assessment]).get(), "pl")

    assert (case.choices, case.language, case.method_number) == (choices(), "pl", 1)

"""Completing: refused while something is open, frozen for ever afterwards."""

import json
from datetime import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from assessments.content.loader import shipped_method
from assessments.document.build import advice_document
from assessments.document.case import Case
from assessments.document.stored import document_from_json
from assessments.models import DONT_KNOW, Answer, Assessment, MethodVersion, Result
from assessments.scoring import (
    DK,
    ENGINE_VERSION,
    GATES,
    REVOPS_CODES,
    SALESOPS_CODES,
    Constants,
    Inputs,
    Method,
    block_answers,
    code_choices,
    equal_weights,
    evaluate,
    receipt,
    result_from_values,
)
from assessments.services import completing
from assessments.services.completing import BusyError, OpenQuestionsError, complete
from tests.document.cases import EXAMPLE, HEADLINES, ONE_ROLE, choices
from tests.questionnaire.browsers import (
    FACTS,
    WEIGHTS_WITH_ZEROS,
    answer,
    completed,
    describe,
    published_method,
    ready,
    result_of,
    started,
)

# The shipped mapping of options to readings, written out again.
READINGS = {
    "B": (False, False, False, True),
    "K": (True, True, True, False, False),
    "A": (False, True, True, True),
    "D": (False, False, False, True),
}
IN_ORDER = [*SALESOPS_CODES, *REVOPS_CODES, *GATES]


def expected_inputs(chosen: dict[str, int]) -> Inputs:
    """What the engine is given, made here from the answers."""
    answers = {code: DK if option == DONT_KNOW else option for code, option in chosen.items() if code not in GATES}
    gates = {code: None if chosen[code] == DONT_KNOW else READINGS[code][chosen[code]] for code in GATES}
    return Inputs(answers, gates)


def test_unanswered_assessment_names_everything_that_is_open() -> None:
    with pytest.raises(OpenQuestionsError) as raised:
        complete(started())

    assert raised.value.open_items == ["stage", "reps", *IN_ORDER]


def test_open_questions_are_named_in_order() -> None:
    assessment = started()
    describe(assessment, pages=("company",))
    answer(assessment, "2 _ 3 4 3 3 2 / 1 3 1 0 _ dk", "1 1 _ 0")

    with pytest.raises(OpenQuestionsError, match=r"^Not answered yet: reps, S2, R5, A") as raised:
        complete(assessment)

    assert raised.value.open_items == ["reps", "S2", "R5", "A"]


def test_refused_completion_freezes_nothing() -> None:
    assessment = started()
    answer(assessment, "2 _ 3 4 3 3 2 / 1 3 1 0 _ dk")

    with pytest.raises(OpenQuestionsError):
        complete(assessment)

    assessment.refresh_from_db()
    assert (assessment.completed_at, Result.objects.count()) == (None, 0)


def test_saved_page_without_a_required_field_is_open() -> None:
    assessment = ready()
    assessment.profile_pages.filter(page="team").update(facts={})

    with pytest.raises(OpenQuestionsError) as raised:
        complete(assessment)

    assert raised.value.open_items == ["reps"]


def test_criterion_with_weight_zero_is_not_asked_for() -> None:
    published_method(WEIGHTS_WITH_ZEROS)
    assessment = ready("2 4 _ 4 _ _ _ / 1 3 1 _ 2 3")

    stored = complete(assessment)

    assert sorted(json.loads(stored.inputs)["answers"]) == ["R1", "R2", "R3", "R5", "R6", "S1", "S2", "S4"]
    assert (stored.salesops_code, stored.outcome) == (code_of(2, 4, 6, 4, 6, 6, 6), "salesops_then_revops")


def code_of(*digits: int) -> int:
    """The number with these digits in base 7."""
    return int("".join(map(str, digits)), 7)


def test_completion_stores_what_an_independent_computation_gives() -> None:
    assessment = completed()
    stored = result_of(assessment)
    inputs = expected_inputs(choices())

    result = evaluate(Method(), inputs)

    assert result_from_values(json.loads(stored.values)) == result
    assert stored.receipt == receipt(Method(), READINGS, inputs, result)
    assert (stored.outcome, stored.engine_version, stored.method) == ("salesops", ENGINE_VERSION, assessment.method)


def test_completion_stores_the_method_and_the_answers() -> None:
    stored = json.loads(result_of(completed()).inputs)
    inputs = expected_inputs(choices())

    assert stored == {
        "weights": equal_weights(),
        "constants": {"need_line": 4, "case_line": 2, "lead_gap": 3, "coverage": "3/5", "epsilon": "1/2"},
        "gate_mapping": {code: list(readings) for code, readings in READINGS.items()},
        "answers": dict(inputs.answers),
        "gates": dict(inputs.gates),
    }
    assert Constants() == Method().constants


@pytest.mark.parametrize(("answers", "gates"), [*HEADLINES.values(), ("dk 4 3 4 3 3 2 / 1 3 dk 0 2 dk", "dk dk dk dk")])
def test_codes_decode_to_the_answers(answers: str, gates: str) -> None:
    stored, chosen = result_of(completed(answers, gates)), choices(answers, gates)

    decoded = {
        **block_answers(stored.salesops_code, SALESOPS_CODES),
        **block_answers(stored.revops_code, REVOPS_CODES),
        **dict(zip(GATES, code_choices(stored.gates_code), strict=True)),
    }

    assert decoded == {code: DK if option == DONT_KNOW else option for code, option in chosen.items()}


def test_codes_are_written_out() -> None:
    stored = result_of(completed(EXAMPLE, ONE_ROLE))

    assert stored.salesops_code == code_of(2, 4, 3, 4, 3, 3, 2)
    assert stored.revops_code == code_of(1, 3, 1, 0, 2, 5)
    assert stored.gates_code == code_of(1, 1, 0, 0)


@pytest.mark.parametrize("code", HEADLINES)
def test_completion_freezes_every_headline_in_both_languages(code: str) -> None:
    stored = result_of(completed(*HEADLINES[code]))

    documents = [document_from_json(stored.document(language)) for language in ("en", "pl")]

    assert [(each.language, each.headline_code, each.outcome) for each in documents] == [
        ("en", code, stored.outcome),
        ("pl", code, stored.outcome),
    ]
    assert {each.method.receipt for each in documents} == {stored.receipt}


def test_frozen_document_is_the_one_made_from_the_answers(method: MethodVersion) -> None:
    assessment = started()
    describe(assessment)
    answer(assessment, notes={"S5": "CRM is slow"})

    stored = complete(assessment)

    assessment.refresh_from_db()
    expected = advice_document(
        Case(
            content=shipped_method(),
            choices=choices(),
            notes={"S5": "CRM is slow"},
            facts={**FACTS["company"], **FACTS["team"]},
            result=evaluate(Method(), expected_inputs(choices())),
            receipt=stored.receipt,
            method_number=method.number,
            method_published=local(method.published_at),
            completed_at=local(assessment.completed_at),
            language="en",
        )
    )
    assert document_from_json(stored.document_en) == expected


def local(moment: datetime | None) -> datetime:
    assert moment is not None
    return timezone.localtime(moment)


def test_completing_twice_gives_one_result() -> None:
    assessment = ready()

    first, second = complete(assessment), complete(assessment)

    assert (first.pk, first.receipt) == (second.pk, second.receipt)
    assert Result.objects.count() == 1


def test_completing_from_two_pages_gives_one_result() -> None:
    """Both loaded the draft before either completed it."""
    assessment = ready()
    one, other = Assessment.objects.get(pk=assessment.pk), Assessment.objects.get(pk=assessment.pk)

    assert complete(one).receipt == complete(other).receipt
    assert Result.objects.count() == 1


def test_answer_saved_during_completion_is_in_the_result(monkeypatch: pytest.MonkeyPatch) -> None:
    """The result is computed before the transaction; an answer that came in between makes it be computed again."""
    assessment, compute, times = ready(), completing.frozen_fields, []

    def slow(*args: object) -> dict[str, object]:
        times.append(1)
        if len(times) == 1:
            Answer.objects.filter(assessment=assessment, code="S1").update(choice=0)
        return compute(*args)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(completing, "frozen_fields", slow)

    stored = complete(assessment)

    assert (len(times), json.loads(stored.inputs)["answers"]["S1"]) == (2, 0)


def test_completion_gives_up_while_answers_keep_changing(monkeypatch: pytest.MonkeyPatch) -> None:
    assessment, compute, times = ready(), completing.frozen_fields, []

    def slow(*args: object) -> dict[str, object]:
        times.append(1)
        Answer.objects.filter(assessment=assessment, code="S1").update(choice=len(times) % 2)
        return compute(*args)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(completing, "frozen_fields", slow)

    with pytest.raises(BusyError, match="try again"):
        complete(assessment)

    assessment.refresh_from_db()
    assert (len(times), assessment.completed_at, Result.objects.count()) == (5, None, 0)


@pytest.mark.parametrize("field", ["receipt", "values", "inputs", "document_en", "outcome", "salesops_code"])
def test_stored_result_refuses_any_change(field: str) -> None:
    stored = result_of(completed())
    setattr(stored, field, 1 if field.endswith("code") else "x")

    with pytest.raises(IntegrityError, match="a result never changes"), transaction.atomic():
        stored.save(update_fields=[field])


def test_stored_result_refuses_raw_changes() -> None:
    completed()

    with (
        pytest.raises(IntegrityError, match="a result never changes"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE assessments_result SET receipt = 'x'")


def test_moment_of_completion_is_kept() -> None:
    before = timezone.now()

    assessment = completed()

    assert assessment.completed_at is not None
    assert before <= assessment.completed_at <= timezone.now()

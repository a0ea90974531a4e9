"""Saving one answer: new, the same again, stale, and late."""

import pytest
from django.utils import timezone

from assessments.models import DONT_KNOW, Assessment
from assessments.services.answering import Conflict, Given, Late, Saved, save_answer
from assessments.services.completing import complete
from assessments.services.reading import StoredAnswer, answers_of
from tests.questionnaire.browsers import completed, ready, started


def given(choice: int = 3, note: str = "", version: int = 0, code: str = "S5") -> Given:
    return Given(code, choice, note, version)


def test_new_answer_is_saved() -> None:
    assessment = started()

    outcome = save_answer(assessment, given(3, "a note"))

    assert outcome == Saved(version=1)
    assert answers_of(assessment) == {"S5": StoredAnswer("S5", 3, "a note", 1)}


def test_dont_know_is_saved() -> None:
    assessment = started()

    save_answer(assessment, given(DONT_KNOW))

    assert answers_of(assessment)["S5"].is_dont_know


def test_answer_of_the_version_shown_is_replaced() -> None:
    assessment = started()
    save_answer(assessment, given(3, "first"))

    outcome = save_answer(assessment, given(1, "second", version=1))

    assert outcome == Saved(version=2)
    assert answers_of(assessment)["S5"] == StoredAnswer("S5", 1, "second", 2)


def test_same_answer_again_counts_as_saved() -> None:
    assessment = started()
    save_answer(assessment, given(3, "a note"))

    outcome = save_answer(assessment, given(3, "a note", version=0))

    assert outcome == Saved(version=1)
    assert answers_of(assessment)["S5"].version == 1


@pytest.mark.parametrize("stale", [given(1), given(3, "other"), given(1, version=7)])
def test_stale_answer_changes_nothing(stale: Given) -> None:
    assessment = started()
    save_answer(assessment, given(3, "a note"))

    outcome = save_answer(assessment, stale)

    assert isinstance(outcome, Conflict)
    assert (outcome.stored.choice, outcome.stored.note, outcome.stored.version) == (3, "a note", 1)
    assert answers_of(assessment)["S5"] == StoredAnswer("S5", 3, "a note", 1)


def test_late_answer_changes_nothing() -> None:
    assessment = completed()
    before = answers_of(assessment)

    outcome = save_answer(assessment, given(0, "late", version=1))

    assert outcome == Late(completed_at=assessment.completed_at)
    assert answers_of(assessment) == before


def test_late_answer_to_a_question_without_one_changes_nothing() -> None:
    """A criterion with weight 0 has no answer, also after completion."""
    assessment = ready()
    assessment.answers.filter(code="S5").delete()
    Assessment.objects.filter(pk=assessment.pk).update(completed_at=timezone.now())

    assert isinstance(save_answer(assessment, given(0)), Late)
    assert "S5" not in answers_of(assessment)


def test_late_answer_that_is_stored_already_counts_as_saved() -> None:
    assessment = completed()

    assert save_answer(assessment, given(3, version=0)) == Saved(version=1)


def test_completion_by_someone_else_is_seen_without_reloading() -> None:
    assessment = ready()
    complete(Assessment.objects.get(pk=assessment.pk))

    assert isinstance(save_answer(assessment, given(0, version=1)), Late)


def test_answer_to_a_deleted_assessment_is_refused() -> None:
    assessment = ready()
    Assessment.objects.get(pk=assessment.pk).delete()

    with pytest.raises(Assessment.DoesNotExist):
        save_answer(assessment, given(0, code="S1"))


def test_saving_is_one_statement(django_assert_num_queries: object) -> None:
    assessment = started()

    with django_assert_num_queries(1):  # type: ignore[operator]  # a fixture of pytest-django
        save_answer(assessment, given())


def test_moment_of_saving_is_kept() -> None:
    assessment, before = started(), timezone.now()

    save_answer(assessment, given())

    assert before <= assessment.answers.get().saved_at <= timezone.now()


def test_answers_of_two_assessments_do_not_meet() -> None:
    one, other = started(), started()

    save_answer(one, given(1))
    save_answer(other, given(2))

    assert [answers_of(each)["S5"].choice for each in (one, other)] == [1, 2]

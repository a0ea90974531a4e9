"""Deleting an assessment with everything that hangs on it."""

from assessments.models import AccessLink, Answer, Assessment, Client, ProfilePage, Result
from assessments.services.deleting import delete_assessment
from assessments.services.links import make_resume_link
from assessments.services.starting import copy_to_answer_again
from tests.questionnaire.browsers import completed, ready

EVERYTHING = (Assessment, Answer, ProfilePage, AccessLink, Result, Client)


def counts() -> list[int]:
    return [model._default_manager.count() for model in EVERYTHING]


def test_draft_goes_with_everything() -> None:
    assessment = ready()
    make_resume_link(assessment)

    delete_assessment(assessment)

    assert counts() == [0] * 6


def test_completed_assessment_goes_with_its_result() -> None:
    delete_assessment(completed())

    assert counts() == [0] * 6


def test_other_assessments_stay() -> None:
    kept, gone = completed(), completed()
    before = Result.objects.get(pk=kept.pk).receipt

    delete_assessment(gone)

    assert Assessment.objects.get() == kept
    assert (Result.objects.get().receipt, kept.answers.count(), Client.objects.get()) == (before, 17, kept.client)


def test_client_stays_while_another_version_stands() -> None:
    original = completed()
    copy, _ = copy_to_answer_again(original, language="en")

    delete_assessment(original)

    copy.refresh_from_db()
    assert (copy.previous, Client.objects.get()) == (None, copy.client)

    delete_assessment(copy)

    assert counts() == [0] * 6

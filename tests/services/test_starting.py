"""Starting an assessment, and copying a completed one to answer again."""

import pytest
from django.utils import timezone

from assessments.models import AccessLink, Assessment, MethodVersion
from assessments.services.completing import complete
from assessments.services.reading import answers_of, profiles_of
from assessments.services.starting import NoPublishedMethodError, copy_to_answer_again, start
from tests.questionnaire.browsers import FACTS, answer, describe, published_method, result_of, started

NOTES = {"S5": "CRM is slow", "B": "until June"}


def finished() -> Assessment:
    """A completed assessment with notes, in section layout, of a company without reps."""
    assessment = started(layout="section", language="pl")
    describe(assessment, reps=0)
    answer(assessment, notes=NOTES)
    complete(assessment)
    assessment.refresh_from_db()
    return assessment


def test_start_makes_a_draft_on_the_published_method(method: MethodVersion) -> None:
    assessment, link = start(language="pl", layout="section", for_client=True)

    assert (assessment.method, assessment.language, assessment.layout, assessment.for_client) == (
        method,
        "pl",
        "section",
        True,
    )
    assert (assessment.completed_at, assessment.client.name, assessment.previous) == (None, "", None)
    assert (link.assessment, link.kind, link.secret_hash) == (assessment, AccessLink.Kind.BROWSER, None)


def test_start_counts_as_a_visit() -> None:
    assessment = started()

    assert assessment.visited_on == timezone.now().date()


def test_start_needs_a_published_method(method: MethodVersion) -> None:
    method.status = MethodVersion.Status.RETIRED
    method.save(update_fields=["status"])

    with pytest.raises(NoPublishedMethodError, match=r"manage\.py prepare"):
        started()
    assert Assessment.objects.count() == 0


def test_references_differ() -> None:
    assert len({started().ref for _ in range(5)}) == 5


def test_copy_keeps_answers_notes_and_profile() -> None:
    original = finished()

    copy, link = copy_to_answer_again(original, language="en")

    assert (copy.previous, copy.client, copy.method) == (original, original.client, original.method)
    assert (copy.layout, copy.language, copy.sells_without_reps) == ("section", "en", True)
    assert [(a.code, a.choice, a.note) for a in answers_of(copy).values()] == [
        (a.code, a.choice, a.note) for a in answers_of(original).values()
    ]
    assert {a.note for a in answers_of(copy).values()} == {"", *NOTES.values()}
    assert profiles_of(copy)["team"].facts == FACTS["team"] | {"reps": 0}
    assert (link.assessment, copy.completed_at) == (copy, None)


def test_copy_leaves_the_original_and_its_result() -> None:
    original = finished()
    before = Assessment.objects.values().get(pk=original.pk), result_of(original).values

    copy, _ = copy_to_answer_again(original, language="en")
    copy.answers.filter(code="S1").update(choice=0)
    complete(copy)

    assert (Assessment.objects.values().get(pk=original.pk), result_of(original).values) == before
    assert result_of(copy).receipt != result_of(original).receipt


def test_copy_stays_on_its_method_when_another_is_published() -> None:
    original = finished()
    published_method({"S1": 5})

    copy, _ = copy_to_answer_again(original, language="en")

    assert copy.method == original.method != MethodVersion.objects.published().get()

"""Deleting an assessment with everything that hangs on it."""

from datetime import date
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from pytest_django import DjangoAssertNumQueries

from assessments.models import AccessLink, Answer, Assessment, Client, Override, ProfilePage, Result
from assessments.services.deleting import delete_assessment, delete_unvisited, months_before, unvisited
from assessments.services.links import make_resume_link
from assessments.services.starting import copy_to_answer_again
from revops_advisor.settings import months
from tests.questionnaire.browsers import completed, ready

EVERYTHING = (Assessment, Answer, ProfilePage, AccessLink, Override, Result, Client)


def counts() -> list[int]:
    return [model._default_manager.count() for model in EVERYTHING]


def test_draft_goes_with_everything() -> None:
    assessment = ready()
    make_resume_link(assessment)

    delete_assessment(assessment)

    assert counts() == [0] * len(EVERYTHING)


def test_completed_assessment_goes_with_its_result() -> None:
    delete_assessment(completed())

    assert counts() == [0] * len(EVERYTHING)


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

    assert counts() == [0] * len(EVERYTHING)


def visited(day: date) -> Assessment:
    assessment = ready()
    Assessment.objects.filter(pk=assessment.pk).update(visited_on=day)
    return assessment


@pytest.mark.parametrize(
    ("today", "months", "expected"),
    [
        (date(2026, 11, 25), 12, date(2025, 11, 25)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 12, 31), 12, date(2025, 12, 31)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2028, 3, 31), 1, date(2028, 2, 29)),
        (date(2026, 3, 31), 4, date(2025, 11, 30)),
        (date(2026, 6, 1), 18, date(2024, 12, 1)),
        (date(2026, 6, 1), 1200, date(1926, 6, 1)),
    ],
)
def test_months_are_calendar_months(today: date, months: int, expected: date) -> None:
    assert months_before(today, months) == expected


def test_unvisited_assessments_go_with_everything_and_the_day_itself_stays() -> None:
    gone, kept = visited(date(2025, 11, 24)), visited(date(2025, 11, 25))
    make_resume_link(gone)

    assert list(unvisited(date(2025, 11, 25))) == [gone.ref]
    assert list(delete_unvisited(date(2025, 11, 25))) == [gone.ref]

    assert Assessment.objects.get() == kept
    assert (Client.objects.get(), Answer.objects.count(), AccessLink.objects.count()) == (kept.client, 17, 1)


def test_completed_results_go_too() -> None:
    assessment = completed()
    Assessment.objects.filter(pk=assessment.pk).update(visited_on=date(2020, 1, 1))

    assert list(delete_unvisited(date(2025, 11, 25))) == [assessment.ref]

    assert counts() == [0] * len(EVERYTHING)


def test_newer_version_and_its_client_stay() -> None:
    original = completed()
    copy, _ = copy_to_answer_again(original, language="en")
    Assessment.objects.filter(pk=original.pk).update(visited_on=date(2020, 1, 1))

    assert list(delete_unvisited(date(2025, 11, 25))) == [original.ref]

    copy.refresh_from_db()
    assert (copy.previous, Client.objects.get(), copy.answers.count()) == (None, copy.client, 17)


def test_old_assessments_go_in_batches() -> None:
    refs = [visited(date(2020, 1, 1)).ref for _ in range(5)]
    batches = delete_unvisited(date(2025, 11, 25), batch=2)

    assert [next(batches), next(batches), Assessment.objects.count()] == [*refs[:2], 3]
    assert (list(batches), counts()) == (refs[2:], [0] * len(EVERYTHING))


@pytest.mark.parametrize("count", [1, 3])
def test_batch_takes_as_many_queries_for_one_as_for_three(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        visited(date(2020, 1, 1))

    with django_assert_num_queries(18):
        assert len(list(delete_unvisited(date(2025, 11, 25)))) == count


def printed(*arguments: str) -> list[str]:
    output = StringIO()
    call_command("delete_old", *arguments, stdout=output)
    return output.getvalue().splitlines()


@time_machine.travel("2026-11-25T12:00:00+00:00", tick=False)
def test_command_deletes_and_says_what(settings: Any) -> None:
    settings.RETENTION_MONTHS = 2
    gone, kept = visited(date(2026, 9, 24)), visited(date(2026, 9, 25))

    assert printed("--dry-run") == [gone.ref, "Assessments last opened before 2026-09-25: 1 would be deleted."]
    assert Assessment.objects.count() == 2
    assert printed() == [gone.ref, "Assessments last opened before 2026-09-25: 1 deleted."]
    assert printed() == ["Assessments last opened before 2026-09-25: 0 deleted."]
    assert Assessment.objects.get() == kept


def test_a_year_is_kept_unless_set_otherwise(settings: Any) -> None:
    assert settings.RETENTION_MONTHS == 12


@pytest.mark.parametrize("text", ["0", "1201", "twelve"])
def test_impossible_number_of_months_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("RETENTION_MONTHS", text)

    with pytest.raises(ImproperlyConfigured, match=r"RETENTION_MONTHS is '?\w+'?; it must be a whole number"):
        months("RETENTION_MONTHS", default=12)

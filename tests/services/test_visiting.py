"""The day of the last visit."""

from datetime import date

from assessments.services.visiting import note_visit
from tests.questionnaire.browsers import started

DAY = date(2030, 1, 2)


def test_visit_on_a_later_day_is_noted() -> None:
    assessment = started()

    note_visit(assessment, DAY)

    assessment.refresh_from_db()
    assert assessment.visited_on == DAY


def test_second_visit_on_a_day_costs_nothing(django_assert_num_queries: object) -> None:
    assessment = started()

    with django_assert_num_queries(0):  # type: ignore[operator]  # a fixture of pytest-django
        note_visit(assessment, assessment.visited_on)

"""Remember on which day an assessment was last opened; retention counts from there."""

from datetime import date

from assessments.models import Assessment


def note_visit(assessment: Assessment, today: date) -> None:
    """One update a day at most."""
    if assessment.was_visited_before(today):
        Assessment.objects.filter(pk=assessment.pk).update(visited_on=today)

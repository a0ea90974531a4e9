"""Addresses of the questionnaire's pages."""

from django.urls import reverse

from assessments.models import Assessment
from assessments.questionnaire.plans import plan_of
from assessments.questionnaire.steps import Kind, Step

ROUTES = {Kind.PROFILE: "profile", Kind.QUESTION: "question", Kind.SECTION: "section"}
FROM_CHECK = "?from=check"


def step_url(ref: str, step: Step) -> str:
    """The address of one step."""
    return reverse(ROUTES[step.kind], kwargs={"ref": ref, "slug": step.slug})


def back_url(assessment: Assessment, step: Step, came_from: str | None) -> str:
    """Where Back leads: the check page, the step before, or the list of one's assessments."""
    if came_from == "check":
        return check_url(assessment.ref)
    previous = plan_of(assessment).before(step)
    return step_url(assessment.ref, previous) if previous else reverse("mine")


def change_url(ref: str, step: Step, field: str) -> str:
    """The address that opens a step at one of its fields and comes back to the check page afterwards."""
    return f"{step_url(ref, step)}{FROM_CHECK}#{field}"


def check_url(ref: str) -> str:
    return reverse("check", kwargs={"ref": ref})


def next_url(ref: str, following: Step | None, *, from_check: bool) -> str:
    """Where Continue leads: the check page when one came from there or no step is left, else the next step."""
    return check_url(ref) if from_check or following is None else step_url(ref, following)


def report_url(ref: str) -> str:
    return reverse("report", kwargs={"ref": ref})


def result_url(assessment: Assessment) -> str:
    return reverse("result", kwargs={"ref": assessment.ref})
